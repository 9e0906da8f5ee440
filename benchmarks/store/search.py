"""Search per key at 100,000 people, against the raw full-text query for the same letters."""

import random
import time
from typing import Final

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.store.offices import PEOPLE, of_people
from benchmarks.store.typists import KnownPerson, known_people, with_typos
from zwk_barrier.rules.folding import words
from zwk_barrier.store.engine import connect
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import find

_TYPISTS: Final = 150
_PARTS: Final = (0.5, 0.9, 0.99)
_RANKED: Final = """
SELECT e.title, e.detail FROM search_index JOIN search_entry e ON e.rowid = search_index.rowid
 WHERE search_index MATCH ? ORDER BY rank LIMIT 20"""
_UNRANKED: Final = _RANKED.replace("ORDER BY rank", "")


def measure(name: str) -> Result:
    """Every prefix of what 150 people type: names in both orders, streets, numbers, phones, typing errors."""
    dice = random.Random(5)  # noqa: S311 - who types what
    with of_people() as store:
        people = dice.sample(known_people(store), _TYPISTS)
        keys = [
            typed[:end]
            for person in people
            for typed in [said(dice, person)]
            for end in range(2, len(typed) + 1)
        ]
        times = in_turns(store, [key for key in keys if len("".join(words(key))) > 1])
    limit = quantile(times["raw query, ranked"], 0.5)
    rows = [
        (way, *(milliseconds(quantile(took, part)) for part in _PARTS), f"{quantile(took, 0.5) / limit:.1f}")
        for way, took in times.items()
    ]
    notes = (
        f"{len(times['search']):,} keys at {PEOPLE:,} people with some 37,000 family names. The raw query asks",
        "for the folded words, each as a beginning, best hits first: a program that forgives nothing. Unranked it",
        "gives the first 20 it meets: no answer, but the limit of the index. Opening the session is part of our time.",
    )
    head = ("", "p50", "p90", "p99", "p50 ratio")
    return Result(
        name, "Search per key", [head, *rows], "p50 at most 3 times the raw query, p99 below 60 ms", notes
    )


def said(dice: random.Random, person: KnownPerson) -> str:
    """What somebody types to find this person."""
    return dice.choice(
        [
            f"{person.given} {person.family}",
            f"{person.family} {person.given}",
            person.family,
            f"{person.family} {person.street}",
            person.number,
            person.phone or person.number,
            with_typos(dice, person.family, 1),
        ]
    )


def in_turns(store: OfficeStore, keys: list[str]) -> dict[str, list[float]]:
    """The seconds of each way for each key."""
    raw = connect(store.database, store.data_key)
    times: dict[str, list[float]] = {"raw query, ranked": [], "raw query, unranked": [], "search": []}
    for key in keys:
        question = " AND ".join(f'"{word}"*' for word in words(key))
        for way, statement in (("raw query, ranked", _RANKED), ("raw query, unranked", _UNRANKED)):
            began = time.perf_counter()
            raw.execute(statement, (question,)).fetchall()
            times[way].append(time.perf_counter() - began)
        began = time.perf_counter()
        with store.reading() as session:
            find(session, key)
        times["search"].append(time.perf_counter() - began)
    raw.close()
    return times
