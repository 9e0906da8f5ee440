"""Work without a case: talks, trainings, networks, advice to institutions, hours in a quarter, press.

Nothing here is about a person who is advised, so the figures are exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, String, extract, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.alphabet import like_patterns
from zwk_barrier.casework.records import clean
from zwk_barrier.model import Activity, Staff
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

OUTREACH: Final = "sprechstunde"
"""The code of activity_kind for consultation hours in a quarter."""

_SEARCHED: Final = (Activity.title, Activity.place, Activity.partner, Activity.note)


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """Which activities to list; an empty part does not filter, ``area`` takes everything below it."""

    year: int | None = None
    kind: str | None = None
    area: str | None = None
    words: str = ""

    @property
    def is_all(self) -> bool:
        """Whether nothing is filtered."""
        return self == ActivityFilter()


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line of the list; codes as they are kept, minutes with preparation."""

    id: UUID
    held_on: date | None
    kind: str | None
    title: str
    area: str | None
    place: str
    participants: int | None
    advised: int | None
    minutes: int | None
    staff: str


@dataclass(frozen=True, slots=True)
class ActivityTotals:
    """Sums over what is listed; minutes of work and of travel."""

    count: int = 0
    participants: int = 0
    advised: int = 0
    minutes: int = 0
    travel_minutes: int = 0


def begin_activity(store: OfficeStore, day: date, **values: Any) -> tuple[Changed, UUID]:
    """Keeps the first thing known about an activity; it is on ``day`` and of the person logged in, unless said."""
    known = {"held_on": day, "staff_id": store.staff_id, **clean(Activity, values)}
    with store.deed("activity_added") as deed:
        activity = Activity(**known)
        deed.session.add(activity)
        deed.session.flush()
    return deed.changed, activity.id


def activity_keys(session: Session, wanted: ActivityFilter, *, newest_first: bool = True) -> Sequence[str]:
    """The hexadecimal keys of the activities to list, by their day; those without a day come last."""
    day = Activity.held_on.desc() if newest_first else Activity.held_on.asc()
    last = Activity.id.desc() if newest_first else Activity.id.asc()
    query = select(type_coerce(Activity.id, String)).where(*_conditions(wanted))
    return list(session.scalars(query.order_by(day.nulls_last(), last)))


def activity_rows(session: Session, ids: Sequence[UUID]) -> list[ActivityRow]:
    """The lines for these activities, in the order asked for."""
    query = (
        select(Activity, Staff.name)
        .outerjoin(Staff, Staff.id == Activity.staff_id)
        .where(Activity.id.in_(ids))
    )
    found = {activity.id: _row(activity, staff) for activity, staff in session.execute(query)}
    return [found[row_id] for row_id in ids if row_id in found]


def activity_totals(session: Session, wanted: ActivityFilter) -> ActivityTotals:
    """The sums over the activities to list."""
    sums = (
        func.coalesce(func.sum(column), 0)
        for column in (Activity.participants, Activity.advised, Activity.minutes, Activity.travel_minutes)
    )
    row = session.execute(select(func.count(Activity.id), *sums).where(*_conditions(wanted))).one()
    return ActivityTotals(*(amount or 0 for amount in tuple(row)))


def activity_years(session: Session) -> list[int]:
    """The years in which there was something, the latest first."""
    year = extract("year", Activity.held_on)
    query = select(year).where(Activity.removed_at.is_(None), Activity.held_on.is_not(None)).distinct()
    return sorted((int(each) for each in session.scalars(query)), reverse=True)


def _conditions(wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Activity.removed_at.is_(None)]
    if wanted.year is not None:
        conditions.append(Activity.held_on.between(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    if wanted.kind:
        conditions.append(Activity.kind == wanted.kind)
    if wanted.area:
        conditions.append(Activity.area.startswith(wanted.area, autoescape=True))
    for word in wanted.words.split():
        patterns = like_patterns(word)
        conditions.append(
            or_(*(text.like(pattern, escape="\\") for text in _SEARCHED for pattern in patterns))
        )
    return conditions


def _row(activity: Activity, staff: str | None) -> ActivityRow:
    return ActivityRow(
        activity.id,
        activity.held_on,
        activity.kind,
        activity.title or "",
        activity.area,
        activity.place or "",
        activity.participants,
        activity.advised,
        activity.minutes,
        staff or "",
    )
