"""Reach by the keyboard: blind spots in words, exact or protected, and what to do first where something is missing."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_case
from tests.desktop.typist import ALT, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework.figures.population import TakingIn, take_in
from zwk_barrier.casework.records import keep
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToStatistics
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.statistics.reach_tab import ReachTab
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.bar_chart import BarRow
from zwk_barrier.exchange.population import read_population
from zwk_barrier.model import CaseFile, Staff
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)
AREAS = load_areas("bremerhaven")
STADTTEILE = [area.key for area in AREAS if area.level == "stadtteil"]


class Reader(Typist):
    """Somebody at the tab „Reichweite“."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: ReachTab) -> None:
        super().__init__(qtbot, desk, page)
        self.tab_page, self.office = page, desk.store

    def begin(self) -> None:
        """Arrives."""
        self.tab_page.show_destination(ToStatistics("reach"))
        self.show()

    def words(self, name: str) -> str:
        """What a label says."""
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text() if label.isVisible() else ""

    def row(self, title: str) -> BarRow:
        """A line of the table."""
        return next(row for row in self.tab_page.table.figures.rows if row.title == title)


@pytest.fixture
def reader(qtbot: QtBot, desk: Desk, theme: Theme) -> Reader:  # noqa: ARG001 - the look the tab is made for
    page = ReachTab(desk, today=lambda: TODAY)
    qtbot.addWidget(page)
    return Reader(qtbot, desk, page)


@pytest.fixture
def inhabited(office: OfficeStore) -> OfficeStore:
    """An office whose Stadtteile have 1,000 people of 65 and older each."""
    lines = ["Stadtteil_Nr;Einwohner;65+", *(f"{key};4000;1000" for key in STADTTEILE)]
    read = read_population("\n".join(lines).encode(), AREAS, TODAY)
    take_in(office, read, TakingIn("einwohner", "Melderegister", date(2024, 12, 31)))
    return office


def advise(office: OfficeStore, cases: Callable[[str], int]) -> None:
    """Cases of people of 75 in 2025, so many of each Stadtteil, as if they had been entered then."""
    number = 0
    for key in STADTTEILE:
        for _case in range(cases(key)):
            number += 1
            area = next(area.key for area in AREAS.children(key))
            case_id = a_case(office, f"2025-{number:04}", date(2025, 5, 5), area=area, birth_year=1950)
            with office.deed("case_opened") as deed:
                case = deed.session.get(CaseFile, case_id)
                assert case is not None
                case.created_at = datetime(2025, 5, 5, 12, tzinfo=UTC)


def test_without_inhabitants_it_says_what_to_do_first(reader: Reader, went: list[Destination]) -> None:
    reader.begin()

    assert reader.words("reach_waiting_title") == "Dafür fehlen Einwohnerzahlen"
    reader.go_to("reach_waiting_people")
    reader.press(Qt.Key.Key_Return)

    assert went == [ToStatistics("population")]


@pytest.mark.usefixtures("inhabited")
def test_an_open_period_has_no_protected_figures(reader: Reader, went: list[Destination]) -> None:
    reader.begin()

    assert reader.words("reach_waiting_title") == "2025 ist noch nicht abgeschlossen"
    reader.go_to("reach_waiting_report")
    reader.press(Qt.Key.Key_Return)

    assert went == [ToStatistics("report")]


def test_a_blind_spot_is_named_in_words_with_its_limit(reader: Reader, inhabited: OfficeStore) -> None:
    advise(inhabited, lambda key: 3 if key == "24" else 20)
    reader.begin()
    reader.press(Qt.Key.Key_N, ALT)
    reader.rest()

    # 163 cases among 9,000 people: 18.1 per 1,000; of 3 the upper limit is 8.8.
    assert reader.words("reach_spot_lines") == (
        "Wulsdorf: 3 Fälle, zu erwarten wären 18,1. Auch die obere Grenze (8,8 je 1.000) liegt unter dem Wert von "
        "Bremerhaven (18,1)."
    )
    row = reader.row("Wulsdorf")
    assert row.note == "auffällig wenig"
    assert [figure.text for figure in row.figures][:2] == ["3,0", "0,6–8,8"]
    assert row.figures[0].high == pytest.approx(8.767, abs=0.001)
    assert reader.tab_page.table.figures.rows[0] == row  # the least reached come first


def test_a_closed_period_tells_rounded_figures_and_the_same_again(
    reader: Reader, inhabited: OfficeStore
) -> None:
    advise(inhabited, lambda key: 2 if key == "24" else 20)
    close_period(inhabited, Period.year(2025), "rounding", datetime.now(UTC))
    reader.begin()

    first = reader.tab_page.table.figures.rows
    assert first
    counts = {row.figures[3].text for row in first}
    assert all(text == "< 5" or int(text) % 5 == 0 for text in counts)
    assert "gerundet" in reader.words("reach_definition")
    a_case(inhabited, "2025-9999", date(2025, 5, 6), area="241", birth_year=1950)
    reader.tab_page.show_destination(ToStatistics("reach"))
    reader.rest()

    assert reader.tab_page.table.figures.rows == first


def test_who_only_counts_is_not_offered_exact_figures(reader: Reader, inhabited: OfficeStore) -> None:
    keep(inhabited, Staff, inhabited.staff_id, role="statistik")
    reader.begin()

    assert not reader.tab_page.waiting.look_inside.isVisible()
    reader.tab_page.choice.look_inside()  # a crafted wish changes nothing
    reader.rest()

    assert reader.words("reach_waiting_title") == "2025 ist noch nicht abgeschlossen"
    assert reader.tab_page.table.figures.rows == ()


def test_the_level_is_chosen_by_the_keyboard(reader: Reader, inhabited: OfficeStore) -> None:
    advise(inhabited, lambda _key: 2)
    reader.begin()
    reader.press(Qt.Key.Key_N, ALT)
    reader.rest()
    reader.go_to("reach_level")
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Return)
    reader.rest()

    assert reader.tab_page.table.figures.head == "Ortsteil"
    assert {row.note for row in reader.tab_page.table.figures.rows if not row.is_total} == {
        "Einwohnerzahl nicht bekannt"
    }


def test_competing_inhabitants_give_another_rate_and_it_is_said(
    reader: Reader, inhabited: OfficeStore
) -> None:
    lines = ["Stadtteil_Nr;Einwohner;65+", *(f"{key};4000;900" for key in STADTTEILE)]
    read = read_population("\n".join(lines).encode(), AREAS, TODAY)
    take_in(inhabited, read, TakingIn("einwohner", "Fortschreibung", date(2024, 12, 31)))
    advise(inhabited, lambda _key: 9)
    reader.begin()
    reader.press(Qt.Key.Key_N, ALT)
    reader.rest()

    assert reader.words("reach_state").startswith("2025 · Einwohner: Melderegister, 31.12.2024")
    assert "10,0 (Fortschreibung, 31.12.2024)" in reader.words("reach_competing")


def test_nothing_stands_in_anybodys_way(reader: Reader, inhabited: OfficeStore, theme: Theme) -> None:
    advise(inhabited, lambda key: 3 if key == "24" else 12)
    reader.begin()
    reader.press(Qt.Key.Key_N, ALT)
    reader.rest()

    assert obstacles(reader.tab_page, theme) == []
