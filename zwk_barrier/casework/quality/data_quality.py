"""The list of doubtful records: how many by rule, which, and that somebody found one to be right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, String, exists, func, literal, select, type_coerce
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.roles import SEEING_CASES, require_seeing_cases, role_of
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.quality.quality_cases import Asked, CaseQuestion, count_together
from zwk_barrier.casework.quality.quality_rules import BY_CODE, RULES, Rule
from zwk_barrier.casework.records import clean
from zwk_barrier.model import CaseFile, Person, QualityNote
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

COARSE: Final = 5
"""In steps of so many records are counted for those who only count."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many records a rule finds that nobody has looked at, and how many were found to be right.

    Without ``is_exact`` both are the greatest multiple of five that is not more, and 1 for fewer than five: a rule
    names what somebody has, and who only counts must not see that it is one person.
    """

    rule: Rule
    doubtful: int
    right: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful record, ready to read; ``number`` and ``name`` are empty for a contact without a case."""

    record_id: UUID
    case_id: UUID | None
    number: str
    name: str
    detail: str
    note: str


def quality_counts_for(session: Session, staff_id: UUID, day: date) -> tuple[RuleCount, ...]:
    """How many records each rule finds, exact only for those who may see cases."""
    counts = quality_counts(session, day)
    if role_of(session, staff_id) in SEEING_CASES:
        return counts
    return tuple(
        RuleCount(one.rule, _coarse(one.doubtful), _coarse(one.right), is_exact=False) for one in counts
    )


def _coarse(count: int) -> int:
    return count // COARSE * COARSE if count >= COARSE else min(count, 1)


def quality_counts(session: Session, day: date) -> tuple[RuleCount, ...]:
    """How many records each rule finds, exactly: for those who may see cases."""
    asked = _asked(session, day)
    noted = _noted(session)
    cases = {rule.code: rule.find for rule in RULES if isinstance(rule.find, CaseQuestion)}
    together = count_together(session, asked, cases)
    counts = []
    for rule in RULES:
        found = rule.find(asked).subquery()
        everything = together.get(rule.code)
        if everything is None:
            everything = session.scalar(select(func.count()).select_from(found)) or 0
        right = 0
        if everything and noted.get(rule.code):
            right = (
                session.scalar(select(func.count()).select_from(found).where(_is_right(rule, found.c))) or 0
            )
        counts.append(RuleCount(rule, everything - right, right))
    return tuple(counts)


def doubtful_ids(
    session: Session, staff_id: UUID, code: str, day: date, *, right: bool = False
) -> Sequence[str]:
    """The doubtful records of a rule as hexadecimal keys, those of the newest cases first.

    With ``right`` those that were found to be right.  Raises NotAllowed for who may not see cases.
    """
    require_seeing_cases(session, staff_id)
    rule = BY_CODE[code]
    found = rule.find(_asked(session, day)).subquery()
    checked = _is_right(rule, found.c)
    query = select(type_coerce(found.c.record_id, String)).where(checked if right else ~checked)
    return list(session.scalars(query.order_by(found.c.record_id.desc())))


def doubts(
    session: Session, staff_id: UUID, code: str, day: date, ids: Sequence[UUID]
) -> Mapping[UUID, Doubt]:
    """These records in words; raises NotAllowed for who may not see cases."""
    require_seeing_cases(session, staff_id)
    rule = BY_CODE[code]
    found = rule.find(_asked(session, day)).subquery()
    query: Select[Any] = (
        select(found, CaseFile.number, Person, QualityNote.note)
        .outerjoin(CaseFile, CaseFile.id == found.c.case_id)
        .outerjoin(Person, Person.id == CaseFile.person_id)
        .outerjoin(
            QualityNote,
            (QualityNote.record_id == found.c.record_id)
            & (QualityNote.rule == code)
            & QualityNote.removed_at.is_(None),
        )
        .where(found.c.record_id.in_(ids))
    )
    return {
        row.record_id: Doubt(
            row.record_id,
            row.case_id,
            row.number or "",
            "" if row.Person is None else row.Person.full_name,
            _detail(rule, row.first, row.second),
            row.note or "",
        )
        for row in session.execute(query)
    }


def find_right(store: OfficeStore, code: str, record_id: UUID, note: str | None = None) -> Changed:
    """Keeps that the person logged in has looked at a record and found it right; raises NotAllowed."""
    with store.deed("quality_note_added") as deed:
        require_seeing_cases(deed.session, store.staff_id)
        if not _notes(deed.session, code, record_id):
            values = clean(QualityNote, {"rule": BY_CODE[code].code, "note": note})
            deed.session.add(QualityNote(record_id=record_id, staff_id=store.staff_id, **values))
            deed.session.flush()
    return deed.changed


def doubt_again(store: OfficeStore, code: str, record_id: UUID) -> Changed:
    """Puts a record that was found right back on the list; raises NotAllowed."""
    with store.deed("quality_note_removed") as deed:
        require_seeing_cases(deed.session, store.staff_id)
        for note in _notes(deed.session, code, record_id):
            note.removed_at = datetime.now(UTC)
        deed.session.flush()
    return deed.changed


def _asked(session: Session, day: date) -> Asked:
    return Asked(day, office_settings(session).silence_days)


def _noted(session: Session) -> dict[str, int]:
    query = select(QualityNote.rule, func.count()).where(QualityNote.removed_at.is_(None))
    return dict(session.execute(query.group_by(QualityNote.rule)).all())


def _is_right(rule: Rule, found: Any) -> Any:
    return exists(
        select(literal(1)).where(
            QualityNote.record_id == found.record_id,
            QualityNote.rule == rule.code,
            QualityNote.removed_at.is_(None),
        )
    )


def _notes(session: Session, code: str, record_id: UUID) -> Sequence[QualityNote]:
    query = select(QualityNote).where(
        QualityNote.record_id == record_id, QualityNote.rule == code, QualityNote.removed_at.is_(None)
    )
    return session.scalars(query).all()


def _detail(rule: Rule, *values: Any) -> str:
    first, second = (_told(value) for value in values)
    return _(rule.detail).format(first=first, second=second) if first else ""


def _told(value: Any) -> str:
    if isinstance(value, date):
        return format_date(value)
    text = "" if value is None else str(value)
    is_day = len(text) == len("2026-11-22") and text[4:5] == "-"
    return format_date(date.fromisoformat(text)) if is_day else text
