"""How people type what they look for: right, in another spelling, and with errors."""

import random
from typing import NamedTuple

from zwk_barrier.store.engine import driver_of
from zwk_barrier.store.office import OfficeStore

_KNOWN = """
SELECT p.given_name, p.family_name, c.number, b.street || ' ' || b.house_number, p.phone
  FROM case_file c JOIN person p ON p.id = c.person_id
  JOIN dwelling d ON d.id = c.dwelling_id JOIN building b ON b.id = d.building_id ORDER BY c.id"""
_SOUNDS = (
    ("ei", "ai"),
    ("ai", "ey"),
    ("f", "ph"),
    ("dt", "t"),
    ("tz", "z"),
    ("ck", "k"),
    ("v", "f"),
    ("th", "t"),
    ("mm", "m"),
    ("ll", "l"),
)


class KnownPerson(NamedTuple):
    """What is known of somebody who is looked for."""

    given: str
    family: str
    number: str
    street: str
    phone: str | None


def known_people(store: OfficeStore) -> list[KnownPerson]:
    """Everybody who has a case."""
    with store.reading() as session:
        return [KnownPerson(*row) for row in driver_of(session.connection()).execute(_KNOWN)]


def with_typos(dice: random.Random, word: str, count: int) -> str:
    """The word with so many letters left out, doubled in, changed or swapped."""
    letters = list(word)
    for _ in range(count):
        at, other = dice.randrange(len(letters)), dice.choice("abcdefghijklmnopqrstuvwxyz")
        match dice.randrange(4):
            case 0 if len(letters) > 2:  # noqa: PLR2004 - something is left
                del letters[at]
            case 1:
                letters.insert(at, other)
            case 2:
                letters[at] = other
            case _:
                letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


def as_it_sounds(word: str) -> str:
    """The word in another spelling that sounds the same; as it is where there is none."""
    for here, there in _SOUNDS:
        if here in word.lower():
            return word.lower().replace(here, there, 1)
    return word
