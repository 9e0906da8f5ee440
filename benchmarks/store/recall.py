"""How often search finds who was meant, among 100,000 people: somebody with exactly that name in the first 20."""

import random
import time
from collections.abc import Callable
from typing import Final

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.store.offices import of_people
from benchmarks.store.typists import KnownPerson, as_it_sounds, known_people, with_typos
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import find

_ASKED: Final = 150
_WRITTEN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe", "ß": "ss"})
_BARE: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ö": "O", "ß": "s"})

Say = Callable[[random.Random, KnownPerson], str]
_WAYS: Final[dict[str, Say]] = {
    "exact": lambda _dice, who: f"{who.given} {who.family}",
    "family name first": lambda _dice, who: f"{who.family}, {who.given}",
    "Mueller, Weiss for Müller, Weiß": lambda _dice, who: f"{who.given} {who.family}".translate(_WRITTEN),
    "Muller, Weis": lambda _dice, who: f"{who.given} {who.family}".translate(_BARE),
    "one typing error": lambda dice, who: f"{who.given} {with_typos(dice, who.family, 1)}",
    "two typing errors": lambda dice, who: f"{who.given} {with_typos(dice, who.family, 2)}",
    "as it sounds": lambda _dice, who: f"{who.given} {as_it_sounds(who.family)}",
    "first 4 and first 5 letters": lambda _dice, who: f"{who.given[:4]} {who.family[:5]}",
    "family name and street": lambda _dice, who: f"{who.family} {who.street[:7]}",
    "case number": lambda _dice, who: who.number,
    "case number, short (26-147)": lambda _dice, who: f"{who.number[2:4]}-{who.number[5:].lstrip('0')}",
    "phone": lambda _dice, who: who.phone or who.number,
    "end of the phone number": lambda _dice, who: (who.phone or who.number)[-7:],
}


def measure(name: str) -> Result:
    """Recall and time for each way of asking."""
    with of_people() as store:
        everybody = known_people(store)
        rows = [(way, *_asked(store, everybody, say)) for way, say in _WAYS.items()]
    head = ("typed", "found", "p50", "p99")
    return Result(name, "Who was meant is found", [head, *rows], notes=(f"{_ASKED} people a row.",))


def _asked(store: OfficeStore, everybody: list[KnownPerson], say: Say) -> tuple[str, str, str]:
    dice, found, times = random.Random(3), 0, []  # noqa: S311 - who is looked for
    for who in dice.sample(everybody, _ASKED):
        typed = say(dice, who)
        began = time.perf_counter()
        with store.reading() as session:
            hits = find(session, typed)
        times.append(time.perf_counter() - began)
        found += any(hit.title == f"{who.given} {who.family}" for hit in hits)
    return f"{found / _ASKED:.0%}", milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99))
