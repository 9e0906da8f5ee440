"""The head of an application: whose it is, what it is called, and where it stands."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.payers.application_views import ApplicationView
from zwk_barrier.desktop.application_signs import state_tone
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.rules.typed import format_money
from zwk_barrier.wording import _


class ApplicationHead(QWidget):
    """The way back, the name of the programme, and a few facts."""

    leaving = Signal()
    to_case = Signal()
    removing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("application_head")
        self._line = SoftText(name="application_line")
        self._title = PageTitle(_("Antrag"), name="application_title")
        self._facts = Flow("application_facts")
        self._shown: tuple[tuple[str, Tone, str], ...] = ()
        self._lay_out()

    def title(self) -> str:
        """The name of the programme."""
        return self._title.text()

    def show_view(self, view: ApplicationView, today: date) -> None:
        """Shows whose application it is and where it stands."""
        name = view.person.full_name or _("Name nicht bekannt")
        self._line.setText(_("Antrag im Fall {number} · {name}").format(number=view.case.number, name=name))
        self._title.setText(view.title)
        told = _facts(view, today)
        if told != self._shown:
            self._shown = told
            self._facts.clear()
            for place, (text, tone, icon) in enumerate(told):
                self._facts.add(Chip(text, tone, icon=icon, name=f"application_fact_{place}"))

    def _make_words(self) -> QWidget:
        """The way back, and beside it whose application it is."""
        back = IconButton("application_back", _("Zurück"), icon="arrow-left")
        back.clicked.connect(self.leaving)
        words = QWidget()
        words.setObjectName("application_words")
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._line, self._title):
            column.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        left.setObjectName("application_head_left")
        left.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        return left

    def _lay_out(self) -> None:
        actions = Flow("application_actions", to_right=True)
        remove = actions.add(
            Button("application_remove", _("Antrag entfernen"), kind=Kind.QUIET, icon="trash-2")
        )
        case = actions.add(Button("application_case", _("Zum Fall"), icon="folder-open"))
        remove.clicked.connect(self.removing)
        case.clicked.connect(self.to_case)
        columns = Columns("application_head_columns", fold_at=900)
        columns.add(self._make_words(), 9)
        columns.add(actions, 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(columns)
        outer.addWidget(self._facts)


def _facts(view: ApplicationView, today: date) -> tuple[tuple[str, Tone, str], ...]:
    one = view.application
    found = [(view.state.in_words(today), state_tone(view.state), "")]
    if one.recipient:
        found.append((one.recipient, Tone.PLAIN, ""))
    if one.reference:
        found.append((_("Aktenzeichen {number}").format(number=one.reference), Tone.PLAIN, "tag"))
    for text, amount in (
        (_("{amount} ausgezahlt"), one.amount_paid),
        (_("{amount} bewilligt"), one.amount_granted),
        (_("{amount} beantragt"), one.amount_requested),
    ):
        if amount is not None:
            found.append((text.format(amount=format_money(amount)), Tone.PLAIN, ""))
            break
    return tuple(found)
