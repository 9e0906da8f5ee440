"""Opening an office with a password, against the least that opens the same file: derive the key, read one row."""

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from sqlalchemy import select

from benchmarks.result import Result, milliseconds
from benchmarks.store.offices import NAME, PASSWORD, empty
from benchmarks.store.people import fill
from zwk_barrier.model import Office
from zwk_barrier.store.engine import connect
from zwk_barrier.store.keys import Cost, KeyFile
from zwk_barrier.store.office import open_office

_TURNS: Final = 15
_PEOPLE: Final = 2000


def measure(name: str) -> Result:
    """With the real cost of a password, which is meant to be slow, and without it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "office"
        with empty(folder, Cost()) as store:
            fill(store, _PEOPLE)
            data_key = store.data_key
        times: dict[str, list[float]] = {"key": [], "raw": [], "ours": [], "close": []}
        for _turn in range(_TURNS):
            times["key"].append(_key(folder))
            times["raw"].append(_raw(folder, data_key))
            opened, closed = _ours(folder)
            times["ours"].append(opened)
            times["close"].append(closed)
    key, raw, ours, close = (median(took) for took in times.values())
    rows = [
        ("key by password (Argon2id, 64 MiB), raw connection, one row", milliseconds(key + raw), "1.0"),
        ("office opened, one row", milliseconds(ours), f"{ours / (key + raw):.2f}"),
        (
            "of which not the password",
            milliseconds(ours - key),
            f"{(ours - key) / raw:.1f} of {milliseconds(raw)}",
        ),
        ("office closed, log folded in", milliseconds(close), ""),
    ]
    return Result(name, "Opening an office", [("", "median", "ratio"), *rows])


def _key(folder: Path) -> float:
    began = time.perf_counter()
    KeyFile.read(folder).unlock(NAME, PASSWORD)
    return time.perf_counter() - began


def _raw(folder: Path, data_key: bytes) -> float:
    began = time.perf_counter()
    raw = connect(folder / "office.db", data_key)
    raw.execute("SELECT name FROM office").fetchone()
    took = time.perf_counter() - began
    raw.close()
    return took


def _ours(folder: Path) -> tuple[float, float]:
    began = time.perf_counter()
    store = open_office(folder, NAME, PASSWORD)
    with store.reading() as session:
        session.scalars(select(Office.name)).first()
    opened = time.perf_counter()
    store.close()
    return opened - began, time.perf_counter() - opened
