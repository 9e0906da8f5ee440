"""The upper edge of a visit: where one is, what is measured against, and what one key away can be done."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget

from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.deeds import METHOD_KEY
from zwk_barrier.desktop.visits.verdicts import measured_against
from zwk_barrier.desktop.widgets.buttons import Button, Kind, key_text
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.overriding import override
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _

_FOLD = 820  # px at 100 %: below it the buttons go under the words
_ONE_LINE = 560  # px at 100 %: below it, in turn, the facts go under the heading
_REPORT_KEYS: Final = "Ctrl+P"
_KEYS: Final = ("F2", "F3", _REPORT_KEYS, "")
_ALL_KEYS = 1120  # px at 100 %: below it the profile needs the place


class VisitHead(QWidget):
    """Heading, what is measured against and with, four buttons."""

    photo_wanted = Signal()
    note_wanted = Signal()
    report_wanted = Signal()
    done = Signal()

    method_chosen = Signal(object, str)
    """The id of the visit, and what is measured with from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit_head")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._view: VisitView | None = None
        self._title = PageTitle(name="visit_title")
        self._profile = Chip("", Tone.ACCENT, name="visit_profile_chip")
        self._method = Button("visit_method_chip", "", icon="ruler", large=True)
        self._method.setToolTip(_("Messgerät wechseln ({keys})").format(keys=METHOD_KEY))
        self._method.clicked.connect(self._ask_method)
        self._photo = Button("visit_photo", _("Foto"), icon="camera", shortcut=_KEYS[0], large=True)
        self._note = Button("visit_note", _("Notiz"), icon="pencil", shortcut=_KEYS[1], large=True)
        report = Button("visit_report", _("Bericht"), icon="file-text", shortcut=_KEYS[2], large=True)
        done = Button("visit_done", _("Fertig"), kind=Kind.PRIMARY, shortcut="Ctrl+Return", large=True)
        done.setToolTip(key_text("Ctrl+Return"))
        self._photo.clicked.connect(self.photo_wanted)
        self._note.clicked.connect(self.note_wanted)
        report.clicked.connect(self.report_wanted)
        done.clicked.connect(self.done)
        self._buttons = (self._photo, self._note, report, done)
        self._lay_out()

    @property
    def title(self) -> str:
        """Where one is."""
        return self._title.text()

    def show_place(self, name: str, view: VisitView, *, takes_photos: bool) -> None:
        """Names the place; ``takes_photos`` says that photos can be added there."""
        visit = view.visit
        self._title.setText(name)
        self._view = view
        self._tell_basis()
        self._tell_method(visit.method)
        self._photo.setEnabled(takes_photos)

    def _lay_out(self) -> None:
        self._words = QWidget()
        self._word_box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._words)
        self._word_box.setContentsMargins(0, 0, 0, 0)
        self._word_box.setSpacing(2)
        self._word_box.addWidget(self._title, 1)
        self._facts = Flow("visit_facts")
        self._word_box.addWidget(self._facts, 0, Qt.AlignmentFlag.AlignVCenter)
        self._actions = Flow("visit_actions", to_right=True)
        self._place_method(is_large=False)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(24, 10, 24, 11)
        self._box.setSpacing(4)
        self._box.addWidget(self._words, 1)
        self._box.addWidget(self._actions)
        self.refit()

    def _place_method(self, *, is_large: bool) -> None:
        """Among the buttons; at large text beside the profile, where there is room in the line."""
        facts: tuple[QWidget, ...] = (self._profile, self._method) if is_large else (self._profile,)
        actions = self._buttons if is_large else (self._method, *self._buttons)
        if list(facts) == self._facts.widgets():
            return
        for line, things in ((self._facts, facts), (self._actions, actions)):
            line.take_all()
            for thing in things:
                line.add(thing)

    def _tell_basis(self) -> None:
        """What is measured against; at large text the profile alone, for a chip does not wrap."""
        if self._view is None:
            return
        basis = self._view.basis
        whole = _("Maßstab: {profile}").format(profile=measured_against(basis))
        is_short = current_look().is_large and bool(basis.person.dimensions)
        self._profile.setText(basis.profile.word() if is_short else whole)
        self._profile.setToolTip(whole)
        self._profile.setAccessibleName(whole)

    def _tell_method(self, method: str | None) -> None:
        label = _("Messgerät wählen")
        self._method.setAccessibleName(label)
        if method is not None:
            label = load_code_list("measuring_method").label(method)
            self._method.setAccessibleName(_("Messgerät: {method}").format(method=label))
        self._method.setText(label)

    def _ask_method(self) -> None:
        """Opens the choice of what is measured with, under the button."""
        if self._view is None:
            return
        visit, menu = self._view.visit, QMenu(self)
        menu.setObjectName("visit_methods")
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for code, label in code_choices("measuring_method"):
            action = group.addAction(menu.addAction(label))
            action.setCheckable(True)
            action.setChecked(code == visit.method)
            action.triggered.connect(lambda _checked, code=code: self.method_chosen.emit(visit.id, code))
        menu.popup(self._method.mapToGlobal(QPoint(0, self._method.height() + 2)))
        offered = menu.actions()
        menu.setActiveAction(next((one for one in offered if one.isChecked()), offered[0]))

    def refit(self) -> None:
        """Folds for the width there is; the theme calls it after the text size has changed."""
        self._tell_basis()
        look = current_look()
        self._place_method(is_large=look.is_large)
        is_wide = self.width() >= look.px(_FOLD)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(beside if is_wide else below)
        # Under the buttons' line there is width for a line of words, but little height for a second one.
        is_one_line = not is_wide and self.width() >= look.px(_ONE_LINE)
        self._word_box.setDirection(beside if is_one_line else below)
        for button, keys in zip(self._buttons, _KEYS, strict=True):
            is_cramped = look.is_large or (keys == _REPORT_KEYS and self.width() < look.px(_ALL_KEYS))
            button.chip = "" if is_cramped else key_text(keys)
            button.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        # The widest button alone: else the page could never become narrow enough to fold.
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest + 48, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
