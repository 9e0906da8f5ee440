"""One-dimensional counts of a year, straight from the data as they are now."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from zwk_barrier.model import Building, CaseFile, Contact, Dwelling, Measure, Office, Person, Visit
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.ages import age_group, age_on
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by the values of one dimension; ``definition`` says what one unit is.

    ``whole`` is the row of the overview that repeats this table's total, or empty.
    """

    name: str
    title: str
    definition: str
    counts: tuple[tuple[str, int], ...]
    whole: str = ""

    @property
    def total(self) -> int:
        """The sum of all counts."""
        return sum(count for _label, count in self.counts)


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


def count_all(session: Session, number: int) -> list[Table]:
    """Every table of a year, unprotected: for :mod:`zwk_barrier.statistics.protection` only."""
    year = Year(number)
    served = _served_cases(year)
    return [
        _overview(session, year),
        _by_code(
            session,
            "contacts_by_kind",
            _("Kontakte nach Art"),
            _contact_text(),
            _contacts(year),
            "contact_kind",
        ),
        _by_area(session, served),
        _by_age(session, served, year),
        _by_code(
            session,
            "cases_by_care_grade",
            _("Fälle nach Pflegegrad"),
            _case_text(),
            select(Person.care_grade).join(CaseFile, CaseFile.person_id == Person.id).where(*served),
            "care_grade",
        ),
        _by_code(
            session,
            "measures_by_status",
            _("Maßnahmen nach Stand"),
            _("Maßnahme: bei einem Hausbesuch oder im Fall empfohlen, im Jahr angelegt."),
            select(Measure.status).where(
                Measure.removed_at.is_(None), Measure.created_at >= year.begin, Measure.created_at < year.end
            ),
            "measure_status",
        ),
    ]


def _overview(session: Session, year: Year) -> Table:
    opened = (CaseFile.opened_at >= year.begin, CaseFile.opened_at < year.end)
    closed = (CaseFile.closed_on >= year.first_day, CaseFile.closed_on <= year.last_day)
    contacts = _contacts(year).subquery()
    standing = CaseFile.removed_at.is_(None)
    numbers = (
        (_("Neue Fälle"), select(func.count()).select_from(CaseFile).where(standing, *opened)),
        (_("Abgeschlossene Fälle"), select(func.count()).select_from(CaseFile).where(standing, *closed)),
        (_all_cases(), select(func.count()).select_from(CaseFile).where(*_served_cases(year))),
        (_all_contacts(), select(func.count()).select_from(contacts)),
        (
            _("Kurzkontakte ohne Fall"),
            select(func.count()).select_from(_contacts(year).where(Contact.case_id.is_(None)).subquery()),
        ),
        (
            _("Hausbesuche"),
            select(func.count())
            .select_from(Visit)
            .where(Visit.removed_at.is_(None), Visit.visited_on.between(year.first_day, year.last_day)),
        ),
    )
    counts = tuple((label, session.scalar(query) or 0) for label, query in numbers)
    return Table("overview", _("Überblick"), _("Jede Zeile zählt für sich."), counts)


def _served_cases(year: Year) -> tuple[Any, ...]:
    """A case counts in a year when it was open on at least one day of it."""
    return (
        CaseFile.removed_at.is_(None),
        CaseFile.opened_at < year.end,
        CaseFile.closed_on.is_(None) | (CaseFile.closed_on >= year.first_day),
    )


def _contacts(year: Year) -> Select[Any]:
    return select(Contact.kind).where(
        Contact.removed_at.is_(None), Contact.happened_at >= year.begin, Contact.happened_at < year.end
    )


def _by_code(
    session: Session, name: str, title: str, definition: str, query: Select[Any], code_list: str
) -> Table:
    codes = load_code_list(code_list)
    found = Counter(session.scalars(query))
    order = [code.code for code in codes]
    whole = {"contacts_by_kind": _all_contacts(), "cases_by_care_grade": _all_cases()}.get(name, "")
    return Table(name, title, definition, _labelled(found, order, codes.label), whole)


def _by_area(session: Session, served: tuple[Any, ...]) -> Table:
    region = session.scalar(select(Office.region).limit(1)) or "bremerhaven"
    areas = load_areas(region)
    query = (
        select(Building.area)
        .join(Dwelling, Dwelling.building_id == Building.id)
        .join(CaseFile, CaseFile.dwelling_id == Dwelling.id)
        .where(*served)
    )
    districts = Counter(_district(areas.district(key)) for key in session.scalars(query))
    order = list(dict.fromkeys(_district(areas.district(area.key)) for area in areas))
    label: Callable[[str], str] = areas.label
    return Table(
        "cases_by_district", _("Fälle nach Stadtteil"), _case_text(), _labelled(districts, order, label)
    )


def _district(area: Any) -> str | None:
    return None if area is None else area.key


def _by_age(session: Session, served: tuple[Any, ...], year: Year) -> Table:
    query = (
        select(Person.born_on, Person.birth_year)
        .join(CaseFile, CaseFile.person_id == Person.id)
        .where(*served)
    )
    groups = Counter(
        age_group(age_on(year.last_day, born, birth_year)) for born, birth_year in session.execute(query)
    )
    codes = load_code_list("age_group")
    order = [code.code for code in codes]
    return Table(
        "cases_by_age",
        _("Fälle nach Alter"),
        _case_text(),
        _labelled(groups, order, codes.label),
        _all_cases(),
    )


def _labelled(
    found: Counter[Any], order: Iterable[Any], label: Callable[[Any], str]
) -> tuple[tuple[str, int], ...]:
    known = [key for key in order if key is not None]
    lines = [(label(key), found.get(key, 0)) for key in known]
    rest = sum(count for key, count in found.items() if key not in known)
    return (*lines, (_("nicht angegeben"), rest))


def _case_text() -> str:
    return _(
        "Fall: eine Person mit einer Wohnung und einem Anliegen, an mindestens einem Tag des Jahres offen."
    )


def _contact_text() -> str:
    return _("Kontakt: jede direkte Verständigung in beide Richtungen, im Jahr.")


def _all_cases() -> str:
    return _("Fälle im Jahr")


def _all_contacts() -> str:
    return _("Kontakte")
