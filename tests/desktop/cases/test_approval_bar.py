"""The plan of a case is presented, approved or given back from its measures."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import ALT
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case.tasks import open_tasks
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.plan.plan_approval import plan_state, present
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.model import Measure, Office, PlanApproval, Staff
from zwk_barrier.store.office import OfficeStore


def want_approval(office: OfficeStore) -> None:
    with office.reading() as session:
        office_id = session.query(Office).one().id
    records.keep(office, Office, office_id, wants_plan_approval=True)


@pytest.fixture
def measure_id(office: OfficeStore, case_id: UUID) -> UUID:
    """One measure, in an office that wants four eyes."""
    want_approval(office)
    return measures.recommend(office, case_id, title="Haltegriff", priority="A")[1]


@pytest.fixture
def presented(office: OfficeStore, case_id: UUID, measure_id: UUID) -> UUID:
    """The plan as a colleague has presented it."""
    jonas = records.add(office, Staff, name="Jonas Ehlers", role="beratung")[1]
    present(office, case_id)
    with office.reading() as session:
        plan_id = session.query(PlanApproval).one().id
    records.keep(office, PlanApproval, plan_id, presented_by_id=jonas)
    return measure_id


def state(hands: CaseHands) -> str:
    with hands.office.reading() as session:
        return plan_state(session, hands.case_id).state


def words(hands: CaseHands, name: str) -> str:
    label = hands.page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def shows(hands: CaseHands, name: str) -> bool:
    part = hands.page.findChild(QWidget, name)
    return part is not None and part.isVisible()


def test_nothing_is_seen_where_the_office_wants_no_second_person(hands: CaseHands) -> None:
    measures.recommend(hands.office, hands.case_id, title="Haltegriff")
    hands.open("measures")

    assert not shows(hands, "plan_approval")


@pytest.mark.usefixtures("measure_id")
def test_a_plan_is_presented_by_one_key(hands: CaseHands, said: list[tuple[str, bool]]) -> None:
    hands.open("measures")
    assert words(hands, "plan_state") == "Der Maßnahmenplan ist noch nicht freigegeben."

    hands.press(Qt.Key.Key_V, ALT)
    hands.rest()

    assert (state(hands), said) == ("presented", [("Der Plan ist vorgelegt.", True)])
    assert "kann ihn nicht selbst freigeben" in words(hands, "plan_note")
    assert [shows(hands, f"plan_{name}") for name in ("present", "approve", "return")] == [False] * 3


@pytest.mark.usefixtures("presented")
def test_a_colleague_approves_it(hands: CaseHands) -> None:
    hands.open("measures")

    hands.press(Qt.Key.Key_F, ALT)
    hands.rest()

    assert state(hands) == "approved"
    assert words(hands, "plan_state") == "Der Maßnahmenplan ist freigegeben."
    assert words(hands, "plan_note").startswith("Entschieden von Marie Albers am")


@pytest.mark.usefixtures("presented")
def test_a_colleague_gives_it_back_with_a_comment_and_not_without(hands: CaseHands) -> None:
    hands.open("measures")
    hands.press(Qt.Key.Key_Z, ALT)
    give_back = hands.page.findChild(QPushButton, "plan_returning_do")
    assert give_back is not None

    give_back.click()
    hands.rest()
    assert state(hands) == "presented"

    hands.type("Die Schwelle fehlt")
    give_back.click()
    hands.rest()

    assert state(hands) == "returned"
    assert "„Die Schwelle fehlt“" in words(hands, "plan_note")
    with hands.office.reading() as session:
        assert [one.title for one in open_tasks(session)] == [
            "Maßnahmenplan überarbeiten: Die Schwelle fehlt"
        ]


def test_a_change_of_the_plan_shows_at_once(hands: CaseHands, presented: UUID) -> None:
    hands.open("measures")
    hands.press(Qt.Key.Key_F, ALT)
    hands.rest()

    records_changed = records.keep(hands.office, Measure, presented, title="Duschsitz")
    hands.case_page._desk.changed.emit(records_changed)
    hands.rest()

    assert words(hands, "plan_state") == "Der Maßnahmenplan wurde nach der Freigabe geändert."
    assert shows(hands, "plan_present")


@pytest.mark.usefixtures("presented")
def test_the_bar_is_there_for_everybody(hands: CaseHands, theme: Theme) -> None:
    hands.open("measures")

    assert obstacles(hands.page, theme) == []
