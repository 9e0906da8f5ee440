"""The questions about a case itself: each is a condition, so that all of them are counted in one pass.

A pass over 100,000 cases with their persons and dwellings takes as long as three of these questions alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import ColumnElement, Date, Integer, Select, case, cast, extract, func, null, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.model import Building, CaseFile, Dwelling, Person

Found: TypeAlias = Select[*tuple[Any, ...]]
Part = Literal["case", "person", "dwelling", "building"]

OLDEST: Final = 115
"""An age in years that nobody in an advice centre has reached yet."""

_RENTED: Final = ("miete_privat", "miete_wohnungsuntern", "miete_genossenschaft", "sozialwohnung")
_OWNED: Final = ("eigentum_haus", "eigentum_etw")


@dataclass(frozen=True, slots=True)
class Asked:
    """On which day somebody asks, and after how many days without contact a case counts as silent."""

    day: date
    silence_days: int


def asking_for(
    record: Any,
    case_id: Any,
    first: ColumnElement[Any] | None = None,
    second: ColumnElement[Any] | None = None,
) -> Found:
    """The four columns every question gives, see ``quality_questions``."""
    return select(
        record.label("record_id"),
        case_id.label("case_id"),
        (null() if first is None else first).label("first"),
        (null() if second is None else second).label("second"),
    )


def day_of(moment: Any) -> ColumnElement[date]:
    """The day of a kept moment."""
    return func.date(moment, type_=Date)


OPENED: Final = day_of(CaseFile.opened_at)
_CLOSED: Final = func.date(CaseFile.closed_on, type_=Date)
_BORN: Final = func.coalesce(extract("year", Person.born_on), Person.birth_year)
_ASKED_IN: Final = extract("year", CaseFile.opened_at)


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """Asks for cases by a condition on the case or on its person, dwelling or building (``part``)."""

    part: Part
    is_doubtful: Callable[[Asked], ColumnElement[bool]]
    first: Any = None
    second: Any = None

    def __call__(self, asked: Asked) -> Found:
        """The question as every rule asks it."""
        query = asking_for(
            CaseFile.id, CaseFile.id, OPENED if self.first is None else self.first, self.second
        )
        return _with(query, self.part).where(CaseFile.removed_at.is_(None), self.is_doubtful(asked))


def count_together(
    session: Session, asked: Asked, questions: Mapping[str, CaseQuestion]
) -> Mapping[str, int]:
    """How many cases each of these questions finds, by its name."""
    sums = [func.sum(case((one.is_doubtful(asked), 1), else_=0)) for one in questions.values()]
    query = _with(_with(select(*sums).select_from(CaseFile), "person"), "building")
    counts = session.execute(query.where(CaseFile.removed_at.is_(None))).one()
    return {name: count or 0 for name, count in zip(questions, counts, strict=True)}


def _with(query: Select[Any], part: Part) -> Select[Any]:
    """Joins what a question asks about, and what leads there."""
    if part == "person":
        return query.join(Person, Person.id == CaseFile.person_id)
    if part in ("dwelling", "building"):
        query = query.join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
    return query.join(Building, Building.id == Dwelling.building_id) if part == "building" else query


no_area: Final = CaseQuestion("building", lambda _asked: Building.area.is_(None))
"""Cases whose dwelling lies nowhere."""

no_birth: Final = CaseQuestion(
    "person", lambda _asked: Person.born_on.is_(None) & Person.birth_year.is_(None)
)
"""Cases of persons of unknown age."""

closed_too_early: Final = CaseQuestion("case", lambda _asked: CaseFile.closed_on < OPENED, _CLOSED, OPENED)
"""Cases closed before they came in."""

born_ahead: Final = CaseQuestion(
    "person",
    lambda asked: or_(Person.born_on > asked.day, Person.birth_year > asked.day.year),
    cast(_BORN, Integer),
)
"""Persons born after today."""

too_old: Final = CaseQuestion(
    "person", lambda _asked: _BORN < _ASKED_IN - OLDEST, cast(_BORN, Integer), cast(_ASKED_IN, Integer)
)
"""Persons older than anybody was when their case came in."""

care_without_household: Final = CaseQuestion(
    "person", lambda _asked: (Person.care_grade == "5") & Person.household_form.is_(None)
)
"""The highest care grade and no word about the household."""

tenant_without_landlord: Final = CaseQuestion(
    "dwelling", lambda _asked: Dwelling.tenure.in_(_RENTED) & Dwelling.landlord.is_(None)
)
"""Tenants of nobody."""

owner_with_landlord: Final = CaseQuestion(
    "dwelling", lambda _asked: Dwelling.tenure.in_(_OWNED) & Dwelling.landlord.is_not(None)
)
"""Owners who have a landlord."""

closed_without_outcome: Final = CaseQuestion(
    "case",
    lambda _asked: (
        (CaseFile.status == "closed") & or_(CaseFile.outcome.is_(None), CaseFile.closed_on.is_(None))
    ),
)
"""Closed cases without outcome or day."""
