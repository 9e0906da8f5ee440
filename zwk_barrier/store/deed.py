"""One deed: a transaction in which a user changes something, whole or not at all.

Keeping a field happens at every step of every form, so what every deed needs is said to the driver
directly; SQLAlchemy's session is only made for deeds that ask for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import Session

from zwk_barrier.model import Record
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import NotFound
from zwk_barrier.store.engine import driver_of
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.search_index import follow
from zwk_barrier.wording import _

Convert = Callable[[Any], Any]

_LAST_ENTRY: Final = "SELECT coalesce(max(position), 0) FROM journal"
_ENTRIES_AFTER: Final = "SELECT table_name, row_id, column_name FROM journal WHERE position > ?"
_VALUES_AFTER: Final = (
    "SELECT row_id, column_name, old_value, new_value FROM journal WHERE position > ? ORDER BY position"
)
_KEEP_DEED: Final = (
    "INSERT INTO deed (first_entry, last_entry, id, kind, actor_id, device, at, case_id, undoes, is_final)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who does the deeds of an open office, and on which installation."""

    staff_id: UUID
    device: str


class OpenDeed:
    """A deed being done: its session, and after the ``with`` block what it changed.

    ``case_id`` and ``undoes`` may be set until the block ends.
    """

    def __init__(
        self, connection: Connection, kind: str, case_id: UUID | None, *, is_final: bool = False
    ) -> None:
        self.id = new_id()
        self.kind = kind
        self.case_id = case_id
        self.undoes: UUID | None = None
        self.is_final = is_final
        self.changed = Changed()
        self._connection = connection
        self._session: Session | None = None
        self._driver = driver_of(connection)
        self._before: int = self._driver.execute(_LAST_ENTRY).fetchone()[0]

    @property
    def session(self) -> Session:
        """The session of this deed's transaction; what it gives may be used after the deed."""
        if self._session is None:
            self._session = Session(self._connection, expire_on_commit=False)
        return self._session

    def keep(self, record: type[Record], row_id: UUID, **values: object) -> None:
        """Sets fields of one row without loading it; raises NotFound when it is gone."""
        if not values:
            return
        if self._session is not None:
            self._session.flush()
        statement, converts = _update(record, tuple(values))
        bound = [
            convert(value) if convert else value
            for convert, value in zip(converts, values.values(), strict=True)
        ]
        if self._driver.execute(statement, (*bound, row_id.hex)).rowcount != 1:
            raise NotFound(_("Dieser Eintrag ist nicht mehr da."))
        if self._session is not None:
            self._session.expire_all()

    def finish(self, author: Author) -> Changed:
        """Writes the deed itself and the search index; what changed, and nothing when nothing did."""
        if self._session is not None:
            self._session.flush()
        entries = self._driver.execute(_ENTRIES_AFTER, (self._before,)).fetchall()
        if not entries or (len(set(entries)) < len(entries) and self._is_as_before()):
            return Changed()
        follow(self._driver, entries)
        self._driver.execute(
            _KEEP_DEED,
            (
                self._before + 1,
                self._before + len(entries),
                self.id.hex,
                self.kind,
                author.staff_id.hex,
                author.device,
                datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),
                self.case_id.hex if self.case_id else None,
                self.undoes.hex if self.undoes else None,
                self.is_final,
            ),
        )
        return Changed(self.id, self.kind, frozenset((table, UUID(row)) for table, row, _column in entries))

    def _is_as_before(self) -> bool:
        """Whether every field that was set more than once was set back in the end."""
        first: dict[tuple[str, str | None], str | None] = {}
        last: dict[tuple[str, str | None], str | None] = {}
        for row, column, before, after in self._driver.execute(_VALUES_AFTER, (self._before,)):
            first.setdefault((row, column), before)
            last[row, column] = after
        return first == last

    def close(self) -> None:
        """Lets go of what the session gave; it stays readable."""
        if self._session is not None:
            self._session.close()


@lru_cache(maxsize=1024)
def _update(record: type[Record], columns: tuple[str, ...]) -> tuple[str, tuple[Convert | None, ...]]:
    """The statement that sets these columns of a row that stands, and what turns values into SQLite's."""
    table, dialect = record.__table__, SQLiteDialect_pysqlite()
    converts = tuple(
        table.columns[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns
    )
    assignments = ", ".join(f"{name} = ?" for name in columns)
    own_names = f"UPDATE {record.__tablename__} SET {assignments}"
    return f"{own_names} WHERE id = ? AND removed_at IS NULL", converts
