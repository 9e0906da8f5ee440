"""Heute: what is due, who is visited, who waits; each entry with its next step."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.tasks import set_done
from zwk_barrier.casework.team.due import DueRow
from zwk_barrier.casework.team.pending import PendingRow
from zwk_barrier.casework.team.today import StandingStill, Today, load_standing_still, load_today
from zwk_barrier.casework.team.whose import whose_work
from zwk_barrier.desktop.calendar_export import export_calendar
from zwk_barrier.desktop.day_watch import DayWatch, this_day
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Destination,
    ToApplication,
    ToCase,
    ToContact,
    ToContacts,
    ToLetter,
    ToVisit,
)
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.today.due_card import DueCard
from zwk_barrier.desktop.today.following import begin_at_first, row_with_keyboard
from zwk_barrier.desktop.today.rows import clock_warning, headline, standing_in, summary
from zwk_barrier.desktop.today.side import Side
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_STEP = 40  # rows shown before "more"
_FIRST_VISITS, _FIRST_OF_QUEUE = 5, 3
_DUE_TABLES = (
    *("task", "visit", "contact", "case_file", "person", "building", "staff"),
    *("deadline", "application", "measure", "outcome_survey", "absence"),
)
_QUEUE_TABLES = (
    *("visit", "contact", "case_file", "person", "application", "letter", "dwelling", "absence", "office"),
)


class TodayPage(QWidget):
    """The first page; ``today`` is asked whenever the page comes into view and when a day begins.

    Whose work is shown is remembered in ``preferences``, where given.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        preferences: Preferences | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("today_page")
        self._desk = desk
        self._preferences = preferences
        self._view = preferences.today_view if preferences is not None else ""
        self._today = today
        self._day, self._takes_focus = today(), False
        self.day_watch = DayWatch(self, today)
        self._most, self._most_visits = _STEP, _FIRST_VISITS
        self._most_of = {"visits": _FIRST_OF_QUEUE, "answers": _FIRST_OF_QUEUE, "silent": _FIRST_OF_QUEUE}
        self._heading = PageTitle(headline(self._day), name="today_title")
        self._summary = SoftText(name="today_summary")
        self._stands_in = SoftText(name="today_stands_in")
        self._clock = WarningLines("today_clock")
        self._all = CheckField("today_all", _("Auch Fälle &anderer zeigen"))
        self._calendar = Button("today_calendar", _("Kalender"), icon="calendar-days")
        self._due = DueCard()
        self._side = Side()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return _("Heute")

    def show_destination(self, destination: Destination) -> None:
        """Reads anew and begins at the first thing due."""
        del destination
        self._takes_focus = True
        self._read()

    def leave(self) -> None:
        """Nothing is typed here."""

    def _read(self) -> None:
        self._day = self._today()
        self._read_due()
        self._read_queues()

    def _read_due(self) -> None:
        day, staff_id, shows_all = self._asked()
        most, most_visits = self._most, self._most_visits

        self._desk.ask(
            lambda session: load_today(
                session,
                day,
                whose_work(session, staff_id, day, shows_all=shows_all),
                most=most,
                most_visits=most_visits,
            ),
            then=self._show,
            owner=self,
        )

    def _read_queues(self) -> None:
        day, staff_id, shows_all = self._asked()
        most_of = dict(self._most_of)

        self._desk.ask(
            lambda session: load_standing_still(
                session, day, whose_work(session, staff_id, day, shows_all=shows_all), **most_of
            ),
            then=self._show_queues,
            owner=self,
        )

    def _asked(self) -> tuple[date, UUID, bool | None]:
        shows_all = {"all": True, "own": False}.get(self._view)
        return self._day, self._desk.store.staff_id, shows_all

    def _reread(self, changed: Changed) -> None:
        if not self.isVisible():
            return
        if changed.touches(*_DUE_TABLES):
            self._read_due()
        if changed.touches(*_QUEUE_TABLES):
            self._read_queues()

    def _show(self, today: Today) -> None:
        self._heading.setText(headline(today.day))
        self._summary.setText(summary(today))
        self._stands_in.setText(standing_in(today))
        self._stands_in.setVisible(bool(standing_in(today)))
        self._clock.show_lines(clock_warning(today))
        self._all.set_value(today.whose.shows_all)
        self._nothing_yet.setVisible(not today.has_records)
        self._columns.setVisible(today.has_records)
        self._due.show_today(today)
        self._side.show_today(today)
        tab_in_reading_order(self)
        if self._takes_focus:
            begin_at_first(self, self._due.rows)
        self._takes_focus = False

    def _show_queues(self, still: StandingStill) -> None:
        self._side.show_queues(still, self._day)
        tab_in_reading_order(self)

    def _show_more(self) -> None:
        self._most += _STEP
        self._read_due()

    def _show_more_visits(self) -> None:
        self._most_visits += _STEP
        self._read_due()

    def _show_more_of(self, queue: str) -> None:
        self._most_of[queue] += _STEP
        self._read_queues()

    def _choose_whose(self, shows_all: bool) -> None:
        self._view = "all" if shows_all else "own"
        if self._preferences is not None:
            self._preferences.today_view = self._view
        self._read()

    def _open_due(self, due: DueRow) -> None:
        if due.kind == "deadline" and due.application_id is not None:
            self._desk.go(ToApplication(due.application_id))
        elif due.kind == "check" and due.case_id is not None:
            self._desk.go(ToCase(due.case_id, "outcome"))
        elif due.case_id is not None:
            self._desk.go(ToCase(due.case_id, focus=due.id))
        elif due.contact_id is not None:
            self._desk.go(ToContact(due.contact_id))

    def _act_on_due(self, due: DueRow) -> None:
        if due.step == "task":
            self._tick_off(due)
        elif due.step in ("objection", "reminder") and due.case_id is not None:
            self._desk.go(ToLetter(due.case_id, due.step, due.application_id))
        else:
            self._open_due(due)

    def _tick_off(self, task: DueRow) -> None:
        said = _("Erledigt: {task}").format(task=task.what)
        self._desk.do(
            lambda store: set_done(store, task.id),
            then=lambda _nothing: self._desk.say(said, with_undo=True),
            owner=self,
        )

    def _open_pending(self, pending: PendingRow) -> None:
        if pending.application_id is not None:
            self._desk.go(ToApplication(pending.application_id))
        elif pending.letter_id is not None:
            self._desk.go(ToLetter(pending.case_id, letter_id=pending.letter_id))
        else:
            self._desk.go(ToCase(pending.case_id))

    def _write_contact(self) -> None:
        """A contact in the case of the row that has the keyboard; in that of a contact without one, itself."""
        item = row_with_keyboard()
        case_id = None if item is None else getattr(item.row.key, "case_id", None)
        contact_id = None if item is None else getattr(item.row.key, "contact_id", None)
        if case_id is not None:
            self._desk.go(ToContact(case_id=case_id))
        elif contact_id is not None:
            self._desk.go(ToContact(contact_id))

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
        self._columns.add(self._due, 9)
        self._columns.add(self._side, 5)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 24, 24, 96)  # the last row can be scrolled past the notice
        column.setSpacing(4)
        column.addWidget(self._make_head())
        column.addWidget(self._clock)
        column.addSpacing(12)
        column.addWidget(self._nothing_yet)
        column.addWidget(self._columns)
        column.addStretch()
        fill_scrolling(self, "today_scroll", ground)

    def _make_head(self) -> Columns:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self._heading, self._summary, self._stands_in):
            column.addWidget(each)
        tools = Flow("today_tools", gap=16)
        tools.add(self._all)
        tools.add(self._calendar)
        head = Columns("today_head", fold_at=720)
        head.add(words)
        head.add(tools, 0)
        return head

    def _connect(self) -> None:
        self._due.opened.connect(self._open_due)
        self._due.acted.connect(self._act_on_due)
        self._due.wants_more.connect(self._show_more)
        self._side.visit_opened.connect(lambda visit: self._desk.go(ToVisit(visit.id)))
        self._side.contact_opened.connect(lambda contact: self._desk.go(ToContact(contact.id)))
        self._side.all_contacts.clicked.connect(lambda: self._desk.go(ToContacts()))
        self._side.visit_wanted.connect(lambda pending: self._desk.go(ToCase(pending.case_id, "visits")))
        self._side.pending_opened.connect(self._open_pending)
        self._side.wants_more_visits.connect(self._show_more_visits)
        self._side.wants_more.connect(self._show_more_of)
        self._all.kept.connect(self._choose_whose)
        self._calendar.clicked.connect(lambda: export_calendar(self._desk, self))
        self._first_contact.clicked.connect(lambda: self._desk.go(ToContact()))
        contact = QShortcut(QKeySequence(Qt.Key.Key_K), self)
        contact.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        contact.activated.connect(self._write_contact)
        self._desk.changed.connect(self._reread)
        self.day_watch.day_changed.connect(self._read)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._today() != self._day:
            self._read()
