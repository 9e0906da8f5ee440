"""Tabs of a page: underlined, arrows and Ctrl+Tab switch, „Maßnahmen 4“ counts.

Where they are too many for the width they move together, then leave their counts away, then take smaller
letters; what still does not fit is reached by arrows at the end of the row.

tabs = Tabs("case_tabs", title=_("Bereiche des Falls"))
tabs.add("measures", _("Maßnahmen"), count=4)
tabs.chosen.connect(...)                       # the code
pages = TabbedPages("case", title=…)           # tabs over pages, each built when it is first shown
pages.add("person", _("Person"), build_person_page)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.barrier_style import TabStyle
from zwk_barrier.desktop.style.look import BODY, NOTE, current_look
from zwk_barrier.desktop.style.paint_bars import TAB_PADDING
from zwk_barrier.overriding import override


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much room a row of tabs takes; px at 100 %."""

    padding: int = TAB_PADDING
    text: int = BODY
    has_counts: bool = True


_ROOMY: Final = _Fit()
_FITS: Final = (_ROOMY, _Fit(padding=9), _Fit(padding=7, has_counts=False), _Fit(6, NOTE, has_counts=False))


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
        self._counts: dict[str, int | None] = {}
        self._fit = _ROOMY
        self.currentChanged.connect(self._tell)

    @property
    def tab_padding(self) -> int:
        """Left and right of a tab's words, in px at 100 %; the style asks for it."""
        return self._fit.padding

    @property
    def tab_text(self) -> int:
        """The size of a tab's words, in px at 100 %; the style asks for it."""
        return self._fit.text

    def add(self, code: str, text: str, *, count: int | None = None) -> None:
        """Appends a tab."""
        self._words[code], self._counts[code] = text, count
        index = self.addTab(_label(text, count if self._fit.has_counts else None))
        self.setTabData(index, code)
        self._refit_row()

    def set_count(self, code: str, count: int | None) -> None:
        """Shows how many things a tab holds."""
        if self._counts[code] != count:
            self._counts[code] = count
            self.setTabText(self._index(code), self._shown(code))
            self._refit_row()

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
        self._refit_row()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit_row()

    def _refit_row(self) -> None:
        """Takes the roomiest fit that shows every tab; when none does, the roomiest of all with its arrows."""
        room = self.width()
        best = next((fit for fit in _FITS if self._width_of(fit) <= room), _ROOMY)
        if best == self._fit:
            return
        self._fit = best
        for index in range(self.count()):
            self.setTabText(index, self._shown(str(self.tabData(index))))
            self.setTabToolTip(index, "" if best.has_counts else self._spelled(str(self.tabData(index))))
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # Qt has measured the tabs already

    def _width_of(self, fit: _Fit) -> int:
        look = current_look()
        metrics = QFontMetrics(look.font(fit.text, QFont.Weight.DemiBold))
        words = (
            _label(text, self._counts[code] if fit.has_counts else None) for code, text in self._words.items()
        )
        return sum(metrics.horizontalAdvance(each) + 2 * look.px(fit.padding) for each in words)

    def _shown(self, code: str) -> str:
        return self._spelled(code) if self._fit.has_counts else _label(self._words[code], None)

    def _spelled(self, code: str) -> str:
        return _label(self._words[code], self._counts[code])

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
    """Tabs, ``inset`` px from the edges, over pages; ``shown`` tells code and page, each time one comes into view."""

    shown = Signal(str, QWidget)

    def __init__(self, name: str, *, title: str, inset: int = 0) -> None:
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
        row = QHBoxLayout()
        row.setContentsMargins(inset, 0, inset, 0)
        row.addWidget(self.tabs)
        column.addLayout(row)
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
