"""A case: a head that answers the phone, and its tabs."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview, case_overview
from zwk_barrier.desktop.cases.documents_tab import DocumentsTab
from zwk_barrier.desktop.cases.dwelling_tab import DwellingTab
from zwk_barrier.desktop.cases.funding_tab import FundingTab
from zwk_barrier.desktop.cases.header import BriefCard, CaseHeader
from zwk_barrier.desktop.cases.history_tab import HistoryTab
from zwk_barrier.desktop.cases.intake_tab import IntakeTab
from zwk_barrier.desktop.cases.measures_tab import MeasuresTab
from zwk_barrier.desktop.cases.named_field import NamedField
from zwk_barrier.desktop.cases.outcome_tab import OutcomeTab
from zwk_barrier.desktop.cases.overview_tab import OverviewTab
from zwk_barrier.desktop.cases.person_tab import PersonTab
from zwk_barrier.desktop.cases.visits_tab import VisitsTab
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase, ToCases, ToVisit, ToVisitReport
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.desktop.widgets.tabs import Tabs
from zwk_barrier.problems import Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from zwk_barrier.desktop.cases.tab import CaseTab
    from zwk_barrier.desktop.destinations import CaseTab as CaseTabName


_FIELDS_FIRST = frozenset({"intake", "person", "dwelling"})


class CasePage(QWidget):
    """The page of ``ToCase``; a tab is built when it is first wanted."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, preferences: Preferences | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("case_page")
        self._desk, self._preferences = desk, preferences
        self._case_id: UUID | None = None
        self._overview: CaseOverview | None = None
        self._header = CaseHeader()
        self._brief = BriefCard()
        self._tabs = Tabs("case_tabs", title=_("Bereiche des Falls"))
        self._history = FieldHistory(desk, self)
        self._asked_tab = ""
        self._shown: dict[str, QWidget] = {}
        self._column = QVBoxLayout()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called."""
        return self._header.title()

    def show_destination(self, destination: ToCase) -> None:
        """Shows a case at one of its tabs."""
        is_other = destination.case_id != self._case_id
        if is_other:
            self.leave()
            self._case_id, self._overview = destination.case_id, None
        self._asked_tab = destination.tab
        self._tabs.choose(destination.tab)
        self._read()
        self._named.want(destination.field, destination.focus)
        shown = self._shown.get(destination.tab)
        if shown is not None and self._named.give_focus(shown):
            return
        if is_other or not self.isAncestorOf(QApplication.focusWidget() or self):
            self._give_focus(destination.tab)

    def leave(self) -> None:
        """Keeps what is being typed."""
        settle_all(self)

    def _read(self) -> None:
        case_id = self._case_id
        if case_id is not None:
            self._desk.ask(
                lambda session: case_overview(session, case_id),
                then=self._show,
                failed=self._gone,
                owner=self,
            )

    def _show(self, overview: CaseOverview) -> None:
        if overview.view.case.id != self._case_id:
            return  # the person went on to another case in between
        self._overview = overview
        self._header.show_case(overview, this_day())
        self._brief.show_brief(overview, this_day())
        self._tabs.set_count("visits", len(overview.view.visits) or None)
        self._tabs.set_count("measures", len(overview.view.measures) or None)
        self._tabs.set_count("funding", overview.application_count or None)
        self._show_tab(self._tabs.current())
        self._named.settle(self._shown[self._tabs.current()])

    def _show_tab(self, code: str) -> None:
        if code not in self._shown:
            self._shown[code] = self._build(code)
            self._column.addWidget(self._shown[code])
        self._keep_the_keyboard(code)
        for other, tab in self._shown.items():
            tab.setVisible(other == code)
        if self._overview is not None:
            cast("CaseTab", self._shown[code]).show_case(self._overview)
            tab_in_reading_order(self._shown[code])  # cards and rows may have come or moved

    def _keep_the_keyboard(self, code: str) -> None:
        """From a tab that goes the keyboard comes to the row of tabs; Qt would send it out of the page."""
        focus = QApplication.focusWidget()
        going = (tab for other, tab in self._shown.items() if other != code)
        if focus is not None and any(tab.isAncestorOf(focus) for tab in going):
            self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _be_at(self, code: str) -> None:
        """The way back leads to the tab the person left."""
        if self._case_id is not None and code != self._asked_tab:
            self._asked_tab = code
            self._desk.be_at(ToCase(self._case_id, cast("CaseTabName", code)))

    def _build(self, code: str) -> QWidget:
        build: dict[str, Callable[[Desk, FieldHistory], QWidget]] = {
            "overview": OverviewTab,
            "intake": IntakeTab,
            "person": PersonTab,
            "dwelling": DwellingTab,
            "visits": VisitsTab,
            "measures": MeasuresTab,
            "funding": FundingTab,
            "documents": partial(DocumentsTab, preferences=self._preferences),
            "outcome": OutcomeTab,
            "history": HistoryTab,
        }
        return build[code](self._desk, self._history)

    def _give_focus(self, code: str) -> None:
        """A tab of fields begins in its first field, the others in the row of tabs."""
        first = first_field(self._shown[code]) if code in _FIELDS_FIRST else None
        (self._tabs if first is None else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self, problem: Problem) -> None:
        self._desk.failing.emit(problem)
        self._case_id = None
        self._desk.go(ToCases())

    def _changed(self, changed: Changed) -> None:
        if changed and self.isVisible():
            self._read()

    def _print_report(self) -> None:
        visit = None if self._overview is None else self._overview.last_visit
        if visit is not None:
            self._desk.go(ToVisitReport(visit.id))

    def _go_to_visit(self) -> None:
        visit = None if self._overview is None else self._overview.open_visit
        if visit is not None:
            self._desk.go(ToVisit(visit.id))
        else:
            self._plan_visit()

    def _plan_visit(self) -> None:
        self._tabs.choose("visits")
        cast("VisitsTab", self._shown["visits"]).prepare()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("case_body")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)
        for part in (self._header, self._brief, self._tabs):
            self._column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollPage("case_scroll", page)
        self._named = NamedField(scroll)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        for code, text in (
            ("overview", _("Übersicht")),
            ("intake", _("Anfrage")),
            ("person", _("Person")),
            ("dwelling", _("Wohnung")),
            ("visits", _("Hausbesuche")),
            ("measures", _("Maßnahmen")),
            ("funding", _("Förderung")),
            ("documents", _("Dokumente")),
            ("outcome", _("Wirkung")),
            ("history", _("Verlauf")),
        ):
            self._tabs.add(code, text)
        self._tabs.listen_in(self)
        self._tabs.chosen.connect(self._show_tab)
        self._tabs.chosen.connect(self._be_at)
        self._header.printing.connect(self._print_report)
        self._header.visiting.connect(self._go_to_visit)
        self._desk.changed.connect(self._changed)


def first_field(tab: QWidget) -> QWidget | None:
    """Where typing begins in a tab."""
    form = tab.findChild(FormRows)
    fields: list[QWidget] = [] if form is None else list(form.fields().values())
    return next(iter(fields), None)
