"""Quotes on a measure's card: entered, compared, chosen and taken back with the keyboard alone."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.plan import measures, quotes
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.model import Building, Dwelling, Measure, Quote

TODAY = date.today()  # noqa: DTZ011


def recommend(hands: CaseHands, **values: Any) -> UUID:
    given: dict[str, Any] = {"title": "Dusche", "cost_low": 500_000, "cost_high": 1_200_000} | values
    return measures.recommend(hands.office, hands.case_id, **given)[1]


def offer(hands: CaseHands, measure_id: UUID, company: str, amount: int, **values: Any) -> UUID:
    return quotes.add_quote(hands.office, measure_id, company=company, amount=amount, **values)[1]


def kept(hands: CaseHands) -> tuple[Measure, tuple[Quote, ...]]:
    hands.rest()
    with hands.office.reading() as session:
        [measure] = cases.load_case(session, hands.case_id).measures
        return measure, quotes.quotes_of(session, [measure]).get(measure.id, ())


def words(hands: CaseHands, name: str) -> list[str]:
    shown = [label for label in hands.page.findChildren(QLabel, name) if label.isVisible()]
    shown.sort(key=lambda label: label.mapTo(hands.page, label.rect().topLeft()).y())
    return [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in shown]


def sees(hands: CaseHands, name: str) -> bool:
    return any(widget.isVisible() for widget in hands.page.findChildren(QWidget, name))


def test_without_quotes_there_is_one_quiet_button(hands: CaseHands) -> None:
    recommend(hands)
    hands.open("measures")

    assert not sees(hands, "quotes")
    assert not sees(hands, "measure_warnings")
    assert sees(hands, "quote_add")


def test_a_quote_is_entered_by_tab_and_typing(hands: CaseHands) -> None:
    recommend(hands)
    hands.open("measures")
    hands.go_to("quote_add")
    hands.press(Qt.Key.Key_Return)
    assert hands.place == "quote_company"
    for text in ("Bad & Söhne", "12350", "heute", "+14", "mit Fliesen"):
        hands.type(text)
        hands.tab()

    _measure, [quote] = kept(hands)
    assert (quote.company, quote.amount, quote.note) == ("Bad & Söhne", 1_235_000, "mit Fliesen")
    assert (quote.quoted_on, quote.valid_until) == (TODAY, TODAY + timedelta(days=14))
    assert words(hands, "quote_words") == ["Noch 14 Tage gültig · 350 € über der Schätzung (3 %)"]
    assert hands.place == "quote_chosen"


def test_the_chosen_quote_counts_and_the_words_say_so(hands: CaseHands, desk: Desk) -> None:
    measure_id = recommend(hands)
    offer(hands, measure_id, "Bad & Söhne", 1_235_000)
    offer(hands, measure_id, "Rohr AG", 980_000)
    hands.open("measures")
    assert words(hands, "case_measure_sum") == ["Zusammen geschätzt: 5.000–12.000 €"]

    hands.go_to("quote_chosen", place=0)
    hands.press(Qt.Key.Key_Space)
    hands.go_to("quote_chosen", place=1)
    hands.press(Qt.Key.Key_Space)

    measure, offered = kept(hands)
    assert [quote.company for quote in offered if quote.is_chosen] == ["Rohr AG"]
    assert measure.cost_quoted == 980_000
    assert words(hands, "case_measure_sum") == ["Zusammen laut Angeboten: 9.800 €"]
    assert words(hands, "quotes_words")[0].startswith("In der Summe zählt: Rohr AG, 9.800 €. Am günstigsten:")

    desk.undo()
    assert [quote.company for quote in kept(hands)[1] if quote.is_chosen] == ["Bad & Söhne"]


def test_taking_the_tick_away_chooses_none(hands: CaseHands) -> None:
    measure_id = recommend(hands)
    quotes.choose_quote(hands.office, measure_id, offer(hands, measure_id, "Rohr AG", 980_000))
    hands.open("measures")
    hands.go_to("quote_chosen")
    hands.press(Qt.Key.Key_Space)

    assert kept(hands)[0].cost_quoted is None
    assert words(hands, "quotes_words") == ["Keines ist gewählt: In der Summe zählt die Schätzung."]


def test_the_price_follows_the_amount_and_an_earlier_amount_put_back_from_its_history(
    hands: CaseHands,
) -> None:
    measure_id = recommend(hands)
    quote_id = offer(hands, measure_id, "Rohr AG", 980_000)
    quotes.choose_quote(hands.office, measure_id, quote_id)
    hands.open("measures")
    hands.go_to("quote_amount")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type("9000")
    hands.tab()
    assert kept(hands)[0].cost_quoted == 900_000

    hands.go_to("quote_amount")
    hands.press(Qt.Key.Key_F6)
    hands.rest()
    back = next(
        button
        for button in hands.page.window().findChildren(QAbstractButton)
        if button.isVisible() and button.text() == "Wieder einsetzen"
    )
    back.click()

    measure, [quote] = kept(hands)
    assert (measure.cost_quoted, quote.amount) == (980_000, 980_000)


def test_an_expired_quote_says_so_in_words_and_is_not_called_the_cheapest(hands: CaseHands) -> None:
    measure_id = recommend(hands)
    offer(hands, measure_id, "Rohr AG", 980_000, valid_until=TODAY - timedelta(days=1))
    offer(hands, measure_id, "Bad & Söhne", 1_000_000)
    offer(hands, measure_id, "Sanitär Lehe", 1_100_000)
    hands.open("measures")

    [first, second, _third] = words(hands, "quote_words")
    assert first.startswith("Abgelaufen am ")
    assert second == "In der Spanne der Schätzung · am günstigsten"


def test_a_removed_quote_comes_back_chosen_by_undo(
    hands: CaseHands, desk: Desk, said: list[tuple[str, bool]]
) -> None:
    measure_id = recommend(hands)
    quotes.choose_quote(hands.office, measure_id, offer(hands, measure_id, "Rohr AG", 980_000))
    hands.open("measures")
    hands.go_to("quote_remove")
    hands.press(Qt.Key.Key_Space)
    assert kept(hands)[1] == ()
    assert said == [("Angebot entfernt.", True)]
    assert hands.place == "quote_add"
    assert not sees(hands, "quotes")

    desk.undo()
    measure, [quote] = kept(hands)
    assert (measure.cost_quoted, quote.is_chosen) == (980_000, True)


def test_a_quote_begun_by_mistake_leaves_nothing_behind(hands: CaseHands) -> None:
    recommend(hands)
    hands.open("measures")
    hands.go_to("quote_add")
    hands.press(Qt.Key.Key_Space)
    hands.go_to("quote_remove")
    hands.press(Qt.Key.Key_Space)

    assert kept(hands)[1] == ()
    assert not sees(hands, "quotes")


def test_an_empty_quote_cannot_be_chosen(hands: CaseHands) -> None:
    recommend(hands)
    hands.open("measures")
    hands.go_to("quote_add")
    hands.press(Qt.Key.Key_Space)
    box = hands.go_to("quote_chosen")
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert isinstance(box, QAbstractButton)
    assert not box.isChecked()
    assert kept(hands)[0].cost_quoted is None


def test_measures_are_put_in_the_order_of_their_priority_by_one_key(hands: CaseHands, desk: Desk) -> None:
    for title, priority in (("Licht", "C"), ("Griff", "A")):
        recommend(hands, title=title, priority=priority)
    hands.open("measures")
    hands.go_to("measures_sort")
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    assert [measure.title for measure in hands.view().measures] == ["Griff", "Licht"]

    desk.undo()
    hands.rest()
    assert [measure.title for measure in hands.view().measures] == ["Licht", "Griff"]


@pytest.fixture
def quoted_case(hands: CaseHands) -> CaseHands:
    """A case with everything a measure can warn of, and three quotes."""
    view = hands.view()
    records.keep(hands.office, Building, view.building.id, is_listed=True, escape_route_note="98 cm breit")
    records.keep(hands.office, Dwelling, view.dwelling.id, tenure="miete_privat")
    measure_id = recommend(
        hands, kind="bau_gross", trade="aufzug_lift", needs_consent=True, payers=["pk4", "kfw"]
    )
    offer(hands, measure_id, "Bad & Söhne GmbH", 1_235_000, valid_until=TODAY - timedelta(days=3))
    quotes.choose_quote(hands.office, measure_id, offer(hands, measure_id, "Rohr AG", 980_050))
    recommend(hands, title="Griff", cost_low=None, cost_high=None, cost_actual=21_050)
    return hands


def test_what_to_mind_stands_on_the_card(quoted_case: CaseHands) -> None:
    quoted_case.open("measures")
    lines = [text for place in range(3) for text in words(quoted_case, f"measure_warnings_{place}")]

    assert lines == [
        "Rettungsweg: 98 cm breit.",
        "Denkmalschutz: vorher mit der Denkmalbehörde sprechen.",
        "Zur Miete: Die Vermietung muss vorher zustimmen (§ 554 BGB).",
    ]


def test_quotes_stand_in_nobodys_way(quoted_case: CaseHands, theme: Theme) -> None:
    quoted_case.open("measures")

    assert obstacles(quoted_case.page, theme) == []
