"""Visit reports to set: an ordinary one, an empty one, a huge one.  All people are invented."""

import io
from datetime import date
from functools import cache
from random import Random
from typing import Literal

from PIL import Image, ImageDraw

from zwk_barrier.model.visit_report import (
    FindingLine,
    Letterhead,
    MeasuredLine,
    MeasureLine,
    NextStep,
    PhotoPlate,
    RoomSection,
    VerdictWord,
    VisitReport,
)

OFFICE = Letterhead(
    office="Beratungsstelle für Barriereabbau im Wohnbereich",
    department="Magistrat der Seestadt Musterhaven, Amt für Menschen mit Behinderung",
    address=("Hafenstraße 12", "27999 Musterhaven"),
    phone="0171 3920012",
    email="wohnberatung@musterhaven.example",
)


@cache
def photo(seed: int, width: int = 1600, height: int = 1200) -> bytes:
    """A JPEG as the store keeps them: a wall, a floor, a door, and the noise of a camera."""
    chance = Random(seed)  # noqa: S311 - a picture, not a secret
    noise = Image.effect_noise((width // 4, height // 4), 18).resize((width, height)).convert("RGB")
    wall = tuple(chance.randrange(170, 225) for _ in range(3))
    image = Image.blend(noise, Image.new("RGB", noise.size, wall), 0.85)
    draw = ImageDraw.Draw(image)
    horizon, left = height * 0.72, chance.randrange(width // 5, width // 2)
    draw.polygon([(0, height), (width * 0.2, horizon), (width * 0.8, horizon), (width, height)], "#8d7b68")
    draw.rectangle([left, height * 0.2, left + width * 0.2, horizon], "#e8e2d6", "#6b6257", width // 200)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()


def plate(seed: int, caption: str, alternative: str = "", *, upright: bool = False) -> PhotoPlate:
    size = (900, 1200) if upright else (1600, 1200)
    return PhotoPlate(photo(seed, *size), caption, alternative or f"Foto: {caption}")


DOOR = MeasuredLine(
    "Badtür, lichte Breite",
    "63 cm",
    "mindestens 80 cm",
    "not_met",
    "17 cm zu schmal; Rollator (65 cm) passt nicht",
    "Zollstock",
    "DIN 18040-2, 4.3.3",
)
BATH = RoomSection(
    name="Bad",
    note="Innenliegend, ohne Fenster. Die Tür geht nach innen auf; bei einem Sturz wäre sie blockiert.",
    measured=(
        DOOR,
        MeasuredLine(
            "Schwelle an der Badtür", "1,5 cm", "höchstens 2 cm", "met", source="DIN 18040-2, 4.3.3"
        ),
        MeasuredLine(
            "Einstieg in die Wanne", "58 cm", "höchstens 50 cm", "not_met", "8 cm zu hoch", source="KfW"
        ),
        MeasuredLine(
            "Bewegungsfläche vor dem Waschtisch",
            "110 × 135 cm",
            "120 × 120 cm",
            "partly",
            "10 cm fehlen in der Breite",
            "Laser",
        ),
        MeasuredLine("Bewegungsfläche vor dem WC", "", "120 × 120 cm", "not_checked"),
        MeasuredLine("Abstand WC zur Wand", "22,5 cm", "mindestens 20 cm", "met", method="Zollstock"),
        MeasuredLine("Bodengleiche Dusche", "nicht vorhanden", "Neigung höchstens 2 %", "not_applicable"),
    ),
    findings=(
        FindingLine(
            "Beim Einstieg in die Wanne hält sich Frau Petrova am Waschbecken fest. "
            "Das Waschbecken ist dafür nicht befestigt.",
            "akute Unfallgefahr",
            "duschen und baden",
        ),
        FindingLine("Der Badvorleger liegt lose auf glatten Fliesen.", "Hilfe nötig", "waschen, Toilette"),
        FindingLine("Das Licht am Spiegel blendet."),
    ),
    photos=(
        plate(1, "Badtür, lichte Breite 63 cm", "Badtür von innen, das Maßband zeigt 63 Zentimeter"),
        plate(2, "Wanneneinstieg, Randhöhe 58 cm", "Badewanne ohne Haltegriff, daneben ein Waschbecken"),
        plate(3, "Bewegungsfläche vor dem Waschtisch", "Waschtisch, davor ein Wäschekorb", upright=True),
    ),
)
ENTRANCE = RoomSection(
    name="Zugang und Hauseingang",
    measured=(
        MeasuredLine("Weg zum Haus, Breite", "140 cm", "mindestens 120 cm", "met", method="Maßband"),
        MeasuredLine("Stufen vor der Haustür", "3 Stufen", "stufenlos", "not_met", "Handlauf nur links"),
        MeasuredLine("Haustür, lichte Breite", "96 cm", "mindestens 90 cm", "met"),
    ),
    findings=(
        FindingLine("An den Stufen gibt es nur links einen Handlauf.", "Hilfe nötig", "Haus verlassen"),
    ),
    photos=(plate(4, "Drei Stufen, Handlauf links"),),
)
PERSON_FACTS = (
    ("Alter", "81 Jahre"),
    ("Pflegegrad", "3 seit Juni 2026"),
    ("Hilfsmittel", "Rollator, Hausnotruf"),
    ("Einschränkung", "Gehen und Stehen, Sehen"),
    ("Stürze", "2 in den letzten 12 Monaten"),
    ("Haushalt", "lebt allein"),
)
DWELLING_FACTS = (
    ("Wohnverhältnis", "Miete, GEWOBA"),
    ("Gebäude", "Mehrfamilienhaus, 1958–68"),
    ("Lage", "2. Stock, kein Aufzug"),
    ("Stufen", "3 bis zur Haustür, 36 bis zur Wohnung"),
    ("Fläche", "58,5 m², 2 Zimmer"),
)
SUMMARY = (
    "Frau Petrova kommt seit ihrem Sturz im Oktober nicht mehr allein in die Badewanne. Der Rollator passt "
    "nicht durch die Badtür, deshalb hält sie sich auf den letzten Metern an Möbeln fest.\n\n"
    "Am dringendsten ist der Umbau der Wanne zu einer bodengleichen Dusche nach § 40 Abs. 4 SGB XI. "
    "Bis dahin hilft ein Badewannenbrett. Der Vermieter hat dem Umbau zugestimmt."
)
BOARD = MeasureLine(
    "Badewannenbrett", "Bad", "Sofort sicherer Einstieg.", "A", "sofort", 4_000, 15_000, "empfohlen"
)
SHOWER = MeasureLine(
    "Wanne durch bodengleiche Dusche ersetzen",
    "Bad",
    "Einstieg 58 cm; Frau Petrova kann die Beine nicht so hoch heben.",
    "A",
    "sofort",
    500_000,
    1_200_000,
    "beantragt",
)
MEASURES = (
    MeasureLine("Blendfreies Licht am Spiegel", "Bad", "", "D", "Wunsch", None, None),
    BOARD,
    SHOWER,
    MeasureLine(
        "Zweiter Handlauf", "Hauseingang", "Halt beim Hinabgehen.", "C", "mittelfristig", 30_000, 150_000
    ),
    MeasureLine(
        "Badtür nach außen öffnend", "Bad", "63 cm sind zu schmal.", "B", "kurzfristig", 120_050, 350_000
    ),
)
STEPS = (
    NextStep("Kostenvoranschlag für den Badumbau einholen", date(2026, 11, 23), "Irina Petrova"),
    NextStep(
        "Antrag bei der Pflegekasse begleiten, Entscheidung abwarten", date(2026, 12, 2), "Martina Albers"
    ),
    NextStep("Badewannenbrett im Sanitätshaus ausprobieren", None, "Olga Petrova"),
)


def ordinary(**changes: object) -> VisitReport:
    """The report of one visit with four rooms, four photos, five measures."""
    values: dict[str, object] = {
        "letterhead": OFFICE,
        "case_number": "2026-0147",
        "person": "Olga Petrova",
        "address": ("Goethestraße 41, 2. Stock", "27999 Musterhaven"),
        "visited_on": date(2026, 11, 9),
        "time_and_duration": "10:00 Uhr, 70 Minuten",
        "advisor": "Martina Albers",
        "participants": ("Olga Petrova", "Irina Petrova (Tochter)", "Dolmetscherin für Russisch"),
        "profile": "DIN 18040-2 Standard und Rollator 65 cm",
        "person_facts": PERSON_FACTS,
        "dwelling_facts": DWELLING_FACTS,
        "summary": SUMMARY,
        "rooms": (ENTRANCE, BATH, RoomSection("Schlafzimmer", "Bett 42 cm hoch."), RoomSection("Küche")),
        "measures": MEASURES,
        "next_steps": STEPS,
        "coverage": "41 von 58 Punkten geprüft",
        "printed_on": date(2026, 11, 11),
    }
    return VisitReport(**{**values, **changes})  # type: ignore[arg-type]


def empty(**changes: object) -> VisitReport:
    """A report of a visit of which nothing but the day is known."""
    texts = ("case_number", "person", "time_and_duration", "advisor", "profile", "summary", "coverage")
    lists = ("address", "participants", "person_facts", "dwelling_facts", "rooms", "measures", "next_steps")
    nothing = dict.fromkeys(texts, "") | dict.fromkeys(lists, ()) | {"letterhead": Letterhead("")}
    return ordinary(**{**nothing, **changes})


NAMES = (
    "Nguyễn Thị Hồng Ánh",
    "Łukasz Żółć",
    "Şükrü Çağlayanoğlu",
    "Ольга Петрова",
    "Ελένη Παπαδοπούλου",
    "Ģirts Ķēniņš",
    "Gyöngyösi Ödön",
    "Ștefania Țîrlea",
    "Zîlan Êzîdî",
    "Київ’ян Їжак",
)
SCRIPTS = (
    "فاطمة الزهراء محمد",
    "شیرین پارسا",
    "דוד כהן",
    "გიორგი მაისურაძე",
    "Արամ Խաչատրյան",
    "ⴰⵎⴰⵣⵉⵖ",
)
EVERY_SCRIPT = (*NAMES, *SCRIPTS)
VERDICTS: tuple[VerdictWord, ...] = ("met", "partly", "not_met", "not_applicable", "not_checked")
PRIORITIES: tuple[Literal["A", "B", "C", "D", ""], ...] = ("A", "B", "C", "D", "")
WORDS = [
    "Tür",
    "Schwelle",
    "Rollator",
    "Wanne",
    "Handlauf",
    "schmal",
    "täglich",
    "Bewegungsfläche",
    "lose",
    "zu",
]


class Huge:
    """40 pages and more: 200 findings, 60 photos, names of many scripts, words without end."""

    def __init__(self) -> None:
        self._chance = Random(7)  # noqa: S311 - always the same text

    def words(self, most: int) -> str:
        return " ".join(self._chance.choices(WORDS, k=self._chance.randrange(1, most)))

    def room(self, number: int) -> RoomSection:
        names = NAMES[number % 10 :] + NAMES[: number % 10]
        return RoomSection(
            f"Raum {number}: {names[0]}",
            self.words(160),
            tuple(
                MeasuredLine(
                    self.words(9), f"{at * 7} cm", "mindestens 80 cm", VERDICTS[at % 5], self.words(30)
                )
                for at in range(1 + number % 13)
            ),
            tuple(FindingLine(self.words(60), self.words(3), name) for name in names),
            tuple(
                plate(10 + (number + at) % 6, self.words(25), upright=(number + at) % 3 == 0)
                for at in range(3)
            ),
        )

    def measure(self, at: int) -> MeasureLine:
        priority = PRIORITIES[at % 5]
        return MeasureLine(
            self.words(7), NAMES[at % 10], self.words(at + 2), priority, "", at * 10_000, at * 25_000 + 50
        )


def huge() -> VisitReport:
    make = Huge()
    return ordinary(
        person="Donaudampfschifffahrtsgesellschaftskapitän" * 7,
        participants=NAMES,
        summary="x" * 10_000 + "\n\n" + " ".join(make.words(60) for _ in range(40)),
        rooms=tuple(make.room(number) for number in range(20)),
        measures=tuple(make.measure(at) for at in range(60)),
    )
