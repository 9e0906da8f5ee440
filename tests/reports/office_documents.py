"""Case reports, hand-over sheets, caseload lists and plans for craftsmen to set.  All people are invented."""

from dataclasses import replace
from datetime import date
from typing import Final

from tests.reports import records, visit_parts
from zwk_barrier.model.case_report import CaseReport
from zwk_barrier.model.caseload_list import AdvisorCases, CaseloadList
from zwk_barrier.model.craft_plan import CraftMeasure, CraftPlan, CraftRoom, CraftTrade
from zwk_barrier.model.handover_sheet import HandoverSheet
from zwk_barrier.model.report_parts import Grid, GridColumn, Part, Section
from zwk_barrier.model.visit_report import Letterhead

DAY: Final = date(2026, 11, 22)
NOBODY: Final = Letterhead("")
NAMES: Final = ("Łukasz Żółć", "Ирина Петрова", *records.EVERY_SCRIPT)


def grid(*headings: str, rows: int = 2, text: str = "Wert") -> Grid:
    columns = tuple(GridColumn(heading, 40) for heading in headings)
    cells = tuple(f"{text} {heading}\nZusatz zu {heading}" for heading in headings)
    return Grid(columns, tuple(tuple(f"{number} {cell}" for cell in cells) for number in range(rows)))


def report() -> CaseReport:
    """An open report with every kind of part."""
    visit = records.ordinary()
    photos = tuple(photo for room in visit.rooms for photo in room.photos)[:3]
    person = Part(facts=(("Name", "Olga Petrova"), ("Telefon", "069 90009123\n069 90009124")))
    parts = (
        Part(
            "Erster Besuch am 09.11.2026",
            (("Umfang", "12 von 45"),),
            ("Alles gesehen.",),
            grid("A", "B"),
            photos,
        ),
    )
    sections = (
        Section("Person", (person, Part("Anliegen", texts=("Ich komme nicht in die Wanne.",))), "Nichts."),
        Section("Hausbesuche", parts, "Kein Besuch."),
        Section("Schreiben", (Part(),), "Es gibt kein Schreiben."),
    )
    return CaseReport(
        letterhead=records.OFFICE,
        case_number="2026-0147",
        person="Olga Petrova",
        address=("Goethestraße 41", "27576 Bremerhaven"),
        facts=(("Zuständig", "Marie Albers"), ("Eingang", "03.11.2026")),
        sections=sections,
        is_redacted=False,
        redacted=(),
        left_out=("Diagnosen sind nicht enthalten.",),
        printed_on=DAY,
        printed_by="Marie Albers",
    )


def redacted() -> CaseReport:
    """The same with nobody in it, as far as a test of looks goes."""
    person = Section("Person", (Part(facts=(("Name", "Person A1B2C3"),)),), "Nichts.")
    return replace(
        report(),
        letterhead=Letterhead("Beratungsstelle"),
        case_number="Fall D4E5F6",
        person="Person A1B2C3",
        address=("Stadtteil Lehe",),
        sections=(person,),
        is_redacted=True,
        redacted=("Namen sind durch Kennungen ersetzt.", "Tage sind auf den Monat gekürzt."),
        printed_by="Fachkraft G7H8J9",
    )


def empty_report() -> CaseReport:
    return CaseReport(
        NOBODY, "", "", (), (), (), is_redacted=False, redacted=(), left_out=(), printed_on=DAY, printed_by=""
    )


def empty_redacted() -> CaseReport:
    return replace(empty_report(), is_redacted=True, redacted=("Namen sind durch Kennungen ersetzt.",))


def huge_report() -> CaseReport:
    """Forty pages: long tables, long texts, names in every script."""
    long = Part("Kontakte", texts=("Wort " * 600, "x" * 3000), grid=grid("Wann", "Was", "Wer", rows=90))
    names = Part("Namen", facts=tuple((f"Name {n}", name) for n, name in enumerate(records.EVERY_SCRIPT * 5)))
    visit = records.huge()
    photos = tuple(photo for room in visit.rooms for photo in room.photos)[:60]
    shown = Part("Fotos", photos=photos)
    sections = tuple(Section(f"Abschnitt {n}", (long, names), "Nichts.") for n in range(2))
    return replace(report(), person="Ж" * 300, sections=(*sections, Section("Bilder", (shown,), "Nichts.")))


def huge_redacted() -> CaseReport:
    """As many pages, with a mark under every text, and nobody in it."""
    told = redacted()
    return replace(
        huge_report(), letterhead=told.letterhead, case_number=told.case_number, person=told.person,
        address=told.address, is_redacted=True, redacted=told.redacted * 20, printed_by=told.printed_by,
    )  # fmt: skip


def handover() -> HandoverSheet:
    """A usual sheet."""
    return HandoverSheet(
        letterhead=records.OFFICE,
        case_number="2026-0147",
        headline="Olga Petrova, 81",
        state="Fall 2026-0147 · offen seit 3.11. · M. Albers",
        facts=("Pflegegrad 3", "Rollator", "Goethestraße 41, Lehe"),
        situation="Kommt nicht mehr in die Wanne. Lebt allein.",
        next_step="Angebot anfordern, überfällig seit Fr 20.11.",
        is_overdue=True,
        deadlines=grid("Bis", "Frist"),
        tasks=grid("Bis", "Aufgabe", "Wer"),
        contacts=grid("Wann", "Was", rows=3),
        around=grid("Wer", "Beziehung", "Telefon", rows=1),
        printed_on=DAY,
    )


def huge_handover() -> HandoverSheet:
    """Far more than a page holds, names in every script, a surname of 300 letters."""
    rows = tuple(
        (name, "Tochter\nmit Vollmacht", "0171 3920012") for name in (*records.EVERY_SCRIPT, "Ж" * 300) * 2
    )
    return replace(
        handover(),
        headline="Olga " + "Petrova-" * 37,
        facts=("Pflegegrad 3", *records.SCRIPTS),
        situation="Wort " * 60,
        deadlines=grid("Bis", "Frist", rows=40),
        tasks=grid("Bis", "Aufgabe", "Wer", rows=40),
        around=replace(grid("Wer", "Beziehung", "Telefon"), rows=rows),
    )


def empty_handover() -> HandoverSheet:
    nothing = Grid((), ())
    return HandoverSheet(
        NOBODY, "2026-0001", "Name nicht bekannt", "Fall 2026-0001", (), "", "", False,
        nothing, nothing, nothing, nothing, DAY,
    )  # fmt: skip


def caseload(advisors: int = 2, cases: int = 3) -> CaseloadList:
    """So many advisors with so many cases each."""
    told = tuple(
        AdvisorCases(
            NAMES[n],
            f"{cases} laufende Fälle",
            grid("Fall", "Seit", "Nächste Frist", "Was fehlt", rows=cases),
        )
        for n in range(advisors)
    )
    return CaseloadList(records.OFFICE, told, 30, DAY)


def craft(measures: int = 2, photos: int = 3) -> CraftPlan:
    """A plan for two trades with a drawn room."""
    plates = tuple(photo for room in records.huge().rooms for photo in room.photos)[:photos]
    found = (("Tür: Lichte Breite 63 cm", "mindestens 80 cm"), ("Schwelle 4 cm", ""))
    work = tuple(
        CraftMeasure(
            f"Haltegriff {n}",
            "Bad",
            found if n % 2 else (),
            ("Rettungsweg prüfen.",),
        )
        for n in range(measures)
    )
    return CraftPlan(
        letterhead=records.OFFICE,
        address=("Goethestraße 41", "27576 Bremerhaven"),
        place=(("Lage der Wohnung", "2. Stock"), ("Aufzug", "Nein")),
        trades=(CraftTrade("Sanitär und Heizung", work), CraftTrade("Tischlerei", work[:1])),
        rooms=(CraftRoom("Bad", found, visit_parts.figure(visit_parts.a_bath())),),
        photos=plates,
        measured_on=date(2026, 11, 9),
        printed_on=DAY,
    )


def huge_craft() -> CraftPlan:
    """Sixty measures, sixty photos, and names in every script wherever somebody types."""
    plan = craft(60, 60)
    rooms = tuple(replace(plan.rooms[0], name=name) for name in records.EVERY_SCRIPT)
    work = tuple(replace(plan.trades[1].measures[0], title=name) for name in records.EVERY_SCRIPT)
    trades = (*plan.trades, CraftTrade("x" * 1000, work))
    return replace(plan, address=records.EVERY_SCRIPT, trades=trades, rooms=rooms)


def empty_craft() -> CraftPlan:
    return CraftPlan(NOBODY, (), (), (), (), (), None, DAY)
