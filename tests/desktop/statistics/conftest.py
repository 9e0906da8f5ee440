"""An office with two years of invented cases, and somebody at its statistics."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_demonstration
from tests.desktop.typist import Typist, one
from zwk_barrier.casework import records
from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, StatisticsTab, ToStatistics
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.statistics.page import StatisticsPage
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.model import Staff
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.office import OfficeStore, open_office

TODAY = date(2026, 11, 22)
NAME, PASSWORD = "Marie Albers", "sehr geheim 1"
YEAR = Period.year(2025)
TODAY_MOMENT = max(datetime.now(UTC), datetime(2026, 11, 22, 12, tzinfo=UTC))
"""After everything the demonstration has entered."""


class Counter(Typist):
    """Somebody at the page „Statistik“."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: StatisticsPage) -> None:
        super().__init__(qtbot, desk, page)
        self.statistics, self.desk, self.office = page, desk, desk.store

    def begin(self, tab: StatisticsTab = "report") -> None:
        """Arrives at a tab."""
        self.statistics.show_destination(ToStatistics(tab))
        self.show()

    def words(self, name: str) -> str:
        """What a label says."""
        return one(self, QLabel, name).text()

    def shows(self, name: str) -> bool:
        """Whether a part of the page is in it now."""
        part = self.page.findChild(QWidget, name)
        return part is not None and part.isVisibleTo(self.page)

    def figure(self, table: str, row: str, column: int = 0) -> str:
        """What a table says of a row."""
        figures = one(self, BarTable, table).figures
        return next(line.figures[column].text for line in figures.rows if line.title == row)

    def dialog(self, name: str) -> QWidget:
        """The dialog that is open."""
        found = [
            each for each in QApplication.topLevelWidgets() if each.objectName() == name and each.isVisible()
        ]
        assert found, f"no dialog {name}"
        return found[-1]


@pytest.fixture(scope="session")
def _counted_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; each test works on a copy."""
    with a_demonstration(tmp_path_factory.mktemp("counted") / "office", cases=80, today=TODAY) as store:
        return store.folder


@pytest.fixture
def counted(_counted_folder: Path, tmp_path: Path) -> Iterator[OfficeStore]:
    """The office, opened by Marie Albers, who leads it; nothing is closed yet."""
    shutil.copytree(_counted_folder, tmp_path / "counted")
    with open_office(tmp_path / "counted", NAME, PASSWORD) as store:
        yield store


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Those of a fresh user."""
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def counting_desk(qapp: QApplication, counted: OfficeStore) -> Iterator[Desk]:  # noqa: ARG001 - Qt has to be there
    """The desk of that office."""
    work = Work()
    yield Desk(counted, work)
    work.close()


@pytest.fixture
def went_from(counting_desk: Desk) -> list[Destination]:
    """Where the page asked to go."""
    places: list[Destination] = []
    counting_desk.going.connect(places.append)
    return places


@pytest.fixture
def counter(qtbot: QtBot, theme: Theme, counting_desk: Desk, preferences: Preferences) -> Counter:
    """Marie Albers at the page."""
    assert theme.look.scale == 100
    page = StatisticsPage(counting_desk, preferences=preferences, today=lambda: TODAY)
    qtbot.addWidget(page)
    return Counter(qtbot, counting_desk, page)


@pytest.fixture
def closed(counted: OfficeStore) -> Period:
    """The year 2025, closed with rounding."""
    close_period(counted, YEAR, "rounding", TODAY_MOMENT)
    return YEAR


@pytest.fixture
def clerk(counted: OfficeStore) -> None:
    """Marie Albers only counts."""
    records.keep(counted, Staff, counted.staff_id, role="statistik")
