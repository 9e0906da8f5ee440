"""Gathers for a visit report what became of the barriers of the visit it is compared with."""

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.achieved import result_in_words
from zwk_barrier.casework.visit.comparison import ComparedBarrier, compare
from zwk_barrier.model import Visit
from zwk_barrier.model.visit_report import ComparedLine, ComparisonSection
from zwk_barrier.wording import _


def comparison_section(session: Session, visit: Visit) -> ComparisonSection | None:
    """The comparison of a visit with the one it measures again; None for any other visit."""
    earlier = None if visit.compared_with_id is None else session.get(Visit, visit.compared_with_id)
    if earlier is None or earlier.removed_at is not None:
        return None
    found = compare(session, earlier.id, visit.id)
    return ComparisonSection(
        result_in_words(found),
        earlier.visited_on,
        tuple(_line(one) for one in found.barriers),
    )


def _line(barrier: ComparedBarrier) -> ComparedLine:
    notes = list(barrier.measures)
    if barrier.is_same_value:
        notes.append(_("Das Maß ist gleich geblieben; die Person braucht jetzt anderes."))
    return ComparedLine(
        barrier.text,
        barrier.room,
        barrier.before.value,
        barrier.before.verdict or "not_checked",
        barrier.after.value,
        barrier.after.verdict or "not_checked",
        barrier.result,
        " · ".join(notes),
        barrier.is_finding,
    )
