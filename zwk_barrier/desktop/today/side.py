"""The cards beside the list: visits, who waits for one, who was not heard from, answers, contacts without a case."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.team.today import StandingStill, Today
from zwk_barrier.desktop.today.following import show_following
from zwk_barrier.desktop.today.queue_card import QueueCard
from zwk_barrier.desktop.today.rows import (
    answer_count,
    contact_row,
    silent_count,
    visit_row,
    waiting_people,
)
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.wording import _, ngettext


class Side(QWidget):
    """A column of cards, as high as what is in them; it only says what is wanted."""

    visit_opened = Signal(object)  # PlannedVisit
    contact_opened = Signal(object)  # ContactRow
    visit_wanted = Signal(object)  # PendingRow
    pending_opened = Signal(object)  # PendingRow
    wants_more_visits = Signal()
    wants_more = Signal(str)
    """The queue of which more is wanted: visits, answers or silent."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("today_side")
        self._visits = RowList("today_visits", title=_("Hausbesuche"))
        self._no_visits = SoftText(
            _("In den nächsten zwei Wochen ist keiner geplant."), name="today_no_visits"
        )
        self._more_visits = Button("today_more_visits", "", kind=Kind.QUIET)
        self._unvisited = QueueCard("today_unvisited", _("Warten auf einen Besuch"), has_figure=True)
        self._silent = QueueCard("today_silent", _("Lange nichts gehört"))
        self._answers = QueueCard("today_answers", _("Antworten erwartet"))
        self._contacts = RowList("today_waiting", title=_("Kontakte ohne Fall, die auf Antwort warten"))
        self._contact_card = Card("today_waiting_card", title=_("Kontakte ohne Fall"))
        self.all_contacts = Button("today_all_contacts", "", kind=Kind.QUIET)
        self._lay_out()
        self._connect()

    def show_today(self, today: Today) -> None:
        """Shows the visits and the contacts that wait."""
        show_following(self._visits, [visit_row(visit, today.day) for visit in today.visits])
        self._no_visits.setHidden(bool(today.visits))
        more = today.visit_count - len(today.visits)
        self._more_visits.setText(ngettext("{count} weiterer", "{count} weitere", more).format(count=more))
        self._more_visits.setVisible(more > 0)
        show_following(self._contacts, [contact_row(contact) for contact in today.waiting])
        self._contact_card.setVisible(bool(today.waiting))
        count = today.waiting_count
        self.all_contacts.setText(
            ngettext("{count} ansehen", "Alle {count} ansehen", count).format(count=count)
        )

    def show_queues(self, still: StandingStill, day: date) -> None:
        """Shows what stands still."""
        self._unvisited.show_queue(still.visits, waiting_people(still.visits), day)
        self._silent.show_queue(still.silent, silent_count(still.silent, still.silence_days), day)
        self._answers.show_queue(still.answers, answer_count(still.answers), day)

    def _lay_out(self) -> None:
        visits = Card("today_visits_card", title=_("Hausbesuche"))
        visits.add(self._visits)
        visits.add(self._no_visits)
        visits.add(self._more_visits)
        self._contact_card.add(self._contacts)
        self._contact_card.add(self.all_contacts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (visits, self._unvisited, self._silent, self._answers, self._contact_card):
            column.addWidget(card)
        for queue in (self._unvisited, self._silent, self._answers):
            queue.hide()

    def _connect(self) -> None:
        self._visits.activated.connect(self.visit_opened)
        self._more_visits.clicked.connect(self.wants_more_visits)
        self._contacts.activated.connect(self.contact_opened)
        self._unvisited.opened.connect(self.visit_wanted)
        self._silent.opened.connect(self.pending_opened)
        self._answers.opened.connect(self.pending_opened)
        for name, queue in (
            ("visits", self._unvisited),
            ("silent", self._silent),
            ("answers", self._answers),
        ):
            queue.wants_more.connect(lambda name=name: self.wants_more.emit(name))
