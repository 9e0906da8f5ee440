"""The full-text index: made, kept in step with every deed, made anew, checked.

What is found lies in ``search_entry`` in plain columns; the index over it is kept by triggers, as SQLite's
documentation describes it for external content, so the two cannot drift apart.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from zwk_barrier.store.engine import driver_of
from zwk_barrier.store.search_subjects import Entry, hanging_on, read, read_all
from zwk_barrier.store.vocabulary import sound
from zwk_barrier.wording import _

_MANY: Final = 2000
"""Where more than these subjects changed, and more than there were before, the index is quicker made anew."""

_TABLE: Final = (
    "CREATE VIRTUAL TABLE search_index USING fts5(names, words, numbers, content='search_entry',"
    " content_rowid='rowid', tokenize='unicode61 remove_diacritics 0', detail='column', prefix='1 2 3 4')"
)
_INTO: Final = "INSERT INTO search_index (rowid, names, words, numbers) VALUES"
_OUT_OF: Final = "INSERT INTO search_index (search_index, rowid, names, words, numbers) VALUES"
_NEW: Final = f"{_INTO} (NEW.rowid, NEW.names, NEW.words, NEW.numbers);"
_OLD: Final = f"{_OUT_OF} ('delete', OLD.rowid, OLD.names, OLD.words, OLD.numbers);"
_TRIGGERS: Final = {
    "search_entry_made": f"AFTER INSERT ON search_entry BEGIN {_NEW} END",
    "search_entry_gone": f"AFTER DELETE ON search_entry BEGIN {_OLD} END",
    "search_entry_changed": f"AFTER UPDATE OF names, words, numbers ON search_entry BEGIN {_OLD} {_NEW} END",
}
_FILL: Final = "INSERT INTO search_index (search_index) VALUES ('rebuild')"
_CHECK: Final = "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"

_STANDING: Final = "SELECT rowid, title, detail, names, words, numbers FROM search_entry WHERE subject_id = ?"
_MAKE: Final = (
    "INSERT INTO search_entry (title, detail, names, words, numbers, kind, subject_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_CHANGE: Final = (
    "UPDATE search_entry SET title = ?, detail = ?, names = ?, words = ?, numbers = ? WHERE rowid = ?"
)
_HOW_MANY: Final = "SELECT count(*) FROM search_entry"
_KNOW: Final = (
    "INSERT OR IGNORE INTO search_word (word, sound, since)"
    " VALUES (?, ?, (SELECT coalesce(max(position), 0) FROM journal))"
)
_IS_USED: Final = "SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1"


def create_index(connection: Connection) -> None:
    """Makes the full-text index and its triggers anew over the entries that are there."""
    remove_index(connection)
    connection.exec_driver_sql(_TABLE)
    connection.exec_driver_sql(_FILL)
    _add_triggers(driver_of(connection))


def remove_index(connection: Connection) -> None:
    """Takes the index and its triggers away, as a migration that copies tables needs it."""
    _drop_triggers(driver_of(connection))
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")


def follow(driver: sqlite3.Connection, changes: Sequence[tuple[str, str, str | None]]) -> None:
    """Brings the words of everything that hangs on ``changes`` (table, row id, column) up to date."""
    touched = hanging_on(driver, changes)
    if len(touched) >= _MANY and len(touched) > driver.execute(_HOW_MANY).fetchone()[0]:
        fill(driver)
        return
    for kind, row_id in sorted(touched):
        _put(driver, kind, row_id, read(driver, kind, row_id))


def rebuild(session: Session) -> None:
    """Makes the whole index anew from the rows, inside the session's transaction."""
    fill(driver_of(session.connection()))


def faults(driver: sqlite3.Connection) -> list[str]:
    """What is wrong with the index; empty when it is sound and holds exactly what stands in the rows."""
    try:
        driver.execute(_CHECK)
    except sqlcipher.DatabaseError:
        return [_("Der Suchindex ist in sich nicht stimmig.")]
    entries = {
        row[0]: row[1:]
        for row in driver.execute(_STANDING.replace("rowid", "subject_id").partition(" WHERE")[0])
    }
    fresh = {row_id: entry for _kind, row_id, entry in read_all(driver)}
    known = {word for (word,) in driver.execute("SELECT word FROM search_word")}
    if entries == fresh and known == _words_of(fresh.values()):
        return []
    return [_("Der Suchindex weicht von den Einträgen ab.")]


def fill(driver: sqlite3.Connection) -> None:
    """As ``rebuild``, inside the driver's transaction."""
    _drop_triggers(driver)
    driver.execute("DELETE FROM search_entry")
    driver.execute("DELETE FROM search_word")
    subjects = list(read_all(driver))
    driver.executemany(_MAKE, ((*entry, kind, row_id) for kind, row_id, entry in subjects))
    _know(driver, _words_of(entry for _kind, _row_id, entry in subjects))
    driver.execute(_FILL)
    _add_triggers(driver)


def _put(driver: sqlite3.Connection, kind: str, row_id: str, new: Entry | None) -> None:
    rowid, *standing = driver.execute(_STANDING, (row_id,)).fetchone() or (None,)
    old = (*standing,) if standing else None
    if old == new:
        return
    if new is None:
        driver.execute("DELETE FROM search_entry WHERE rowid = ?", (rowid,))
    elif rowid is None:
        driver.execute(_MAKE, (*new, kind, row_id))
    else:
        driver.execute(_CHANGE, (*new, rowid))
    before, after = _words_of([old] if old else []), _words_of([new] if new else [])
    _know(driver, after - before)
    for word in before - after:
        if driver.execute(_IS_USED, (f'{{names words}} : "{word}"',)).fetchone() is None:
            driver.execute("DELETE FROM search_word WHERE word = ?", (word,))


def _know(driver: sqlite3.Connection, words: Iterable[str]) -> None:
    driver.executemany(_KNOW, ((word, sound(word)) for word in sorted(words)))


def _words_of(entries: Iterable[Entry]) -> set[str]:
    """The words that typos are compared with: letters only, for another number is another number."""
    return {
        word
        for _title, _detail, names, others, _numbers in entries
        for word in f"{names} {others}".split()
        if word.isalpha()
    }


def _add_triggers(driver: sqlite3.Connection) -> None:
    for name, body in _TRIGGERS.items():
        driver.execute(f"CREATE TRIGGER {name} {body}")


def _drop_triggers(driver: sqlite3.Connection) -> None:
    for name in _TRIGGERS:
        driver.execute(f"DROP TRIGGER IF EXISTS {name}")
