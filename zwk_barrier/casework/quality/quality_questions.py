"""The questions behind the rules of data quality, in SQL; those about a case itself are in ``quality_cases``.

Each gives for every doubtful record ``record_id``, the ``case_id`` it belongs to (or none), and ``first`` and
``second``, which the rule's sentence tells.  All are asked at 100,000 cases, so each reads as few columns as it can.
"""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Date,
    String,
    cast,
    exists,
    func,
    literal,
    null,
    select,
    type_coerce,
)

from zwk_barrier.casework.quality.quality_cases import OPENED, Asked, Found, asking_for, day_of
from zwk_barrier.casework.team.pending import silent_since
from zwk_barrier.casework.team.whose import EVERYTHING
from zwk_barrier.model import (
    Application,
    CaseFile,
    Contact,
    JournalEntry,
    Measure,
    Person,
    SearchEntry,
    Visit,
)

_UNFINISHED_DAYS: Final = 14
_UNCHANGED_DAYS: Final = 365
_OPEN_STATES: Final = (
    *("empfohlen", "von_klient_gewuenscht", "zurueckgestellt"),
    *("beantragt", "bewilligt", "beauftragt", "in_arbeit"),
)
_GRANTED: Final = ("bewilligt_voll", "bewilligt_teil")
_DECIDED: Final = (*_GRANTED, "abgelehnt")


def _days(column: Any) -> ColumnElement[date]:
    """A kept day as text: compared with ``func.date`` letter by letter, read back as a day."""
    return type_coerce(column, Date)


def _below(record: Any, *conditions: ColumnElement[bool], first: Any = None, second: Any = None) -> Found:
    """Records of a case that is still there."""
    return (
        asking_for(record.id, record.case_id, OPENED if first is None else first, second)
        .join(CaseFile, CaseFile.id == record.case_id)
        .where(CaseFile.removed_at.is_(None), record.removed_at.is_(None), *conditions)
    )


def contact_without_area(_asked: Asked) -> Found:
    """Short contacts without a case and without a place."""
    return asking_for(Contact.id, null(), day_of(Contact.happened_at)).where(
        Contact.removed_at.is_(None), Contact.case_id.is_(None), Contact.area.is_(None)
    )


def visit_too_early(_asked: Asked) -> Found:
    """Visits before the case came in."""
    return _below(Visit, Visit.visited_on < OPENED, first=_days(Visit.visited_on), second=OPENED)


def done_too_early(_asked: Asked) -> Found:
    """A measure is recommended at its visit; one without a visit, in its case."""
    recommended = func.coalesce(Visit.visited_on, OPENED, type_=Date)
    found = _below(Measure, Measure.done_on < recommended, first=_days(Measure.done_on), second=recommended)
    return found.outerjoin(Visit, Visit.id == Measure.visit_id)


def notice_without_application(_asked: Asked) -> Found:
    """Decided applications that were never sent."""
    begun = (Application.applied_on, Application.received_on, Application.lodged_elsewhere_on)
    return _below(Application, Application.notice.in_(_DECIDED), *(day.is_(None) for day in begun))


def granted_without_amount(_asked: Asked) -> Found:
    """Grants of nothing."""
    return _below(Application, Application.notice.in_(_GRANTED), Application.amount_granted.is_(None))


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
    return asking_for(found.c.id, found.c.id, day_of(found.c.since))


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
    born = func.coalesce(type_coerce(Person.born_on, String), cast(Person.birth_year, String))
    alike = (SearchEntry.names, born)
    named = (
        select(
            CaseFile.id,
            born.label("born"),
            func.min(CaseFile.person_id).over(partition_by=alike).label("one"),
            func.max(CaseFile.person_id).over(partition_by=alike).label("other"),
        )
        .join(CaseFile, CaseFile.id == SearchEntry.subject_id)
        .join(Person, Person.id == CaseFile.person_id)
        .where(SearchEntry.kind == "case", SearchEntry.names.contains(" "), CaseFile.removed_at.is_(None))
        .where(born.is_not(None))
        .select_from(SearchEntry)
        .subquery()
    )
    return asking_for(named.c.id, named.c.id, named.c.born).where(named.c.one != named.c.other)
