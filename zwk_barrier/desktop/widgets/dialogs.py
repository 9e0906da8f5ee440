"""Questions and failures in a dialog of their own; none blocks: each opens and calls back.

ask_first(window, "delete_contact", _("Kontakt löschen?"), _("Er lässt sich mit Strg Z zurückholen."),
yes=_("Löschen"), then=delete)
tell_problem(window, problem)                      # a Problem: its sentence and what to do next
tell_problem(window, problem, details=traceback)   # with text to copy for whoever helps
dialog = Dialog(window, "people", _("Beteiligte")); dialog.add(form); dialog.add_button(…); dialog.open()
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle, StrongText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

_WIDTH = 480  # px at 100 %
_FREE = 48  # px of the screen that no dialog covers
_BAR = 32  # px for the bar of a body that scrolls, and the ring of the focus

_Widget = TypeVar("_Widget", bound=QWidget)


class Dialog(QDialog):
    """A window over its parent; Escape closes it as "no"; it deletes itself when closed."""

    def __init__(self, parent: QWidget, name: str, title: str, *, icon: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(
            min(current_look().px(_WIDTH), self.screen().availableGeometry().width() - _FREE)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(20)
        head = QHBoxLayout()
        head.setSpacing(12)
        if icon:
            head.addWidget(Picture(icon, "unmet", size=24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(SectionTitle(title, name=f"{name}_title"), 1)
        column.addLayout(head)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        column.addWidget(self._content, 1)
        self._buttons = Flow(f"{name}_buttons", to_right=True)
        column.addWidget(self._buttons)

    def add(self, widget: _Widget, stretch: int = 0) -> _Widget:
        """Appends to the dialog's body and gives it back."""
        self.body.addWidget(widget, stretch)
        return widget

    def add_button(
        self,
        name: str,
        text: str,
        *,
        then: Callable[[], object] | None = None,
        kind: Kind = Kind.SECONDARY,
        closes: bool = True,
    ) -> Button:
        """Appends a button; the primary one answers Enter.  ``then`` is called after the dialog has closed."""
        button = self._buttons.add(Button(f"{self.objectName()}_{name}", text, kind=kind))
        button.setDefault(kind is Kind.PRIMARY)
        if closes:
            button.clicked.connect(self.accept if kind is Kind.PRIMARY else self.reject)
        if then is not None:
            button.clicked.connect(lambda _checked: then())
        return button

    @override
    def open(self) -> None:
        """Shows it as large as it needs to be, and no larger than the screen."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.fit()
        super().open()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._take_room()
        return done

    def _take_room(self) -> None:
        """What has come since it was opened gets its room; else it would be squeezed into what there was."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        if layout.totalHeightForWidth(self.width()) > self.height():
            self.fit()

    def fit(self) -> None:
        """Takes the size its parts need by now; where the screen is too small for that, the body scrolls."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        screen = self.screen().availableGeometry()
        hint = layout.totalSizeHint()
        width = min(max(self.minimumWidth(), hint.width(), self.width()), screen.width() - _FREE)
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else hint.height()
        if needed > screen.height() - _FREE:
            self._let_scroll()
            width = min(width + _BAR, screen.width() - _FREE)
        height = min(needed, screen.height() - _FREE)
        self.setMinimumHeight(height)  # Qt's own least height is that at the narrowest
        self.resize(width, height)

    def _let_scroll(self) -> None:
        layout = self.layout()
        if isinstance(layout, QVBoxLayout) and self._content.parentWidget() is self:
            place, focus = layout.indexOf(self._content), self.focusWidget()
            layout.removeWidget(self._content)
            self.body.setContentsMargins(6, 6, 6, 6)  # room for the ring of the focus
            layout.insertWidget(place, ScrollPage(f"{self.objectName()}_scroll", self._content), 1)
            if self._content.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)  # what moves elsewhere loses the keyboard


def ask_first(
    parent: QWidget,
    name: str,
    question: str,
    text: str,
    *,
    yes: str,
    then: Callable[[], object],
    no: str = "",
) -> Dialog:
    """Asks before something that is not easily taken back; ``yes`` names the deed, never "Ja"."""
    dialog = Dialog(parent, name, question)
    dialog.add(BodyText(text, name=f"{name}_text"))
    stay = dialog.add_button("no", no or _("Abbrechen"))
    dialog.add_button("yes", yes, kind=Kind.PRIMARY, then=then)
    dialog.open()
    stay.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def tell_problem(parent: QWidget, problem: Problem, *, title: str = "", details: str = "") -> Dialog:
    """Says what happened and what to do next; ``details`` can be copied."""
    dialog = Dialog(parent, "problem", title or _("Das ging nicht"), icon="circle-alert")
    dialog.add(StrongText(problem.sentence, name="problem_sentence"))
    if problem.advice:
        dialog.add(BodyText(problem.advice, name="problem_advice"))
    if details:
        _add_details(dialog, details)
    close = dialog.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
    dialog.open()
    close.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def _add_details(dialog: Dialog, details: str) -> None:
    text = QPlainTextEdit(details)
    text.setObjectName("problem_details")
    text.setAccessibleName(_("Einzelheiten"))
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(current_look().px(120))
    dialog.add(text, 1)
    copy = dialog.add_button("copy", _("Einzelheiten kopieren"), closes=False)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
