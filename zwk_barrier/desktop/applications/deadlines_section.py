"""The periods of an application: word, sign, day and what follows; Enter shows how each was worked out."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.payers.application_views import ApplicationView
from zwk_barrier.casework.payers.deadline_views import DeadlineView, left_in_words
from zwk_barrier.desktop.application_signs import answer_to, deadline_sign, letter_words
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import GroupTitle, NoteText, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.overriding import override
from zwk_barrier.rules.typed import format_date
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _


class DeadlinesSection(Card):
    """The list, and below it the steps of the one that is open."""

    writing = Signal(str)
    """The code of the letter that is wanted."""

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__("application_deadlines", title=_("Fristen"))
        self._views: tuple[DeadlineView, ...] = ()
        self._opened: tuple[str, date] | None = None
        self.rows = RowList("application_deadline_rows", title=_("Fristen"))
        self._empty = SoftText(name="application_deadlines_empty")
        self._missing = NoteText(name="application_deadlines_missing")
        self._steps = _Steps()
        for part in (self._empty, self.rows, self._missing, self._steps):
            self.body.addWidget(part)
        self._steps.hide()
        self.rows.activated.connect(self._toggle)
        self.rows.acted.connect(self._write)
        self._steps.closing.connect(self._close)

    def show_view(self, view: ApplicationView, today: date) -> None:
        """Shows the periods of an application, the open ones first."""
        self._views = (
            *(one for one in view.deadlines if one.is_open),
            *(one for one in view.deadlines if not one.is_open),
        )
        self.rows.show_rows([_row(place, one, today) for place, one in enumerate(self._views)])
        self.rows.setVisible(bool(self._views))
        self._empty.setText(_nothing(view))
        self._empty.setVisible(not self._views)
        self._missing.setText("\n".join(_ended(one) for one in view.missing))
        self._missing.setVisible(bool(view.missing))
        opened = next((one for one in self._views if (one.kind, one.starts_on) == self._opened), None)
        if opened is None:
            self._opened = None
        else:
            self._steps.show_deadline(opened)
        self._steps.setVisible(opened is not None)

    def _toggle(self, place: int) -> None:
        view = self._views[place]
        key = (view.kind, view.starts_on)
        if key == self._opened:
            self._close()
            return
        self._opened = key
        self._steps.show_deadline(view)
        self._steps.show()
        self.laid_out.emit()
        self._steps.focus_first()

    def _close(self) -> None:
        keys = [(one.kind, one.starts_on) for one in self._views]
        place = keys.index(self._opened) if self._opened in keys else 0
        self._opened = None
        self._steps.hide()
        self.laid_out.emit()
        if self._views:
            self.rows.focus_row(place)

    def _write(self, place: int) -> None:
        self.writing.emit(answer_to(self._views[place]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self._close()
        else:
            super().keyPressEvent(event)


class _Steps(QWidget):
    """How one period was worked out, step by step, and which version of which rule says so."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("application_steps")
        self._title = GroupTitle(name="application_steps_title")
        close = IconButton("application_steps_close", _("Rechenweg schließen"), icon="x")
        close.clicked.connect(self.closing)
        self._rows = RowList("application_step_rows", title=_("Rechenweg"), is_clickable=False)
        self._rule = NoteText(name="application_steps_rule")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._rows)
        column.addWidget(self._rule)

    def focus_first(self) -> None:
        """Puts the keyboard into the first step, so that it is read and seen; Escape leads back."""
        self._rows.focus_row(0)

    def show_deadline(self, view: DeadlineView) -> None:
        """Shows the steps of one period."""
        self._title.setText(_("So gerechnet: {deadline}").format(deadline=view.title))
        self._rows.show_rows(
            [
                Row(place, step.text, note=step.law, lead=f"{place}.")
                for place, step in enumerate(view.steps, 1)
            ]
        )
        self._rule.setText(_rule(view))
        self._rule.setVisible(bool(self._rule.text()))


def _rule(view: DeadlineView) -> str:
    parts = []
    if view.source:
        parts.append(_("Quelle: {source}.").format(source=view.source.rstrip(".")))
    if view.checked_on is not None:
        parts.append(_("Geprüft am {day}.").format(day=format_date(view.checked_on)))
    return " ".join(parts)


def _row(place: int, view: DeadlineView, today: date) -> Row:
    tone, icon = deadline_sign(view)
    until = _("bis {day}").format(day=format_near_date(view.due_on, today, weekday=True))
    parts = (until, _("zu prüfen") if view.is_uncertain else "")
    return Row(
        place,
        view.title,
        tail="".join(f" · {part}" for part in parts if part),
        note=view.consequence,
        badge=left_in_words(view),
        badge_icon=icon,
        tone=tone,
        strong=view.is_overdue,
        action=letter_words(answer_to(view)),
    )


def _nothing(view: ApplicationView) -> str:
    if view.application.notice == "zurueckgenommen":
        return _("Der Antrag ist zurückgenommen: Es läuft keine Frist.")
    if view.application.received_on is None:
        return _("Noch läuft keine Frist. Sie beginnt mit dem Eingang bei der Stelle.")
    return _("Für dieses Programm läuft keine gesetzliche Frist.")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
