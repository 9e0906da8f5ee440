"""A question of the moment is asked with a few keys, answered safely, and remembered by its codes alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from tests.desktop.statistics.conftest import YEAR, Counter
from tests.desktop.typist import ALT, one
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.statistics.question_offers import Value, find_values
from zwk_barrier.desktop.statistics.question_tab import QuestionTab, read_answer
from zwk_barrier.desktop.statistics.question_words import question_words
from zwk_barrier.desktop.statistics.recent_questions import MOST, read, with_newest, written
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.problems import NotAllowed
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.questions.questions import Axis, Question

ENTER = Qt.Key.Key_Return
REGION = "bremerhaven"
OF_OLD_PEOPLE = Question(YEAR, "cases", Axis("area", "district"), None, {"age": ("65_plus",)})


def asked(counter: Counter) -> Question:
    return one(counter, QuestionTab).choice.question()


def narrow(counter: Counter, typed: str) -> None:
    """Types a part into „Nur, wo …“ and takes the first hit."""
    counter.press(Qt.Key.Key_N, ALT)
    counter.type(typed)
    counter.press(ENTER)
    counter.rest()


@pytest.mark.usefixtures("closed")
def test_how_many_in_one_quarter_over_65_for_the_bath_takes_a_few_keys(counter: Counter) -> None:
    counter.begin("question")
    before = counter.keys

    for typed in ("134", "65+", "Bad"):
        narrow(counter, typed)

    assert asked(counter).where == {"area": ("134",), "age": ("65_plus",), "room": ("bad",)}
    assert counter.words("question_told") == (
        "„Raum“ steht nicht bei „Fälle“: Gezählt wird jetzt „Empfohlene Maßnahmen“."
    )
    assert counter.keys - before <= 20
    total = counter.words("answer_total")
    assert total == "<\N{NO-BREAK SPACE}5" or int(total) % 5 == 0
    assert counter.words("answer_of").startswith("von ")
    assert "Goethestraße" in counter.words("answer_filters")
    assert counter.words("answer_definition").startswith("So ist gezählt: ")


@pytest.mark.usefixtures("closed")
def test_rows_and_columns_make_a_table_with_bars_that_can_be_copied(counter: Counter) -> None:
    counter.begin("question")
    counter.press(Qt.Key.Key_E, ALT)
    counter.type("Stadtt")
    counter.press(ENTER)
    counter.rest()

    table = one(counter, BarTable, "answer_table")
    assert table.isVisible()
    assert table.figures.rows[-1].title == "zusammen"
    assert table.figures.rows[-1].figures[0].text == counter.words("answer_total")
    counter.press(Qt.Key.Key_K, ALT)
    assert QGuiApplication.clipboard().text().startswith("Stadtteil\tzusammen\n")


def test_an_open_year_is_not_answered_outside_and_exactly_inside(counter: Counter) -> None:
    counter.begin("question")
    assert counter.words("answer_title") == "2025 ist noch nicht abgeschlossen."
    assert not counter.shows("answer_total")

    counter.press(Qt.Key.Key_I, ALT)
    counter.rest()

    assert int(counter.words("answer_total")) > 5
    assert counter.shows("answer_inside")


def test_a_copied_exact_table_says_that_it_stays_inside(counter: Counter) -> None:
    counter.begin("question")
    counter.press(Qt.Key.Key_I, ALT)
    counter.rest()
    counter.press(Qt.Key.Key_E, ALT)
    counter.type("Geschl")
    counter.press(ENTER)
    counter.rest()
    counter.press(Qt.Key.Key_K, ALT)
    assert QGuiApplication.clipboard().text().startswith("Interne Zahlen – nicht weitergeben\n")


def test_an_exact_answer_opens_its_cases(counter: Counter) -> None:
    counter.begin("question")
    counter.press(Qt.Key.Key_I, ALT)
    counter.rest()
    counter.press(Qt.Key.Key_E, ALT)
    counter.type("Geschl")
    counter.press(ENTER)
    counter.rest()
    counter.go_to("answer_table")
    counter.press(ENTER)
    counter.rest()

    shown = counter.dialog("behind").findChild(QLabel, "behind_count")
    assert shown is not None
    number = one(counter, BarTable, "answer_table").figures.figure(0, 0).text
    assert shown.text().startswith(f"{number} F")


@pytest.mark.usefixtures("closed", "clerk")
def test_who_only_counts_gets_no_exact_answer(counter: Counter) -> None:
    counter.begin("question")
    assert not counter.shows("question_view")
    with counter.office.reading() as session, pytest.raises(NotAllowed):
        read_answer(session, Question(YEAR, "cases"), "internal", counter.office.staff_id)


@pytest.mark.usefixtures("closed")
def test_too_fine_a_question_is_refused_in_a_sentence(counter: Counter) -> None:
    counter.begin("question")
    for typed in ("Goethe", "Demenz ja"):
        narrow(counter, typed)
    assert counter.words("answer_title").startswith(
        "Gesundheit und Herkunft werden nach außen nur je Stadtteil"
    )
    assert counter.words("answer_why") == "Wählen Sie die gröbere Einteilung der Gebiete."


@pytest.mark.usefixtures("closed")
def test_a_filter_goes_by_its_button(counter: Counter) -> None:
    counter.begin("question")
    narrow(counter, "65+")
    chip = one(counter, QPushButton, "question_chip_0")
    assert chip.accessibleName() == "Altersgruppe: 65 Jahre und älter, wegnehmen"
    counter.go_to("question_chip_0")
    counter.press(ENTER)
    counter.rest()
    assert asked(counter).where == {}
    assert counter.place == "question_where"


@pytest.mark.usefixtures("closed")
def test_the_last_questions_are_there_the_next_time(counter: Counter, preferences: Preferences) -> None:
    counter.begin("question")
    narrow(counter, "65+")
    assert "65_plus" in preferences.statistics_questions

    one(counter, QuestionTab).choice.show_question(Question(YEAR, "visits"))
    one(counter, RowList, "question_recent").focus_row(0)
    counter.press(ENTER)
    counter.rest()

    assert asked(counter) == Question(YEAR, "cases", None, None, {"age": ("65_plus",)})


def test_questions_are_kept_by_their_codes_and_damage_is_forgotten() -> None:
    assert read(written([OF_OLD_PEOPLE]), REGION) == [OF_OLD_PEOPLE]
    for damaged in ("", "{", "[1]", '[{"unit": "cases"}]', '[{"from": "x", "to": "y", "unit": "cases"}]'):
        assert read(damaged, REGION) == []
    unknown = Question(YEAR, "cases", Axis("shoe_size"))
    assert read(written([unknown, OF_OLD_PEOPLE]), REGION) == [OF_OLD_PEOPLE]


def test_the_same_question_is_kept_once_and_few_at_all() -> None:
    kept = [Question(YEAR, "cases", None, None, {"age": (str(number),)}) for number in range(MOST)]
    assert with_newest(kept, kept[3])[0] == kept[3]
    assert len(with_newest(kept, kept[3])) == MOST
    assert len(with_newest(kept, OF_OLD_PEOPLE)) == MOST


def test_a_question_reads_as_a_sentence() -> None:
    both = Question(YEAR, "cases", Axis("area", "district"), Axis("gender"), {"age": ("65_plus",)})
    assert question_words(both, REGION) == (
        "Fälle nach Stadtteil und Geschlecht, 2025",
        "Altersgruppe: 65 Jahre und älter",
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("134", Value("area", "134")),
        ("65+", Value("age", "65_plus")),
        ("goethestrasse", Value("area", "134")),
    ],
)
def test_values_are_found_by_name_and_by_code(typed: str, found: Value) -> None:
    assert find_values(typed, "cases", REGION)[0].key == found


def test_what_goes_with_another_unit_is_said(counter: Counter) -> None:
    counter.begin("question")
    steps = {"steps": (dimension("steps", REGION).codes[0],)}
    one(counter, QuestionTab).choice.show_question(Question(YEAR, "cases", where=steps))
    narrow(counter, "Bad")

    assert asked(counter).where == {"room": ("bad",)}
    assert "Weggefallen ist" in counter.words("question_told")
    assert "Stufen" in counter.words("question_told")


def test_what_another_unit_knows_is_offered_with_what_is_counted_then() -> None:
    [first, *_others] = find_values("bad", "cases", REGION)
    assert first.key == Value("room", "bad", "measures")
    assert first.note == "Raum; gezählt wird dann: Empfohlene Maßnahmen"
    assert find_values("  ", "cases", REGION) == []


@pytest.mark.usefixtures("closed")
def test_nothing_stands_in_anybodys_way(counter: Counter, theme: Theme) -> None:
    counter.begin("question")
    narrow(counter, "65+")
    one(counter, QuestionTab).choice.show_question(OF_OLD_PEOPLE)
    one(counter, QuestionTab).choice.changed.emit()
    counter.rest()
    assert not obstacles(counter.page, theme)
