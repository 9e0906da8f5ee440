"""The question before an early order, answered and left with the keyboard."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.casework import paying
from tests.desktop.cases.conftest import CaseHands
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.model import Measure
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """A bathroom for which a loan was applied for that wants the approval first."""
    case_id = paying.a_case(office)
    bath = paying.a_measure(office, case_id, "Bad", 500_000)
    paying.an_application(office, case_id, "KFW-159", bath, applied_on=paying.DAY)
    return case_id


def order(hands: CaseHands) -> None:
    hands.open("measures")
    hands.go_to("measure_status")
    hands.type("Beauf")
    hands.press(Qt.Key.Key_Return)
    hands.rest()


def asked() -> QWidget | None:
    return QApplication.activeModalWidget()


def measure(hands: CaseHands) -> Measure:
    hands.rest()
    return hands.view().measures[0]


def shown_status(hands: CaseHands) -> object:
    [field] = [one for one in hands.page.findChildren(ChoiceField, "measure_status") if one.isVisible()]
    return field.value()


def test_a_reason_and_enter_order_it(hands: CaseHands) -> None:
    order(hands)
    assert asked() is not None
    assert hands.place == "early_start_reason"
    hands.type("Entlassung am Montag")
    hands.press(Qt.Key.Key_Return)

    kept = measure(hands)
    assert (kept.status, kept.early_start_reason) == ("beauftragt", "Entlassung am Montag")
    assert kept.ordered_on is not None
    assert asked() is None


def test_escape_leaves_the_status_as_it_was(hands: CaseHands) -> None:
    order(hands)
    assert asked() is not None
    hands.press(Qt.Key.Key_Escape)

    assert measure(hands).status == "beantragt"
    assert shown_status(hands) == "beantragt"
    assert asked() is None


def test_enter_without_a_reason_asks_on(hands: CaseHands) -> None:
    order(hands)
    hands.press(Qt.Key.Key_Return)

    assert asked() is not None
    assert measure(hands).status == "beantragt"
    hands.press(Qt.Key.Key_Escape)
