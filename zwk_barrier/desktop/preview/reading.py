"""A document to read: its pages in small, as they will be printed, and as text, with a search through them all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from zwk_barrier.desktop.preview.page_view import PageView
from zwk_barrier.desktop.preview.pages import PdfPages, Place
from zwk_barrier.desktop.preview.search_bar import SearchBar
from zwk_barrier.desktop.preview.thumbnails import Thumbnails
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.wording import _


class Reading(QWidget):
    """The three sides of one document, which go together: choosing, seeing and reading."""

    page_changed = Signal(int)
    """The page in view, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_reading")
        self._pages: PdfPages | None = None
        self._found: list[Place] = []
        self._at = 0
        self.view = PageView()
        self._thumbnails = Thumbnails()
        self._search = SearchBar()
        self._text = _text_pane()
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.view.page_changed.connect(self.page_changed)
        self.view.page_changed.connect(self._thumbnails.show_current)
        self._thumbnails.chosen.connect(self.view.go_to)
        self._thumbnails.activated.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self._search.wanted.connect(self._look_for)
        self._search.stepped.connect(self._step)
        self._search.ended.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.refit()

    def show_pages(self, pages: PdfPages | None) -> None:
        """Shows a document from its first page on, or none."""
        self._search.end()
        self._pages = pages
        self.view.show_pages(pages)
        self._thumbnails.show_pages(pages)
        if pages is None:
            self._text.clear()
            return
        self.view.fit_width()
        self._text.setPlainText("\n\n".join(pages.text(index) for index in range(len(pages))))

    def search(self) -> None:
        """Asks for words to look for in the document."""
        if self._pages is not None:
            self._search.begin()

    def end_search(self) -> bool:
        """Ends the search, and says whether there was one."""
        return self._search.end()

    def refit(self) -> None:
        """Puts the text below the pages at large text, where small pages have no room any more."""
        is_large = current_look().is_large
        self._halves.setOrientation(Qt.Orientation.Vertical if is_large else Qt.Orientation.Horizontal)
        self._thumbnails.setVisible(not is_large)

    def _look_for(self, words: str) -> None:
        self._found = self._pages.find(words) if words and self._pages is not None else []
        page = self.view.page()
        self._at = next((at for at, place in enumerate(self._found) if place.page >= page), 0)
        self._show_found()

    def _step(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show_found()

    def _show_found(self) -> None:
        self._search.show_count(self._at, len(self._found))
        self.view.show_found(self._found, self._at)

    def _lay_out(self) -> None:
        self._halves.setObjectName("preview_halves")
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(12)  # room for the focus ring on either side
        self._halves.addWidget(self.view)
        self._halves.addWidget(self._text)
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 1)
        self._halves.setSizes([760, 300])
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._thumbnails)
        line.addWidget(self._halves, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addLayout(line, 1)


def _text_pane() -> QPlainTextEdit:
    pane = QPlainTextEdit()
    pane.setObjectName("preview_text")
    pane.setReadOnly(True)
    pane.document().setDocumentMargin(12)
    pane.setTabChangesFocus(True)
    pane.setAccessibleName(_("Text des Dokuments"))
    pane.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    return pane
