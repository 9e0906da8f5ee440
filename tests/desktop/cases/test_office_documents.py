"""The documents for colleagues, those who lead and craftsmen are chosen in the case and shown in the preview."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import one
from zwk_barrier.casework import records
from zwk_barrier.desktop.cases.case_report_choice import CaseReportChoice, read_choice, write_choice
from zwk_barrier.desktop.cases.page import CasePage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCaseReport, ToCraftPlan, ToHandover
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.model import Staff
from zwk_barrier.model.case_report import SECTIONS, ReportChoice
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def preferences(tmp_path: object) -> Preferences:
    return Preferences(QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat))


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, full_case: UUID, preferences: Preferences) -> Callable[[], CaseHands]:
    """Opens the tab of a case with measures and photos."""

    def open_tab() -> CaseHands:
        page = CasePage(desk, preferences=preferences)
        qtbot.addWidget(page)
        hands = CaseHands(qtbot, desk, page, full_case)
        hands.open("documents")
        hands.rest()
        return hands

    return open_tab


def press(hands: CaseHands, name: str) -> None:
    hands.go_to(name)
    hands.press(Qt.Key.Key_Space)
    hands.rest()


def test_one_key_leads_to_the_sheet_for_a_colleague(
    opened: Callable[[], CaseHands], full_case: UUID, went: list[Destination]
) -> None:
    press(opened(), "handover_show")
    assert went == [ToHandover(full_case)]


def test_what_was_chosen_for_a_report_goes_along_and_is_remembered(
    opened: Callable[[], CaseHands], full_case: UUID, went: list[Destination], preferences: Preferences
) -> None:
    hands = opened()
    one(hands, ManyChoiceField, "case_report_sections").set_value(("measures", "person"))
    press(hands, "case_report_is_redacted")
    press(hands, "case_report_show")
    assert went == [ToCaseReport(full_case, ("person", "measures"), is_redacted=True)]
    assert read_choice(preferences.case_report) == ReportChoice(("person", "measures"), is_redacted=True)


def test_photos_are_no_choice_where_nobody_may_be_seen(opened: Callable[[], CaseHands]) -> None:
    hands = opened()
    assert one(hands, CheckField, "case_report_with_photos").isEnabled()
    press(hands, "case_report_is_redacted")
    assert not one(hands, CheckField, "case_report_with_photos").isEnabled()
    assert one(hands, CheckField, "case_report_with_texts").isEnabled()


def test_a_report_is_not_offered_to_whom_it_is_not_for(
    opened: Callable[[], CaseHands], office: OfficeStore
) -> None:
    records.keep(office, Staff, office.staff_id, role="verwaltung")
    hands = opened()
    assert one(hands, CaseReportChoice, "case_report_choice").isHidden()
    assert not one(hands, QWidget, "case_report_refused").isHidden()


def test_photos_go_to_a_craftsman_only_after_somebody_has_looked_at_them(
    opened: Callable[[], CaseHands], full_case: UUID, went: list[Destination]
) -> None:
    hands = opened()
    field = one(hands, ManyChoiceField, "craft_plan_photos")
    field.set_items([("0" * 32, "Bad")])
    field.set_value(("0" * 32,))
    field.kept.emit(field.value())
    one(hands, Button, "craft_plan_show").click()
    assert went == []
    one(hands, CheckField, "craft_plan_nobody").click()
    one(hands, Button, "craft_plan_show").click()
    assert went == [ToCraftPlan(full_case, None, (UUID("0" * 32),))]


@pytest.mark.parametrize("kept", ["", "nonsense,,", "person", write_choice(ReportChoice(with_texts=True))])
def test_a_choice_that_is_remembered_badly_is_the_least(kept: str) -> None:
    choice = read_choice(kept)
    assert choice.sections
    assert set(choice.sections) <= set(SECTIONS)
    assert not choice.with_diagnoses
    assert read_choice(write_choice(choice)) == choice
