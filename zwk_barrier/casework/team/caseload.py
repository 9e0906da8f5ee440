"""What each running case lacks, as a supervisor sees it: late, waiting for a visit, without contact.

A case waits for a visit while none was made or has a day, unless its kind of advice needs none; it is silent
when the last contact or visit, or else its opening, is longer ago than the office has set.  The first page says
the same (``casework.team.pending``), one list at a time; here all of it is wanted for all cases at once.

Rows are read as plain values, ids as hexadecimal keys: tens of thousands of them are not made objects for nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, String, func, select, type_coerce, union_all
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.team.pending import WITHOUT_VISIT
from zwk_barrier.model import CaseFile, Contact, Deadline, Person, Task, Visit

COMING_DAYS: Final = 14

_Scope: TypeAlias = tuple[ColumnElement[bool], ...]
_Due: TypeAlias = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class CaseLoad:
    """One running case; days are whole days.

    ``overdue`` and ``coming`` count deadlines and tasks that are late, or due within COMING_DAYS, and
    ``next_due`` is the first of them.  ``waiting_days`` counts from the day the case was opened and is None
    when it waits for no visit; ``silent_days`` from the last contact, None while all is well.
    """

    id: UUID
    number: str
    name: str
    opened_on: date
    overdue: int
    coming: int
    next_due: date | None
    waiting_days: int | None
    silent_days: int | None


class Load(NamedTuple):
    """The same without the name, for counting; ``key`` and ``advisor`` are hexadecimal ids."""

    key: str
    advisor: str | None
    number: str
    opened_on: date
    overdue: int
    coming: int
    next_due: date | None
    waiting_days: int | None
    silent_days: int | None


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of the cases asked about, by their keys.

    ``visited`` ones have a visit with its day, ``wanting`` ones a visit still without.
    """

    day: date
    silence: timedelta
    due: Mapping[str, _Due]
    visited: frozenset[str]
    wanting: frozenset[str]
    heard: Mapping[str, date]


def caseloads(session: Session, day: date, advisor_id: UUID | None) -> list[CaseLoad]:
    """The running cases of one person as of ``day``, or of nobody (None), by number."""
    scope = _running(CaseFile.advisor_id == advisor_id)
    query = (
        select(_key(CaseFile.id), Person.given_name, Person.family_name)
        .join(Person, Person.id == CaseFile.person_id)
        .where(*scope)
    )
    names = {key: " ".join(filter(None, name)) for key, *name in session.execute(query)}
    return [
        CaseLoad(UUID(one.key), one.number, names.get(one.key, ""), *one[3:])
        for one in _loads(session, day, scope)
    ]


def loads(session: Session, day: date) -> Iterator[Load]:
    """The running cases of everybody as of ``day``, by number."""
    return _loads(session, day, _running())


def _running(*of: ColumnElement[bool]) -> _Scope:
    return (CaseFile.removed_at.is_(None), CaseFile.status != "closed", *of)


def _key(column: Any) -> ColumnElement[str]:
    return type_coerce(column, String)


def _loads(session: Session, day: date, scope: _Scope) -> Iterator[Load]:
    facts = _facts(session, day, scope)
    query = select(
        _key(CaseFile.id),
        _key(CaseFile.advisor_id),
        CaseFile.number,
        func.date(CaseFile.opened_at, "localtime"),
        CaseFile.counselling_type,
    )
    for key, advisor, number, opened, kind in session.execute(query.where(*scope).order_by(CaseFile.number)):
        opened_on = date.fromisoformat(opened)
        overdue, coming, first = facts.due.get(key, (0, 0, None))
        heard = max(facts.heard.get(key, opened_on), opened_on)
        waits = key not in facts.visited and (kind not in WITHOUT_VISIT or key in facts.wanting)
        yield Load(
            key,
            advisor,
            number,
            opened_on,
            overdue,
            coming,
            None if first is None else date.fromisoformat(first),
            waiting_days=max(0, (day - opened_on).days) if waits else None,
            silent_days=(day - heard).days if day - heard > facts.silence else None,
        )


def _facts(session: Session, day: date, scope: _Scope) -> _Facts:
    heard = dict(_last_contacts(session, day, scope))
    for key, visited_on in _last_visits(session, day, scope):
        heard[key] = max(heard.get(key, visited_on), visited_on)
    return _Facts(
        day,
        timedelta(days=office_settings(session).silence_days),
        _due(session, day),
        _with_visit(session, scope, Visit.visited_on.is_not(None)),
        _with_visit(session, scope, Visit.visited_on.is_(None)),
        heard,
    )


def _with_visit(session: Session, scope: _Scope, kind: ColumnElement[bool]) -> frozenset[str]:
    """The cases with a visit of that kind."""
    query = select(_key(Visit.case_id)).join(CaseFile, CaseFile.id == Visit.case_id)
    return frozenset(session.scalars(query.where(Visit.removed_at.is_(None), kind, *scope)))


def _last_contacts(session: Session, day: date, scope: _Scope) -> Iterator[tuple[str, date]]:
    end = datetime.combine(day + timedelta(days=1), time()).astimezone()
    query = (
        select(_key(CaseFile.id), func.date(func.max(Contact.happened_at), "localtime"))
        .join(Contact, Contact.case_id == CaseFile.id)
        .where(Contact.removed_at.is_(None), Contact.happened_at < end, *scope)
        .group_by(CaseFile.id)
    )
    return ((key, date.fromisoformat(on)) for key, on in session.execute(query))


def _last_visits(session: Session, day: date, scope: _Scope) -> Iterator[tuple[str, date]]:
    query = (
        select(_key(CaseFile.id), func.max(type_coerce(Visit.visited_on, String)))
        .join(Visit, Visit.case_id == CaseFile.id)
        .where(Visit.removed_at.is_(None), Visit.visited_on <= day, *scope)
        .group_by(CaseFile.id)
    )
    return ((key, date.fromisoformat(on)) for key, on in session.execute(query))


def _due(session: Session, day: date) -> dict[str, _Due]:
    """By case how many are overdue and how many are coming, and the day of the first."""
    until = day + timedelta(days=COMING_DAYS)
    deadlines = select(Deadline.case_id.label("case_id"), Deadline.due_on.label("due_on")).where(
        Deadline.removed_at.is_(None), Deadline.settled_on.is_(None), Deadline.due_on <= until
    )
    tasks = select(Task.case_id, Task.due_on).where(
        Task.removed_at.is_(None), Task.done_at.is_(None), Task.due_on <= until, Task.case_id.is_not(None)
    )
    due = union_all(deadlines, tasks).subquery()
    late = func.count().filter(due.c.due_on < day)
    first = func.min(type_coerce(due.c.due_on, String))
    query = select(_key(due.c.case_id), late, func.count() - late, first).group_by(due.c.case_id)
    return {key: (overdue, coming, on) for key, overdue, coming, on in session.execute(query)}
