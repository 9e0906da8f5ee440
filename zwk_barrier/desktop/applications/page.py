"""One application: what it is for, its evidence, its deadlines, the notice and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zwk_barrier.casework.payers import applications, deadlines
from zwk_barrier.casework.payers.application_views import ApplicationView, load_application
from zwk_barrier.desktop.applications.deadlines_section import DeadlinesSection
from zwk_barrier.desktop.applications.evidence_section import EvidenceSection, RequestsSection
from zwk_barrier.desktop.applications.head import ApplicationHead
from zwk_barrier.desktop.applications.letters_section import LettersSection
from zwk_barrier.desktop.applications.parts import (
    NoticePart,
    ObjectionPart,
    PaymentPart,
    ReceiptPart,
    RequestPart,
)
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Back,
    CaseTab,
    Destination,
    ToApplication,
    ToCase,
    ToCases,
    ToLetter,
)
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.plan_warning import PlanWarning
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import Application
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID

    from zwk_barrier.problems import Problem
    from zwk_barrier.store.journal import Changed


class ApplicationPage(QWidget):
    """The page of ``ToApplication``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("application_page")
        self._desk = desk
        self._application_id: UUID | None = None
        self._view: ApplicationView | None = None
        self._takes_focus = False
        self._binding = Binding(desk, Application, owner=self, keep=applications.keep)
        self._head = ApplicationHead()
        self._unapproved = PlanWarning("application_plan_warning", desk)
        self._deadlines = DeadlinesSection()
        self._letters = LettersSection()
        self._evidence = EvidenceSection(desk)
        self._requests = RequestsSection(desk)
        self._request, self._receipt = RequestPart(self._binding), ReceiptPart(self._binding)
        self._notice = NoticePart(self._binding)
        self._objection, self._payment = ObjectionPart(self._binding), PaymentPart(self._binding)
        self._later = NoteText(
            _("Widerspruch und Auszahlung stehen hier, sobald ein Ergebnis eingetragen ist."),
            name="application_later",
        )
        self._order = TabOrder(self)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._head.title()

    def show_destination(self, destination: Destination) -> None:
        """Shows an application; its deadlines are worked out anew where the rules have a new version."""
        if not isinstance(destination, ToApplication):
            return
        application_id = destination.application_id
        if application_id != self._application_id:
            self.leave()
            self._application_id, self._view = application_id, None
            self._desk.do(lambda store: deadlines.refresh_outdated(store, application_id), owner=self)
        is_here = self.isAncestorOf(QApplication.focusWidget() or self)
        self._takes_focus = self._view is None or not is_here
        self._read()

    def leave(self) -> None:
        """Keeps what is being typed."""
        settle_all(self)

    def _read(self) -> None:
        application_id, today = self._application_id, this_day()
        if application_id is not None:
            self._desk.ask(
                lambda session: load_application(session, application_id, today),
                then=self._show,
                failed=self._gone,
                owner=self,
            )

    def _show(self, view: ApplicationView) -> None:
        if view.application.id != self._application_id:
            return  # the person went on to another application in between
        self._view = view
        today = this_day()
        self._head.show_view(view, today)
        self._warn(view)
        self._request.offer(view)
        self._binding.show(view.application)
        for part in (self._request, self._receipt, self._notice, self._objection, self._payment):
            part.show_view(view)
        for section in (self._deadlines, self._letters, self._evidence, self._requests):
            section.show_view(view, today)
        self._later.setVisible(self._objection.isHidden() and self._payment.isHidden())
        self._order.renew()
        if self._takes_focus:
            self._takes_focus = False
            self._give_focus(view)

    def _warn(self, view: ApplicationView) -> None:
        """Before it has gone out, that the plan is not approved yet."""
        if view.application.applied_on is None:
            self._unapproved.tell_of_case(view.case.id)
        else:
            self._unapproved.tell_nothing()

    def _give_focus(self, view: ApplicationView) -> None:
        """Where there are deadlines they come first, else the first field does; the page begins at its top."""
        self._scroll.settle_layout()
        self._scroll.verticalScrollBar().setValue(0)
        if view.deadlines:
            self._deadlines.rows.focus_row(0)
        else:
            self._request.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self, problem: "Problem") -> None:
        self._application_id = None
        if self._view is not None:
            self._desk.go(ToCase(self._view.case.id, "funding"))
        else:
            self._desk.failing.emit(problem)
            self._desk.go(ToCases())

    def _changed(self, changed: "Changed") -> None:
        if changed.touches("application"):
            self._binding.try_again()  # what contradicted another field may be true now
        if self._application_id is not None and changed and self.isVisible():
            self._read()

    def _remove(self) -> None:
        view = self._view
        if view is None:
            return
        application_id, case_id = view.application.id, view.case.id
        self.leave()
        self._application_id = None
        self._desk.do(
            lambda store: applications.remove(store, application_id),
            then=lambda _nothing: self._desk.say(
                _("Antrag entfernt. Seine Schreiben bleiben im Fall."), with_undo=True
            ),
            owner=self,
        )
        self._desk.go(ToCase(case_id, "funding"))

    def _write(self, template: str) -> None:
        view = self._view
        if view is not None:
            self.leave()
            self._desk.go(ToLetter(view.case.id, template, view.application.id))

    def _read_letter(self, letter_id: "UUID") -> None:
        if self._view is not None:
            self._desk.go(ToLetter(self._view.case.id, letter_id=letter_id))

    def _go_to_case(self, tab: CaseTab) -> None:
        if self._view is not None:
            self._desk.go(ToCase(self._view.case.id, tab))

    def _connect(self) -> None:
        history = FieldHistory(self._desk, self)
        history.watch(self._binding)
        for editor in (self._evidence, self._requests):
            editor.watch(history)
            editor.laid_out.connect(self._order.renew)
        self._deadlines.laid_out.connect(self._order.renew)
        self._deadlines.writing.connect(self._write)
        self._letters.writing.connect(self._write)
        self._letters.reading.connect(self._read_letter)
        self._letters.others.connect(lambda: self._go_to_case("documents"))
        self._head.leaving.connect(lambda: self._desk.go(Back()))
        self._head.to_case.connect(lambda: self._go_to_case("funding"))
        self._head.removing.connect(self._remove)
        self._desk.changed.connect(self._changed)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("application_body")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for part in (
            *(self._head, self._unapproved, self._deadlines, self._letters, self._request, self._evidence),
            *(self._receipt, self._requests, self._notice, self._objection, self._payment, self._later),
        ):
            column.addWidget(part)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage("application_scroll", page)
        outer.addWidget(self._scroll)
