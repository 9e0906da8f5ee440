"""Quotes, payers and warnings on a measure's card in the visit: for fingers, and by the keyboard alone."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.desktop import walk
from tests.desktop.access import walkers
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.plan import measures, quotes
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.line_field import InnerButton
from zwk_barrier.model import Dwelling, Measure
from zwk_barrier.reference.measures import load_catalogue

TODAY = date.today()  # noqa: DTZ011


def recommend(advisor: Advisor, number: str) -> UUID:
    entry = load_catalogue().get(number)
    assert entry is not None
    values = measures.from_catalogue(entry)
    return measures.recommend(advisor.office, advisor.case_id, visit_id=advisor.visit_id, **values)[1]


def rent(advisor: Advisor) -> None:
    with advisor.office.reading() as session:
        dwelling_id = load_case(session, advisor.case_id).dwelling.id
    records.keep(advisor.office, Dwelling, dwelling_id, tenure="miete_privat")


def at_the_measures(advisor: Advisor) -> None:
    advisor.begin()
    advisor.enter_room("Maßnahmen")


def test_a_measure_says_in_a_line_who_pays_and_who_does_it_and_below_what_to_mind(newcomer: Advisor) -> None:
    rent(newcomer)
    recommend(newcomer, "M31")
    at_the_measures(newcomer)

    assert newcomer.words("measure_facts") == (
        "Pflegekasse, Wohnumfeld (§ 40 Abs. 4 SGB XI), KfW, Eigene Mittel · Aufzug und Lift · Zustimmung nötig"
    )
    assert newcomer.words("measure_warnings_0") == "Im Treppenhaus den Rettungsweg prüfen."
    assert newcomer.words("measure_warnings_1").startswith("Zur Miete:")


def test_the_line_gives_way_to_the_fields_it_tells(newcomer: Advisor) -> None:
    recommend(newcomer, "M31")
    at_the_measures(newcomer)
    newcomer.shown(QAbstractButton, "measure_more").click()

    assert newcomer.sees("measure_payers")
    assert not newcomer.sees("measure_facts")


def test_a_quote_is_entered_and_chosen_with_the_keyboard_and_the_plan_costs_that(newcomer: Advisor) -> None:
    recommend(newcomer, "M52")
    at_the_measures(newcomer)
    newcomer.shown(QAbstractButton, "quote_add").setFocus()
    newcomer.press(Qt.Key.Key_Return)
    assert newcomer.place == "quote_company"
    newcomer.type("Rohr AG")
    newcomer.tab()
    newcomer.type("13000")
    newcomer.tab(4)
    assert newcomer.place == "quote_chosen"
    newcomer.press(Qt.Key.Key_Space)
    newcomer.rest()

    assert newcomer.words("measures_sum") == "Zusammen laut Angeboten: 13.000 €"
    assert newcomer.words("quote_words") == "1.000 € über der Schätzung (8 %)"

    newcomer.undo()
    assert newcomer.words("measures_sum") == "Zusammen geschätzt: 5.000–12.000 €"


def test_the_room_tells_the_price_of_the_chosen_quote(newcomer: Advisor) -> None:
    measure_id = recommend(newcomer, "M38")
    records.keep(newcomer.office, Measure, measure_id, room_id=newcomer.room_id("bad"))
    _changed, quote_id = quotes.add_quote(newcomer.office, measure_id, amount=21_050)
    quotes.choose_quote(newcomer.office, measure_id, quote_id)
    newcomer.begin()
    newcomer.enter_room("Bad")

    told = newcomer.shown(QWidget, "room_measures_0").accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    assert "210,50 € laut Angebot" in told


def test_sorting_by_priority_takes_the_cards_with_it(newcomer: Advisor) -> None:
    for number, priority in (("M52", "B"), ("M38", "A")):
        measure_id = recommend(newcomer, number)
        records.keep(newcomer.office, Measure, measure_id, priority=priority)
    at_the_measures(newcomer)
    newcomer.shown(QAbstractButton, "measures_sort").setFocus()
    newcomer.press(Qt.Key.Key_Return)

    assert [measure.catalogue_number for measure in newcomer.view().measures] == ["M38", "M52"]


@pytest.fixture
def page(newcomer: Advisor) -> QWidget:
    """The measures of a visit, one with two quotes."""
    rent(newcomer)
    measure_id = recommend(newcomer, "M31")
    past, ahead = TODAY - timedelta(days=3), TODAY + timedelta(days=30)
    quotes.add_quote(newcomer.office, measure_id, company="Lift Nord", amount=950_000, valid_until=past)
    _changed, second = quotes.add_quote(
        newcomer.office, measure_id, company="Treppauf GmbH & Co. KG", amount=820_050, valid_until=ahead
    )
    quotes.choose_quote(newcomer.office, measure_id, second)
    at_the_measures(newcomer)
    return walkers.settled(newcomer.visit_page)


def test_everything_is_named_reached_and_large_enough_for_a_finger(page: QWidget) -> None:
    inner = {f"InnerButton „{one.objectName()}“" for one in page.findChildren(InnerButton)}
    small = walkers.small_targets(page, least=44)

    assert walkers.unnamed(page) == []
    assert walkers.keyboard_gaps(page) == []
    assert [each for each in small if each.partition(" is ")[0] not in inner] == []


def test_words_edges_and_focus_stand_out(page: QWidget, theme: Theme) -> None:
    assert walk.unseen(page, theme, around=page.window()) == []


def test_no_word_is_cut(page: QWidget, theme: Theme) -> None:
    assert walk.unfitting(page, theme, (1280, 800), (1024, 640)) == []
