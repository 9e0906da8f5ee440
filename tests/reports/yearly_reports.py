"""Yearly reports to set: of an office without a case, of an ordinary one, and of one with many districts."""

from datetime import date
from typing import Final

from tests.reports import records
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.model.yearly_report import ShownCount, YearLine, YearlyReport, YearTable

SMALL: Final = ShownCount(None, "small")
HIDDEN: Final = ShownCount(None, "hidden")
_CASE: Final = "Eine Person mit einer Wohnung und einem Anliegen, an mindestens einem Tag des Jahres offen."
_VISIT: Final = "Besuche in der Wohnung, die im Jahr stattfanden."


def empty() -> YearlyReport:
    """A year in which nothing happened, of an office without a name."""
    lines = tuple(YearLine(f"{number}. Quartal", SMALL) for number in range(1, 5))
    overview = (YearLine("Fälle", SMALL, _CASE), YearLine("Hausbesuche", SMALL, _VISIT))
    table = YearTable("Hausbesuche nach Quartal", _VISIT, lines, SMALL)
    return YearlyReport(Letterhead(""), 2026, date(2026, 11, 22), 5, overview, (table,))


def ordinary() -> YearlyReport:
    """A year with shown, small and hidden counts, and a table of which only the total is told."""
    districts = (
        ("Lehe", ShownCount(1041)),
        ("Geestemünde", ShownCount(312)),
        ("Wulsdorf", HIDDEN),
        ("Fischereihafen", SMALL),
    )
    overview = (
        YearLine("Fälle", ShownCount(1380), _CASE),
        YearLine("Abgeschlossene Fälle", HIDDEN, "Fälle, die im Jahr abgeschlossen wurden."),
        YearLine("Hausbesuche", ShownCount(61), _VISIT),
    )
    quarters = tuple(YearLine(f"{number}. Quartal", HIDDEN) for number in range(1, 5))
    return YearlyReport(
        records.OFFICE,
        2025,
        date(2026, 1, 15),
        5,
        overview,
        (
            YearTable(
                "Fälle nach Stadtteil",
                _CASE,
                tuple(YearLine(*line) for line in districts),
                ShownCount(1380),
            ),
            YearTable("Hausbesuche nach Quartal", _VISIT, quarters, ShownCount(61)),
        ),
    )


def huge() -> YearlyReport:
    """A county with ninety places, some of them with very long names."""
    lines = tuple(
        YearLine(
            f"Gemeinde {number} " + "an der langen Straße bei den sieben Bergen " * (number % 7 == 0),
            ShownCount(number * 3) if number % 5 else SMALL,
        )
        for number in range(2, 92)
    )
    tables = tuple(YearTable(f"Fälle nach Gemeinde {n}", _CASE, lines, ShownCount(9999)) for n in range(3))
    return YearlyReport(
        records.OFFICE, 2025, date(2026, 1, 15), 5, (YearLine("Fälle", ShownCount(9999), _CASE),), tables
    )
