"""The hours of work month by month: typed, taken over from the month before, proposed from what was recorded.

Direct is what was done with and for people (contacts, home visits, consultation hours), indirect every other
activity, travel the way to all of them.  A proposal is only as complete as what was recorded; nobody but a person
makes a figure of it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from zwk_barrier.casework.network.activities import OUTREACH
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Activity, Contact, Staff, StaffMonth, Visit
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

FULL_POST: Final = 100
_TAKEN_OVER: Final = ("share", "cost")
_PROPOSED: Final = ("direct_minutes", "indirect_minutes", "travel_minutes")
_DIRECT: Final = (OUTREACH, "institutionsberatung")


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes of one month: with people, other work, on the way."""

    direct_minutes: int = 0
    indirect_minutes: int = 0
    travel_minutes: int = 0

    @property
    def total(self) -> int:
        """All of it together."""
        return self.direct_minutes + self.indirect_minutes + self.travel_minutes

    def __add__(self, other: "Hours") -> "Hours":
        """Both together."""
        return Hours(
            self.direct_minutes + other.direct_minutes,
            self.indirect_minutes + other.indirect_minutes,
            self.travel_minutes + other.travel_minutes,
        )


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """One person in one month: what is kept, if anything, and what was recorded elsewhere."""

    staff_id: UUID
    name: str
    row: StaffMonth | None
    proposed: Hours

    @property
    def kept(self) -> Hours:
        """What is kept, nothing counting as zero."""
        row = self.row
        return Hours() if row is None else Hours(*(getattr(row, name) or 0 for name in _PROPOSED))


@dataclass(frozen=True, slots=True)
class MonthSum:
    """One month of the year in one line: the share of full posts in percent, hours, cost in cents."""

    month: date
    share: int
    hours: Hours
    cost: int


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """One month of everybody, and its year."""

    month: date
    people: tuple[PersonMonth, ...]
    year: tuple[MonthSum, ...]
    can_take_over: bool


def first_of_month(day: date, months: int = 0) -> date:
    """The first day of the month so many months after that of ``day``."""
    year, place = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, place + 1, 1)


def load_month(session: Session, month: date) -> MonthSheet:
    """A month as its page shows it: everybody who works here now or has something kept in it."""
    rows = {row.staff_id: row for row in _rows(session, month)}
    proposed = proposals(session, month)
    staff = session.scalars(select(Staff).order_by(Staff.name)).all()
    people = tuple(
        PersonMonth(one.id, one.name, rows.get(one.id), proposed.get(one.id, Hours()))
        for one in staff
        if one.removed_at is None or one.id in rows
    )
    before = {row.staff_id for row in _rows(session, first_of_month(month, -1)) if row.share is not None}
    missing = any(one.staff_id in before and (one.row is None or one.row.share is None) for one in people)
    return MonthSheet(month, people, year_sums(session, month.year), missing)


def year_sums(session: Session, year: int) -> tuple[MonthSum, ...]:
    """The months of a year in which something is kept."""
    amounts = ("share", *_PROPOSED, "cost")
    query = (
        select(StaffMonth.month, *(func.coalesce(func.sum(getattr(StaffMonth, name)), 0) for name in amounts))
        .where(
            StaffMonth.removed_at.is_(None), StaffMonth.month.between(date(year, 1, 1), date(year, 12, 31))
        )
        .group_by(StaffMonth.month)
        .order_by(StaffMonth.month)
    )
    return tuple(
        MonthSum(month, share, Hours(direct, indirect, travel), cost)
        for month, share, direct, indirect, travel, cost in session.execute(query)
    )


def keep_hours(store: OfficeStore, month: date, staff_id: UUID, **values: Any) -> tuple[Changed, UUID]:
    """Keeps values of one person's month, which becomes a row with the first of them; raises InputProblem."""
    with store.deed("staff_month_kept") as deed:
        row = _row_of(deed.session, month, staff_id)
        for name, value in clean(StaffMonth, values).items():
            setattr(row, name, value)
        deed.session.flush()
    return deed.changed, row.id


def take_over(store: OfficeStore, month: date) -> Changed:
    """Takes share and cost of everybody over from the month before, where this one says nothing yet."""
    with store.deed("staff_month_taken_over") as deed:
        for before in _rows(deed.session, first_of_month(month, -1)):
            if before.staff_id is not None and any(getattr(before, name) is not None for name in _TAKEN_OVER):
                row = _row_of(deed.session, month, before.staff_id)
                for name in _TAKEN_OVER:
                    if getattr(row, name) is None:
                        setattr(row, name, getattr(before, name))
        deed.session.flush()
    return deed.changed


def take_proposal(store: OfficeStore, month: date, staff_id: UUID) -> Changed:
    """Keeps what was recorded elsewhere as the hours of one person's month, in place of what stood there."""
    with store.deed("staff_month_proposed") as deed:
        get(deed.session, Staff, staff_id)
        proposed = proposals(deed.session, month).get(staff_id, Hours())
        row = _row_of(deed.session, month, staff_id)
        for name in _PROPOSED:
            setattr(row, name, getattr(proposed, name))
        deed.session.flush()
    return deed.changed


def proposals(session: Session, month: date) -> dict[UUID, Hours]:
    """What contacts, visits and activities of a month say about the hours of each person."""
    sums: dict[UUID, Hours] = defaultdict(Hours)
    for staff_id, *minutes in session.execute(_recorded(month)):
        sums[staff_id] += Hours(*minutes)
    return dict(sums)


def _recorded(month: date) -> Any:
    """Minutes by person from the three places where they are recorded.

    A home visit is often written down as a contact of the same case and day too: then the visit counts.
    """
    first, after = first_of_month(month), first_of_month(month, 1)
    last = after - timedelta(days=1)
    seen = (
        select(literal(1))
        .where(
            Visit.case_id == Contact.case_id,
            Visit.removed_at.is_(None),
            Visit.minutes.is_not(None),
            Visit.visited_on == func.date(Contact.happened_at, "localtime"),
            Contact.kind == "hausbesuch",
        )
        .exists()
    )
    parts = (
        _sums(Contact, Contact.minutes, literal(0)).where(
            Contact.happened_at >= _midnight(first), Contact.happened_at < _midnight(after), ~seen
        ),
        _sums(Visit, Visit.minutes, literal(0)).where(Visit.visited_on.between(first, last)),
        _sums(
            Activity,
            case((Activity.kind.in_(_DIRECT), Activity.minutes), else_=0),
            case((or_(Activity.kind.is_(None), Activity.kind.not_in(_DIRECT)), Activity.minutes), else_=0),
        ).where(Activity.held_on.between(first, last)),
    )
    return union_all(*parts)


def _sums(record: Any, direct: Any, indirect: Any) -> Any:
    amounts = (direct, indirect, record.travel_minutes)
    return (
        select(record.staff_id, *(func.coalesce(func.sum(amount), 0) for amount in amounts))
        .where(and_(record.removed_at.is_(None), record.staff_id.is_not(None)))
        .group_by(record.staff_id)
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)


def _rows(session: Session, month: date) -> Iterable[StaffMonth]:
    query = select(StaffMonth).where(StaffMonth.month == month, StaffMonth.removed_at.is_(None))
    return session.scalars(query).all()


def _row_of(session: Session, month: date, staff_id: UUID) -> StaffMonth:
    row = next((each for each in _rows(session, month) if each.staff_id == staff_id), None)
    if row is None:
        row = StaffMonth(month=first_of_month(month), staff_id=staff_id)
        session.add(row)
    return row
