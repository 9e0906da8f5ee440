"""A card of one funding programme: where it stands, how much at most, what is missing with the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.payers.funding import FundingLine, Sentence
from zwk_barrier.desktop.cases import funding_words as words
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.chips import Chip
from zwk_barrier.desktop.widgets.emptying import empty
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import (
    BodyText,
    GroupTitle,
    NoteText,
    SectionTitle,
    SoftText,
    StrongText,
)
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.wording import _

_SIGN = 18


class MissingRow(QWidget):
    """Something that is missing, and the button to where it is entered."""

    going = Signal(str)

    def __init__(self, name: str, missing: Sentence) -> None:
        super().__init__()
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("circle-question-mark", "partly", size=_SIGN))
        row.addWidget(BodyText(words.told(missing), name=f"{name}_text"), 1)
        jump = words.jump_in_words(missing.code)
        if jump:
            button = Button(f"{name}_jump", jump, kind=Kind.QUIET, icon="arrow-right")
            button.setAccessibleDescription(missing.text)
            button.clicked.connect(lambda: self.going.emit(missing.code))
            row.addWidget(button)


class ProgrammeCard(Card):
    """One programme; shows another line of the check without losing what is unfolded."""

    applying = Signal(str)
    going = Signal(str)
    laid_out = Signal()

    def __init__(self, code: str, *, can_act: bool = True) -> None:
        name = f"programme_{code.lower().replace('-', '_')}"
        super().__init__(name)
        self._code, self._can_act = code, can_act
        self._line: FundingLine | None = None
        self.body.setSpacing(6)
        self._title = SectionTitle(name=f"{name}_title")
        self._chip = Chip("", name=f"{name}_standing")
        self._amount = StrongText(name=f"{name}_amount")
        self._costs = SoftText(name=f"{name}_costs")
        self._measures = SoftText(name=f"{name}_measures")
        self._excludes = SoftText(name=f"{name}_excludes")
        self._stand = NoteText(name=f"{name}_stand")
        self._missing = QVBoxLayout()
        self._missing.setSpacing(6)
        self._fold = Fold(f"{name}_why", _("Warum, und was zu beachten ist"))
        self._fold.turned.connect(lambda _is_open: self.laid_out.emit())
        self._apply = Button(f"{name}_apply", _("Antrag anlegen"), icon="file-text")
        self._apply.clicked.connect(lambda: self.applying.emit(self._code))
        self._lay_out()

    def show_line(self, line: FundingLine) -> None:
        """Shows what the check says of the programme."""
        if line == self._line:
            return
        self._line = line
        word, tone, icon = words.standing(line)
        self._title.setText(line.title)
        self._chip.show_fact(word, tone, icon=icon)
        measures = (
            _("Für: {measures}").format(measures=", ".join(line.measures)) if line.measures else line.who
        )
        for label, text in (
            (self._amount, words.amount_in_words(line)),
            (self._costs, words.costs_in_words(line)),
            (self._measures, measures),
            (self._excludes, line.excludes),
            (self._stand, words.stand_in_words(line)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_missing(line)
        self._show_why(line)
        self._apply.setAccessibleDescription(line.title)
        self._apply.setVisible(self._can_act and line.group in {"money", "single"})

    def _show_missing(self, line: FundingLine) -> None:
        empty(self._missing)
        for place, one in enumerate(line.missing):
            row = MissingRow(f"{self.objectName()}_missing_{place}", one)
            row.going.connect(self.going)
            self._missing.addWidget(row)

    def _show_why(self, line: FundingLine) -> None:
        empty(self._fold.body)
        parts = [
            (_("Warum"), line.reasons),
            (_("Zu beachten"), (*line.warnings, *line.hints)),
            (_("Quelle"), (Sentence(line.source),)),
        ]
        for place, (title, sentences) in enumerate(parts):
            if sentences:
                self._fold.add(GroupTitle(title, name=f"{self.objectName()}_why_{place}"))
            for number, one in enumerate(sentences):
                self._fold.add(BodyText(words.told(one), name=f"{self.objectName()}_why_{place}_{number}"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for label in (self._amount, self._costs, self._measures, self._excludes):
            self.add(label)
        self.body.addLayout(self._missing)
        self.add(self._stand)
        self._fold.put_before(self._apply)
        self.add(self._fold)
