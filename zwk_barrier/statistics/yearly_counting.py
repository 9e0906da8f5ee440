"""One-dimensional counts of a year, straight from the data as they are now: unprotected, for inside only.

The tables are chosen so that no two share a number but the total they are counted from, and nothing is
counted twice in different ways: what :mod:`zwk_barrier.statistics.protection` hides in one table must not be
told by another.  Home visits, for instance, are counted as such and not once more among the contacts.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Executable, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from zwk_barrier.model import Building, CaseFile, Contact, Dwelling, Measure, Office, Person, Visit
from zwk_barrier.reference.areas import ELSEWHERE, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.ages import age_group, age_on
from zwk_barrier.statistics.wordings import figure_title, table_title
from zwk_barrier.wording import _

Condition = ColumnElement[bool]

_VISIT: Final = "hausbesuch"
_QUARTERS: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the overview; ``part_of`` names the figures of which it is a part."""

    name: str
    title: str
    count: int
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by the values of one dimension; ``of`` names the figure whose parts they are."""

    name: str
    title: str
    of: str
    lines: tuple[tuple[str, str, int], ...]
    """Code, label and count, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year as moments of UTC; its days are those of this computer's zone."""

    number: int

    @property
    def begin(self) -> datetime:
        """The first moment of the year."""
        return datetime(self.number, 1, 1).astimezone(UTC)

    @property
    def end(self) -> datetime:
        """The first moment of the next year."""
        return datetime(self.number + 1, 1, 1).astimezone(UTC)

    @property
    def first_day(self) -> date:
        """1 January."""
        return date(self.number, 1, 1)

    @property
    def last_day(self) -> date:
        """31 December."""
        return date(self.number, 12, 31)


def count_figures(session: Session, year: Year) -> tuple[Figure, ...]:
    """The numbers of the overview."""

    def count(query: Select[Any]) -> int:
        return session.scalar(select(func.count()).select_from(query.subquery())) or 0

    fresh = count(select(CaseFile.id).where(*_opened(year)))
    numbers = {
        "first_requests": fresh + count(select(Contact.id).where(*_without_case(year))),
        "new_cases": fresh,
        "cases": count(select(CaseFile.id).where(*_served(year))),
        "closed_cases": count(select(CaseFile.id).where(*_closed(year))),
        "contacts": count(select(Contact.id).where(*_spoken(year))),
        "visits": count(select(Visit.id).where(*_visited(year))),
        "measures": count(_measures(year, Measure.id)),
    }
    parts = {"new_cases": ("cases", "first_requests"), "closed_cases": ("cases",)}
    return tuple(
        Figure(name, figure_title(name), number, parts.get(name, ())) for name, number in numbers.items()
    )


def count_tables(session: Session, year: Year) -> tuple[Table, ...]:
    """Every table of the year; a case that was counted in ``cases`` stands in each of its tables once."""
    return (
        _requests_by_channel(session, year),
        _cases_by_district(session, year),
        _cases_by_age(session, year),
        *(
            _by_code(session, name, "cases", _of_cases(year, column), code_list)
            for name, column, code_list in (
                ("cases_by_gender", Person.gender, "gender"),
                ("cases_by_care_grade", Person.care_grade, "care_grade"),
                ("cases_by_household", Person.household_form, "household_form"),
                ("cases_by_tenure", Dwelling.tenure, "tenure"),
                ("cases_by_occasion", CaseFile.main_occasion, "occasion"),
            )
        ),
        _by_code(
            session,
            "closed_cases_by_outcome",
            "closed_cases",
            select(CaseFile.outcome, func.count()).where(*_closed(year)).group_by(CaseFile.outcome),
            "outcome",
        ),
        _by_code(
            session,
            "contacts_by_kind",
            "contacts",
            select(Contact.kind, func.count()).where(*_spoken(year)).group_by(Contact.kind),
            "contact_kind",
            without=_VISIT,
        ),
        _visits_by_quarter(session, year),
        *(
            _by_code(
                session, name, "measures", _measures(year, column, func.count()).group_by(column), code_list
            )
            for name, column, code_list in (
                ("measures_by_status", Measure.status, "measure_status"),
                ("measures_by_kind", Measure.kind, "measure_kind"),
            )
        ),
    )


def _opened(year: Year) -> tuple[Condition, ...]:
    return CaseFile.removed_at.is_(None), CaseFile.opened_at >= year.begin, CaseFile.opened_at < year.end


def _closed(year: Year) -> tuple[Condition, ...]:
    """Closed within the year; the year it was opened in does not matter."""
    return (
        CaseFile.removed_at.is_(None),
        CaseFile.opened_at < year.end,
        CaseFile.status == "closed",
        CaseFile.closed_on.between(year.first_day, year.last_day),
    )


def _served(year: Year) -> tuple[Condition, ...]:
    """A case counts in a year when it was open on at least one day of it."""
    return (
        CaseFile.removed_at.is_(None),
        CaseFile.opened_at < year.end,
        CaseFile.closed_on.is_(None) | (CaseFile.closed_on >= year.first_day),
    )


def _within(year: Year) -> tuple[Condition, ...]:
    return Contact.removed_at.is_(None), Contact.happened_at >= year.begin, Contact.happened_at < year.end


def _spoken(year: Year) -> tuple[Condition, ...]:
    return *_within(year), Contact.kind.is_(None) | (Contact.kind != _VISIT)


def _without_case(year: Year) -> tuple[Condition, ...]:
    return *_within(year), Contact.case_id.is_(None)


def _visited(year: Year) -> tuple[Condition, ...]:
    """A visit that was made: those still to come are planned for a day, too."""
    days = Visit.visited_on.between(year.first_day, min(year.last_day, datetime.now().astimezone().date()))
    return Visit.removed_at.is_(None), days


def _measures(year: Year, *columns: Any) -> Select[Any]:
    """Measures by the day of the visit they were recommended at, else the day they were written down."""
    recommended = func.coalesce(func.date(Visit.visited_on), func.date(Measure.created_at, "localtime"))
    return (
        select(*columns)
        .select_from(Measure)
        .outerjoin(Visit, Visit.id == Measure.visit_id)
        .where(
            Measure.removed_at.is_(None),
            recommended.between(year.first_day.isoformat(), year.last_day.isoformat()),
        )
    )


def _of_cases(year: Year, *columns: InstrumentedAttribute[Any]) -> Select[Any]:
    return (
        select(*columns, func.count())
        .select_from(CaseFile)
        .join(Person, Person.id == CaseFile.person_id)
        .join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(*_served(year))
        .group_by(*columns)
    )


def _requests_by_channel(session: Session, year: Year) -> Table:
    found: Counter[Any] = Counter()
    for query in (
        select(CaseFile.channel, func.count()).where(*_opened(year)).group_by(CaseFile.channel),
        select(Contact.channel, func.count()).where(*_without_case(year)).group_by(Contact.channel),
    ):
        found.update(dict(_pairs(session, query)))
    return _coded("first_requests_by_channel", "first_requests", found, "channel")


def _cases_by_district(session: Session, year: Year) -> Table:
    areas = load_areas(session.scalars(select(Office.region)).first() or "bremerhaven")
    found: Counter[Any] = Counter()
    for key, count in _pairs(session, _of_cases(year, Building.area)):
        area = areas.district(key) or areas.get(key)
        found[None if area is None else area.key] += count
    keys = [area.key for area in areas if area == areas.district(area.key) or area.level == ELSEWHERE]
    return _table("cases_by_district", "cases", found, keys, areas.label)


def _cases_by_age(session: Session, year: Year) -> Table:
    found: Counter[Any] = Counter()
    for born, birth_year, count in session.execute(_of_cases(year, Person.born_on, Person.birth_year)):
        found[age_group(age_on(year.last_day, born, birth_year))] += count
    return _coded("cases_by_age", "cases", found, "age_group")


def _visits_by_quarter(session: Session, year: Year) -> Table:
    month = func.strftime("%m", Visit.visited_on)
    found = dict.fromkeys(_QUARTERS, 0)
    for number, count in _pairs(session, select(month, func.count()).where(*_visited(year)).group_by(month)):
        found[(int(number) + 2) // 3] += count
    lines = ((str(key), _("{number}. Quartal").format(number=key), count) for key, count in found.items())
    name = "visits_by_quarter"
    return Table(name, table_title(name), "visits", tuple(lines))


def _by_code(
    session: Session, name: str, of: str, query: Executable, code_list: str, *, without: str = ""
) -> Table:
    return _coded(name, of, Counter(dict(_pairs(session, query))), code_list, without=without)


def _pairs(session: Session, query: Executable) -> list[tuple[Any, int]]:
    return [(value, count) for value, count in session.execute(query)]


def _coded(name: str, of: str, found: Counter[Any], code_list: str, *, without: str = "") -> Table:
    codes = load_code_list(code_list)
    return _table(name, of, found, [code.code for code in codes if code.code != without], codes.label)


def _table(
    name: str, of: str, found: Counter[Any], order: Iterable[str], label: Callable[[str], str]
) -> Table:
    """The counts in their order; what no code stands for comes last."""
    keys = list(order)
    lines = [(key, label(key), found.get(key, 0)) for key in keys]
    rest = sum(count for key, count in found.items() if key not in keys)
    unknown = next((place for place, line in enumerate(lines) if line[0] == "unbekannt"), None)
    if unknown is not None:
        key, text, count = lines[unknown]
        lines[unknown] = (key, text, count + rest)
    else:
        lines.append(("", _("nicht angegeben"), rest))
    return Table(name, table_title(name), of, tuple(lines))
