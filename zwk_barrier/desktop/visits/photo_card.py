"""One photo of a visit: its picture, beside the one before the work when there is one, its words and its place."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework import records
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToPhoto
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.visits.photo_assigning import PhotoAssigning
from zwk_barrier.desktop.visits.photo_picture import PhotoPicture, small
from zwk_barrier.desktop.visits.photo_places import PhotoPlaces
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import NoteText, SoftText
from zwk_barrier.model import Photo
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _


class PhotoCard(Card):
    """One photo with its words."""

    def __init__(self, desk: Desk, photo: Photo, places: PhotoPlaces) -> None:
        super().__init__(f"photo_{photo.id.hex}")
        self._desk = desk
        self._photo = photo
        self._places = places
        self._assigning: PhotoAssigning | None = None
        self._before: _Before | None = None
        self._pictures = QHBoxLayout()
        self._pictures.setSpacing(8)
        self.body.addLayout(self._pictures)
        self._picture = PhotoPicture()
        self._picture.opened.connect(lambda: self._open(photo.id))
        self._after = _captioned(self._picture, _("nachher"), "photo_after_word")
        self._pictures.addWidget(self._after, 1)
        self._problem = self.add(SoftText(name="photo_problem"))
        self._problem.hide()
        self._place = self.add(NoteText(name="photo_place"))
        self._binding = Binding(desk, Photo, owner=self)
        self._add_form()
        self._add_buttons()
        self.body.addStretch()
        places.changed.connect(self._show_place)
        photos = desk.store.photos
        desk.work.ask(
            lambda: small(lambda: photos.read(photo.id)),
            then=self._show_picture,
            failed=self._tell,
            owner=self,
        )

    def show_record(self, record: Photo) -> None:
        """Shows the words as they are kept now."""
        self._photo = record
        self._binding.show(record)
        self._picture.show_words(record)
        self._show_place()
        self._show_before(record.before_id)
        if self._assigning is not None:
            self._assigning.show_record(record)

    def first_field(self) -> QWidget:
        """The caption."""
        return self._caption

    def _add_form(self) -> None:
        form = VisitForm(f"{self.objectName()}_form", columns=1)
        rows = RecordRows(form, self._binding)
        self._caption = rows.text("caption")
        self._alternative = rows.text("alternative", hint=_("Für Menschen, die das Bild nicht sehen"))
        FieldHistory(self._desk, self).watch(self._binding)
        self.add(form)

    def _add_buttons(self) -> None:
        mark = Button("photo_mark", _("Markieren"), kind=Kind.QUIET, icon="pencil", large=True)
        self._assign = Button("photo_assign", _("Zuordnen"), kind=Kind.QUIET, icon="tag", large=True)
        self._propose = Button(
            "photo_propose", _("Vorschlag übernehmen"), kind=Kind.QUIET, icon="message-square", large=True
        )
        self._propose.clicked.connect(lambda _checked=False: self._take_proposal())
        remove = Button("photo_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2", large=True)
        self._assign.setCheckable(True)
        self._assign.setToolTip(_("Raum, Messwert und Vorher-Foto"))
        mark.clicked.connect(lambda _checked=False: self._open(self._photo.id))
        self._assign.toggled.connect(self._show_assigning)
        remove.clicked.connect(lambda _checked=False: self._remove())
        buttons = Flow("photo_actions", to_right=True)
        for button in (mark, self._assign, self._propose, remove):
            buttons.add(button)
        self.add(buttons)

    def _show_assigning(self, is_wanted: bool) -> None:
        """Made when it is first wanted: most photos lie where they were taken."""
        if is_wanted and self._assigning is None:
            self._assigning = PhotoAssigning(self._desk, self._photo, self._places)
            self.body.insertWidget(self.body.count() - 1, self._assigning)
        if self._assigning is not None:
            self._assigning.setVisible(is_wanted)
            if is_wanted:
                self._assigning.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self) -> None:
        words = self._places.words(self._photo)
        self._place.setText(words)
        self._place.setVisible(bool(words))
        self._propose.setVisible(not self._photo.alternative)
        said = self._places.proposed(self._photo)
        self._alternative.setPlaceholderText(_("Vorschlag: {words}").format(words=said))

    def _take_proposal(self) -> None:
        """Puts the proposal into the field, to be changed there."""
        said, photo_id = self._places.proposed(self._photo), self._photo.id
        self._alternative.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.do(lambda store: records.keep(store, Photo, photo_id, alternative=said), owner=self)

    def _show_before(self, before_id: UUID | None) -> None:
        if self._before is not None and self._before.photo_id != before_id:
            self._pictures.removeWidget(self._before)
            self._before.hide()
            self._before.deleteLater()
            self._before = None
        if before_id is not None and self._before is None:
            self._before = _Before(self._desk, before_id, self._open)
            self._pictures.insertWidget(0, self._before, 1)
        word = self._after.findChild(NoteText, "photo_after_word")
        if word is not None:
            word.setVisible(before_id is not None)

    def _open(self, photo_id: UUID) -> None:
        self._desk.go(ToPhoto(photo_id))

    def _show_picture(self, picture: QImage) -> None:
        self._picture.show_picture(picture)

    def _tell(self, problem: Problem) -> None:
        self._picture.hide()
        self._problem.setText(str(problem))
        self._problem.show()

    def _remove(self) -> None:
        remove_record(self._desk, Photo, self._photo.id, _("Foto entfernt."))


class _Before(QWidget):
    """The photo of the same place before the work; hidden while there is none to be read."""

    def __init__(self, desk: Desk, photo_id: UUID, opened: Callable[[UUID], None]) -> None:
        super().__init__()
        self.setObjectName("photo_before_side")
        self.photo_id = photo_id
        self._picture = PhotoPicture("photo_before_picture")
        self._picture.opened.connect(lambda: opened(photo_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_captioned(self._picture, _("vorher"), "photo_before_word"))
        self.hide()
        photos = desk.store.photos
        desk.ask(
            lambda session: (records.get(session, Photo, photo_id), small(lambda: photos.read(photo_id))),
            then=self._show,
            failed=lambda _problem: None,
            owner=self,
        )

    def _show(self, answer: tuple[Photo, QImage]) -> None:
        photo, picture = answer
        self._picture.show_words(photo)
        self._picture.setAccessibleName(_("Vorher: {words}").format(words=self._picture.accessibleName()))
        self._picture.show_picture(picture)
        self.show()


def _captioned(picture: PhotoPicture, word: str, name: str) -> QWidget:
    side = QWidget()
    side.setObjectName(f"{name}_side")
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(picture)
    label = NoteText(word, name=name)
    column.addWidget(label)
    return side
