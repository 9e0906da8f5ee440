"""The card „Fristen und Wiedervorlagen“: one list by urgency, each row with its next step on a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from zwk_barrier.casework.team.today import Today
from zwk_barrier.desktop.today.following import focused_row, show_following
from zwk_barrier.desktop.today.rows import due_row
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.wording import _, ngettext


class DueCard(Card):
    """Shows what is due; :attr:`wants_more` asks for further rows."""

    opened = Signal(object)  # DueRow
    acted = Signal(object)  # DueRow
    wants_more = Signal()

    def __init__(self) -> None:
        super().__init__("today_due_card", title=_("Fristen und Wiedervorlagen"))
        self.rows = self.add(RowList("today_due", title=_("Fristen und Wiedervorlagen")))
        self._all_done = self.add(
            EmptyState(
                "today_all_done",
                icon="party-popper",
                title=_("Alles erledigt"),
                text=_("In den nächsten zwei Wochen ist nichts fällig."),
            )
        )
        self._more = self.add(Button("today_more", "", kind=Kind.QUIET))
        self._keys = self.add(
            NoteText(
                _("Eingabe öffnet, Leertaste tut den nächsten Schritt, K trägt einen Kontakt ein."),
                name="today_keys",
            )
        )
        self.rows.activated.connect(self.opened)
        self.rows.acted.connect(self.acted)
        self._more.clicked.connect(self.wants_more)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.rows)
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.activated.connect(self._act_on_current)

    def show_today(self, today: Today) -> None:
        """Shows the list; the keyboard stays with its entry."""
        shown = [due_row(one, today.day, names_advisor=today.whose.shows_all) for one in today.due]
        show_following(self.rows, shown)
        more = today.count.whole - len(shown)
        self._all_done.setHidden(bool(shown))
        self._keys.setVisible(bool(shown))
        self._more.setText(ngettext("{count} weitere", "{count} weitere", more).format(count=more))
        self._more.setVisible(more > 0)

    def _act_on_current(self) -> None:
        item = focused_row(self.rows)
        if item is not None:
            self.acted.emit(item.row.key)
