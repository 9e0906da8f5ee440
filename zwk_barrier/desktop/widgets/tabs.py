"""Tabs of a page: underlined, arrows and Ctrl+Tab switch, „Maßnahmen 4“ counts.

tabs = Tabs("case_tabs", title=_("Bereiche des Falls"))
tabs.add("measures", _("Maßnahmen"), count=4)
tabs.chosen.connect(...)                       # the code
pages = TabbedPages("case", title=…)           # tabs over pages, each built when it is first shown
pages.add("person", _("Person"), build_person_page)
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.barrier_style import TabStyle
from zwk_barrier.desktop.style.look import current_look


class Tabs(QTabBar):
    """A row of tabs, each with a code."""

    chosen = Signal(str)

    def __init__(self, name: str, *, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._tab_style = TabStyle(current_look())
        self._tab_style.setParent(self)
        self.setStyle(self._tab_style)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words: dict[str, str] = {}
        self.currentChanged.connect(self._tell)

    def add(self, code: str, text: str, *, count: int | None = None) -> None:
        """Appends a tab."""
        self._words[code] = text
        index = self.addTab(_label(text, count))
        self.setTabData(index, code)

    def set_count(self, code: str, count: int | None) -> None:
        """Shows how many things a tab holds."""
        self.setTabText(self._index(code), _label(self._words[code], count))

    def current(self) -> str:
        """The code of the tab chosen."""
        return str(self.tabData(self.currentIndex()))

    def choose(self, code: str) -> None:
        """Chooses a tab; raises KeyError for a code that is none."""
        self.setCurrentIndex(self._index(code))

    def step(self, by: int) -> None:
        """Goes ``by`` tabs on, around the ends."""
        self.setCurrentIndex((self.currentIndex() + by) % max(1, self.count()))

    def listen_in(self, page: QWidget) -> None:
        """Lets Ctrl+Tab and Ctrl+Shift+Tab switch anywhere inside ``page``."""
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    def refit(self) -> None:
        """Takes over the look; the theme calls it after a switch."""
        self._tab_style.look = current_look()

    def _index(self, code: str) -> int:
        for index in range(self.count()):
            if self.tabData(index) == code:
                return index
        raise KeyError(code)

    def _tell(self, index: int) -> None:
        code = self.tabData(index)
        if code is not None:
            self.chosen.emit(code)


class TabbedPages(QWidget):
    """Tabs over pages; ``shown`` tells the code and the page, each time a page comes into view."""

    shown = Signal(str, QWidget)

    def __init__(self, name: str, *, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.tabs = Tabs(f"{name}_tabs", title=title)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName(f"{name}_pages")
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.listen_in(self)
        self.tabs.chosen.connect(self._show)

    def add(self, code: str, text: str, build: Callable[[], QWidget], *, count: int | None = None) -> None:
        """Appends a page that ``build`` makes when it is first wanted."""
        self._builders[code] = build
        self.tabs.add(code, text, count=count)
        if len(self._builders) == 1:
            self._show(code)  # Qt chose the first tab before it had its code

    def page(self, code: str) -> QWidget | None:
        """The page, if it was ever shown."""
        return self._pages.get(code)

    def _show(self, code: str) -> None:
        if code not in self._pages:
            self._pages[code] = self._builders[code]()
            self._stack.addWidget(self._pages[code])
        self._stack.setCurrentWidget(self._pages[code])
        self.shown.emit(code, self._pages[code])


def _label(text: str, count: int | None) -> str:
    # A literal "&" would be read as a mnemonic.
    plain = text.replace("&", "&&")
    return plain if count is None else f"{plain}\N{NO-BREAK SPACE}{count}"
