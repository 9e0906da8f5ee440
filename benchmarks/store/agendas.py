"""An office at work for years, for measuring the first page: contacts, visits, measures, applications, deadlines.

Four cases in ten run, each with one open deadline; the closed ones have theirs behind them.  The same seed gives
the same office.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select

from benchmarks.store.people import fill
from zwk_barrier.model import (
    Application,
    CaseFile,
    Contact,
    Deadline,
    Measure,
    OutcomeSurvey,
    Record,
    Staff,
    Task,
    Visit,
)
from zwk_barrier.model.ids import new_id
from zwk_barrier.store.office import OfficeStore

DAY: Final = date(2026, 11, 23)
"""The Monday on which the office is looked at."""

_ADVISORS: Final = 12
_YEARS: Final = 5
_AT_ONCE: Final = 20_000  # rows
_KINDS: Final = (
    ("decision", "§ 40 Abs. 7 SGB XI, Fassung ab 01.01.2026", False),
    ("objection", "§ 84 Abs. 1 SGG", True),
    ("proof", "Zusage der Förderstelle", True),
    ("inaction", "§ 88 Abs. 1 SGG", False),
)
_WITHIN_TWO_WEEKS, _LATE = 0.3, 0.02  # of all open deadlines
_VISITED, _VISITED_CLOSED, _PLANNED = 0.8, 0.95, 0.1  # of all cases of a kind
_DONE, _DONE_CLOSED, _ASKED = 0.1, 0.5, 0.7
_WITH_TASK, _APPLIED_CLOSED = 0.6, 0.3

Values = dict[str, Any]


def fill_agenda(store: OfficeStore, cases: int, deadlines: int, seed: int = 3) -> None:
    """Adds so many cases, and so many open deadlines in those that run."""
    fill(store, cases)
    dice = random.Random(seed)  # noqa: S311 - invents an office
    with store.reading() as session:
        ids = list(session.scalars(select(CaseFile.id).order_by(CaseFile.number)))
    advisors = _advisors(store)
    running = set(dice.sample(range(cases), deadlines))
    rows: dict[type[Record], list[Values]] = {}
    updates: list[Values] = []
    for place, case_id in enumerate(ids):
        case = _Case(dice, case_id, dice.choice(advisors), is_running=place in running)
        updates.append(case.values())
        for record, values in case.rows():
            rows.setdefault(record, []).append(values)
    _write(store, updates, rows)


def _advisors(store: OfficeStore) -> list[UUID]:
    names = [{"id": new_id(), "name": f"Beratung {number}"} for number in range(1, _ADVISORS)]
    with store.deed("benchmark_filled", is_final=True) as deed:
        deed.session.execute(insert(Staff), names)
    return [store.staff_id, *(each["id"] for each in names)]  # type: ignore[list-item] # ids and names in one


class _Case:
    """What one case has."""

    def __init__(self, dice: random.Random, case_id: UUID, advisor_id: UUID, *, is_running: bool) -> None:
        self._dice, self._id, self._advisor_id, self._is_running = dice, case_id, advisor_id, is_running
        self._opened = dice.randrange(2, 200 if is_running else _YEARS * 365)  # days ago

    def values(self) -> Values:
        """Of the case itself."""
        status = self._dice.choice(("open", "open", "waiting")) if self._is_running else "closed"
        opened = _noon(self._opened)
        return {"id": self._id, "status": status, "opened_at": opened, "advisor_id": self._advisor_id}

    def rows(self) -> Iterator[tuple[type[Record], Values]]:
        """What belongs to it."""
        dice, since = self._dice, self._opened
        for _turn in range(dice.randrange(1, 5)):
            yield (
                Contact,
                {**self._own(), "happened_at": _noon(dice.randrange(1, since)), "note": "Telefonat"},
            )
        if dice.random() < (_VISITED if self._is_running else _VISITED_CLOSED):
            ahead = self._is_running and dice.random() < _PLANNED
            on = dice.randrange(-30, 0) if ahead else dice.randrange(1, since)
            finished = None if ahead else _ago(on)
            yield Visit, {**self._own(), "profile": "B", "visited_on": _ago(on), "finished_on": finished}
        if dice.random() < (_DONE if self._is_running else _DONE_CLOSED):
            done_on = _ago(dice.randrange(1, since))
            yield (
                Measure,
                {**self._own(staff=False), "status": "umgesetzt", "done_on": done_on, "title": "Dusche"},
            )
            if dice.random() < _ASKED:
                yield OutcomeSurvey, {**self._own(staff=False), "asked_when": "nach_3_monaten"}
        if self._is_running and dice.random() < _WITH_TASK:
            yield Task, {**self._own(), "title": "Anrufen", "due_on": _ago(dice.randrange(-60, 4))}
        if self._is_running or dice.random() < _APPLIED_CLOSED:
            yield from self._application()

    def _application(self) -> Iterator[tuple[type[Record], Values]]:
        dice, application_id = self._dice, new_id()
        kind, edition, is_ours = dice.choice(_KINDS)
        received = _ago(dice.randrange(1, self._opened))
        waits = self._is_running and kind in ("decision", "inaction")
        yield (
            Application,
            {
                **self._own(staff=False),
                "id": application_id,
                "programme": "SGB11-40-4",
                "recipient": "Pflegekasse",
                "received_on": received,
                "notice": None if waits else "bewilligt_voll",
            },
        )
        yield (
            Deadline,
            {
                **self._own(staff=False),
                "application_id": application_id,
                "kind": kind,
                "edition": edition,
                "is_ours": is_ours,
                "starts_on": received,
                "due_on": DAY + timedelta(days=self._due_in()),
                "settled_on": None if self._is_running else received,
            },
        )

    def _due_in(self) -> int:
        chance = self._dice.random()
        if chance < _LATE:
            return -self._dice.randrange(1, 20)
        return self._dice.randrange(15) if chance < _WITHIN_TWO_WEEKS else self._dice.randrange(15, 400)

    def _own(self, *, staff: bool = True) -> Values:
        own: Values = {"id": new_id(), "case_id": self._id}
        return {**own, "staff_id": self._advisor_id} if staff else own


def _write(store: OfficeStore, updates: list[Values], rows: Mapping[type[Record], list[Values]]) -> None:
    with store.deed("benchmark_filled", is_final=True) as deed:
        for start in range(0, len(updates), _AT_ONCE):
            deed.session.bulk_update_mappings(CaseFile.__mapper__, updates[start : start + _AT_ONCE])
        for record, several in rows.items():
            for start in range(0, len(several), _AT_ONCE):
                deed.session.execute(insert(record), several[start : start + _AT_ONCE])


def _ago(days: int) -> date:
    return DAY - timedelta(days=days)


def _noon(days_ago: int) -> datetime:
    return datetime.combine(_ago(days_ago), time(12)).astimezone()
