"""Every row kept about a case, removed or not, read table by table and put into words."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.printing.access_columns import OTHERS, TABLES_OF_A_CASE, told_as
from zwk_barrier.casework.printing.access_tables import ToldRow
from zwk_barrier.casework.printing.own_letters import all_texts
from zwk_barrier.casework.record_words import words_of
from zwk_barrier.model import (
    CaseFile,
    Dwelling,
    Measurement,
    QualityNote,
    Record,
    Room,
    Staff,
    journaled_tables,
)
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, ngettext

_MANY: Final = 500  # ids in one question; SQLite takes 32,766 at most
_TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "related_person": ("relation",),
    "household_member": ("relation",),
    "limitation": ("function",),
    "contact": ("happened_at", "channel"),
    "visit": ("visited_on",),
    "room": ("name", "kind"),
    "room_part": ("name", "kind"),
    "measurement": ("criterion",),
    "finding": ("text",),
    "visit_note": ("text",),
    "photo": ("caption", "criterion"),
    "measure": ("title",),
    "quote": ("company",),
    "application": ("programme",),
    "evidence": ("kind",),
    "document_request": ("what",),
    "deadline": ("due_on",),
    "funding_check": ("checked_on",),
    "letter": ("title",),
    "printed_document": ("title", "kind"),
    "disclosure": ("disclosed_on", "recipient"),
    "consent": ("purpose",),
    "task": ("title",),
    "outcome_survey": ("asked_on",),
    "referral": ("offer_id",),
    "quality_note": ("rule",),
}
"""The columns a row is recognised by; the first that says something, for contacts and disclosures all of them."""
_ALL_OF: Final = frozenset({"contact", "disclosure"})
_LONGEST: Final = 90
_UNIT: Final = ("measurement", "unit")
_NO_UNIT: Final = frozenset({"bool", "Anzahl"})
_MEASURED: Final = frozenset({"value", "second_value"})
_CODES_THEN: Final = {"impairments": "impairment", "aids": "aid"}

Rows = Mapping[str, tuple[Record, ...]]


def rows_of(session: Session, case: CaseFile) -> Rows:
    """The rows of every table that belongs to a case, the oldest first; those that were removed as well."""
    found: dict[str, tuple[Record, ...]] = {}
    ids: dict[str, list[UUID]] = {}
    for record in _in_order():
        table = record.__tablename__
        rows = tuple(_rows(session, record, case, ids))
        found[table], ids[table] = rows, [row.id for row in rows]
    return found


class RowWords:
    """Puts rows into words; ``hide`` takes out others where a column is about them."""

    def __init__(self, session: Session, rows: Rows, *, with_others: bool) -> None:
        self._session = session
        self._with_others = with_others
        self._staff = {one.id: one.name for one in session.scalars(select(Staff))}
        self._templates = all_texts(session)
        self._titles: dict[UUID, str] = {}
        self._visits = {room.id: room.visit_id for room in rows["room"] if isinstance(room, Room)}
        for table, found in rows.items():
            for row in found:
                self._titles[row.id] = self._title(table, row)

    def title(self, row: Record) -> str:
        """What a row is recognised by; empty when nothing is."""
        return self._titles.get(row.id, "")

    def told(self, row: Record) -> ToldRow:
        """The row with everything it says; what its title says in full is named."""
        table = row.__tablename__
        facts = {**self._visit_of(row), **dict(self.facts(row))}
        columns = [column for column in _TITLES.get(table, ()) if column in row.__table__.columns]
        labels = [_(label) for label in (told_as(table, column) for column in columns)]
        title = self.title(row)
        in_title = frozenset(label for label in labels if label in facts and facts[label] in title)
        return ToldRow(title, tuple(facts.items()), in_title)

    def _visit_of(self, row: Record) -> dict[str, str]:
        """The visit of what hangs on a room: two visits have rooms of the same name."""
        room: UUID | None = getattr(row, "room_id", None)
        visit, label = self._visits.get(room) if room else None, told_as("room", "visit_id")
        return {_(label): self._titles[visit]} if visit in self._titles else {}

    def facts(self, row: Record) -> tuple[tuple[str, str], ...]:
        """Every told column that says something, with its name."""
        table = row.__tablename__
        told = []
        for column in row.__table__.columns:
            label, value = told_as(table, column.name), getattr(row, column.name)
            if (table, column.name) == _UNIT:
                continue  # it stands with its values; yes or no has none
            if label and value not in (None, "", [], {}):
                words = self._shown(table, column.name, value)
                if isinstance(row, Measurement) and column.name in _MEASURED:
                    unit = "" if row.unit in _NO_UNIT else row.unit or ""
                    words = f"{words}\N{NO-BREAK SPACE}{unit}".rstrip()
                if words.strip():
                    told.append((_(label), words))
        return tuple(told)

    def _shown(self, table: str, column: str, value: Any) -> str:
        if f"{table}.{column}" in OTHERS and not self._with_others:
            return _("[unkenntlich: Angabe über eine andere Person]")
        return self._words(table, column, value)

    def _words(self, table: str, column: str, value: Any) -> str:
        if isinstance(value, UUID) and column != "offer_id":
            return self._staff.get(value) or self._titles.get(value, "")
        if column == "created_at":
            return format_date(value.astimezone().date())  # at what time stands in the history
        if column == "photos":
            return ngettext("{count} Foto", "{count} Fotos", len(value)).format(count=len(value))
        if column == "person_then":
            return "; ".join(_then(value))
        if column in {"content", "marks"}:
            return "\n".join(dict.fromkeys(_sentences(value)))
        return self._named(table, column, value)

    def _named(self, table: str, column: str, value: Any) -> str:
        """A value that stands for something the program ships, or a plain one."""
        criterion = load_requirements().get(value) if column == "criterion" else None
        if criterion is not None:
            return criterion.title()
        template = self._templates.get(value) if (table, column) == ("letter", "template") else None
        if template is not None:
            return template.title()
        return words_of(self._session, table, column, value)

    def _title(self, table: str, row: Record) -> str:
        said = []
        for column in _TITLES.get(table, ()):
            value = getattr(row, column)
            if value not in (None, ""):
                said.append(self._shown(table, column, value))
        if not said:
            return ""
        text = ", ".join(said) if table in _ALL_OF else said[0]
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rstrip()} …"


def gathered(table: str, rows: Rows) -> list[Record]:
    """The rows of one table, those together that hang on the same room, visit, measure or application."""
    found = list(rows[table])
    for column, parent in (
        ("visit_id", "visit"),
        ("room_id", "room"),
        ("measure_id", "measure"),
        ("application_id", "application"),
    ):
        places = {row.id: at for at, row in enumerate(rows[parent])}
        if table != parent and found and column in found[0].__table__.columns:
            found.sort(key=lambda row: places.get(getattr(row, column), len(places)))
    return found


def _in_order() -> list[type[Record]]:
    """What refers to any other row without a key of its own comes last."""
    told = [record for record in journaled_tables() if record.__tablename__ in TABLES_OF_A_CASE]
    return sorted(told, key=lambda record: record is QualityNote)


def _rows(
    session: Session, record: type[Record], case: CaseFile, ids: Mapping[str, list[UUID]]
) -> Iterable[Record]:
    for condition in _conditions(record, case, ids):
        yield from session.scalars(select(record).where(condition).order_by(record.created_at, record.id))


def _conditions(
    record: type[Record], case: CaseFile, ids: Mapping[str, list[UUID]]
) -> Iterable[ColumnElement[bool]]:
    """How the rows of a table are found from the case: by one of its own ids, or by those of what it hangs on."""
    columns = record.__table__.columns
    if record is QualityNote:
        keys = [key for found in ids.values() for key in found]
        return [columns["record_id"].in_(keys[at : at + _MANY]) for at in range(0, len(keys), _MANY)]
    own = {"case_id": case.id, "person_id": case.person_id}
    for name, key in own.items():
        if name in columns and record is not CaseFile:
            return [columns[name] == key]
    single = {"case_file": case.id, "person": case.person_id, "dwelling": case.dwelling_id}
    if record.__tablename__ in single:
        return [columns["id"] == single[record.__tablename__]]
    if record.__tablename__ == "building":
        return [columns["id"].in_(select(Dwelling.building_id).where(Dwelling.id == case.dwelling_id))]
    for name, table in (("application_id", "application"), ("visit_id", "visit"), ("room_id", "room"),
                        ("measure_id", "measure")):  # fmt: skip
        if name in columns and not columns[name].nullable:
            keys = ids[table]
            return [columns[name].in_(keys[at : at + _MANY]) for at in range(0, len(keys), _MANY)]
    return []


def _then(kept: Mapping[str, Any]) -> Iterable[str]:
    """What a visit kept of the person, in words."""
    for name, codes in _CODES_THEN.items():
        labels = load_code_list(codes)
        said = ", ".join(labels.label(code) for code in kept.get(name) or ())
        if said:
            yield said
    functions, degrees = load_code_list("function"), load_code_list("degree")
    for code, degree in (kept.get("degrees") or {}).items():
        yield f"{functions.label(code)}: {degrees.label(str(degree))}"
    for name, size in (kept.get("dimensions") or {}).items():
        field = {"aid_width": "aid_width_cm", "aid_length": "aid_length_cm"}.get(name, f"{name}_cm")
        label = told_as("person", field)
        if label:
            yield f"{_(label)}: {size} cm"


def _sentences(kept: Any) -> Iterable[str]:
    """Everything in words in something frozen; keys, codes and ids are not words."""
    if isinstance(kept, str):
        if " " in kept.strip():
            yield kept.strip()
    elif isinstance(kept, Mapping):
        for value in kept.values():
            yield from _sentences(value)
    elif isinstance(kept, list | tuple):
        for value in kept:
            yield from _sentences(value)
