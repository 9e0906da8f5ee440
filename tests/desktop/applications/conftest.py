"""An application with some history, and its page under somebody's hands."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typist import Typist
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.payers import applications, evidence
from zwk_barrier.casework.payers.application_views import ApplicationView, load_application
from zwk_barrier.casework.plan import measures
from zwk_barrier.desktop.applications.page import ApplicationPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToApplication
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.store.office import OfficeStore

TODAY = date.today()  # noqa: DTZ011


def ago(days: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=days)


class ApplicationHands(Typist):
    """Somebody at the page of one application."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: ApplicationPage, application_id: UUID) -> None:
        super().__init__(qtbot, desk, page)
        self.application_page = page
        self.application_id = application_id
        self.office = desk.store

    def open(self) -> None:
        """Goes to the application."""
        self.application_page.show_destination(ToApplication(self.application_id))
        self.show()

    def keep(self, **values: Any) -> None:
        """Somebody else keeps fields of it."""
        applications.keep(self.office, self.application_id, values)

    def view(self) -> ApplicationView:
        """The application as it stands in the office, once everything is kept."""
        self.rest()
        with self.office.reading() as session:
            return load_application(session, self.application_id, TODAY)

    def rows(self, name: str) -> list[Row]:
        """What a list on the page shows."""
        self.rest()
        found = self.page.findChild(RowList, name)
        assert found is not None
        return found.rows()

    def rows_in_window(self, name: str) -> list[Row]:
        """What a list in a dialog shows."""
        self.rest()
        found = self.page.window().findChild(RowList, name)
        assert found is not None
        return found.rows()

    def sees(self, name: str) -> bool:
        """Whether something of that name is on the page."""
        self.rest()
        return any(widget.isVisible() for widget in self.page.findChildren(QWidget, name))


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """Olga Petrova's case with two measures."""
    _changed, case_id = cases.open_case(
        office,
        given_name="Olga",
        family_name="Petrova",
        insurance="AOK Testhafen",
        insurance_type="gkv",
    )
    measures.recommend(office, case_id, title="Dusche", cost_low=500_000, cost_high=1_200_000)
    measures.recommend(office, case_id, title="Haltegriffe", cost_low=8_000, cost_high=35_000)
    return case_id


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, office: OfficeStore, case_id: UUID) -> ApplicationHands:
    """Somebody at the page of an application just begun."""
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4")
    page = ApplicationPage(desk)
    qtbot.addWidget(page)
    return ApplicationHands(qtbot, desk, page, application_id)


@pytest.fixture
def late(hands: ApplicationHands) -> ApplicationHands:
    """The same page, the fund being a week over its time; one document is asked for besides."""
    hands.keep(applied_on=ago(30), amount_requested=418_000, reference="PK 4711/26")
    hands.keep(received_on=ago(28))
    with hands.office.reading() as session:
        first, *_others = evidence.evidence_of(session, hands.application_id)
    evidence.keep_evidence(hands.office, first.id, {"dated_on": ago(40), "present_on": ago(39)})
    asked = {"what": "Grundriss", "requested_on": ago(10), "due_on": TODAY + timedelta(days=40)}
    evidence.add_request(hands.office, hands.application_id, asked)
    return hands
