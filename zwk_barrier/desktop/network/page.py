"""Netzwerk: what is done beside the cases, hours in the quarters, hours of work, and offers to refer people to."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import NetworkTab, ToNetwork
from zwk_barrier.desktop.network.activities_tab import ActivitiesTab
from zwk_barrier.desktop.network.hours_tab import HoursTab
from zwk_barrier.desktop.network.offers_tab import OffersTab
from zwk_barrier.desktop.network.outreach_tab import OutreachTab
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.desktop.widgets.tabs import TabbedPages
from zwk_barrier.wording import _

_BUILD: Final[dict[str, Any]] = {
    "activities": ActivitiesTab,
    "outreach": OutreachTab,
    "hours": HoursTab,
    "offers": OffersTab,
}


class NetworkPage(QWidget):
    """The page of ``ToNetwork``; a tab is built when it is first wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_page")
        self._desk = desk
        self._asked: ToNetwork | None = None
        self.pages = TabbedPages("network", title=_("Bereiche von Netzwerk"), inset=24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(12)
        title = PageTitle(_("Netzwerk"), name="network_title")
        title.setContentsMargins(24, 0, 24, 0)
        column.addWidget(title)
        column.addWidget(self.pages, 1)
        for code, text in _tab_words().items():
            self.pages.add(code, text, partial(_BUILD[code], desk))
        self.pages.shown.connect(self._show_tab)

    def title(self) -> str:
        """What the window is called."""
        return _("Netzwerk")

    def show_destination(self, destination: ToNetwork) -> None:
        """Shows a tab, and what of it is asked for."""
        self._asked = destination
        if self.pages.tabs.current() == destination.tab:
            self._show_tab(destination.tab, self.pages.page(destination.tab))
        else:
            self.pages.tabs.choose(destination.tab)

    def leave(self) -> None:
        """Keeps what is being typed."""
        for code in _BUILD:
            page: Any = self.pages.page(code)
            if page is not None:
                page.leave()

    def _show_tab(self, code: NetworkTab, page: Any) -> None:
        """A tab chosen by hand begins anew, and the way back leads to it."""
        asked, self._asked = self._asked, None
        if asked is None or asked.tab != code:
            asked = ToNetwork(code)
            self._desk.be_at(asked)
        page.show_destination(asked)


def _tab_words() -> dict[NetworkTab, str]:
    return {
        "activities": _("Tätigkeiten"),
        "outreach": _("Im Quartier"),
        "hours": _("Arbeitszeit"),
        "offers": _("Angebote"),
    }
