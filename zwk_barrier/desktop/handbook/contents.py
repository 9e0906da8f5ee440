"""The left side of the handbook: its pages by groups, and what a search finds."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.handbook.finding import find
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.headings import GroupTitle, NoteText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.text_fields import TextField
from zwk_barrier.overriding import override
from zwk_barrier.reference.handbook import Handbook
from zwk_barrier.wording import _, ngettext

_WIDTH = 300  # px at 100 %
_LEAST = 165  # px at 100 %: the longest word of a title
_SHARE = 0.36  # of the window: with large text the page needs the room more


class Contents(QWidget):
    """Where one can go in the handbook."""

    chosen = Signal(str, str)
    """The code of a page, and a heading on it or nothing."""

    def __init__(self, handbook: Handbook) -> None:
        super().__init__()
        self.setObjectName("handbook_contents")
        self._handbook = handbook
        self._lists: dict[str, RowList] = {}
        self._current = ""
        self._groups = QWidget()
        self._hits = RowList("handbook_hits", title=_("Gefundene Seiten"))
        self._count = NoteText(name="handbook_count")
        self.search = TextField("handbook_search", longest=80)
        self._lay_out()
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self._take_first)
        self._hits.activated.connect(lambda key: self.chosen.emit(*key))
        self._look_for("")
        self.refit()

    def show_current(self, code: str) -> None:
        """Marks the page that is read."""
        for group, pages in self._handbook.groups().items():
            self._lists[group].show_rows(
                [Row(page.code, page.title, strong=page.code == code) for page in pages]
            )
        self._current = code
        self._bring_into_view()

    def begin_search(self) -> None:
        """Gives the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refit(self) -> None:
        """Keeps the column's width in step with text and window; the theme calls it after a switch."""
        look, share = current_look(), int(self.window().width() * _SHARE)
        self.setFixedWidth(max(look.px(_LEAST), min(look.px(_WIDTH), share)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))

    def _bring_into_view(self) -> None:
        """Shows where the page that is read stands; again whenever the column has become longer or shorter."""
        for rows in self._lists.values():
            for place, row in enumerate(rows.rows()):
                item = rows.findChild(QWidget, f"{rows.objectName()}_{place}")
                if row.key == self._current and item is not None and not self._groups.isHidden():
                    self._scroll.show_all_of(item)

    def _look_for(self, words: str) -> None:
        found = find(self._handbook, words)
        is_searching = bool(words.strip())
        self._groups.setHidden(is_searching)
        self._hits.setHidden(not is_searching)
        self._count.setHidden(not is_searching)
        self._count.setText(ngettext("{n} Seite", "{n} Seiten", len(found)).format(n=len(found)))
        self._hits.show_rows(
            [Row((one.page.code, one.heading), one.page.title, note=one.heading) for one in found]
        )

    def _take_first(self) -> None:
        rows = self._hits.rows()
        if rows and self.search.text().strip():
            self.chosen.emit(*rows[0].key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(10)
        column.addWidget(FormRow(_("Im Handbuch &suchen"), self.search))
        column.addWidget(self._count)
        inner = QWidget()
        both = QVBoxLayout(inner)
        both.setContentsMargins(4, 4, 8, 4)
        both.addWidget(self._hits)
        both.addWidget(self._groups)
        both.addStretch()
        self._scroll = ScrollPage("handbook_contents_scroll", inner)
        column.addWidget(self._scroll, 1)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda: QTimer.singleShot(0, self, self._bring_into_view))
        groups = QVBoxLayout(self._groups)
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(2)
        for number, group in enumerate(self._handbook.groups()):
            title = GroupTitle(group, name=f"handbook_group_{number}")
            title.setContentsMargins(0, 12 if number else 0, 0, 2)
            self._lists[group] = RowList(f"handbook_pages_{number}", title=group)
            self._lists[group].activated.connect(lambda code: self.chosen.emit(code, ""))
            groups.addWidget(title)
            groups.addWidget(self._lists[group])
