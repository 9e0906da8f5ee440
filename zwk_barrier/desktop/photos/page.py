"""A photo with its marks, as large as the window: arrows, dimensions, words and frames over the untouched picture."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.photo_pairs import PhotoView, load_photo
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToPhoto
from zwk_barrier.desktop.photos.canvas import MarkCanvas
from zwk_barrier.desktop.photos.editing import kind_name
from zwk_barrier.desktop.photos.side import MarkSide
from zwk_barrier.desktop.photos.tools import MarkTools
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.notice import NoticeText
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.model import Photo
from zwk_barrier.overriding import override
from zwk_barrier.problems import NotFound, Problem
from zwk_barrier.rules.marks import Mark
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_TABLES: Final = ("photo", "room", "room_part", "measurement")
_SIDE, _FOLD = 320, 860  # px at 100 %: the list's width; below this width it goes under the picture


class PhotoPage(QWidget):
    """One photo at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo_page")
        self.desk = desk
        self._photo_id: UUID | None = None
        self._title = PageTitle(_("Foto"), name="photo_title")
        self._tools = MarkTools()
        self._canvas = MarkCanvas()
        self._side = MarkSide()
        self._state = NoticeText(name="mark_state")
        self._binding = Binding(desk, Photo, owner=self)
        self._binding.tie("marks", self._canvas)
        self._lay_out()
        self._connect()
        self._show_editing()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._title.text()

    def show_destination(self, destination: Destination) -> None:
        """Shows a photo, ready to be marked."""
        if not isinstance(destination, ToPhoto):
            return
        if destination.photo_id != self._photo_id:
            self._photo_id = destination.photo_id
            self._canvas.show_picture(QImage())
            self._read_picture(destination.photo_id)
        self._use(None)
        self._reload()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keeps what is being typed or moved."""
        settle_all(self)

    def _lay_out(self) -> None:
        back = IconButton("photo_back", _("Zurück"), icon="arrow-left", large=True)
        back.clicked.connect(lambda _checked=False: self.desk.go(Back()))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        picture = QVBoxLayout()
        picture.setSpacing(8)
        picture.addWidget(self._canvas, 1)
        picture.addWidget(self._state)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(24)
        self._body.addLayout(picture, 1)
        self._body.addWidget(self._side)
        panel = QWidget()
        panel.setObjectName("photo_panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._tools)
        column.addLayout(self._body, 1)
        fill_scrolling(self, "photo_scroll", panel)

    def _connect(self) -> None:
        self._tools.chosen.connect(self._take_tool)
        self._tools.removing.connect(self._remove)
        self._tools.undoing.connect(self._undo)
        self._canvas.altered.connect(self._show_editing)
        self._canvas.tool_used.connect(lambda: self._use(None))
        self._canvas.words_wanted.connect(self._side.ask_words)
        self._side.chosen.connect(self._choose)
        self._side.written.connect(self._write)
        self._side.through.connect(self._focus_canvas)
        self.desk.changed.connect(self._changed)

    def _changed(self, changed: Changed) -> None:
        self._binding.try_again()
        if self._photo_id is not None and self.isVisible() and changed.touches(*_TABLES):
            self._reload()

    def _reload(self) -> None:
        photo_id = self._photo_id
        if photo_id is not None:
            self.desk.ask(
                lambda session: load_photo(session, photo_id), then=self._show, failed=self._lose, owner=self
            )

    def _show(self, view: PhotoView) -> None:
        if view.photo.id != self._photo_id:
            return
        self._title.setText(view.title)
        self._canvas.measured = view.measured
        self._binding.show(view.photo)
        self._show_editing()

    def _lose(self, problem: Problem) -> None:
        """The photo was taken away meanwhile: there is nothing to be done here."""
        self._photo_id = None
        self.desk.failing.emit(problem)
        if isinstance(problem, NotFound) and self.isVisible():
            self.desk.go(Back())

    def _read_picture(self, photo_id: UUID) -> None:
        photos = self.desk.store.photos

        def show(picture: QImage) -> None:
            if photo_id == self._photo_id:
                self._canvas.show_picture(picture)

        self.desk.work.ask(
            lambda: QImage.fromData(photos.read(photo_id)),
            then=show,
            failed=self.desk.failing.emit,
            owner=self,
        )

    def _take_tool(self, kind: type[Mark] | None) -> None:
        self._use(kind)
        self._focus_canvas()

    def _use(self, kind: type[Mark] | None) -> None:
        self._canvas.tool = kind
        self._tools.choose(kind)
        self._show_editing()

    def _choose(self, index: int) -> None:
        self._canvas.select(index)
        self._focus_canvas()

    def _remove(self) -> None:
        self._canvas.remove()
        self._focus_canvas()

    def _undo(self) -> None:
        self.leave()
        self.desk.undo()
        self._focus_canvas()

    def _write(self, words: str, is_done: bool) -> None:
        mark = self._canvas.editing.mark
        if mark is not None and (is_done or " ".join(words.split()) != mark.words):
            self._canvas.write(words, is_done=is_done)

    def _focus_canvas(self) -> None:
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editing(self) -> None:
        editing = self._canvas.editing
        self._side.show_editing(editing)
        self._tools.show_selection(is_there=editing.mark is not None)
        self._say(self._hint() or editing.in_words() or self._count())

    def _hint(self) -> str:
        tool = self._canvas.tool
        if tool is None:
            return ""
        return _("{tool}: im Bild ziehen oder tippen; Eingabe setzt die Markierung in die Mitte.").format(
            tool=kind_name(tool)
        )

    def _count(self) -> str:
        count = len(self._canvas.editing.marks)
        return _("Markierungen: {count}. Nichts ausgewählt.").format(count=count) if count else ""

    def _say(self, sentence: str) -> None:
        """Shows what is selected; a screen reader speaks a label of this role when it appears."""
        if sentence == self._state.text():
            return
        self._canvas.setAccessibleDescription(sentence)
        self._state.hide()
        self._state.setText(sentence)
        self._state.setAccessibleName(sentence)
        self._state.show()

    def refit(self) -> None:
        """Folds for the width there is; the theme calls it after the text size has changed."""
        look = current_look()
        is_wide = self.width() >= look.px(_FOLD)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(beside if is_wide else below)
        self._side.setMaximumWidth(look.px(_SIDE) if is_wide else 16_777_215)
        self._side.setMinimumWidth(look.px(_SIDE) if is_wide else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.desk.go(Back())
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("background"))
