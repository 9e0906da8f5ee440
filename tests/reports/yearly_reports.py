"""Yearly reports to set: of an office without a case, of an ordinary one, and of one with many districts."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from tests.reports import records
from zwk_barrier.model.statistics_report import (
    IndicatorValue,
    Protection,
    ReportSection,
    ReportTable,
    Shown,
    StatisticsReport,
    TableRow,
)
from zwk_barrier.rules.quarters import Period

SMALL: Final = Shown(None, "small")
HIDDEN: Final = Shown(None, "hidden")
FEW: Final = Shown(None, "few", "share")
FROZEN: Final = datetime(2026, 1, 15, 9, tzinfo=UTC)
ROUNDED: Final = Protection(
    "rounding",
    5,
    (
        "Zahlen von 1 bis 4 sind auf 0 oder 5 gerundet; alle Summen sind Summen der gerundeten Zahlen.",
        "„< 5“ heißt: 0 bis 4.",
        "„zu wenige“ heißt: zu wenige Fälle für einen Anteil oder ein Mittel.",
    ),
)
_CASE: Final = "Eine Person mit einer Wohnung und einem Anliegen, im Zeitraum an mindestens einem Tag offen."
_VISIT: Final = "Besuche in der Wohnung, die stattgefunden haben."
_KINDS: Final = (
    ("Telefonat", 412, "48,2", 371),
    ("E-Mail", 187, "21,9", 160),
    ("Sprechstunde", 131, "15,3", 144),
    ("Brief", 96, "11,2", 88),
    ("Baustellentermin", None, None, 12),
    ("Videogespräch", 28, "3,3", None),
)


def share(number: str | None) -> Shown:
    """A share in per cent, or that there are too few for one."""
    return FEW if number is None else Shown(Decimal(number.replace(",", ".")), measure="share")


def count(number: int | None) -> Shown:
    """A count, or that it is small."""
    return SMALL if number is None else Shown(number)


def figure(title: str, now: Shown, before: Shown | None = None, note: str = "") -> IndicatorValue:
    """An indicator with a definition of its own."""
    return IndicatorValue(title.lower(), title, f"Was „{title}“ zählt, steht hier.", now, before, note)


def table(title: str, definition: str, rows: tuple[TableRow, ...], *columns: str) -> ReportTable:
    """A table whose first column is drawn."""
    return ReportTable("table", title, definition, "cases", (), "Bezeichnung", columns, rows, 0)


def empty() -> StatisticsReport:
    """A year in which nothing happened, of an office without a name."""
    quarters = tuple(TableRow(f"q{number}", f"{number}. Quartal", (SMALL,)) for number in range(1, 5))
    sections = (
        ReportSection(
            "use",
            "Inanspruchnahme",
            (figure("Fälle", SMALL), figure("Hausbesuche", SMALL)),
            (
                table("Hausbesuche nach Quartal", _VISIT, quarters, "2026"),
                table("Kontakte", _CASE, (), "2026"),
            ),
        ),
        ReportSection("who", "Wer beraten wurde"),
    )
    return StatisticsReport(
        Period.year(2026),
        "magistrat",
        "Jahresbericht 2026",
        "protected",
        ROUNDED,
        sections,
        None,
        date(2026, 11, 22),
    )


def ordinary() -> StatisticsReport:
    """A year with shown, small, hidden and missing numbers, comments, and the year before."""
    return StatisticsReport(
        period=Period.year(2025),
        template="magistrat",
        title="Jahresbericht 2025",
        view="protected",
        protection=ROUNDED,
        sections=(_use(), _where(), _money()),
        frozen_at=FROZEN,
        printed_on=date(2026, 2, 3),
        letterhead=records.OFFICE,
        highlights=(
            figure("Erstanfragen", Shown(318), Shown(274)),
            figure("Hausbesuche", Shown(142), Shown(121)),
            figure("Umsetzungsquote", share("64,0"), None, "203 von 317"),
            figure("Bewilligte Mittel", Shown(41_260_000, measure="euro"), None, "§ 40: 98 Anträge"),
            figure("Frist überschritten", Shown(11), None, "davon 5 Fiktion geprüft"),
        ),
        sources=("Einwohner ab 65: Melderegister, 01.01.2024",),
        editions={"Ortsteile": "Bremerhaven 2011", "Begriffe": "2026-11", "Programm": "0.4.0"},
        template_title="Magistrat",
    )


def _use() -> ReportSection:
    kinds = tuple(
        TableRow(name, name, (count(now), share(part), count(before))) for name, now, part, before in _KINDS
    )
    total = TableRow("*", "Insgesamt", (Shown(854), share("100,0"), Shown(775)), is_total=True)
    return ReportSection(
        "use",
        "Inanspruchnahme",
        (
            figure("Erstanfragen", Shown(318), Shown(274)),
            figure("Beratene Personen", Shown(261), Shown(240)),
            figure("Anonyme Kurzkontakte", SMALL, Shown(10)),
            figure("Kontakte je Fall (Median)", Shown(4, low=3, high=4), FEW),
            figure("Vom Erstkontakt zum Hausbesuch (Median)", Shown(14, measure="days", low=8, high=14)),
        ),
        (table("Kontakte nach Art", _CASE, (*kinds, total), "2025", "Anteil", "2024"),),
        comment="Die Zahl der Anfragen ist weiter gestiegen.\n\nIm Herbst fehlte eine Stelle.",
    )


def _where() -> ReportSection:
    rows = (
        TableRow("13", "Lehe", (Shown(1041),), level=1),
        TableRow("134", "Goethestraße", (Shown(312),)),
        TableRow("135", "Klushof", (HIDDEN,)),
        TableRow("25", "Fischereihafen", (SMALL,), level=1),
        TableRow("*", "Insgesamt", (Shown(1380),), is_total=True),
    )
    hidden = tuple(TableRow(f"q{number}", f"{number}. Quartal", (HIDDEN,)) for number in range(1, 5))
    return ReportSection(
        "where",
        "Woher die Menschen kommen",
        (figure("Je 1.000 Einwohner ab 65", Shown(Decimal("8.4"), measure="per_1000")),),
        (table("Fälle nach Stadtteil", _CASE, rows, "2025"), table("Besuche", _VISIT, hidden, "2025")),
        note="Zu prüfen: welche Merkmale hier verlangt werden.",
    )


def _money() -> ReportSection:
    across = ("Bewilligt", "Teilweise", "Abgelehnt", "Offen", "Insgesamt")
    rows = tuple(
        TableRow(name, name, tuple(Shown(number * place) for place in range(1, 6)))
        for name, number in (("Pflegekasse, Wohnumfeld", 20), ("KfW", 5))
    )
    return ReportSection(
        "money",
        "Geld und Anträge",
        (
            figure("Drittmittel je Euro Personalkosten", Shown(Decimal("2.31"), measure="ratio")),
            figure("Stunden unterwegs", Shown(312, measure="hours")),
            figure("Tatsächliche Kosten", Shown(1_234_550, measure="euro"), Shown(None, "unknown", "euro")),
        ),
        (table("Bescheide nach Programm", _CASE, rows, *across),),
    )


def _long(number: int) -> int:
    """How often its name goes on: every seventh for a line, and some for so many that their row parts."""
    return 8 if number % 11 == 5 else number % 7 == 0


def huge() -> StatisticsReport:
    """A county with ninety places, some of them with very long names, and a comment of many lines."""
    rows = tuple(
        TableRow(
            str(number),
            f"Gemeinde {number} " + "an der langen Straße bei den sieben Bergen " * _long(number),
            (Shown(number * 3) if number % 5 else SMALL, share("1,1"), Shown(number * 2)),
        )
        for number in range(2, 92)
    )
    total = TableRow("*", "Insgesamt", (Shown(9999), share("100,0"), Shown(8888)), is_total=True)
    sections = tuple(
        ReportSection(
            f"s{place}",
            f"Abschnitt {place}",
            tuple(figure(f"Kennzahl {place}.{number}", Shown(number), Shown(1)) for number in range(1, 25)),
            (table(f"Fälle nach Gemeinde {place}", _CASE, (*rows, total), "2025", "Anteil", "2024"),),
            comment="Ein langer Satz über die Arbeit des Jahres. " * 60 + ", ".join(records.EVERY_SCRIPT),
        )
        for place in range(3)
    )
    return StatisticsReport(
        Period.year(2025),
        "land",
        "Jahresbericht 2025",
        "internal",
        Protection("none", 5, ()),
        sections,
        None,
        date(2026, 1, 15),
        records.OFFICE,
    )
