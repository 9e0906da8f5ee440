"""Why a measure is needed: what is in the way, what is hard because of it, and what it keeps from, one by one.

The sentences are those of the fit of the visit the measure came from (or the last one), so that a letter never
says anything else than the report.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.plan.measures import price_in_words
from zwk_barrier.casework.printing.report_sections import label
from zwk_barrier.casework.visit.fit import Fit, fit_of
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import VisitView, last_done, load_visit
from zwk_barrier.model import Measure
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class MeasureText:
    """One measure as a letter shows it; ``text`` has a line for each reason or each remark on the work."""

    id: UUID
    title: str
    room: str
    cost: str
    text: str


def measure_texts(
    session: Session, view: CaseView, measures: Iterable[Measure], *, with_reasons: bool, today: date
) -> tuple[MeasureText, ...]:
    """The measures with their reasons, or without a word of health as works for a landlord."""
    seen: dict[UUID, tuple[VisitView, Fit | None]] = {}
    standing = {visit.id for visit in view.visits}
    texts = []
    for measure in measures:
        visit_id = measure.visit_id if measure.visit_id in standing else _last_visit(view, today)
        if visit_id is not None and visit_id not in seen:
            visit = load_visit(session, visit_id)
            seen[visit_id] = visit, fit_of(visit) if with_reasons else None
        visit_view, fit = seen[visit_id] if visit_id is not None else (None, None)
        text = _reasons(measure, fit) if with_reasons else _works(measure)
        texts.append(
            MeasureText(
                measure.id,
                measure.title or _("Ohne Bezeichnung"),
                "" if visit_view is None else _room(measure, visit_view),
                price_in_words(measure) if with_reasons else "",
                text,
            )
        )
    return tuple(texts)


def _reasons(measure: Measure, fit: Fit | None) -> str:
    lines = [sentence(measure.reason)] if measure.reason else []
    for key in measure.barriers or ():
        fitted = None if fit is None else fit.of(UUID(key))
        if fitted is None:
            continue
        lines.append(sentence(fitted.reason))
        lines.append(sentence(fitted.why))
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _works(measure: Measure) -> str:
    trade = label("trade", measure.trade)
    if not trade:
        return _("Ausführung durch einen Fachbetrieb.")
    return _("Ausführung durch einen Fachbetrieb ({trade}).").format(trade=trade)


def _room(measure: Measure, view: VisitView) -> str:
    found = next((one.room for one in view.rooms if one.room.id == measure.room_id), None)
    return "" if found is None else room_name(found)


def _last_visit(view: CaseView, today: date) -> UUID | None:
    visit = last_done(view.visits, today)
    return None if visit is None else visit.id


def sentence(text: str | None) -> str:
    """A note as a sentence of its own; empty for none."""
    stripped = (text or "").strip()
    if not stripped:
        return ""
    ended = stripped if stripped[-1] in ".!?“" else f"{stripped}."
    return f"{ended[0].upper()}{ended[1:]}"
