"""Search before create: cases that may be meant, beside the fields in which a name or number is typed.

matches = Matches(desk, "contact_matches", hint=…)
matches.watch(given, family, phone)        # asks while somebody types there; Down leads into the list
matches.chosen.connect(file_there)         # Ctrl+1 to Ctrl+5, Enter or a click: the case's id
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from zwk_barrier.casework.case.find import Hit, possible_matches
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import key_text
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.rules.folding import phone_key
from zwk_barrier.wording import _

MOST = 5
_PAUSE = 120  # ms without a key before the office is asked
_SHORTEST_NAME, _SHORTEST_NUMBER = 3, 4


class Matches(Card):
    """Hidden while there is nothing that may be meant."""

    chosen = Signal(object)
    """The id of the case chosen."""

    def __init__(self, desk: Desk, name: str, *, hint: str) -> None:
        super().__init__(name, title=_("Schon bekannt?"), accent=True)
        self._desk = desk
        self._fields: tuple[LineField, ...] = ()
        self._is_quiet = False
        self._hits: Sequence[Hit] = ()
        self._came_from: LineField | None = None
        self._rows = self.add(RowList(f"{name}_rows", title=_("Schon bekannt?")))
        self.add(NoteText(hint, name=f"{name}_hint"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._rows.activated.connect(self.chosen)
        self._rows.passed_top.connect(self._go_back)
        for place in range(MOST):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.activated.connect(lambda place=place: self._choose(place))
        self.hide()

    def watch(self, given: LineField, family: LineField, phone: LineField) -> None:
        """Looks for who may be meant whenever one of these is typed in."""
        self._fields = (given, family, phone)
        for field in self._fields:
            field.typed.connect(self._pause.start)
            down = QShortcut(QKeySequence("Down"), field)
            down.setContext(Qt.ShortcutContext.WidgetShortcut)
            down.activated.connect(lambda field=field: self._enter(field))

    def set_quiet(self, is_quiet: bool) -> None:
        """Stops looking, and forgets what was found: it is known who is meant, or must not be."""
        self._is_quiet = is_quiet
        if is_quiet:
            self._show(())

    def begin(self) -> None:
        """Looks anew for what stands in the fields now."""
        self._show(())
        self._ask()

    def _typed(self) -> tuple[str, ...]:
        return tuple(field.text().strip() for field in self._fields)

    def _ask(self) -> None:
        given, family, phone = typed = self._typed()
        is_enough = len(given + family) >= _SHORTEST_NAME or len(phone_key(phone)) >= _SHORTEST_NUMBER
        if self._is_quiet or not is_enough:
            self._show(())
            return

        def show(hits: Sequence[Hit]) -> None:
            if typed == self._typed() and not self._is_quiet:
                self._show(hits)

        self._desk.ask(lambda session: possible_matches(session, given, family, phone), then=show, owner=self)

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = hits[:MOST]
        self._rows.show_rows(
            [
                Row(hit.subject_id, hit.title, note=hit.detail, lead=key_text(f"Ctrl+{place}"))
                for place, hit in enumerate(self._hits, 1)
            ]
        )
        self.setVisible(bool(self._hits))

    def _choose(self, place: int) -> None:
        if self.isVisible() and place < len(self._hits):
            self.chosen.emit(self._hits[place].subject_id)

    def _enter(self, field: LineField) -> None:
        if self._hits:
            self._came_from = field
            self._rows.focus_row(0)

    def _go_back(self) -> None:
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
