"""Fills an office with invented cases, any number of them: the same seed and day give the same content.

Up to 2,000 cases are told in full; beyond that most have no visit and few contacts, for then it is the
number that is wanted.  Everything goes through deeds, so the journal and the search know it all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from zwk_barrier.casework.demonstration.abilities import dimensions, limitation_rows
from zwk_barrier.casework.demonstration.aftermath import aftermath_rows
from zwk_barrier.casework.demonstration.applications import absence_rows, application_rows, household_rows
from zwk_barrier.casework.demonstration.conversations import (
    consent_rows,
    contact_rows,
    related_rows,
    short_contact_row,
    task_rows,
)
from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft, moment, think_up
from zwk_barrier.casework.demonstration.inspections import planned_visit_rows, visit_rows
from zwk_barrier.casework.demonstration.letterhead import furnish
from zwk_barrier.casework.demonstration.network import network_rows, offer_rows, referral_rows, slip
from zwk_barrier.casework.demonstration.pictures import Photographer
from zwk_barrier.casework.demonstration.population import population_rows
from zwk_barrier.casework.demonstration.remedies import measure_rows
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.stories import known_cases, remarks
from zwk_barrier.casework.demonstration.timeline import numbers, opening_days
from zwk_barrier.casework.payers.deadlines import refresh
from zwk_barrier.casework.visit.basis import freeze
from zwk_barrier.casework.visit.suitability import judge_finished
from zwk_barrier.model import Application, Building, CaseFile, Dwelling, Person, Visit
from zwk_barrier.store.office import OfficeStore

_IN_FULL: Final = 2_000
_FEW: Final = 400
"""Up to so many cases their numbers leave gaps, as if the other half of the files were elsewhere."""

_A_DEED: Final = 1_000
_DAYS_OF_SHORT_TALK: Final = 900
_LATEST: Final = 22


@dataclass(frozen=True, slots=True)
class _Telling:
    """How much is told of each case: contacts at most, visits in one hundred cases, care of measuring.

    ``composed`` names in one hundred are put together, for a large town has more names than a list.
    """

    contacts: int
    visits: float
    thoroughness: float
    composed: int


_FULL: Final = _Telling(contacts=30, visits=100, thoroughness=1.0, composed=4)
_LEAN: Final = _Telling(contacts=2, visits=12, thoroughness=0.2, composed=65)


def build_demonstration(
    store: OfficeStore,
    cases: int = 60,
    seed: int = 1,
    today: date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Adds so many invented cases of some three years up to ``today``, and contacts without one.

    ``progress`` is called with how many cases are done and how many there are to be; it may raise to stop,
    and what was finished by then stays.
    """
    day = today or datetime.now().astimezone().date()
    telling = _FULL if cases <= _IN_FULL else _LEAN
    report = progress or (lambda _done, _all: None)
    photographer = Photographer(store.photos)
    with store.deed("demonstration_furnished", is_final=True) as deed:
        advisors = furnish(deed.session, store.staff_id, moment(day - timedelta(days=1_400), time(9)))
    rows = Rows()
    absence_rows(rows, advisors, day)
    population_rows(rows, day)
    offers = offer_rows(rows, day)
    network_rows(rows, list(advisors.values()), day)
    _keep(store, rows)
    for done, draft in enumerate(_drafts(cases, seed, day, advisors, telling), 1):
        has_photos = bool(draft.known) or (telling is _FULL and _is_shown(done - 1, cases))
        slip(draft)
        case_id = _case_rows(rows, draft, photographer if has_photos else None, telling)
        referral_rows(rows, draft, case_id, offers)
        if done % _A_DEED == 0 or done == cases:
            _keep(store, rows)
            report(done, cases)
        elif done % 10 == 0:
            report(done, cases)
    dice = Dice(seed, "short", cases)
    for _number in range(min(cases * 2 // 3, _FEW + cases // 20)):
        short_contact_row(rows, dice, day, dice.one(list(advisors.values())), _DAYS_OF_SHORT_TALK)
    _keep(store, rows)
    if telling is _FULL:
        _freeze(store)
        _work_out_deadlines(store)


def _freeze(store: OfficeStore) -> None:
    """Every finished visit keeps what it was judged by, as if somebody had finished it on the screen."""
    with store.deed("demonstration_filled", is_final=True) as deed:
        finished = select(Visit).where(Visit.finished_on.is_not(None), Visit.requirements_digest.is_(None))
        for visit in deed.session.scalars(finished):
            freeze(deed.session, visit)
        judge_finished(deed.session)


def _work_out_deadlines(store: OfficeStore) -> None:
    """What follows from the applications, as if somebody had typed them on the screen."""
    with store.deed("demonstration_filled", is_final=True) as deed:
        for application_id in deed.session.scalars(select(Application.id)).all():
            refresh(deed.session, application_id)


def _is_shown(place: int, cases: int) -> bool:
    """Whether a case gets photos: the latest ones do, and a few of the first sixty."""
    return place >= cases - _LATEST or (place < 60 and place % 4 == 0)  # a small office


def _keep(store: OfficeStore, rows: Rows) -> None:
    with store.deed("demonstration_filled", is_final=True) as deed:
        rows.insert(deed.session)


def _drafts(
    cases: int, seed: int, today: date, advisors: dict[str, UUID], telling: _Telling
) -> Iterator[Draft]:
    plans: list[tuple[date, dict[str, Any] | None]] = [
        (today - timedelta(days=known["back"]), known) for known in known_cases()[:cases]
    ]
    plans += [(day, None) for day in opening_days(Dice(seed, "days", cases), cases - len(plans), today)]
    plans.sort(key=lambda plan: plan[0])
    days = [day for day, _known in plans]
    case_numbers = numbers(days, today, are_few=cases <= _FEW)
    trades = remarks("trades")
    for place, ((day, known), number) in enumerate(zip(plans, case_numbers, strict=True)):
        dice = Dice(seed, "case", place)
        named = advisors.get(known.get("staff", "")) if known else None
        yield think_up(
            dice,
            opened=day,
            number=number,
            today=today,
            staff_id=named or dice.one(list(advisors.values())),
            composed=telling.composed,
            trades=trades,
            known=known,
        )


def _case_rows(rows: Rows, draft: Draft, photographer: Photographer | None, telling: _Telling) -> UUID:
    at = draft.opened_at
    values = {**draft.person.values, **dimensions(draft.person.values)}
    person = rows.add(Person, at, **values)
    limitation_rows(rows, at, person, values)
    household_rows(rows, draft, person)
    building = rows.add(Building, at, **draft.building)
    dwelling = rows.add(Dwelling, at, building_id=building, **draft.dwelling)
    case = rows.add(
        CaseFile,
        at,
        number=draft.number,
        person_id=person,
        dwelling_id=dwelling,
        advisor_id=draft.staff_id,
        opened_at=at,
        **draft.file,
    )
    contact_rows(rows, draft, case, most=telling.contacts)
    task_rows(rows, draft, case)
    is_told = bool(draft.known) or draft.dice.chance(telling.visits)
    if not is_told:
        return case
    related_rows(rows, draft, case)
    consent_rows(rows, draft, case)
    thoroughness = 1.0 if draft.known else telling.thoroughness
    seen = visit_rows(rows, draft, case, photographer, thoroughness=thoroughness)
    if seen is not None:
        recommended = measure_rows(rows, draft, case, seen)
        application_rows(rows, draft, case, recommended)
        aftermath_rows(rows, draft, case, seen)
    planned_visit_rows(rows, draft, case)
    return case
