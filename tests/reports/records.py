"""Visit reports to set: an ordinary one, an empty one, a huge one.  All people are invented."""

import io
from datetime import date
from functools import cache
from random import Random

from PIL import Image, ImageDraw

from zwk_barrier.model.visit_report import (
    FindingLine,
    Letterhead,
    MeasuredLine,
    MeasureLine,
    NextStep,
    PhotoPlate,
    RoomSection,
    VisitReport,
)

OFFICE = Letterhead(
    office="Beratungsstelle für Barriereabbau im Wohnbereich",
    department="Magistrat der Seestadt Musterhaven · Amt für Menschen mit Behinderung",
    address=("Hafenstraße 12", "27999 Musterhaven"),
    phone="0171 3920012",
    email="wohnberatung@musterhaven.example",
)


@cache
def photo(seed: int, width: int = 1600, height: int = 1200) -> bytes:
    """A JPEG as the store keeps them: a room of a wall, a floor and a door."""
    chance = Random(seed)
    image = Image.effect_noise((width // 4, height // 4), 18).resize((width, height)).convert("RGB")
    wall = tuple(chance.randrange(170, 225) for _ in range(3))
    image = Image.blend(image, Image.new("RGB", image.size, wall), 0.85)
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, height), (width * 0.2, height * 0.72), (width * 0.8, height * 0.72), (width, height)], "#8d7b68")
    left = chance.randrange(width // 5, width // 2)
    draw.rectangle([left, height * 0.2, left + width * 0.2, height * 0.72], "#e8e2d6", "#6b6257", width=max(2, width // 200))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()


def plate(seed: int, caption: str, alternative: str = "", *, upright: bool = False) -> PhotoPlate:
    return PhotoPlate(photo(seed, *((900, 1200) if upright else (1600, 1200))), caption, alternative or f"Foto: {caption}")


BATH = RoomSection(
    name="Bad",
    note="Innenliegend, ohne Fenster. Die Tür geht nach innen auf; bei einem Sturz wäre sie blockiert.",
    measured=(
        MeasuredLine("Badtür, lichte Breite", "63 cm", "mindestens 80 cm", "not_met", "17 cm zu schmal; Rollator (65 cm) passt nicht", "Zollstock", "DIN 18040-2, 4.3.3"),
        MeasuredLine("Schwelle an der Badtür", "1,5 cm", "höchstens 2 cm", "met", source="DIN 18040-2, 4.3.3"),
        MeasuredLine("Einstieg in die Wanne", "58 cm", "höchstens 50 cm", "not_met", "8 cm zu hoch; waschen, täglich", "Zollstock", "KfW"),
        MeasuredLine("Bewegungsfläche vor dem Waschtisch", "110 × 135 cm", "120 × 120 cm", "partly", "10 cm fehlen in der Breite", "Laser", "DIN 18040-2, 5.5.1"),
        MeasuredLine("Bewegungsfläche vor dem WC", "", "120 × 120 cm", "not_checked", source="DIN 18040-2, 5.5.1"),
        MeasuredLine("Abstand WC zur Wand", "22,5 cm", "mindestens 20 cm", "met", method="Zollstock"),
        MeasuredLine("Bodengleiche Dusche", "nicht vorhanden", "Neigung höchstens 2 %", "not_applicable", "keine Dusche vorhanden"),
    ),
    findings=(
        FindingLine("Beim Einstieg in die Wanne hält sich Frau Petrova am Waschbecken fest. Das Waschbecken ist dafür nicht befestigt.", "3 akute Unfallgefahr", "duschen und baden"),
        FindingLine("Der Badvorleger liegt lose auf glatten Fliesen.", "2 Hilfe nötig", "waschen, Toilette"),
        FindingLine("Das Licht am Spiegel blendet."),
    ),
    photos=(
        plate(1, "Badtür, lichte Breite 63 cm", "Badtür von innen, das Maßband zeigt 63 Zentimeter"),
        plate(2, "Wanneneinstieg, Randhöhe 58 cm", "Badewanne ohne Haltegriff, daneben ein Waschbecken"),
        plate(3, "Bewegungsfläche vor dem Waschtisch", "Waschtisch mit Unterschrank, davor ein Wäschekorb", upright=True),
    ),
)  # fmt: skip

ENTRANCE = RoomSection(
    name="Zugang und Hauseingang",
    measured=(
        MeasuredLine("Weg zum Haus, Breite", "140 cm", "mindestens 120 cm", "met", method="Maßband"),
        MeasuredLine("Stufen vor der Haustür", "3 Stufen", "stufenlos", "not_met", "Handlauf nur links", source="DIN 18040-2, 4.2.3"),
        MeasuredLine("Haustür, lichte Breite", "96 cm", "mindestens 90 cm", "met"),
    ),
    findings=(FindingLine("An den drei Stufen gibt es nur links einen Handlauf. Er endet vor der untersten Stufe.", "2 Hilfe nötig", "Haus verlassen"),),
    photos=(plate(4, "Drei Stufen, Handlauf links"),),
)  # fmt: skip


def ordinary(**changes: object) -> VisitReport:
    """The report of one visit with three rooms, five photos, five measures."""
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
        "person_facts": (
            ("Alter", "81 Jahre"),
            ("Pflegegrad", "3 seit Juni 2026"),
            ("Hilfsmittel", "Rollator, Hausnotruf"),
            ("Einschränkung", "Gehen und Stehen, Sehen"),
            ("Stürze", "2 in den letzten 12 Monaten"),
            ("Haushalt", "lebt allein"),
        ),
        "dwelling_facts": (
            ("Wohnverhältnis", "Miete, GEWOBA"),
            ("Gebäude", "Mehrfamilienhaus, 1958–68"),
            ("Lage", "2. Stock, kein Aufzug"),
            ("Stufen", "3 bis zur Haustür, 36 bis zur Wohnung"),
            ("Fläche", "58,5 m², 2 Zimmer"),
        ),
        "summary": (
            "Frau Petrova kommt seit ihrem Sturz im Oktober nicht mehr allein in die Badewanne. Der Rollator passt "
            "nicht durch die Badtür, deshalb hält sie sich auf den letzten Metern an Möbeln fest.\n\n"
            "Am dringendsten ist der Umbau der Wanne zu einer bodengleichen Dusche nach § 40 Abs. 4 SGB XI. "
            "Bis dahin hilft ein Badewannenbrett. Der Vermieter hat dem Umbau zugestimmt."
        ),
        "rooms": (ENTRANCE, BATH, RoomSection("Schlafzimmer", "Bett 42 cm hoch; Aufstehen gelingt mit Mühe."), RoomSection("Küche")),
        "measures": (
            MeasureLine("Badewannenbrett", "Bad", "Sofort sicherer Einstieg, bis umgebaut ist.", "A", "sofort", 4000, 15000, "empfohlen"),
            MeasureLine("Wanne durch bodengleiche Dusche ersetzen", "Bad", "Einstieg 58 cm; Frau Petrova kann die Beine nicht so hoch heben.", "A", "sofort", 500000, 1200000, "beantragt"),
            MeasureLine("Badtür verbreitern, nach außen öffnend", "Bad", "63 cm sind zu schmal für den Rollator.", "B", "kurzfristig", 120000, 350000),
            MeasureLine("Zweiter Handlauf an den Eingangsstufen", "Hauseingang", "Sicherer Halt beim Hinabgehen.", "C", "mittelfristig", 30000, 150000),
            MeasureLine("Blendfreies Licht am Spiegel", "Bad", "", "D", "Wunsch", None, None),
        ),
        "next_steps": (
            NextStep("Kostenvoranschlag für den Badumbau einholen", date(2026, 11, 23), "Irina Petrova"),
            NextStep("Antrag bei der Pflegekasse begleiten, Entscheidung abwarten", date(2026, 12, 2), "Martina Albers"),
            NextStep("Badewannenbrett im Sanitätshaus ausprobieren", None, "Olga Petrova"),
        ),
        "coverage": "41 von 58 Punkten geprüft",
        "printed_on": date(2026, 11, 11),
    }  # fmt: skip
    return VisitReport(**{**values, **changes})  # type: ignore[arg-type]


def empty(**changes: object) -> VisitReport:
    """A report of a visit of which nothing but the day is known."""
    nothing: dict[str, object] = {
        "letterhead": Letterhead(""), "case_number": "", "person": "", "address": (), "time_and_duration": "",
        "advisor": "", "participants": (), "profile": "", "person_facts": (), "dwelling_facts": (), "summary": "",
        "rooms": (), "measures": (), "next_steps": (), "coverage": "",
    }  # fmt: skip
    return ordinary(**{**nothing, **changes})


NAMES = ("Nguyễn Thị Hồng Ánh", "Łukasz Żółć", "Şükrü Çağlayanoğlu", "Ольга Петрова", "Ελένη Παπαδοπούλου",
         "Ģirts Ķēniņš", "Gyöngyösi Ödön", "Ștefania Țîrlea", "Zîlan Êzîdî", "Київ’ян Їжак")  # fmt: skip


def huge() -> VisitReport:
    """40 pages and more: 200 findings, 60 photos, names of many scripts, words without end."""
    chance = Random(7)
    words = "Tür Schwelle Rollator Wanne Handlauf Licht Fläche schmal hoch niedrig täglich sicher erreichbar lose".split()
    rooms = tuple(
        RoomSection(
            name=f"Raum {number}: {NAMES[number % len(NAMES)]}",
            note=" ".join(chance.choices(words, k=chance.randrange(5, 160))),
            measured=tuple(
                MeasuredLine(f"Kriterium {at} " + " ".join(chance.choices(words, k=6)), f"{chance.randrange(1, 200)} cm",
                             "mindestens 80 cm", chance.choice(("met", "partly", "not_met", "not_applicable", "not_checked")),
                             " ".join(chance.choices(words, k=chance.randrange(0, 30))))
                for at in range(chance.randrange(1, 14))
            ),
            findings=tuple(FindingLine(" ".join(chance.choices(words, k=chance.randrange(3, 60))), "2 Hilfe nötig", NAMES[at % 10]) for at in range(10)),
            photos=tuple(plate(10 + (number * 3 + at) % 6, " ".join(chance.choices(words, k=chance.randrange(1, 25))), upright=(number + at) % 3 == 0) for at in range(3)),
        )
        for number in range(20)
    )  # fmt: skip
    measures = tuple(
        MeasureLine(" ".join(chance.choices(words, k=5)), NAMES[at % 10], " ".join(chance.choices(words, k=at)),
                    ("A", "B", "C", "D", "")[at % 5], ("sofort", "kurzfristig", "mittelfristig", "Wunsch", "")[at % 5], at * 10000, at * 25000 + 50)
        for at in range(60)
    )  # fmt: skip
    return ordinary(
        person="Donaudampfschifffahrtsgesellschaftskapitän" * 7,
        participants=NAMES,
        summary="x" * 10_000 + "\n\n" + " ".join(chance.choices(words, k=900)),
        rooms=rooms,
        measures=measures,
    )
