"""The office's own requirements and profiles: checked, kept beside the shipped ones, given out again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.own_table_words import table_problem
from zwk_barrier.model import OwnTable
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.own_tables import FILES, TableName, checked, decoded, tidied
from zwk_barrier.reference.table import read_rows
from zwk_barrier.resources import resource
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _

TABLES: Final = tuple(FILES)
_LARGEST: Final = 2_000_000
_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class OwnTableView:
    """One kept table: the file it came from, how many rows it has, and since when it is here."""

    name: TableName
    file_name: str
    rows: int
    kept_at: datetime


def kept_tables(session: Session) -> dict[TableName, OwnTableView]:
    """What the office has of its own."""
    return {
        cast("TableName", row.name): OwnTableView(
            cast("TableName", row.name),
            row.file_name or "",
            sum(1 for _row in read_rows(row.name, row.content, ())),
            row.created_at,
        )
        for row in _rows(session)
    }


def read_own_file(path: Path) -> bytes:
    """A file's content; raises InputProblem when it cannot be read or is no table."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputProblem("file", _("„{file}“ ist zu groß für eine Tabelle.").format(file=path.name))
        return path.read_bytes()
    except OSError as error:
        raise InputProblem(
            "file",
            _("„{file}“ lässt sich nicht lesen: {reason}").format(
                file=path.name, reason=said_by_system(error)
            ),
        ) from error


def check_table(session: Session, name: TableName, file_name: str, content: bytes) -> str:
    """The table's text as it would be kept; raises InputProblem naming file, line and reason."""
    try:
        text = tidied(name, decoded(content))
        checked({**_texts(session), name: text})
    except ValueError as error:
        raise table_problem(error, file_name) from error
    return text


def keep_table(store: OfficeStore, name: TableName, file_name: str, content: bytes) -> Changed:
    """Keeps a table in place of the earlier one of that name; raises InputProblem and keeps nothing."""
    with store.deed("own_table_kept") as deed:
        text = check_table(deed.session, name, file_name, content)
        _take_away(deed.session, name)
        deed.session.add(OwnTable(name=name, file_name=file_name, content=text))
    return deed.changed


def remove_table(store: OfficeStore, name: TableName) -> Changed:
    """Takes a table away; finished visits keep what they were judged by.

    Raises InputProblem when the own criteria still ask for a profile that would go.
    """
    with store.deed("own_table_removed") as deed:
        rest = {other: text for other, text in _texts(deed.session).items() if other != name}
        try:
            checked(rest)
        except ValueError as error:
            raise InputProblem(
                "file",
                _("Die eigenen Anforderungen brauchen diese Profile noch."),
                advice=_("Entfernen Sie zuerst die Anforderungen."),
            ) from error
        _take_away(deed.session, name)
    return deed.changed


def export_table(session: Session, name: TableName) -> bytes:
    """The kept table as Excel opens it; the template when there is none."""
    text = _texts(session).get(name)
    return template(name) if text is None else _as_file(text)


def template(name: TableName) -> bytes:
    """A table to begin with: its head and two examples, which pass the check."""
    return _as_file(resource("requirements", "templates", f"{name}.csv").read_text("utf-8"))


def _texts(session: Session) -> dict[TableName, str]:
    return {cast("TableName", row.name): row.content for row in _rows(session)}


def _rows(session: Session) -> list[OwnTable]:
    return list(session.scalars(select(OwnTable).where(OwnTable.removed_at.is_(None)).order_by(OwnTable.id)))


def _take_away(session: Session, name: TableName) -> None:
    for row in _rows(session):
        if row.name == name:
            row.removed_at = datetime.now(UTC)


def _as_file(text: str) -> bytes:
    """With the mark by which Excel knows UTF-8, and its line ends."""
    return (_BOM + text.replace("\n", "\r\n")).encode("utf-8")
