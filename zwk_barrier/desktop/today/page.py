"""Heute: what is due, who is visited, who still waits for an answer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zwk_barrier.casework.contacts import ContactRow
from zwk_barrier.casework.tasks import TaskRow, set_done
from zwk_barrier.casework.today import PlannedVisit, Today, load_today
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToContact, ToContacts, ToVisit
from zwk_barrier.desktop.today.rows import contact_row, headline, summary, task_row, visit_row
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.headings import NoteText, PageTitle, SoftText
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.desktop.widgets.row_item import RowItem
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext

_STEP = 40  # rows shown before "more"
_TABLES = ("task", "visit", "contact", "case_file", "person", "building")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day at this place is what is meant


class TodayPage(QWidget):
    """The first page; ``today`` is asked whenever the page comes into view."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, today: Callable[[], date] = _today
    ) -> None:
        super().__init__(parent)
        self.setObjectName("today_page")
        self._desk = desk
        self._today = today
        self._day = today()
        self._most = _STEP
        self._heading = PageTitle(headline(self._day), name="today_title")
        self._summary = SoftText(name="today_summary")
        self._tasks = RowList("today_tasks", title=_("Aufgaben"))
        self._all_done = EmptyState(
            "today_all_done",
            icon="party-popper",
            title=_("Alles erledigt"),
            text=_("In den nächsten sieben Tagen ist nichts fällig."),
        )
        self._keys = NoteText(_("Eingabe öffnet, Leertaste hakt ab."), name="today_keys")
        self._more = Button("today_more", "", kind=Kind.QUIET)
        self._visits = RowList("today_visits", title=_("Hausbesuche"))
        self._no_visits = SoftText(
            _("In den nächsten zwei Wochen ist keiner geplant."), name="today_no_visits"
        )
        self._waiting_card = Card("today_waiting_card", title=_("Warten auf Antwort"))
        self._waiting = RowList("today_waiting", title=_("Kontakte ohne Fall, die auf Antwort warten"))
        self._all_contacts = Button("today_all_contacts", "", kind=Kind.QUIET)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return _("Heute")

    def show_destination(self, destination: Destination) -> None:
        """Reads anew."""
        del destination
        self._read()

    def leave(self) -> None:
        """Nothing is typed here."""

    def _read(self) -> None:
        self._day = self._today()
        day, most = self._day, self._most
        self._desk.ask(lambda session: load_today(session, day, most_tasks=most), then=self._show, owner=self)

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES):
            self._read()

    def _show(self, today: Today) -> None:
        self._heading.setText(headline(today.day))
        self._summary.setText(summary(today))
        self._nothing_yet.setVisible(not today.has_records)
        self._columns.setVisible(today.has_records)
        self._tasks.show_rows([task_row(task, today.day) for task in today.tasks])
        self._all_done.setHidden(bool(today.tasks))
        self._keys.setVisible(bool(today.tasks))
        more = today.task_count - len(today.tasks)
        self._more.setText(ngettext("{count} weitere", "{count} weitere", more).format(count=more))
        self._more.setVisible(more > 0)
        self._visits.show_rows([visit_row(visit, today.day) for visit in today.visits])
        self._no_visits.setHidden(bool(today.visits))
        self._waiting.show_rows([contact_row(contact) for contact in today.waiting])
        self._waiting_card.setVisible(bool(today.waiting))
        count = today.waiting_count
        self._all_contacts.setText(
            ngettext("{count} ansehen", "Alle {count} ansehen", count).format(count=count)
        )

    def _show_more(self) -> None:
        self._most += _STEP
        self._read()

    def _open_task(self, task: TaskRow) -> None:
        if task.case_id is not None:
            self._desk.go(ToCase(task.case_id, focus=task.id))
        elif task.contact_id is not None:
            self._desk.go(ToContact(task.contact_id))

    def _tick_off(self, task: TaskRow) -> None:
        said = _("Erledigt: {task}").format(task=task.title or _("Wiedervorlage"))
        self._desk.do(
            lambda store: set_done(store, task.id),
            then=lambda _nothing: self._desk.say(said, with_undo=True),
            owner=self,
        )

    def _tick_off_current(self) -> None:
        widget = QApplication.focusWidget()
        item = widget if isinstance(widget, RowItem) else widget.parentWidget() if widget else None
        if isinstance(item, RowItem):
            self._tick_off(item.row.key)

    def _open_visit(self, visit: PlannedVisit) -> None:
        self._desk.go(ToVisit(visit.id))

    def _open_contact(self, contact: ContactRow) -> None:
        self._desk.go(ToContact(contact.id))

    def _lay_out(self) -> None:
        self._first_contact = Button(
            "today_first_contact", _("Ersten Kontakt eintragen"), kind=Kind.PRIMARY, icon="plus"
        )
        self._nothing_yet = EmptyState(
            "today_nothing_yet",
            icon="phone",
            title=_("Noch ist nichts eingetragen"),
            text=_("Beginnen Sie mit dem nächsten Anruf. Aus einem Kontakt wird mit einem Klick ein Fall."),
            button=self._first_contact,
        )
        self._nothing_yet.hide()
        self._columns = Columns("today_columns", fold_at=880)
        self._columns.add(self._make_tasks_card(), 9)
        self._columns.add(self._make_side(), 5)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._summary)
        column.addSpacing(12)
        column.addWidget(self._nothing_yet)
        column.addWidget(self._columns)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollPage("today_scroll", ground))

    def _make_tasks_card(self) -> QWidget:
        card = Card("today_tasks_card", title=_("Aufgaben und Wiedervorlagen"))
        card.add(self._tasks)
        card.add(self._all_done)
        card.add(self._more)
        card.add(self._keys)
        return _at_top(card)

    def _make_side(self) -> QWidget:
        visits = Card("today_visits_card", title=_("Hausbesuche"))
        visits.add(self._visits)
        visits.add(self._no_visits)
        self._waiting_card.add(self._waiting)
        self._waiting_card.add(self._all_contacts)
        return _at_top(visits, self._waiting_card)

    def _connect(self) -> None:
        self._tasks.activated.connect(self._open_task)
        self._tasks.acted.connect(self._tick_off)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self._tasks)
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.activated.connect(self._tick_off_current)
        self._more.clicked.connect(self._show_more)
        self._visits.activated.connect(self._open_visit)
        self._waiting.activated.connect(self._open_contact)
        self._all_contacts.clicked.connect(lambda: self._desk.go(ToContacts()))
        self._first_contact.clicked.connect(lambda: self._desk.go(ToContact()))
        self._desk.changed.connect(self._reread)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._today() != self._day:
            self._read()


def _at_top(*cards: Card) -> QWidget:
    """Cards one below the other, as high as what is in them."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch()
    return column
