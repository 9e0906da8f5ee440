"""The questions behind the rules of data quality, in SQL.

Each gives for every doubtful record ``record_id``, the ``case_id`` it belongs to (or none), and ``first`` and
``second``, which the rule's sentence tells.  All are asked at 100,000 cases, so each reads as few columns as it can.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    cast,
    exists,
    extract,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
)

from zwk_barrier.casework.pending import silent_since
from zwk_barrier.casework.whose import EVERYTHING
from zwk_barrier.model import (
    Application,
    Building,
    CaseFile,
    Contact,
    Dwelling,
    JournalEntry,
    Measure,
    Person,
    SearchEntry,
    Visit,
)

Found: TypeAlias = Select[*tuple[Any, ...]]

OLDEST: Final = 115
"""An age in years that nobody in an advice centre has reached yet."""

_UNFINISHED_DAYS: Final = 14
_UNCHANGED_DAYS: Final = 365
_OPEN_STATES: Final = (
    *("empfohlen", "von_klient_gewuenscht", "zurueckgestellt"),
    *("beantragt", "bewilligt", "beauftragt", "in_arbeit"),
)
_GRANTED: Final = ("bewilligt_voll", "bewilligt_teil")
_DECIDED: Final = (*_GRANTED, "abgelehnt")
_RENTED: Final = ("miete_privat", "miete_wohnungsuntern", "miete_genossenschaft", "sozialwohnung")
_OWNED: Final = ("eigentum_haus", "eigentum_etw")


@dataclass(frozen=True, slots=True)
class Asked:
    """On which day somebody asks, and after how many days without contact a case counts as silent."""

    day: date
    silence_days: int


def _found(
    record: Any, case: Any, first: ColumnElement[Any] | None = None, second: ColumnElement[Any] | None = None
) -> Found:
    return select(
        record.label("record_id"),
        case.label("case_id"),
        (null() if first is None else first).label("first"),
        (null() if second is None else second).label("second"),
    )


def _day_of(moment: Any) -> ColumnElement[date]:
    return func.date(moment, type_=Date)


def _days(column: Any) -> ColumnElement[date]:
    """A kept day as text: compared with ``func.date`` letter by letter, read back as a day."""
    return type_coerce(column, Date)


_opened: Final = _day_of(CaseFile.opened_at)
_born: Final = func.coalesce(extract("year", Person.born_on), Person.birth_year)


def _of_case(*conditions: ColumnElement[bool], first: Any = None, second: Any = None) -> Found:
    return _found(CaseFile.id, CaseFile.id, _opened if first is None else first, second).where(
        CaseFile.removed_at.is_(None), *conditions
    )


def _of_person(*conditions: ColumnElement[bool], first: Any = None, second: Any = None) -> Found:
    return _of_case(*conditions, first=first, second=second).join(Person, Person.id == CaseFile.person_id)


def _of_dwelling(*conditions: ColumnElement[bool]) -> Found:
    return _of_case(*conditions).join(Dwelling, Dwelling.id == CaseFile.dwelling_id)


def _below(record: Any, *conditions: ColumnElement[bool], first: Any = None, second: Any = None) -> Found:
    """Records of a case that is still there."""
    return (
        _found(record.id, record.case_id, _opened if first is None else first, second)
        .join(CaseFile, CaseFile.id == record.case_id)
        .where(CaseFile.removed_at.is_(None), record.removed_at.is_(None), *conditions)
    )


def no_area(_asked: Asked) -> Found:
    """Cases whose dwelling lies nowhere."""
    return _of_dwelling(Building.area.is_(None)).join(Building, Building.id == Dwelling.building_id)


def no_birth(_asked: Asked) -> Found:
    """Cases of persons of unknown age."""
    return _of_person(Person.born_on.is_(None), Person.birth_year.is_(None))


def contact_without_area(_asked: Asked) -> Found:
    """Short contacts without a case and without a place."""
    return _found(Contact.id, null(), _day_of(Contact.happened_at)).where(
        Contact.removed_at.is_(None), Contact.case_id.is_(None), Contact.area.is_(None)
    )


def visit_too_early(_asked: Asked) -> Found:
    """Visits before the case came in."""
    return _below(Visit, Visit.visited_on < _opened, first=_days(Visit.visited_on), second=_opened)


def closed_too_early(_asked: Asked) -> Found:
    """Cases closed before they came in."""
    return _of_case(CaseFile.closed_on < _opened, first=_days(CaseFile.closed_on), second=_opened)


def born_ahead(asked: Asked) -> Found:
    """Persons born after today."""
    ahead = or_(Person.born_on > asked.day, Person.birth_year > asked.day.year)
    return _of_person(ahead, first=cast(_born, Integer))


def too_old(_asked: Asked) -> Found:
    """Persons older than anybody was when their case came in."""
    opened = extract("year", CaseFile.opened_at)
    return _of_person(_born < opened - OLDEST, first=cast(_born, Integer), second=cast(opened, Integer))


def done_too_early(_asked: Asked) -> Found:
    """A measure is recommended at its visit; one without a visit, in its case."""
    recommended = func.coalesce(Visit.visited_on, _opened, type_=Date)
    found = _below(Measure, Measure.done_on < recommended, first=_days(Measure.done_on), second=recommended)
    return found.outerjoin(Visit, Visit.id == Measure.visit_id)


def care_without_household(_asked: Asked) -> Found:
    """The highest care grade and no word about the household."""
    return _of_person(Person.care_grade == "5", Person.household_form.is_(None))


def tenant_without_landlord(_asked: Asked) -> Found:
    """Tenants of nobody."""
    return _of_dwelling(Dwelling.tenure.in_(_RENTED), Dwelling.landlord.is_(None))


def owner_with_landlord(_asked: Asked) -> Found:
    """Owners who have a landlord."""
    return _of_dwelling(Dwelling.tenure.in_(_OWNED), Dwelling.landlord.is_not(None))


def notice_without_application(_asked: Asked) -> Found:
    """Decided applications that were never sent."""
    begun = (Application.applied_on, Application.received_on, Application.lodged_elsewhere_on)
    return _below(Application, Application.notice.in_(_DECIDED), *(day.is_(None) for day in begun))


def granted_without_amount(_asked: Asked) -> Found:
    """Grants of nothing."""
    return _below(Application, Application.notice.in_(_GRANTED), Application.amount_granted.is_(None))


def closed_without_outcome(_asked: Asked) -> Found:
    """Closed cases without outcome or day."""
    return _of_case(
        CaseFile.status == "closed", or_(CaseFile.outcome.is_(None), CaseFile.closed_on.is_(None))
    )


def done_without_day(_asked: Asked) -> Found:
    """Measures carried out on no day."""
    return _below(Measure, Measure.status == "umgesetzt", Measure.done_on.is_(None), first=Measure.title)


def not_done_without_reason(_asked: Asked) -> Found:
    """Measures given up without a reason."""
    reason = Measure.not_done_reason.is_(None)
    return _below(Measure, Measure.status == "nicht_umgesetzt", reason, first=Measure.title)


def silent(asked: Asked) -> Found:
    """Running cases nobody has heard from for long."""
    found = silent_since(EVERYTHING, asked.day, asked.silence_days).subquery()
    return _found(found.c.id, found.c.id, _day_of(found.c.since))


def unfinished(asked: Asked) -> Found:
    """Visits made and never finished."""
    limit = asked.day - timedelta(days=_UNFINISHED_DAYS)
    return _below(Visit, Visit.finished_on.is_(None), Visit.visited_on < limit, first=_days(Visit.visited_on))


def unchanged(asked: Asked) -> Found:
    """Measures of running cases that stand where they stood a year ago."""
    limit = datetime.combine(asked.day - timedelta(days=_UNCHANGED_DAYS), time()).astimezone()
    moved = select(literal(1)).where(
        JournalEntry.row_id == Measure.id,
        JournalEntry.column_name == "status",
        JournalEntry.at >= type_coerce(limit, CaseFile.opened_at.type),
    )
    return _below(
        Measure,
        CaseFile.status != "closed",
        Measure.status.in_(_OPEN_STATES),
        Measure.created_at < limit,
        ~exists(moved),
        first=Measure.title,
    )


def perhaps_twice(_asked: Asked) -> Found:
    """Different persons of one name born on one day, or in one year where only that is known."""
    names = select(SearchEntry.subject_id, SearchEntry.names).where(SearchEntry.kind == "case")
    named = names.where(SearchEntry.names.contains(" ")).subquery()
    born = func.coalesce(type_coerce(Person.born_on, String), cast(Person.birth_year, String))
    same = (
        select(named.c.names, born.label("born"))
        .join(CaseFile, CaseFile.id == named.c.subject_id)
        .join(Person, Person.id == CaseFile.person_id)
        .where(born.is_not(None))
        .group_by(named.c.names, born)
        .having(func.count(func.distinct(CaseFile.person_id)) > 1)
        .subquery()
    )
    found = _of_person(born == same.c.born, first=born)
    return found.join(named, named.c.subject_id == CaseFile.id).join(same, same.c.names == named.c.names)
