"""Keeping one field, against one transaction that changes one row: same library, same key, ``synchronous=FULL``."""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final
from uuid import UUID

from sqlalchemy import select

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.store.offices import empty
from benchmarks.store.people import fill
from zwk_barrier.casework.records import keep
from zwk_barrier.model import Person
from zwk_barrier.store.engine import connect
from zwk_barrier.store.office import OfficeStore

_TURNS: Final = 2000
_PEOPLE: Final = 1000

Work = Callable[[UUID, int], object]


def measure(name: str) -> Result:
    """Medians over the same people in turns."""
    with tempfile.TemporaryDirectory() as folder, empty(Path(folder) / "office") as store:
        fill(store, _PEOPLE)
        with store.reading() as session:
            people = list(session.scalars(select(Person.id)))
        raw = raw_database(Path(folder) / "raw.db", people)
        ways: dict[str, Work] = {
            "one raw transaction, one row": lambda person, turn: one_row(raw, person, turn),
            "keep a note": lambda person, turn: keep(store, Person, person, note=f"Satz {turn}"),
            "keep a family name (search follows)": lambda person, turn: keep(
                store, Person, person, family_name=f"Neumann{'abcdefghij'[turn % 10]}"
            ),
            "the same note through the ORM": lambda person, turn: by_orm(store, person, turn),
        }
        times = in_turns(ways, people)
        raw.close()
    limit = median(next(iter(times.values())))
    rows = [
        (way, milliseconds(median(took)), milliseconds(quantile(took, 0.99)), f"{median(took) / limit:.1f}")
        for way, took in times.items()
    ]
    notes = (
        "The raw transaction writes one page. Keeping a field writes four (the field, its journal entry, the entry's",
        "index, the deed); a name also its words in the search index. Where fsync takes longer than on this disk, the",
        "ratios come nearer to 1.",
    )
    head = ("", "median", "p99", "ratio")
    return Result(name, "Keeping one field", [head, *rows], "at most 3 times the raw transaction", notes)


def in_turns(ways: dict[str, Work], people: list[UUID]) -> dict[str, list[float]]:
    """The seconds each way took, one after the other for the same person."""
    times: dict[str, list[float]] = {way: [] for way in ways}
    dice = random.Random(1)  # noqa: S311 - whose field
    for turn in range(_TURNS):
        person = dice.choice(people)
        for way, work in ways.items():
            began = time.perf_counter()
            work(person, turn)
            times[way].append(time.perf_counter() - began)
    return {way: took[_TURNS // 10 :] for way, took in times.items()}


def raw_database(path: Path, people: list[UUID]) -> sqlite3.Connection:
    """The same people in one table without any trigger."""
    raw = connect(path, bytes(32))
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("CREATE TABLE person (id CHAR(32) PRIMARY KEY, name VARCHAR, note VARCHAR)")
    raw.execute("BEGIN")
    raw.executemany(
        "INSERT INTO person VALUES (?, 'Olga Petrova', NULL)", [(person.hex,) for person in people]
    )
    raw.execute("COMMIT")
    return raw


def one_row(raw: sqlite3.Connection, person: UUID, turn: int) -> None:
    """The least that keeps one field safely."""
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE person SET note = ? WHERE id = ?", (f"Satz {turn}", person.hex))
    raw.execute("COMMIT")


def by_orm(store: OfficeStore, person: UUID, turn: int) -> None:
    """What a deed costs that loads the row and sets an attribute."""
    with store.deed("person_kept") as deed:
        deed.session.get_one(Person, person).note = f"Wort {turn}"
