"""Sheets about a person's rights to set: the shipped words, filled, with nothing, and far too much.  All invented."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, Literal

from tests.reports import records
from zwk_barrier.model.access_report import AccessReport
from zwk_barrier.model.report_parts import Grid, GridColumn, Part, Section
from zwk_barrier.model.rights_sheet import RightsSheet, SheetText
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reference.rights_texts import CONSENT, EASY_NOTICE, NOTICE, rights_texts

DAY: Final = date(2026, 11, 22)
WHO: Final = (("Name", "Olga Petrova"), ("Fall", "2026-0147"))


def sheet(code: str, facts: tuple[tuple[str, str], ...] = WHO, *, purpose: str = "") -> RightsSheet:
    """A sheet in the shipped words."""
    words = rights_texts()[code]
    texts = [one for one in words.paragraphs if code != CONSENT or one.code in {purpose, "free", "revoke"}]
    return RightsSheet(
        code=code,
        letterhead=records.OFFICE,
        title=words.subject,
        introduction=words.greeting,
        facts=facts,
        blanks=() if facts else (("Name", "Geburtsdatum"), ("Anschrift",)),
        texts=tuple(SheetText(one.text.replace("{", "").replace("}", ""), one.heading) for one in texts),
        statement=words.closing,
        signatures=("Ort und Datum", "Unterschrift") if code == CONSENT else (),
        version="Fassung vom 22.11.2026",
        is_pattern=True,
        to_check=words.hint_de,
        file_name="Blatt",
        printed_on=DAY,
        is_easy=code == EASY_NOTICE,
    )


def empty(code: str) -> RightsSheet:
    nobody = Letterhead("")
    return RightsSheet(
        code,
        nobody,
        "Blatt",
        "",
        (),
        (),
        (),
        "",
        (),
        "",
        is_pattern=False,
        to_check="",
        file_name="",
        printed_on=DAY,
    )


def huge(code: str, texts: int = 20) -> RightsSheet:
    """Forty pages, names in every script, a surname of 300 letters."""
    facts = tuple((f"Name {number}", name) for number, name in enumerate(("Ж" * 300, *records.EVERY_SCRIPT)))
    one = sheet(code, facts)
    long = tuple(
        SheetText("- Wort\n" * 40 + "Satz. " * 200, f"Abschnitt {number}") for number in range(texts)
    )
    return replace(one, texts=long)


Sizes = Mapping[Literal["empty", "ordinary", "huge"], Callable[[], RightsSheet]]
NOTICES: Final[Sizes] = {
    "empty": lambda: empty(NOTICE),
    "ordinary": lambda: sheet(NOTICE),
    "huge": lambda: huge(NOTICE),
}
EASY_NOTICES: Final[Sizes] = {
    "empty": lambda: replace(empty(EASY_NOTICE), is_easy=True),
    "ordinary": lambda: sheet(EASY_NOTICE, ()),
    "huge": lambda: huge(EASY_NOTICE, 6),
}
CONSENTS: Final[Sizes] = {
    "empty": lambda: sheet(CONSENT, (), purpose="fotos"),
    "ordinary": lambda: sheet(CONSENT, purpose="weitergabe_kasse"),
    "huge": lambda: replace(huge(CONSENT, 6), signatures=("Ort und Datum", "Unterschrift")),
}


def access(rows: int = 3) -> AccessReport:
    """A report with every kind of section."""
    columns = (GridColumn("Kontakt", 52), GridColumn("Gespeicherte Angaben", 114))
    cells = tuple(
        (f"0{1 + n % 9}.11.2026, Telefon", "Kanal: Telefon\nNotiz: Rief wegen der Wanne an.")
        for n in range(rows)
    )
    plates = tuple(photo for room in records.huge().rooms for photo in room.photos)
    names = tuple((f"Name {n}", name) for n, name in enumerate(records.EVERY_SCRIPT * (rows // 100)))
    return AccessReport(
        letterhead=records.OFFICE,
        case_number="2026-0147",
        person="Olga Petrova",
        address=("Goethestraße 41", "27576 Bremerhaven"),
        sections=(
            Section("Angaben zu Ihnen", (Part("Person", (("Vorname", "Olga"), *names)),), "Nichts."),
            Section("Kontakte", (Part(grid=Grid(columns, cells)),), "Nichts."),
            Section("Fotos", (Part("Kopien der Fotos", photos=plates[: max(1, rows // 5)]),), "Nichts."),
        ),
        purposes=tuple(SheetText(one.text, one.heading) for one in sheet(NOTICE).texts),
        left_out=("Prüfsummen stehen nicht darin.",),
        printed_on=DAY,
        printed_by="Marie Albers",
    )


def nothing_kept() -> AccessReport:
    return AccessReport(Letterhead(""), "", "", (), (), (), (), DAY, "")


ACCESS: Final[Mapping[Literal["empty", "ordinary", "huge"], Callable[[], AccessReport]]] = {
    "empty": nothing_kept,
    "ordinary": access,
    "huge": lambda: access(300),
}
