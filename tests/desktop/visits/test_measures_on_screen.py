"""Measures are found in the catalogue by any word, edited in place, ordered, and summed up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.plan import measures
from zwk_barrier.desktop.visits.measure_search import find
from zwk_barrier.reference.measures import load_catalogue


def titles(advisor: Advisor) -> list[str | None]:
    return [measure.title for measure in advisor.view().measures]


def recommend(advisor: Advisor, *numbers: str) -> None:
    for number in numbers:
        entry = load_catalogue().get(number)
        assert entry is not None
        values = measures.from_catalogue(entry)
        advisor.desk.do(
            lambda store, values=values: measures.recommend(
                store, advisor.case_id, visit_id=advisor.visit_id, **values
            )
        )
    advisor.rest()


def search(advisor: Advisor, text: str) -> None:
    advisor.type(text)
    advisor.qtbot.wait(120)  # the search waits for a pause in typing
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("wanne dusche", "M52"),
        ("Haltegriff", "M38"),
        ("treppenlift kurvig", "M32"),
        ("m75", "M75"),
        ("tür", "M11"),
    ],
)
def test_the_catalogue_is_found_by_any_of_its_words(text: str, number: str) -> None:
    assert number in [hit.key for hit in find(text)]


def test_what_begins_so_comes_first_and_what_is_not_there_gives_nothing() -> None:
    assert find("rampe")[0].key == "M69"
    assert find("raumschiff") == []


def test_a_measure_of_the_catalogue_is_added_by_keys_and_can_be_edited_at_once(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    assert advisor.place == "measure_search"
    search(advisor, "wanne dusche")

    assert advisor.place == "measure_title"
    assert titles(advisor) == ["Wanne durch bodengleiche Dusche ersetzen"]
    assert advisor.words("measures_sum") == "Zusammen geschätzt: 5.000–12.000 €"


def test_f7_in_a_room_adds_a_measure_for_that_room(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_F7)
    assert advisor.place == "room_measure_search"
    search(advisor, "haltegriff")

    (measure,) = advisor.view().measures
    assert (measure.catalogue_number, measure.room_id) == ("M38", advisor.room_id("bad"))
    assert advisor.sees("room_measures_0")
    assert advisor.place == "room_measure_search"


def test_a_measure_of_a_room_leads_to_the_plan(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_F7)
    search(advisor, "haltegriff")
    advisor.shown(QLineEdit, "room_measure_search").clearFocus()
    advisor.shown(QWidget, "room_measures_0").setFocus()
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()

    assert advisor.title == "Maßnahmen"
    assert advisor.place == "measure_title"


def test_f4_adds_a_measure_in_own_words(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    advisor.press(Qt.Key.Key_F4)
    advisor.rest()
    advisor.type("Teppich im Flur entfernen")
    advisor.tab()

    assert titles(advisor) == ["Teppich im Flur entfernen"]
    assert advisor.words("measures_sum") == "Noch keine Kosten geschätzt."


def test_costs_typed_as_a_range_are_summed_at_once(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    unpriced = next(entry.number for entry in load_catalogue() if entry.cost_low is None)
    recommend(advisor, "M38", unpriced)
    assert advisor.words("measures_unpriced") == "1 Maßnahme ist noch ohne Schätzung."

    advisor.workplace.findChildren(QLineEdit, "measure_cost_low")[0].setFocus()
    advisor.press(Qt.Key.Key_A, CTRL)
    advisor.type("100-200")
    advisor.tab()
    advisor.rest()

    assert advisor.words("measures_sum") == "Zusammen geschätzt: 100–200 €"


def test_a_measure_moves_up_with_its_card_and_its_typing(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    recommend(advisor, "M38", "M52")
    buttons = advisor.workplace.findChildren(QAbstractButton, "measure_up")
    last = max(buttons, key=lambda button: button.mapTo(advisor.workplace, button.rect().topLeft()).y())
    last.setFocus()
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()

    assert titles(advisor)[0] == "Wanne durch bodengleiche Dusche ersetzen"
    assert advisor.place == "measure_up"


def test_a_removed_measure_comes_back_by_undo(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    recommend(advisor, "M38")
    advisor.shown(QAbstractButton, "measure_remove").click()
    advisor.rest()
    assert not advisor.sees("measure_title")

    advisor.undo()

    assert advisor.shown(QLineEdit, "measure_title").text().startswith("Haltegriff")


def test_the_rarer_fields_come_on_demand(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    recommend(advisor, "M38")
    assert not advisor.sees("measure_trade")

    advisor.shown(QAbstractButton, "measure_more").click()

    assert advisor.sees("measure_trade")
    assert advisor.shown(QAbstractButton, "measure_more").text() == "Weniger Angaben"
