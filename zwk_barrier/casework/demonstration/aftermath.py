"""What became of it, as rows: the same measured again once the work is done, and five questions answered."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft, moment
from zwk_barrier.casework.demonstration.inspections import Seen
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.timeline import DONE, workday
from zwk_barrier.model import Measurement, OutcomeSurvey, Room, Visit
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Pair, Required, Span

_WITH_A_VISIT: Final = 60  # of one hundred
_SOLVED: Final = 78  # of one hundred barriers
_LATER: Final = (("nach_3_monaten", 92), ("nach_12_monaten", 366))
_STAYED: Final = {"nach_3_monaten": 95, "nach_12_monaten": 86}  # of one hundred
_MOVED: Final = ("andere_wohnung", "bei_angehoerigen", "betreutes_wohnen", "pflegeheim", "unbekannt")
_STILL_TO_ASK: Final = 6  # days in which nobody has got round to it
_SURVEYS: Final = (("safety", 3), ("independence", 2), ("relief", 2), ("staying", 3), ("satisfaction", 4))
"""Each question and the lowest answer given; the highest is 5."""


def aftermath_rows(rows: Rows, draft: Draft, case_id: UUID, seen: Seen) -> None:
    """The acceptance and the survey of a case whose work is done."""
    is_done = draft.course.stage == "followup" or draft.course.outcome in DONE
    day = min(workday(draft.course.last_day, later=True), draft.today - timedelta(days=1))
    if not is_done or day <= seen.day:
        return
    dice = Dice("aftermath", draft.number)
    visit_id = None
    if dice.chance(_WITH_A_VISIT) and seen.measured:
        visit_id = _acceptance(rows, draft, case_id, seen, day, dice)
    answers = {name: int(dice.between(least, 5)) for name, least in _SURVEYS}
    if dice.chance(20):  # nobody helps
        answers.pop("relief")
    _survey(rows, dice, case_id, day, "abnahme", answers, visit_id)
    for purpose, days in _LATER:
        asked = workday(day + timedelta(days=days), later=True)
        if asked < draft.today - timedelta(days=_STILL_TO_ASK) and not draft.known:
            _survey(rows, dice, case_id, asked, purpose, answers)


def _survey(
    rows: Rows,
    dice: Dice,
    case_id: UUID,
    day: date,
    purpose: str,
    answers: dict[str, int],
    visit_id: UUID | None = None,
) -> None:
    rows.add(
        OutcomeSurvey,
        moment(day, time(14)),
        case_id=case_id,
        visit_id=visit_id,
        asked_on=day,
        asked_when=purpose,
        falls=dice.one(("0", "0", "0", "1")),
        whereabouts=_whereabouts(dice, purpose),
        **answers,
    )


def _whereabouts(dice: Dice, purpose: str) -> str | None:
    """Where the person lives when asked months later; at the acceptance nobody has to be asked."""
    if purpose == "abnahme":
        return None
    return "in_wohnung" if dice.chance(_STAYED[purpose]) else dice.one(_MOVED)


def _acceptance(rows: Rows, draft: Draft, case_id: UUID, seen: Seen, day: date, dice: Dice) -> UUID:
    """A visit with the rooms of the first, where most of what was in the way is measured as it should be."""
    visit_id = rows.add(
        Visit,
        moment(day, time(8)),
        case_id=case_id,
        staff_id=draft.staff_id,
        visited_on=day,
        begins_at=draft.visit_begins,
        minutes=int(dice.between(30, 50, 5)),
        participants=["klient"],
        profile=seen.level,
        purpose="abnahme",
        compared_with_id=seen.visit_id,
        method="zollstock",
        finished_on=day,
    )
    solved = {
        (barrier.room, barrier.criterion) for barrier, _room, _words in seen.barriers if dice.chance(_SOLVED)
    }
    rooms = dict.fromkeys(kind for kind, _values in seen.measured)
    ids = {
        kind: rows.add(Room, moment(day, time(8)), visit_id=visit_id, kind=kind, position=place)
        for place, kind in enumerate(rooms)
    }
    for kind, values in seen.measured:
        if values["is_applicable"] and (values.get("value") is not None or values.get("answer") is not None):
            again = _as_required(values, seen.level) if (kind, values["criterion"]) in solved else values
            rows.add(Measurement, moment(day, time(9)), room_id=ids[kind], **again)
    return visit_id


def _as_required(values: dict[str, Any], level: str) -> dict[str, Any]:
    criterion = load_requirements().get(values["criterion"])
    if criterion is None or level not in criterion.required:
        return values
    return {**values, **_met(criterion.required[level].value)}


def _met(required: Required) -> dict[str, Any]:
    match required:
        case bool():
            return {"answer": required}
        case Pair(first, second):
            return {"value": first, "second_value": second}
        case Span(low, _high):
            return {"value": low}
        case Decimal():
            return {"value": required}
        case _:
            return {"grade": required}
