"""One application: what it is for, its evidence, its deadlines, the notice and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.application_views import ApplicationView, load_application
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToApplication
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID


class ApplicationPage(QWidget):
    """The page of ``ToApplication``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("application_page")
        self._desk = desk
        self._application_id: UUID | None = None
        self._title = PageTitle(_("Antrag"), name="application_title")
        self._back = IconButton("application_back", _("Zurück"), icon="arrow-left")
        self._back.clicked.connect(lambda: desk.go(Back()))
        self._lay_out()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._title.text()

    def show_destination(self, destination: Destination) -> None:
        """Shows an application."""
        if isinstance(destination, ToApplication):
            self._application_id = destination.application_id
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
                owner=self,
            )

    def _show(self, found: ApplicationView) -> None:
        self._title.setText(found.title)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("application_body")
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage("application_scroll", page))
