"""What a change of a programme would mean for the open cases, before anybody confirms it.

Only amounts, shares and whether applications are taken can change; no period follows from these, so no
deadline moves.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.payers.application_state import GRANTED, WAITING, state_of
from zwk_barrier.casework.payers.funding_facts import (
    grants_of,
    measure_ids,
    needs_of,
    rule_day_of,
    situation_of,
)
from zwk_barrier.casework.payers.programmes import changed, programmes_for
from zwk_barrier.model import Application, Building, CaseFile, Dwelling, Measure
from zwk_barrier.reference.programmes import Change, Programme, Programmes
from zwk_barrier.rules.funding import Offer, offers
from zwk_barrier.rules.funding_needs import excluding
from zwk_barrier.rules.typed import format_money
from zwk_barrier.wording import N_, _

Watch: TypeAlias = Callable[[float], None]
"""Told how much is done, 0.0 to 1.0; raises to stop."""

_Filed = TypeVar("_Filed", Measure, Application)

_PAGE: Final = 100
_STANDINGS: Final = {
    "closed": N_("nimmt keine Anträge an"),
    "unclear": N_("zu prüfen"),
    "excluded": N_("kommt nicht infrage"),
}


@dataclass(frozen=True, slots=True)
class AffectedCase:
    """An open case whose funding check says something else from the day on, before and after in words."""

    case_id: UUID
    number: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change means for the ``looked_at`` open cases, and what stays with the old rule.

    ``keeping`` counts their applications under this programme whose day lies before the change; of these
    ``undecided`` wait for a decision, and which day counts for them is to be checked.
    """

    change: Change
    affected: tuple[AffectedCase, ...]
    looked_at: int
    keeping: int
    undecided: int


def dry_run(session: Session, change: Change, today: date, watch: Watch = lambda _share: None) -> Effects:
    """Which open cases a change touches from its day on, or from today when that has passed; nothing is kept."""
    before = programmes_for(session)
    ways = _concerned(before, change.programme), _concerned(changed(before, [change]), change.programme)
    total = count_open_cases(session)
    affected: list[AffectedCase] = []
    keeping = undecided = 0
    for place, (view, applications) in enumerate(_open_cases(session)):
        if place % _PAGE == 0:
            watch(place / total)
        old = [one for one in applications if _keeps(one, change)]
        waiting = [one for one in old if state_of(one).stage in WAITING]
        keeping, undecided = keeping + len(old), undecided + len(waiting)
        words = _told(session, view, applications, waiting, change, ways, max(today, change.valid_from))
        if words is not None:
            name = " ".join(part for part in (view.person.given_name, view.person.family_name) if part)
            affected.append(AffectedCase(view.case.id, view.case.number, name, *words))
    return Effects(change, tuple(affected), total, keeping, undecided)


def count_open_cases(session: Session) -> int:
    """How many cases a dry run looks at."""
    standing = CaseFile.removed_at.is_(None), CaseFile.status != "closed"
    return session.scalar(select(func.count()).select_from(CaseFile).where(*standing)) or 0


def _concerned(programmes: Programmes, code: str) -> tuple[Programme, ...]:
    """The programme and those whose grants take measures away from it: what others say of themselves is not asked."""
    one = programmes.get(code)
    return () if one is None else (one, *excluding(one, {other.code: other for other in programmes}))


def _keeps(application: Application, change: Change) -> bool:
    """Whether an application stays with what held before a change."""
    if application.programme != change.programme or state_of(application).stage not in WAITING | GRANTED:
        return False
    day = rule_day_of(application)
    return day is not None and day < change.valid_from


def _told(
    session: Session,
    view: CaseView,
    applications: Sequence[Application],
    waiting: Sequence[Application],
    change: Change,
    ways: tuple[Sequence[Programme], Sequence[Programme]],
    day: date,
) -> tuple[str, str] | None:
    """What the check says of the programme before and after; ``None`` when that is the same."""
    applied_for = {need for one in waiting for need in measure_ids(one)}
    situation, grants = situation_of(session, view, day), grants_of(applications)
    needs = [need for need in needs_of(view.measures) if need.id not in applied_for]
    if waiting and not needs:
        return None
    found = [
        next((one for one in offers(situation, needs, grants, way) if one.code == change.programme), None)
        for way in ways
    ]
    if _essence(found[0]) == _essence(found[1]):
        return None
    before, after = (_in_words(one) for one in found)
    if before == after:
        before, after = (_with_costs(one) for one in found)
    return before, after


def _essence(offer: Offer | None) -> tuple[object, ...]:
    return () if offer is None else (offer.standing, offer.cap, offer.most, offer.most_if_known)


def _in_words(offer: Offer | None) -> str:
    if offer is None:
        return "–"
    if offer.standing in _STANDINGS:
        return _(_STANDINGS[offer.standing])
    if offer.cap is None:
        return _with_costs(offer)
    return _("höchstens {value}").format(value=format_money(offer.cap))


def _with_costs(offer: Offer | None) -> str:
    if offer is None:
        return "–"
    return _("{value} bei den Kosten von heute").format(value=format_money(offer.most))


def _open_cases(session: Session) -> Iterator[tuple[CaseView, Sequence[Application]]]:
    """Every open case with its measures and applications, a page at a time; the rest of the case is left out."""
    standing = CaseFile.removed_at.is_(None), CaseFile.status != "closed"
    ids = session.scalars(select(CaseFile.id).where(*standing).order_by(CaseFile.number)).all()
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        measures = _by_case(session, Measure, page)
        applications = _by_case(session, Application, page)
        cases = select(CaseFile, Building).join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        cases = cases.join(Building, Building.id == Dwelling.building_id).where(CaseFile.id.in_(page))
        wanted = cases.options(joinedload(CaseFile.person), joinedload(CaseFile.dwelling))
        for case, building in session.execute(wanted.order_by(CaseFile.number)).all():
            own = tuple(measures[case.id])
            view = CaseView(case, case.person, building, case.dwelling, None, (), (), (), (), (), own, (), {})
            yield view, applications[case.id]
        session.expunge_all()


def _by_case(session: Session, record: type[_Filed], page: Sequence[UUID]) -> dict[UUID, list[_Filed]]:
    columns = record.__table__.c
    found: dict[UUID, list[_Filed]] = defaultdict(list)
    standing = columns.case_id.in_(page), columns.removed_at.is_(None)
    for row in session.scalars(select(record).where(*standing).order_by(columns.position, columns.id)):
        found[row.case_id].append(row)
    return found
