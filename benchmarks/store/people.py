"""An office of any size with invented people, for measuring; the same seed gives the same people.

Family names are put together from syllables, because search has to tell apart as many as a city has.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import insert

from zwk_barrier.model import Building, CaseFile, Dwelling, Person, Record
from zwk_barrier.model.ids import new_id
from zwk_barrier.store.office import OfficeStore

GIVEN: Final = (
    "Olga",
    "Mehmet",
    "Elfriede",
    "Hans",
    "Karl-Heinz",
    "Ursula",
    "Renate",
    "Günter",
    "Jürgen",
    "Bärbel",
    "Käthe",
    "Zofia",
    "Ayşe",
    "Fatma",
    "Leyla",
    "Jörg",
    "Sören",
    "Ingeborg",
    "Waltraud",
    "Heinz",
    "Gerda",
    "Erika",
    "Helga",
    "Manfred",
    "Horst",
    "Wolfgang",
    "Dieter",
    "Klaus",
    "Brigitte",
    "Monika",
    "Sabine",
    "Petra",
    "Ali",
    "Hassan",
    "Mustafa",
    "Emine",
    "Hatice",
    "Ivan",
    "Natascha",
    "Svetlana",
    "Dmitri",
    "Piotr",
    "Agnieszka",
    "Krzysztof",
    "Maria",
    "Anna",
    "Marta",
    "Luisa",
    "Rosa",
    "Giovanni",
    "Antonio",
    "Carmen",
    "Duc",
    "Linh",
    "Amina",
    "Yusuf",
    "Khaled",
    "Nour",
    "Rita",
    "Edeltraud",
    "Hannelore",
    "Irmgard",
    "Lieselotte",
)
_BEGIN: Final = (
    "Mül",
    "Schmi",
    "Schnei",
    "Fi",
    "We",
    "Mey",
    "Wag",
    "Be",
    "Schul",
    "Hoff",
    "Schä",
    "Ko",
    "Bau",
    "Rich",
    "Klei",
    "Wol",
    "Schrö",
    "Neu",
    "Schwar",
    "Zim",
    "Brau",
    "Krü",
    "Hof",
    "Hart",
    "Lan",
    "Kra",
    "Leh",
    "Köh",
    "Mai",
    "Hu",
    "Kai",
    "Fu",
    "Pe",
    "Schol",
    "Mö",
    "Wei",
    "Jun",
    "Hah",
    "Vo",
    "Schu",
    "Fried",
    "Kel",
    "Gün",
    "Fra",
    "Ber",
    "Win",
    "Roth",
    "Bec",
    "Lo",
    "Bau",
    "Sim",
    "Jan",
    "Kow",
    "Now",
    "Wiś",
    "Öz",
    "Yıl",
    "Ka",
    "Dem",
    "Şa",
    "Çe",
    "Iwa",
    "Smir",
    "Kusn",
    "Po",
    "Ngu",
    "Tra",
    "Al",
    "Ab",
    "Has",
)
_MIDDLE: Final = (
    "ler",
    "dt",
    "der",
    "scher",
    "ber",
    "er",
    "ge",
    "mann",
    "ter",
    "fer",
    "cher",
    "ner",
    "ßen",
    "zer",
    "gner",
    "cken",
    "ller",
    "sch",
    "tz",
    "st",
    "ff",
    "mm",
    "rn",
)
_END: Final = (
    "mann",
    "hof",
    "berg",
    "stein",
    "er",
    "ke",
    "ing",
    "ski",
    "owa",
    "ow",
    "ova",
    "in",
    "sen",
    "son",
    "dorf",
    "bach",
    "feld",
    "hausen",
    "ig",
    "lein",
    "el",
    "us",
    "i",
)
_STREETS: Final = (
    "Goethestraße",
    "Hafenstraße",
    "Bürgermeister-Smidt-Straße",
    "Lange Straße",
    "Rickmersstraße",
    "Weserstr.",
    "Am Leher Tor",
    "Schillerstraße",
    "Georgstraße",
    "Elbestraße",
    "Columbusstraße",
    "Melchior-Schwoon-Straße",
)
_WITH_ENDING, _DOUBLE, _WITH_PHONE = 0.85, 0.03, 0.8
_NUMBERS_THAT_CANNOT_RING: Final = (
    "0171 39200",
    "030 23125",
    "040 66969",
    "069 90009",
    "0221 4710",
    "089 99998",
)


def name(dice: random.Random) -> tuple[str, str]:
    """A given and a family name."""
    family = dice.choice(_BEGIN) + dice.choice(_MIDDLE)
    if dice.random() < _WITH_ENDING:
        family += dice.choice(_END)
    if dice.random() < _DOUBLE:
        family += "-" + dice.choice(_BEGIN) + dice.choice(_MIDDLE)
    return dice.choice(GIVEN), family


def fill(store: OfficeStore, count: int, seed: int = 1) -> None:
    """Adds ``count`` cases, each with person, building and dwelling in one deed."""
    dice = random.Random(seed)  # noqa: S311 - invents people
    rows: dict[type[Record], list[dict[str, object]]] = {Person: [], Building: [], Dwelling: [], CaseFile: []}
    for position in range(count):
        for record, row in _case(dice, position):
            rows[record].append(row)
    with store.deed("benchmark_filled", is_final=True) as deed:
        for record, several in rows.items():
            deed.session.execute(insert(record), several)


def _case(dice: random.Random, position: int) -> Iterator[tuple[type[Record], dict[str, object]]]:
    person, building, dwelling, case = (new_id() for _ in range(4))
    given, family = name(dice)
    area = dice.choice(_NUMBERS_THAT_CANNOT_RING)
    phone = f"{area}{dice.randrange(1000):03d}" if dice.random() < _WITH_PHONE else None
    yield Person, {"id": person, "given_name": given, "family_name": family, "phone": phone}
    number = str(dice.randrange(1, 180))
    yield Building, {"id": building, "street": dice.choice(_STREETS), "house_number": number, "area": "Lehe"}
    yield Dwelling, {"id": dwelling, "building_id": building}
    yield (
        CaseFile,
        {
            "id": case,
            "number": f"{2016 + position // 10_000}-{position % 10_000 + 1:04d}",
            "person_id": person,
            "dwelling_id": dwelling,
            "opened_at": datetime.now(UTC),
            "status": "open",
        },
    )
