"""What became of a case: every change of a field, with who and when, from the journal."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import CompoundSelect, Select, func, select, union_all
from sqlalchemy.orm import Session

from zwk_barrier.casework.fields import FIELDS, TABLES
from zwk_barrier.casework.record_words import words_of
from zwk_barrier.model import (
    Application,
    CaseFile,
    Consent,
    Contact,
    Deed,
    Disclosure,
    DocumentRequest,
    Dwelling,
    Evidence,
    Finding,
    FundingCheck,
    Handover,
    JournalEntry,
    Letter,
    Limitation,
    Measure,
    Measurement,
    OutcomeSurvey,
    Photo,
    PlanApproval,
    PrintedDocument,
    Quote,
    Record,
    Referral,
    RelatedPerson,
    Room,
    RoomPart,
    Staff,
    Task,
    Visit,
    VisitNote,
    journaled_tables,
)
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.store.journal import REDO, UNDO, history
from zwk_barrier.wording import _

What = Literal["changed", "added", "removed", "restored"]

PAGE: Final = 100
_OF_THE_CASE: Final = (
    *(Contact, Task, Consent, RelatedPerson, Visit, Measure, Photo, OutcomeSurvey, Handover, PlanApproval),
    *(Application, FundingCheck, Letter, Disclosure, PrintedDocument, Referral),
)
_OF_AN_APPLICATION: Final = (Evidence, DocumentRequest)
_BEGINNING: Final = frozenset({"application_started", "combination_taken"})
_PEOPLE: Final = frozenset({"staff_id", "advisor_id", "from_id", "to_id", "presented_by_id", "decided_by_id"})
_SILENT: Final = frozenset({"position", "case_id"})
_OF_ITSELF: Final = frozenset({"unit", "is_applicable", "staff_id"})  # said only when somebody changes it
_RECORDS: Final[Mapping[str, str]] = {
    "room_id": "room",
    "measure_id": "measure",
    "before_id": "photo",
    "compared_with_id": "visit",
    "application_id": "application",
    "letter_id": "letter",
    "consent_id": "consent",
}
"""The columns that name another record, and the table it stands in."""
_LONGEST: Final = 60
_WHOLE: Final = frozenset({"handover", "plan_approval"})  # a reason is told to its end
_TITLES: Final[Mapping[str, str]] = {
    "task": "title",
    "consent": "purpose",
    "related_person": "name",
    "limitation": "function",
    "visit": "visited_on",
    "room": "kind",
    "measurement": "criterion",
    "room_part": "name",
    "visit_note": "text",
    "finding": "text",
    "measure": "title",
    "quote": "company",
    "photo": "caption",
    "contact": "happened_at",
    "application": "programme",
    "evidence": "kind",
    "document_request": "what",
    "letter": "title",
    "disclosure": "recipient",
    "referral": "offer_id",
    "funding_check": "checked_on",
    "printed_document": "title",
}
"""The column by which somebody recognises a row of which a case has several."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change, ready to read; ``field`` is empty when a whole row came or went.

    ``subject`` is what it is about, e.g. ``Maßnahme „Haltegriff“``; ``before`` and ``after`` are values in
    words, empty for nothing; ``staff`` is empty when it was written past the program.
    """

    position: int
    at: datetime
    staff: str
    subject: str
    field: str
    before: str
    after: str
    what: What
    is_undo: bool


def case_history(
    session: Session, case_id: UUID, *, before: int | None = None, limit: int = PAGE
) -> tuple[HistoryLine, ...]:
    """The newest changes of a case and all that hangs on it; ``before`` is a position to go on from."""
    newest_deed = select(func.max(Deed.first_entry)).where(Deed.first_entry <= JournalEntry.position)
    query = (
        select(JournalEntry, Deed, Staff.name)
        .outerjoin(
            Deed,
            (Deed.first_entry == newest_deed.correlate(JournalEntry).scalar_subquery())
            & (Deed.last_entry >= JournalEntry.position),
        )
        .outerjoin(Staff, Staff.id == Deed.actor_id)
        .where(JournalEntry.row_id.in_(_rows_of(case_id)))
        .order_by(JournalEntry.position.desc())
    )
    if before is not None:
        query = query.where(JournalEntry.position < before)
    names = {staff_id.hex: name for staff_id, name in session.execute(select(Staff.id, Staff.name))}
    tell = _Teller(session, names)
    lines: list[HistoryLine] = []
    for entry, deed, staff in session.execute(query.execution_options(yield_per=PAGE)):
        line = tell.line(entry, deed, staff or "")
        if line is not None:
            lines.append(line)
        if len(lines) == limit:
            break
    return tuple(lines)


def _rows_of(case_id: UUID) -> CompoundSelect[UUID]:
    """The ids of the case, its person and dwelling, and everything filed under it, removed or not."""
    case = CaseFile.id == case_id
    own: list[Select[UUID]] = [
        select(CaseFile.id).where(case),
        select(CaseFile.person_id).where(case),
        select(CaseFile.dwelling_id).where(case),
        select(Dwelling.building_id).join(CaseFile, CaseFile.dwelling_id == Dwelling.id).where(case),
        select(Limitation.id).join(CaseFile, CaseFile.person_id == Limitation.person_id).where(case),
    ]
    own += [select(record.id).where(record.case_id == case_id) for record in _OF_THE_CASE]
    applications = select(Application.id).where(Application.case_id == case_id)
    own += [select(record.id).where(record.application_id.in_(applications)) for record in _OF_AN_APPLICATION]
    visits = select(Visit.id).where(Visit.case_id == case_id)
    rooms = select(Room.id).where(Room.visit_id.in_(visits))
    own += [
        rooms,
        select(Finding.id).where(Finding.visit_id.in_(visits)),
        select(RoomPart.id).where(RoomPart.room_id.in_(rooms)),
        select(VisitNote.id).where(VisitNote.visit_id.in_(visits)),
        select(Measurement.id).where(Measurement.room_id.in_(rooms)),
        select(Quote.id).join(Measure, Measure.id == Quote.measure_id).where(Measure.case_id == case_id),
    ]
    return union_all(*own)


class _Teller:
    """Puts journal entries into words; remembers the rows it has looked up."""

    def __init__(self, session: Session, staff_names: Mapping[str, str]) -> None:
        self._session = session
        self._staff_names = staff_names
        self._records: dict[str, type[Record]] = {
            record.__tablename__: record for record in journaled_tables()
        }
        self._subjects: dict[UUID, str] = {}

    def line(self, entry: JournalEntry, deed: Deed | None, staff: str) -> HistoryLine | None:
        """The line of an entry; None for the program's own bookkeeping."""
        told = None if _is_checklist(entry, deed) else self._told(entry)
        if told is None:
            return None
        what, column, before, after = told
        return HistoryLine(
            position=entry.position,
            at=datetime.fromisoformat(entry.at),
            staff=staff,
            subject=self._subject(entry),
            field=FIELDS[f"{entry.table_name}.{column}"].title if column else "",
            before=before,
            after=after,
            what=what,
            is_undo=deed is not None and deed.kind in (UNDO, REDO),
        )

    def _told(self, entry: JournalEntry) -> tuple[What, str, str, str] | None:
        old, new = (json.loads(value or "null") for value in (entry.old_value, entry.new_value))
        if entry.action == "insert":
            return "added", "", "", self._values(entry.table_name, new)
        column = entry.column_name or ""
        if column == "removed_at":
            return ("restored" if new is None else "removed"), "", "", ""
        if column in _SILENT or f"{entry.table_name}.{column}" not in FIELDS:
            return None
        before, after = (self._words(entry.table_name, column, value) for value in (old, new))
        return "changed", column, before, after

    def _values(self, table: str, row: Mapping[str, Any]) -> str:
        hidden = _SILENT | _OF_ITSELF | {_TITLES.get(table)}
        told = (
            (FIELDS[f"{table}.{column}"].title, self._words(table, column, value))
            for column, value in row.items()
            if f"{table}.{column}" in FIELDS and column not in hidden and value not in (None, "", 0)
        )
        words = "; ".join(f"{title}: {words}" for title, words in told if words)
        return words if table in _WHOLE else _shorten(words, 2 * _LONGEST)

    def _words(self, table: str, column: str, value: object) -> str:
        if column in _PEOPLE:
            return self._staff_names.get(str(value or "").replace("-", ""), "")
        if column in _RECORDS:
            return self._subject_of(_RECORDS[column], UUID(str(value))) if value else ""
        return words_of(self._session, table, column, value)

    def _subject(self, entry: JournalEntry) -> str:
        if entry.row_id not in self._subjects:
            self._subjects[entry.row_id] = self._subject_of(entry.table_name, entry.row_id)
        return self._subjects[entry.row_id]

    def _subject_of(self, table: str, row_id: UUID) -> str:
        noun = _(TABLES[table])
        column = _TITLES.get(table)
        if column is None:
            return noun
        row = self._session.get(self._records[table], row_id)
        value = getattr(row, column, None)
        is_measured = table == "measurement"
        words = _criterion(value) if is_measured else words_of(self._session, table, column, value)
        title = _shorten(words, _LONGEST)
        return _("{noun} „{title}“").format(noun=noun, title=title) if title else noun


def _is_checklist(entry: JournalEntry, deed: Deed | None) -> bool:
    """Whether it is a document on the list every application begins with, which nobody has added."""
    return entry.table_name == "evidence" and deed is not None and deed.kind in _BEGINNING


def _criterion(criterion_id: str | None) -> str:
    """What is measured, in words; the bare id of one that no edition knows."""
    criterion = load_requirements().get(criterion_id or "")
    return (criterion_id or "") if criterion is None else criterion.title()


def _shorten(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"


@dataclass(frozen=True, slots=True)
class PastValue:
    """One value a field has had; ``words`` is how it reads, ``value`` what the model gives, ``staff`` who kept it."""

    at: datetime
    staff: str
    column: str
    words: str
    value: Any
    is_undo: bool


def field_history(
    session: Session, table: str, row_id: UUID, columns: Sequence[str]
) -> tuple[PastValue, ...]:
    """Every value the fields behind one form row have had, newest first."""
    found = [
        PastValue(
            past.at,
            past.staff,
            column,
            words_of(session, table, column, past.value),
            past.value,
            past.deed_kind in (UNDO, REDO),
        )
        for column in columns
        for past in history(session, row_id, column)
    ]
    return tuple(sorted(found, key=lambda past: past.at, reverse=True))
