"""Team: who has how much, what is late, and handing cases over; for those who lead or administer."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.plan.plan_approval import WaitingPlan, waiting_plans
from zwk_barrier.casework.team.caseload import CaseLoad
from zwk_barrier.casework.team.supervision import AdvisorLoad, Team, cases_in_need, load_team
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCaseload, ToDataQuality
from zwk_barrier.desktop.team.approvals import Approvals
from zwk_barrier.desktop.team.cases_section import CasesSection
from zwk_barrier.desktop.team.figures import TeamSource, away_in_words, summary, team_columns
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import NoteText, PageTitle, SoftText
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.desktop.widgets.table import Order, PagedTable
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_TABLES = (
    *("case_file", "task", "deadline", "visit", "contact", "absence", "staff"),
    *("plan_approval", "measure", "person", "office"),
)
_MOST_ROWS = 9


class TeamPage(QWidget):
    """The page of ``ToTeam``; ``today`` is asked whenever it reads."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, today: Callable[[], date] = this_day
    ) -> None:
        super().__init__(parent)
        self.setObjectName("team_page")
        self._desk, self._today = desk, today
        self._source = TeamSource()
        self._chosen: str | None = None
        self._begins = self._is_read = False
        self._summary = SoftText(name="team_summary")
        self._away = SoftText(name="team_away")
        self._order = ChoiceField(
            "team_order", [(one.code, one.title) for one in team_columns()], is_optional=False
        )
        self.table = PagedTable("team_table", _("Wer wie viel hat"), team_columns(), self._source)
        self.table.grow_to(_MOST_ROWS)
        self._papers = Flow("team_papers")
        caseload = self._papers.add(
            Button("team_list", _("Fall&liste"), kind=Kind.SECONDARY, icon="file-text")
        )
        caseload.clicked.connect(lambda: desk.go(ToCaseload()))
        quality = self._papers.add(
            Button("team_quality", _("Date&nqualität"), kind=Kind.SECONDARY, icon="clipboard-check")
        )
        quality.clicked.connect(lambda: desk.go(ToDataQuality()))
        self._keys = NoteText(_("Eingabe zeigt die Fälle einer Person."), name="team_keys")
        self.cases = CasesSection(desk)
        self._approvals = Approvals(desk)
        self._body = QWidget()
        self._refused = EmptyState(
            "team_refused",
            icon="lock",
            title=_("Nur für Leitung und Verwaltung"),
            text=_(
                "Hier steht, wer wie viele Fälle hat. Eigene Fälle stehen unter „Fälle“, die Zahlen der "
                "Beratungsstelle unter „Statistik“."
            ),
        )
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return _("Team")

    def show_destination(self, destination: Destination) -> None:
        """Reads anew; whose cases were shown stays."""
        del destination
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here has to be kept."""

    def _read(self) -> None:
        me, day = self._desk.store.staff_id, self._today()
        self._desk.ask(
            lambda session: (load_team(session, me, day), waiting_plans(session, me)),
            then=self._show,
            failed=self._refuse,
            owner=self,
        )

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES):
            self._read()

    def _show(self, told: tuple[Team, Sequence[WaitingPlan]]) -> None:
        team, plans = told
        self._body.show()
        self._refused.hide()
        self._summary.setText(summary(team, len(plans)))
        away = away_in_words(team)
        self._away.setText(away)
        self._away.setVisible(bool(away))
        self._source.take(team)
        self.table.load()
        if self.table.current_id() is None and self.table.rows.rowCount():
            self.table.selectRow(0)
        self._approvals.show_plans(plans, team.day, is_wanted=team.wants_approval)
        if self._chosen is not None:
            self._read_cases(self._chosen)

    def _refuse(self, problem: Problem) -> None:
        del problem  # the page says it in its own words
        self._body.hide()
        self._refused.show()

    def _open(self, key: str) -> None:
        self._chosen = key
        self._read_cases(key, begins=True)

    def _read_cases(self, key: str, *, begins: bool = False) -> None:
        advisor = self._source.advisor(key)
        if advisor is None:
            self._chosen = None
            self.cases.hide()
            return
        me, day = self._desk.store.staff_id, self._today()
        self._begins = self._begins or begins
        self._desk.ask(
            lambda session: (key, advisor, cases_in_need(session, me, advisor.staff_id, day), day),
            then=self._show_cases,
            failed=self._refuse,
            owner=self,
        )

    def _show_cases(self, found: tuple[str, AdvisorLoad, Sequence[CaseLoad], date]) -> None:
        key, advisor, cases, day = found
        if key != self._chosen:
            return  # the person went on to somebody else in between
        self.cases.show_cases(advisor, cases, day)
        if self._begins:
            self._begins = False
            self.cases.begin()

    def _sort(self, column: str) -> None:
        self.table.sort_by(Order(column, is_descending=column != "name"))

    def _make_head(self) -> Columns:
        filters = FilterBar("team_filters")
        filters.add_field(_("&Sortieren nach"), self._order)
        self._order.set_value("name")
        words = QWidget()
        told = QVBoxLayout(words)
        told.setContentsMargins(0, 0, 0, 0)
        for label in (self._summary, self._away):
            told.addWidget(label)
        told.addStretch()
        head = Columns("team_head", fold_at=760)
        head.add(words, 3)
        head.add(filters, 1)
        return head

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (self._make_head(), self.table, self._keys, self._papers):
            inner.addWidget(part)
        inner.addSpacing(12)
        inner.addWidget(self.cases)
        inner.addWidget(self._approvals)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(PageTitle(_("Team"), name="team_title"))
        column.addSpacing(8)
        column.addWidget(self._body)
        column.addWidget(self._refused)
        column.addStretch()
        self._refused.hide()
        fill_scrolling(self, "team_scroll", ground)

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.cases.going_back.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self._order.kept.connect(self._sort)
        self._desk.changed.connect(self._reread)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_read:
            self._read()
        self._is_read = True
