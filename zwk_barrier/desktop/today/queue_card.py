"""A card for what stands still: how many, those who wait longest, and the rest on request."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from zwk_barrier.casework.team.pending import Queue
from zwk_barrier.desktop.today.following import show_following
from zwk_barrier.desktop.today.rows import pending_row
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import FigureText, SoftText
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.wording import ngettext


class QueueCard(Card):
    """Hidden while nobody waits; with ``has_figure`` the number stands large on a line of its own."""

    opened = Signal(object)  # PendingRow
    wants_more = Signal()

    def __init__(self, name: str, title: str, *, has_figure: bool = False) -> None:
        super().__init__(f"{name}_card", title=title)
        self._figure = FigureText(name=f"{name}_figure") if has_figure else None
        self._words = SoftText(name=f"{name}_words", rich=not has_figure)
        said = QVBoxLayout()
        said.setSpacing(0)
        for part in (self._figure, self._words):
            if part is not None:
                said.addWidget(part)
        self.body.addLayout(said)
        self.rows = self.add(RowList(name, title=title))
        self._more = self.add(Button(f"{name}_more", "", kind=Kind.QUIET))
        self.rows.activated.connect(self.opened)
        self._more.clicked.connect(self.wants_more)

    def show_queue(self, queue: Queue, words: str, day: date) -> None:
        """Shows how many wait, in ``words``, and the first of them."""
        self.setVisible(queue.count > 0)
        if self._figure is not None:
            self._figure.setText(str(queue.count))
        self._words.setText(words)
        show_following(self.rows, [pending_row(one, day) for one in queue.rows])
        more = queue.count - len(queue.rows)
        self._more.setText(ngettext("{count} weitere", "{count} weitere", more).format(count=more))
        self._more.setVisible(more > 0)
