"""Förderprogramme: every programme to look up, and its values kept up to date by two people."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zwk_barrier.casework.payers.programme_changes import keep_check
from zwk_barrier.casework.payers.programme_history import KeptChange, waiting_changes
from zwk_barrier.casework.payers.programme_views import (
    ProgrammeLine,
    ProgrammeView,
    programme_lines,
    programme_view,
)
from zwk_barrier.desktop.admin.programme_change_form import ProgrammeChangeForm
from zwk_barrier.desktop.admin.programme_list import ProgrammeList
from zwk_barrier.desktop.admin.programme_page import ProgrammePage
from zwk_barrier.desktop.admin.programme_review import ProgrammeReview
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _


class ProgrammesSection(QWidget):
    """The list, one programme, a change being proposed, a change being decided: one at a time, Escape goes back."""

    def __init__(self, desk: Desk, *, today: Callable[[], date] = this_day) -> None:
        super().__init__()
        self.setObjectName("programmes_pages")
        self._desk, self._today = desk, today
        self._code = ""
        self._list, self._page = ProgrammeList(), ProgrammePage()
        self._form = ProgrammeChangeForm(desk, today=today)
        self._review = ProgrammeReview(desk, today=today)
        self._stack = QStackedWidget()
        self._stack.setObjectName("programmes_stack")
        for page in (self._list, self._page, self._form, self._review):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        desk.changed.connect(self._reread)
        self._read()

    def _connect(self) -> None:
        self._list.opened.connect(self.open_programme)
        self._list.reviewed.connect(self._open_review)
        self._page.closed.connect(self._go_back)
        self._page.changing.connect(self._begin_change)
        self._page.checked.connect(self._keep_check)
        self._page.reviewed.connect(self._open_review)
        self._form.closed.connect(self._go_back)
        self._form.proposed.connect(self._go_back)
        self._review.closed.connect(self._go_back)

    def open_programme(self, code: str) -> None:
        """Shows one programme."""
        self._code = code
        self._ask(self._show_programme)

    def _read(self) -> None:
        today = self._today()
        self._desk.ask(
            lambda session: (programme_lines(session, today), waiting_changes(session)),
            then=self._show_list,
            owner=self,
        )
        if self._code:
            self._ask(self._refresh_programme)

    def _ask(self, then: Callable[[ProgrammeView], None]) -> None:
        code, today = self._code, self._today()
        self._desk.ask(lambda session: programme_view(session, code, today), then=then, owner=self)

    def _show_list(self, found: tuple[tuple[ProgrammeLine, ...], tuple[KeptChange, ...]]) -> None:
        lines, waiting = found
        self._list.show_programmes(lines)
        self._list.show_waiting(waiting)

    def _show_programme(self, view: ProgrammeView) -> None:
        if view.line.code == self._code:
            self._refresh_programme(view)
            self._stack.setCurrentWidget(self._page)
            self._page.focus_first()

    def _refresh_programme(self, view: ProgrammeView) -> None:
        if view.line.code == self._code:  # else the person has left it in between
            self._page.show_view(view)
            self._form.show_programme(view)

    def _begin_change(self) -> None:
        self._stack.setCurrentWidget(self._form)
        self._form.focus_first()

    def _open_review(self, change_id: UUID) -> None:
        self._review.show_change(change_id)
        self._stack.setCurrentWidget(self._review)
        self._review.focus_first()

    def _keep_check(self) -> None:
        code, today = self._code, self._today()
        self._desk.do(
            lambda store: keep_check(store, code, today=today),
            then=lambda _nothing: self._desk.say(_("Als heute geprüft vermerkt."), with_undo=True),
            owner=self,
        )

    def _go_back(self) -> None:
        """From a form or a review of a programme to it, else to the list."""
        here = self._stack.currentWidget()
        if here is self._form or (here is self._review and self._code):
            self._stack.setCurrentWidget(self._page)
            self._page.focus_first()
        else:
            self._code = ""
            self._stack.setCurrentWidget(self._list)
            self._list.focus_table()

    def _reread(self, changed: Changed) -> None:
        if changed.touches("programme_change", "staff"):
            self._read()
            change_id = self._review.shown_id()
            if change_id is not None and self._stack.currentWidget() is self._review:
                self._review.show_change(change_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._list:
            self._go_back()
            event.accept()
            return
        super().keyPressEvent(event)
