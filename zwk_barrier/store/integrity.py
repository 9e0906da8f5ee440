"""Checked copies of the database, and what a check of it finds."""

import sqlite3
from pathlib import Path

from zwk_barrier.problems import DamagedOffice
from zwk_barrier.store.engine import connect, database_problems
from zwk_barrier.wording import _


def copy_database(source: Path, target: Path, data_key: bytes) -> None:
    """A copy of a database in use, encrypted with the same key and checked page by page.

    Raises DamagedOffice when the copy is not sound, StorageFull when it does not fit, and then leaves no
    copy behind; ``source`` is only read.
    """
    target.unlink(missing_ok=True)
    try:
        with database_problems(target):
            _copy(source, target, data_key)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _copy(source: Path, target: Path, data_key: bytes) -> None:
    origin = connect(source, data_key)
    try:
        copy = connect(target, data_key)
        try:
            origin.backup(copy)
            faults = faults_of(copy)
        finally:
            copy.close()
    finally:
        origin.close()
    if faults:
        raise DamagedOffice(
            _("Die Kopie der Datenbank ist nicht in Ordnung: {fault}").format(fault=faults[0]),
            advice=_("Die Datenbank selbst wurde nicht verändert."),
        )


def faults_in(database: Path, data_key: bytes) -> list[str]:
    """What the checks find in a database file; empty when all is well."""
    with database_problems(database):
        connection = connect(database, data_key)
        try:
            return faults_of(connection)
        finally:
            connection.close()


def faults_of(connection: sqlite3.Connection) -> list[str]:
    """What the page-wise check of the cipher, SQLite's own and that of the references find."""
    faults = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if faults:
        return faults
    faults = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return faults + [
        _("Verweis ins Leere in {table}").format(table=row[0])
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
