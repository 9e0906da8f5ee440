"""Visit sheets to set: an ordinary one, an empty one, a huge one.  All people are invented."""

from dataclasses import replace
from datetime import date

from tests.reports import records
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.model.visit_sheet import ConsentLine, SheetGroup, SheetLine, SheetRoom, VisitSheet

WIDTH = SheetLine("Lichte Breite der Tür", "number", "cm", "mindestens 80 cm", "mindestens 66 cm")
DOOR = SheetGroup(
    "Innentür",
    (WIDTH, SheetLine("Höhe der Schwelle", "number", "cm", "höchstens 2 cm", matters=True)),
    repeatable=True,
)
BATH = SheetGroup(
    "Dusche",
    (
        SheetLine("Fläche des Duschplatzes", "pair", "cm", "120 × 120 cm"),
        SheetLine("Wände tragen Haltegriffe", "yes_no", "", "ja"),
        SheetLine("Rutschhemmung barfuß", "grade", "", "mindestens Gruppe B"),
        SheetLine("Zahl der Handläufe", "number", "", "mindestens 2"),
    ),
)
ORDINARY = VisitSheet(
    letterhead=records.OFFICE,
    case_number="2026-0147",
    person="Olga Petrova",
    address=("Goethestraße 41", "27999 Musterhaven"),
    planned=date(2026, 12, 1),
    begins="10:30",
    advisor="Martina Albers",
    profile="DIN 18040-2, barrierefrei nutzbar (B)",
    points=6,
    consents=(ConsentLine("Fotos in der Wohnung"), ConsentLine("Gesundheitsdaten", date(2026, 11, 9))),
    methods=("Zollstock", "Laser"),
    rooms=(SheetRoom("Flur", (DOOR,)), SheetRoom("Bad", (BATH,), "Zugang nur über das Schlafzimmer")),
    printed_on=date(2026, 11, 22),
)


def huge(rooms: int = 16, lines: int = 14) -> VisitSheet:
    group = replace(
        BATH,
        lines=tuple(
            replace(line, criterion=f"{line.criterion} {n}") for n in range(lines // 4) for line in BATH.lines
        ),
    )
    names = [records.EVERY_SCRIPT[n % len(records.EVERY_SCRIPT)] for n in range(rooms)]
    return replace(
        ORDINARY,
        person="Petrova-" * 38,
        advisor=" ".join(records.EVERY_SCRIPT),
        rooms=tuple(SheetRoom(f"{name} {n}", (DOOR, group)) for n, name in enumerate(names)),
    )


def empty() -> VisitSheet:
    """A sheet of which nothing but the day it was printed is known."""
    return VisitSheet(Letterhead(""), "", "", (), None, "", "", "", 0, (), (), (), date(2026, 11, 22))
