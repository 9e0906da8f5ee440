"""What became of the barriers, in the report of a visit that measures again."""

from functools import cache

from tests.reports import records
from tests.reports.listening import Listener
from tests.reports.visit_parts import COMPARISON
from zwk_barrier.reports.documents.visit_report import build_visit_report


@cache
def heard() -> Listener:
    return Listener(build_visit_report(records.ordinary(comparison=COMPARISON)))


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
