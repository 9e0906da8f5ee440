"""How one criterion looks: words, field, verdict and menu side by side, or under each other where it is narrow."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.measuring import Point
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.entry_fields import make_field
from zwk_barrier.desktop.visits.other_verdicts import OtherVerdicts
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.chips import VerdictBadge
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import ErrorText
from zwk_barrier.desktop.widgets.headings import NoteText, StrongText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_FIELD_WIDTH, _QUESTION_WIDTH, _VERDICT_WIDTH = 180, 244, 264  # px at 100 %
_WIDE, _MEDIUM = 720, 470  # px at 100 %: below them the verdict, then the field too, goes under the words
_Fold = Literal["wide", "medium", "narrow"]


class _Error(QWidget):
    """A sentence with its sign."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._text = ErrorText(name=f"{name}_text")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Picture("circle-alert", "unmet", size=18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)

    def show_sentence(self, sentence: str) -> None:
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class CriterionLine(QWidget):
    """The parts of a line and where they go; what they mean is the row's matter."""

    def __init__(self, point: Point) -> None:
        super().__init__()
        self.point = point
        self.criterion = criterion = point.criterion
        name, title = f"criterion_{point.key.replace('/', '_')}", point.title()
        self.setObjectName(name)
        self.title = StrongText(criterion.text(), name=f"{name}_title")
        self.asked = NoteText(name=f"{name}_asked")
        self.then = NoteText(name=f"{name}_then")
        self.then.hide()
        self.badge = VerdictBadge(f"{name}_verdict")
        self.gap = NoteText(name=f"{name}_gap")
        self.others = OtherVerdicts(f"{name}_others")
        self.remark: TextField | None = None
        self._error: _Error | None = None
        self.field = make_field(criterion, f"{name}_field", title)
        spoken = _("Mehr zu: {what}").format(what=title)
        self.more = IconButton(f"{name}_more", spoken, icon="ellipsis", large=True)
        self._fold: _Fold | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 10, 0, 10)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._left, _words = self._column(self.title, self.asked, self.then)
        self._right, self._results = self._column(self.badge, self.gap, self.others)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.refit()

    def show_gap(self, text: str) -> None:
        """Shows a few words under the verdict."""
        self.gap.setText(text)
        self.gap.setVisible(bool(text))

    def show_error(self, sentence: str) -> None:
        """Shows in the verdict's place why the value cannot be kept; an empty sentence takes it away."""
        if sentence and self._error is None:
            self._error = _Error(f"{self.objectName()}_error")
            self._results.addWidget(self._error)
        if self._error is not None:
            self._error.show_sentence(sentence)
        self.badge.setVisible(not sentence)
        self.gap.setVisible(not sentence and bool(self.gap.text()))
        self.others.setVisible(not sentence and bool(self.others.text()))

    def remark_field(self) -> TextField:
        """The field for a note, made when it is first wanted."""
        if self.remark is None:
            title = _("Notiz zu: {what}").format(what=self.title.text())
            name = f"{self.objectName()}_remark"
            self.remark = TextField(name, title=title, placeholder=_("Notiz zum Wert"), large=False)
            self._fold = None
            self.refit()
            QWidget.setTabOrder(self.more, self.remark)
        return self.remark

    def refit(self) -> None:
        """Folds anew; the theme calls it after the text size has changed."""
        look = current_look()
        fold: _Fold = "wide" if self.width() >= look.px(_WIDE) else "medium"
        if self.width() < look.px(_MEDIUM):
            fold = "narrow"
        is_wide = fold == "wide"
        is_question = isinstance(self.field, YesNoField)
        self.field.setFixedWidth(look.px(_QUESTION_WIDTH if is_question else _FIELD_WIDTH))
        self._right.setMinimumWidth(look.px(_VERDICT_WIDTH) if is_wide else 0)
        self._right.setMaximumWidth(look.px(_VERDICT_WIDTH) if is_wide else 16_000)
        self._grid.setColumnMinimumWidth(1, look.px(_QUESTION_WIDTH) if fold != "narrow" else 0)
        for field in (self.field, self.remark):
            if field is not None:
                enlarge(field)
        if fold != self._fold:
            self._fold = fold
            self._place()

    def _column(self, *widgets: QWidget) -> tuple[QWidget, QVBoxLayout]:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in widgets:
            column.addWidget(widget)
        return holder, column

    def _place(self) -> None:
        for widget in (self._left, self.field, self._right, self.more, self.remark):
            if widget is not None:
                self._grid.removeWidget(widget)
        centre, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        if self._fold == "wide":
            self._grid.addWidget(self._left, 0, 0, centre)
            self._grid.addWidget(self.field, 0, 1, left | centre)
            self._grid.addWidget(self._right, 0, 2, centre)
            self._grid.addWidget(self.more, 0, 3, centre)
        elif self._fold == "medium":
            self._grid.addWidget(self._left, 0, 0)
            self._grid.addWidget(self.field, 0, 1, 2, 1, left | centre)
            self._grid.addWidget(self.more, 0, 2, 2, 1, centre)
            self._grid.addWidget(self._right, 1, 0)
        else:
            self._grid.addWidget(self._left, 0, 0, 1, 2)
            self._grid.addWidget(self.field, 1, 0, 1, 3, left)
            self._grid.addWidget(self._right, 2, 0, 1, 3)
            self._grid.addWidget(self.more, 0, 2, Qt.AlignmentFlag.AlignTop)
        if self.remark is not None:
            self._grid.addWidget(self.remark, 3, 0, 1, 3)

    @override
    def minimumSizeHint(self) -> QSize:
        # As narrow as the folded line, else the page could never become narrow enough to fold.
        width = max(self.field.width(), self.more.sizeHint().width() + current_look().px(160))
        return QSize(width + 20, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_look().colour("line"))
