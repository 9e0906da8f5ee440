"""A person's rights from the tab of documents: sheets to show, and each step kept by one key."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.walk import obstacles
from zwk_barrier.casework.case import rights
from zwk_barrier.casework.printing.access_columns import SECTIONS
from zwk_barrier.desktop.cases.page import CasePage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Destination,
    ToAccessReport,
    ToConsentForm,
    ToPrivacyNotice,
)
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.model import CaseFile, Consent, Task


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, case_id: UUID) -> CaseHands:
    page = CasePage(desk)
    qtbot.addWidget(page)
    hands = CaseHands(qtbot, desk, page, case_id)
    hands.open("documents")
    hands.rest()
    return hands


def gone(desk: Desk) -> list[Destination]:
    places: list[Destination] = []
    desk.going.connect(places.append)
    return places


def choose(hands: CaseHands, name: str, value: object) -> QWidget:
    field = hands.go_to(name)
    assert isinstance(field, ChoiceField | ManyChoiceField | TextField)
    field.set_value(value)
    return field


def press(hands: CaseHands, name: str) -> None:
    hands.go_to(name)
    hands.press(Qt.Key.Key_Space)
    hands.rest()


def test_the_information_is_shown_in_easy_german_and_kept_as_handed_over(
    tab: CaseHands, desk: Desk, case_id: UUID
) -> None:
    places = gone(desk)
    choose(tab, "rights_notice", "easy")
    press(tab, "notice_show")
    press(tab, "notice_given")
    assert places == [ToPrivacyNotice(case_id, easy=True)]
    with tab.office.reading() as session:
        case = session.get_one(CaseFile, case_id)
        assert (case.privacy_given_on, case.privacy_form) == (this_day(), "leichte_sprache")


def test_a_consent_is_shown_for_its_purpose_and_kept_when_signed(
    tab: CaseHands, desk: Desk, case_id: UUID
) -> None:
    places = gone(desk)
    choose(tab, "rights_purpose", "fotos")
    press(tab, "consent_show")
    press(tab, "consent_signed")
    assert places == [ToConsentForm(case_id, "fotos")]
    with tab.office.reading() as session:
        consent = session.scalars(select(Consent).where(Consent.case_id == case_id)).one()
        assert (consent.purpose, consent.form, consent.given_on) == ("fotos", "schriftlich", this_day())


def test_a_request_becomes_a_task_that_giving_the_report_settles(tab: CaseHands, case_id: UUID) -> None:
    press(tab, "access_asked")
    with tab.office.reading() as session:
        task = session.scalars(select(Task).where(Task.case_id == case_id)).one()
        assert task.due_on == rights.access_due_on(this_day())
    press(tab, "access_given")
    with tab.office.reading() as session:
        assert session.get_one(Task, task.id).done_at is not None


def test_nothing_is_held_back_without_a_reason(tab: CaseHands, desk: Desk, case_id: UUID) -> None:
    places = gone(desk)
    choose(tab, "access_without", ("contacts",))
    press(tab, "access_show")
    assert places == []
    choose(tab, "access_reason", "Geschäftsgeheimnis")
    press(tab, "access_show")
    assert places == [ToAccessReport(case_id, ("contacts",), "Geschäftsgeheimnis")]
    assert "contacts" in SECTIONS


def test_the_tab_can_be_walked(tab: CaseHands, theme: Theme) -> None:
    assert obstacles(tab.page, theme) == []
