"""A case with some history, and its page under somebody's hands."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.typist import Typist
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, contacts, tasks
from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.desktop.cases.page import CasePage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import CaseTab, ToCase
from zwk_barrier.model import Building, Consent, Dwelling, Person, RelatedPerson
from zwk_barrier.store.office import OfficeStore


class CaseHands(Typist):
    """Somebody at the page of one case."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: CasePage, case_id: UUID) -> None:
        super().__init__(qtbot, desk, page)
        self.case_page = page
        self.case_id = case_id
        self.office = desk.store

    def open(self, tab: CaseTab = "overview") -> None:
        """Goes to a tab of the case."""
        self.case_page.show_destination(ToCase(self.case_id, tab))
        self.show()

    def view(self) -> CaseView:
        """The case as it stands in the office."""
        with self.office.reading() as session:
            return cases.load_case(session, self.case_id)


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """Olga Petrova's case as it begins: a name."""
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    return case_id


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, case_id: UUID) -> CaseHands:
    """Somebody at the page of Olga Petrova's case."""
    page = CasePage(desk)
    qtbot.addWidget(page)
    return CaseHands(qtbot, desk, page, case_id)


@pytest.fixture
def full_case(office: OfficeStore, case_id: UUID) -> UUID:
    """The same case after some weeks: everything there is has something in it."""
    today = date.today()  # noqa: DTZ011
    with office.reading() as session:
        view = cases.load_case(session, case_id)
    records.keep(
        office,
        Person,
        view.person.id,
        born_on=date(1945, 5, 3),
        care_grade="3",
        aids=["rollator"],
        language="ru",
    )
    records.keep(office, Building, view.building.id, street="Goethestraße", house_number="41", has_lift=False)
    records.keep(office, Dwelling, view.dwelling.id, floor=2)
    contacts.begin_contact(office, case_id=case_id, channel="tel", note="Tochter: Handwerker kann im Januar")
    tasks.add_task(office, case_id, "Kasse anrufen", today + timedelta(days=3))
    records.add(office, RelatedPerson, case_id=case_id, name="Anna Petrova", relation="kind")
    records.add(office, Consent, case_id=case_id, purpose="fotos", given_on=today)
    _changed, visit_id = visits.plan_visit(office, case_id, today - timedelta(days=4))
    findings.add_finding(office, visit_id, "Wanneneinstieg 58 cm", hazard="3")
    measures.recommend(
        office,
        case_id,
        visit_id=visit_id,
        title="Haltegriffe",
        priority="B",
        cost_low=8_000,
        cost_high=35_000,
    )
    measures.recommend(office, case_id, title="Dusche", priority="A", cost_low=500_000, cost_high=1_200_000)
    return case_id
