"""What became of the barriers, in the report of a visit that measures again."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests.reports import records
from tests.reports.listening import Listener
from zwk_barrier.model.visit_report import ComparedLine, ComparisonSection
from zwk_barrier.reports.visit_report import build_visit_report

COMPARISON = ComparisonSection(
    "1 von 3 Barrieren gelöst, 1 noch da; 1 nicht nachgeprüft.",
    date(2026, 11, 9),
    (
        ComparedLine(
            "Innentür: Lichte Breite der Tür",
            "Bad",
            "63 cm",
            "not_met",
            "95 cm",
            "met",
            "solved",
            "Tür verbreitert",
        ),
        ComparedLine(
            "Innentür: Lichte Breite der Tür", "Flur", "63 cm", "not_met", "64 cm", "not_met", "remaining"
        ),
        ComparedLine(
            "Teppichkante",
            "Wohnung insgesamt",
            "Hilfe nötig",
            "not_met",
            "",
            "not_checked",
            "not_checked",
            is_in_words=True,
        ),
    ),
)


@cache
def heard() -> Listener:
    return Listener(build_visit_report(records.ordinary(comparison=COMPARISON)))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_report_with_a_comparison_keeps_both_standards(profile: str) -> None:
    assert heard().failures(profile) == []
    longer = replace(COMPARISON, lines=COMPARISON.lines * 40)
    assert Listener(build_visit_report(records.ordinary(comparison=longer))).failures(profile) == []


def test_it_stands_before_the_rooms_with_the_result_first() -> None:
    bookmarks = heard().bookmarks()
    assert bookmarks.index("  Was sich verändert hat") < bookmarks.index("  Raum für Raum")
    said = [one.text for one in heard().heard]
    assert said[said.index("Was sich verändert hat") + 1] == COMPARISON.summary


def test_each_barrier_is_read_with_both_values_both_verdicts_and_the_result() -> None:
    [table] = [rows for number in range(12) if (rows := rows_of(number)) and rows[0][0] == "Barriere"]
    assert table[0] == ["Barriere", "Vorher", "Nachher", "Ergebnis"]
    assert table[1] == [
        "Innentür: Lichte Breite der Tür Bad",
        "63 cm nicht erreicht",
        "95 cm erreicht",
        "gelöst Tür verbreitert",
    ]
    assert table[3][1] == "Hilfe nötig"
    assert table[3][2:] == ["nicht geprüft", "nicht nachgeprüft"]


def test_a_report_without_a_comparison_does_not_speak_of_one() -> None:
    assert "  Was sich verändert hat" not in Listener(build_visit_report(records.ordinary())).bookmarks()


def rows_of(number: int) -> list[list[str]]:
    try:
        return heard().rows(number)
    except IndexError:
        return []
