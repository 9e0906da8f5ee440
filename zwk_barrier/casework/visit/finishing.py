"""A visit is done: from then on it is judged by what is kept with it."""

from datetime import date
from uuid import UUID

from zwk_barrier.casework.visit.basis import freeze
from zwk_barrier.casework.visit.suitability import suitability_of
from zwk_barrier.casework.visit.visits import load_visit
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def finish_visit(store: OfficeStore, visit_id: UUID, today: date) -> Changed:
    """Notes the day a visit was done, and what the dwelling came out as (``casework.visit.suitability``).

    Leaves one alone that is planned for later or where nothing was recorded.
    """
    with store.deed("visit_finished") as deed:
        view = load_visit(deed.session, visit_id)
        visit, is_to_come = view.visit, view.visit.visited_on is not None and view.visit.visited_on > today
        if visit.finished_on is None and view.has_content and not is_to_come:
            visit.finished_on = today
            freeze(deed.session, visit)
            visit.suitability = suitability_of(view)
    return deed.changed
