"""Before something with a plan is printed or sent, the page says that nobody has approved it yet."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_case
from tests.desktop.typist import Typist
from zwk_barrier.casework import records
from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.plan.plan_approval import approve, present
from zwk_barrier.desktop.applications.page import ApplicationPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToApplication, ToVisitReport, ToVisitSheet
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.model import Application, Office, PlanApproval, Staff, Visit
from zwk_barrier.store.office import OfficeStore

TODAY = date.today()  # noqa: DTZ011
NOT_YET = "Der Maßnahmenplan ist noch nicht freigegeben."


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """A case with a measure, in an office that wants four eyes."""
    with office.reading() as session:
        office_id = session.query(Office).one().id
    records.keep(office, Office, office_id, wants_plan_approval=True)
    case_id = a_case(office, "2026-0001", TODAY, family_name="Petrova")
    measures.recommend(office, case_id, title="Haltegriff")
    return case_id


@pytest.fixture
def visit_id(office: OfficeStore, case_id: UUID) -> UUID:
    return records.add(office, Visit, case_id=case_id, visited_on=TODAY)[1]


def approved(office: OfficeStore, case_id: UUID) -> None:
    """The plan presented by a colleague, and approved."""
    present(office, case_id)
    with office.reading() as session:
        plan_id = session.query(PlanApproval).one().id
    colleague = records.add(office, Staff, name="Jonas Ehlers", role="beratung")[1]
    records.keep(office, PlanApproval, plan_id, presented_by_id=colleague)
    approve(office, case_id, TODAY)


def warned(page: QWidget, name: str) -> list[str]:
    """What the page warns of."""
    part = page.findChild(QWidget, name)
    assert part is not None
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_preview_of_a_report_says_so_and_that_of_a_sheet_does_not(
    qtbot: QtBot, desk: Desk, visit_id: UUID
) -> None:
    page = PreviewPage(desk)
    qtbot.addWidget(page)
    hands = Typist(qtbot, desk, page)
    page.show_destination(ToVisitReport(visit_id))
    hands.show()
    assert warned(page, "preview_plan_warning") == [NOT_YET]

    page.show_destination(ToVisitSheet(visit_id))
    hands.rest()
    assert warned(page, "preview_plan_warning") == []
    page.leave()


def test_an_application_says_so_until_the_plan_is_approved_or_it_is_sent(
    qtbot: QtBot, desk: Desk, office: OfficeStore, case_id: UUID
) -> None:
    application_id = applications.start(office, case_id, "SGB11-40-4")[1]
    page = ApplicationPage(desk)
    qtbot.addWidget(page)
    hands = Typist(qtbot, desk, page)
    page.show_destination(ToApplication(application_id))
    hands.show()
    assert warned(page, "application_plan_warning") == [NOT_YET]

    desk.do(lambda store: records.keep(store, Application, application_id, applied_on=TODAY))
    hands.rest()
    assert warned(page, "application_plan_warning") == []

    desk.do(lambda store: records.keep(store, Application, application_id, applied_on=None))
    hands.rest()
    approved(office, case_id)
    page.show_destination(ToApplication(application_id))
    hands.rest()
    assert warned(page, "application_plan_warning") == []
