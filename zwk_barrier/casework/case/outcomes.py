"""After the advice: visits that measure the same again, barriers in words looked at again, five questions asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.casework.visit.basis import keep_requirements
from zwk_barrier.casework.visit.comparison import DONE, measures_of
from zwk_barrier.casework.visit.measured_before import room_places, standing_parts, standing_rooms
from zwk_barrier.casework.visit.visits import last_done
from zwk_barrier.model import Finding, Measure, OutcomeSurvey, Room, RoomPart, Task, Visit
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.comparison import same_places
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.periods import months_after
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

ACCEPTANCE: Final = "abnahme"
MONTHS: Final[Mapping[str, int]] = {ACCEPTANCE: 0, "nach_3_monaten": 3, "nach_12_monaten": 12}
"""Codes of visit_purpose and survey_time, each with how many months after the work it is meant to be."""

_HAZARDS: Final = {"solved": "0", "partly": "1"}
_ANOTHER_TIME: Final = "anderer_zeitpunkt"
_MONTH: Final = 30  # days, near enough to say which question time a day is next to
_NEAREST: Final = ((1.5, ACCEPTANCE), (6, "nach_3_monaten"), (9, _ANOTHER_TIME), (18, "nach_12_monaten"))


def plan_follow_up(
    store: OfficeStore, visit_id: UUID, purpose: str | None, visited_on: date | None
) -> tuple[Changed, UUID]:
    """A visit that measures again what an earlier one did: the same rooms, parts, method and requirements.

    ``purpose`` is a code of visit_purpose.  Raises NotFound when the earlier visit is gone.
    """
    with store.deed("follow_up_planned") as deed:
        earlier = get(deed.session, Visit, visit_id)
        deed.case_id = earlier.case_id
        visit = _follow_up(deed.session, earlier, store.staff_id, purpose, visited_on)
    return deed.changed, visit.id


def plan_check(store: OfficeStore, case_id: UUID, purpose: str, today: date) -> tuple[Changed, UUID]:
    """The follow-up of a case for one ``purpose`` of MONTHS, with a task for its day; one still open is given back.

    Three and twelve months count from the last measure that was carried out, else from ``today``; the day
    of an acceptance is to be agreed.  Raises NotFound for a case without a visit to compare with.
    """
    with store.deed("follow_up_planned", case_id=case_id) as deed:
        session = deed.session
        visits = visits_of(session, case_id)
        measures = measures_of(session, case_id)
        earlier = visit_to_compare(visits, measures, today)
        if earlier is None:
            raise NotFound(_("Zum Vergleichen fehlt noch ein Hausbesuch."))
        planned = next((one for one in visits if _is_open(one, purpose)), None)
        if planned is None:
            day = day_for(purpose, measures, today)
            planned = _follow_up(session, earlier, store.staff_id, purpose, day)
            session.add(_task(case_id, store.staff_id, purpose, day or today))
            session.flush()
    return deed.changed, planned.id


def tell_finding(
    store: OfficeStore, visit_id: UUID, finding_id: UUID, became: Literal["solved", "partly", "remaining"]
) -> Changed:
    """Says at a later visit what became of a barrier in words of the earlier one; raises NotFound."""
    with store.deed("finding_told_again") as deed:
        session = deed.session
        visit, then = get(session, Visit, visit_id), get(session, Finding, finding_id)
        deed.case_id = visit.case_id
        room_id = (
            None if then.room_id is None else _same_room(session, visit, get(session, Room, then.room_id))
        )
        row = _told_already(session, visit_id, room_id, then.text or "")
        if row is None:
            row = Finding(visit_id=visit_id, room_id=room_id, text=then.text, position=then.position)
            row.criterion, row.activities = then.criterion, then.activities
            session.add(row)
        row.hazard = _HAZARDS.get(became, then.hazard)
    return deed.changed


def begin_survey(
    store: OfficeStore, case_id: UUID, values: Mapping[str, Any], today: date
) -> tuple[Changed, UUID]:
    """Answers of the person, with or without a visit; asked ``today`` unless the values say when."""
    with store.deed("outcome_survey_added", case_id=case_id) as deed:
        session = deed.session
        asked_on = values.get("asked_on") or today
        given = {
            "asked_on": asked_on,
            "asked_when": _time_of(asked_on, measures_of(session, case_id)),
            **values,
        }
        visits = visits_of(session, case_id)
        at = next((one for one in visits if one.compared_with_id and one.visited_on == asked_on), None)
        row = OutcomeSurvey(case_id=case_id, visit_id=at and at.id, **clean(OutcomeSurvey, given, today))
        session.add(row)
        session.flush()
    return deed.changed, row.id


def visit_to_compare(visits: Sequence[Visit], measures: Sequence[Measure], today: date) -> Visit | None:
    """The visit whose barriers the measures are for: that of most of them, else the last one done."""
    surveys = [one for one in visits if one.compared_with_id is None]
    done = [one for one in surveys if one.visited_on is not None and one.visited_on <= today]
    counts = {one.id: sum(measure.visit_id == one.id for measure in measures) for one in done}
    most = max(counts.values(), default=0)
    return last_done([one for one in done if counts[one.id] == most], today)


def day_for(purpose: str, measures: Sequence[Measure], today: date) -> date | None:
    """The day a follow-up should be, not before ``today``; None for an acceptance, whose day is agreed."""
    if not MONTHS[purpose]:
        return None
    return max(today, months_after(last_carried_out(measures) or today, MONTHS[purpose]))


def last_carried_out(measures: Sequence[Measure]) -> date | None:
    """The day the last measure was carried out, as far as days are noted."""
    return max((one.done_on for one in measures if one.status in DONE and one.done_on), default=None)


def visits_of(session: Session, case_id: UUID) -> Sequence[Visit]:
    """The visits of a case, the newest first, those without a day before all."""
    query = select(Visit).where(Visit.case_id == case_id, Visit.removed_at.is_(None))
    return session.scalars(query.order_by(Visit.visited_on.desc().nulls_first(), Visit.id.desc())).all()


def _is_open(visit: Visit, purpose: str) -> bool:
    return visit.purpose == purpose and visit.compared_with_id is not None and visit.finished_on is None


def _follow_up(
    session: Session, earlier: Visit, staff_id: UUID, purpose: str | None, visited_on: date | None
) -> Visit:
    keep_requirements(session, earlier)
    visit = Visit(
        case_id=earlier.case_id,
        staff_id=staff_id,
        profile=earlier.profile,
        method=earlier.method,
        compared_with_id=earlier.id,
        requirements_digest=earlier.requirements_digest,
        requirements_edition=earlier.requirements_edition,
        **clean(Visit, {"purpose": purpose, "visited_on": visited_on}),
    )
    session.add(visit)
    session.flush()
    rooms = standing_rooms(session, earlier.id)
    parts = standing_parts(session, rooms)
    for room in rooms:
        copy = _copy_of(room, visit.id, room.position)
        session.add(copy)
        session.flush()
        for part in parts:
            if part.room_id == room.id:
                same = RoomPart(room_id=copy.id, kind=part.kind, name=part.name, position=part.position)
                session.add(same)
    session.flush()
    return visit


def _copy_of(room: Room, visit_id: UUID, position: int) -> Room:
    return Room(visit_id=visit_id, kind=room.kind, name=room.name, position=position)


def _task(case_id: UUID, staff_id: UUID, purpose: str, due_on: date) -> Task:
    title = load_code_list("visit_purpose").label(purpose)
    if purpose == ACCEPTANCE:
        title = _("Termin für die Abnahme vereinbaren")
    return Task(case_id=case_id, staff_id=staff_id, **clean(Task, {"title": title, "due_on": due_on}))


def _same_room(session: Session, visit: Visit, then: Room) -> UUID:
    """The room of a later visit that was ``then``; one that is missing there is added."""
    rooms = standing_rooms(session, visit.id)
    earlier = standing_rooms(session, then.visit_id)
    same = {old: new for new, old in same_places(room_places(earlier), room_places(rooms)).items()}
    if then.id in same:
        return same[then.id]
    last = session.scalar(select(func.max(Room.position)).where(Room.visit_id == visit.id))
    room = _copy_of(then, visit.id, 0 if last is None else last + 1)
    session.add(room)
    session.flush()
    return room.id


def _told_already(session: Session, visit_id: UUID, room_id: UUID | None, text: str) -> Finding | None:
    rows = session.scalars(select(Finding).where(Finding.visit_id == visit_id, Finding.removed_at.is_(None)))
    return next((one for one in rows if one.room_id == room_id and fold(one.text or "") == fold(text)), None)


def _time_of(day: date, measures: Sequence[Measure]) -> str | None:
    """The code of survey_time a day is next to; None as long as nothing was carried out."""
    done = last_carried_out(measures)
    if done is None:
        return None
    months = (day - done).days / _MONTH
    return next((code for limit, code in _NEAREST if months <= limit), _ANOTHER_TIME)
