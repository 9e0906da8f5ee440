"""Statistik: one tab for each way to ask the office's figures; a tab is built when it is first looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.util import find_spec
from pkgutil import resolve_name
from typing import Any, Final, Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, StatisticsTab, ToStatistics
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.tabs import TabbedPages
from zwk_barrier.wording import N_, _

_FOLDER: Final = "zwk_barrier.desktop.statistics"


class Tab(Protocol):
    """What the page asks of a tab, which is a QWidget besides."""

    def title(self) -> str:
        """What the window is called while the tab is shown."""

    def show_destination(self, destination: ToStatistics) -> None:
        """Reads anew; called each time the tab comes into view."""

    def leave(self) -> None:
        """Keeps what is being typed."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A tab's words, its module and class; ``is_given`` says whether it takes the preferences and the day."""

    text: str
    module: str
    name: str
    is_given: bool = False


TABS: Final[dict[StatisticsTab, _Place]] = {
    "report": _Place(N_("Bericht"), "report_tab", "ReportTab", is_given=True),
    "question": _Place(N_("Frage"), "question_tab", "QuestionTab", is_given=True),
    "reach": _Place(N_("Reichweite"), "reach_tab", "ReachTab"),
    "demand": _Place(N_("Bedarf"), "demand_tab", "DemandTab"),
    "population": _Place(N_("Einwohner"), "population_tab", "PopulationTab"),
    "releases": _Place(N_("Weitergaben"), "releases_tab", "ReleasesTab"),
}
"""A new tab is one line here."""


def tabs_there() -> Iterator[tuple[StatisticsTab, _Place]]:
    """The tabs whose module is there."""
    for code, place in TABS.items():
        if find_spec(f"{_FOLDER}.{place.module}") is not None:
            yield code, place


class StatisticsPage(QWidget):
    """The page of ``ToStatistics``; what was asked last is kept in ``preferences``."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        preferences: Preferences | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statistics_page")
        self._desk = desk
        self._given: dict[str, Any] = {"preferences": preferences, "today": today}
        self._destination = ToStatistics()
        self._is_begun = False
        self._tabs = TabbedPages("statistics", title=_("Bereiche der Statistik"), inset=24)
        self._there = dict(tabs_there())
        for code, place in self._there.items():
            self._tabs.add(code, _(place.text), partial(self._make, place))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        self._tabs.shown.connect(self._show)

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._tab().title()

    def show_destination(self, destination: Destination) -> None:
        """Shows the tab the destination names, or the first where there is no such tab, and lets it read anew."""
        if not isinstance(destination, ToStatistics):
            return
        if destination.tab not in self._there:
            destination = ToStatistics(next(iter(self._there)))
        self._destination, self._is_begun = destination, True
        if self._tabs.tabs.current() == destination.tab:
            self._tab().show_destination(destination)
        else:
            self._tabs.tabs.choose(destination.tab)

    def leave(self) -> None:
        """Keeps what is being typed."""
        settle_all(self)
        self._tab().leave()

    def _make(self, place: _Place) -> QWidget:
        own = self._given if place.is_given else {}
        made: QWidget = resolve_name(f"{_FOLDER}.{place.module}:{place.name}")(self._desk, **own)
        return made

    def _tab(self) -> Tab:
        return cast("Tab", self._tabs.page(self._tabs.tabs.current()))

    def _show(self, code: StatisticsTab, page: QWidget) -> None:
        if not self._is_begun:
            return
        place = ToStatistics(code)
        if place != self._destination:
            self._destination = place
            self._desk.be_at(place)
        cast("Tab", page).show_destination(place)
