"""The page of an application stands in nobody's way."""

from PySide6.QtCore import Qt

from tests.desktop.applications.conftest import ApplicationHands, ago
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.style.theme import Theme


def test_a_fresh_application_is_there_for_everybody(hands: ApplicationHands, theme: Theme) -> None:
    hands.open()

    assert obstacles(hands.page, theme) == []


def test_an_application_with_everything_is_there_for_everybody(late: ApplicationHands, theme: Theme) -> None:
    late.keep(notice="bewilligt_teil", notice_on=ago(3), amount_granted=200_000, amount_paid=100)
    late.keep(involvement="gutachten", involved_on=ago(20), objection_on=ago(1))
    late.open()
    late.press(Qt.Key.Key_Return)
    late.go_to("application_evidence_rows_0")
    late.press(Qt.Key.Key_Return)
    late.rest()

    assert obstacles(late.page, theme) == []
