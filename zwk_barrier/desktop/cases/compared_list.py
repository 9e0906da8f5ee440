"""Barriers before and after, under each other: what it is, the value and verdict then and now, what was done.

One Tab stop; Up and Down move.  Buttons in rows are Tab stops of their own.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.comparison import ComparedBarrier
from zwk_barrier.casework.visit.looked_at import Seen
from zwk_barrier.desktop.style import tokens
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.chips import Chip, Tone, verdict_word
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.overriding import override
from zwk_barrier.rules.requirements import Verdict
from zwk_barrier.wording import _

_MOST: Final = 8  # rows a section shows at first
_UNKNOWN: Final = (Tone.PLAIN, "circle-question-mark")
_BADGES: Final[dict[Verdict | None, tuple[Tone, str]]] = {
    "met": (Tone.GOOD, "check"),
    "not_applicable": (Tone.GOOD, "check"),
    "partly": (Tone.SOON, "contrast"),
    "not_met": (Tone.LATE, "x"),
}


class ComparedRow(QWidget):
    """One barrier; of words nobody came back to, it asks what became of them."""

    focus_ring = "inside"

    told = Signal(object, str)
    """The barrier's id, and ``solved``, ``partly`` or ``remaining``."""

    moved = Signal(int)
    """Up (negative) or down was pressed."""

    def __init__(self, name: str, barrier: ComparedBarrier, *, asks: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.barrier = barrier
        in_words = barrier.is_finding
        before = _badge(barrier.before, in_words=in_words)
        after = _badge(barrier.after, in_words=in_words, is_later=True)
        where = f"{barrier.room} · {barrier.text}"
        note = _note(barrier)
        then, now = _("vorher {seen}"), _("nachher {seen}")
        spoken = (where, then.format(seen=before[2]), now.format(seen=after[2]), note)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 9, 10, 10)
        column.setSpacing(6)
        column.addWidget(BodyText(where, name=f"{name}_text"))
        badges = Flow(f"{name}_badges")
        for place, (tone, icon, _spoken, text) in (("before", before), ("after", after)):
            if place == "after":
                badges.add(Picture("arrow-right", "soft"))
            badges.add(Chip(text, tone, icon=icon, name=f"{name}_{place}"))
        column.addWidget(badges)
        if note:
            column.addWidget(NoteText(note, name=f"{name}_note"))
        if asks:
            column.addWidget(self._question(name))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _question(self, name: str) -> Flow:
        line = Flow(f"{name}_question")
        line.add(NoteText(_("Was wurde daraus?"), name=f"{name}_ask"))
        answers = [("solved", _("Gelöst")), ("partly", _("Teilweise")), ("remaining", _("Noch da"))]
        for became, text in answers:
            if became == "partly" and self.barrier.before.verdict == "partly":
                continue  # it was no more than partly in the way
            button = line.add(Button(f"{name}_{became}", text))
            button.setAccessibleDescription(self.barrier.text)
            button.clicked.connect(
                lambda _checked=False, became=became: self.told.emit(self.barrier.id, became)
            )
        return line

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = UP_OR_DOWN.get(Qt.Key(event.key()))
        if steps is not None:
            self.moved.emit(steps)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = current_look().colour("line")
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


class ComparedList(QWidget):
    """Rows under each other; ``told`` passes on what a row was told."""

    told = Signal(object, str)

    def __init__(self, name: str, *, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._rows: list[ComparedRow] = []
        self._shown: tuple[Sequence[ComparedBarrier], bool] = ((), False)
        self._shows_all = False
        self._more = Button(f"{name}_more", "", kind=Kind.QUIET, icon="list")
        self._more.clicked.connect(self._show_all)
        self._more.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._column)
        outer.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_barriers(self, barriers: Sequence[ComparedBarrier], *, asks: bool = False) -> None:
        """Shows barriers; with ``asks`` what became of words can be said."""
        if (barriers, asks) == self._shown:
            return
        if not {one.id for one in barriers} & {one.id for one in self._shown[0]}:
            self._shows_all = False  # another case
        self._shown = (barriers, asks)
        self._lay_out()

    def rows(self) -> Sequence[ComparedRow]:
        """What is shown."""
        return tuple(self._rows)

    def _show_all(self) -> None:
        """Shows the rest, with the keyboard in its first row."""
        first, self._shows_all = len(self._rows), True
        self._lay_out()
        self._focus(first)

    def _lay_out(self) -> None:
        barriers, asks = self._shown
        place = next((place for place, row in enumerate(self._rows) if _has_focus(row)), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = barriers if self._shows_all else barriers[:_MOST]
        self._rows = [self._row(number, one, asks) for number, one in enumerate(shown)]
        self._more.setText(_("Alle {count} zeigen").format(count=len(barriers)))
        self._more.setVisible(len(shown) < len(barriers))
        self._mark_stop(0)
        if place is not None and self._rows:
            self._focus(min(place, len(self._rows) - 1))

    def _row(self, number: int, barrier: ComparedBarrier, asks: bool) -> ComparedRow:
        row = ComparedRow(f"{self.objectName()}_{number}", barrier, asks=asks and barrier.is_finding)
        row.told.connect(self.told)
        row.moved.connect(lambda steps: self._focus(number + steps))
        self._column.addWidget(row)
        return row

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._mark_stop(place)
            self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_stop(self, stop: int) -> None:
        for place, row in enumerate(self._rows):
            is_stop = place == stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)


def _has_focus(row: ComparedRow) -> bool:
    focus = QApplication.focusWidget()
    return focus is row or (focus is not None and row.isAncestorOf(focus))


def _badge(seen: Seen, *, in_words: bool, is_later: bool = False) -> tuple[Tone, str, str, str]:
    """Tone, sign, and the words to hear and to see."""
    unknown = _("nicht nachgeprüft") if is_later else verdict_word(tokens.Verdict.UNKNOWN)
    words = {
        "met": verdict_word(tokens.Verdict.MET),
        "not_applicable": _("trifft nicht mehr zu") if is_later else _("trifft nicht zu"),
        "partly": verdict_word(tokens.Verdict.PARTLY),
        "not_met": verdict_word(tokens.Verdict.UNMET),
    }
    word = words.get(seen.verdict or "", unknown)
    tone, icon = _BADGES.get(seen.verdict, _UNKNOWN)
    heard = (seen.value,) if in_words and seen.value else (seen.value, word)
    spoken = ", ".join(part for part in heard if part)
    return tone, icon, spoken, seen.value or word


def _note(barrier: ComparedBarrier) -> str:
    parts = []
    if barrier.required and not barrier.is_finding:
        parts.append(_("gebraucht: {required}").format(required=barrier.required))
    parts += list(barrier.measures)
    if barrier.is_same_value:
        parts.append(_("Das Maß ist gleich geblieben; die Person braucht jetzt anderes."))
    return " · ".join(parts)
