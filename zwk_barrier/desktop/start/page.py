"""What every page before the office looks like: the program's name, and under it one card with one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import ErrorText, FormRows
from zwk_barrier.desktop.widgets.headings import BrandText, PageTitle, SoftText
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem

_NARROW, _WIDE = 480, 720  # px at 100 %


class StartPage(QWidget):
    """A title, a sentence, a form, one primary button and some ways aside."""

    going = Signal(str)
    """The objectName of the start page to go to."""

    def __init__(self, name: str, title: str, lead: str, *, is_wide: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._is_wide = is_wide
        self._step: Button | None = None
        self._step_text = ""
        self._middle = QWidget()
        self._lay_out(name)
        self.title = self.card.add(PageTitle(title, name=f"{name}_title"))
        self.lead = self.card.add(SoftText(lead, name=f"{name}_lead"))
        self._problem = self.card.add(_ProblemLine(f"{name}_problem"))
        self.form = self.card.add(FormRows(f"{name}_form", columns=2 if is_wide else 1))
        self.card.body.addSpacing(8)
        self.buttons = self.card.add(Flow(f"{name}_buttons"))
        self.show_problem(None)
        self.refit()

    def begin(self) -> None:
        """Puts the cursor where the person will type first."""

    def add_step(self, text: str, take: Callable[[], None]) -> Button:
        """The one thing to do here; Enter in any field does it too."""
        self._step_text = text
        self._step = self.buttons.add(Button(f"{self.objectName()}_step", text, kind=Kind.PRIMARY))
        self._step.clicked.connect(take)
        for field in self.form.findChildren(QLineEdit):
            field.installEventFilter(self)
        return self._step

    def add_way(self, target: str, text: str) -> Button:
        """A way to another start page."""
        way = self.ways.add(Button(f"{self.objectName()}_to_{target}", text, kind=Kind.QUIET))
        way.clicked.connect(lambda: self.going.emit(target))
        return way

    def refuse(self, field: LineField, sentence: str) -> None:
        """Says beside a field what is missing there."""
        field.failed.emit(sentence)
        field.setFocus()

    def show_problem(self, problem: Problem | None) -> None:
        """Says above the form what went wrong and what to do; None takes it away."""
        self._problem.say("" if problem is None else str(problem))

    def show_busy(self, text: str) -> None:
        """Says on the button what is being done; an empty text lets the person go on."""
        if text:
            self.show_problem(None)
            for field in self.form.fields().values():
                field.failed.emit("")
        if self._step is not None:
            self._step.setText(text or self._step_text)
            self._step.setEnabled(not text)
        self.form.setEnabled(not text)

    def _lay_out(self, name: str) -> None:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addWidget(self._middle, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(BrandText("ZWK Barriere", name=f"{name}_brand"))
        self.card = Card(f"{name}_card")
        column.addWidget(self.card)
        self.ways = Flow(f"{name}_ways")
        column.addWidget(self.ways)
        fill_scrolling(self, f"{name}_scroll", ground)

    def refit(self) -> None:
        """Grows with the text; the theme calls it after the text size has changed."""
        self._middle.setMaximumWidth(current_look().px(_WIDE if self._is_wide else _NARROW))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if is_enter and self._step is not None:
            self._step.click()
            return True
        return False


class _ProblemLine(QWidget):
    """A sign and a sentence; hidden while there is nothing to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Picture("circle-alert", "unmet"), 0, Qt.AlignmentFlag.AlignTop)
        self._text = ErrorText(name=f"{name}_text")
        line.addWidget(self._text, 1)

    def say(self, sentence: str) -> None:
        """Shows the sentence; screen readers hear what appears, so it is hidden first."""
        self.hide()
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
