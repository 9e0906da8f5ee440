"""The window speaks English throughout, and in either language one Alt key belongs to one thing."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import get_args
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from tests.desktop.access.walkers import clipped, settled
from tests.desktop.running import NAME, PASSWORD, Running
from zwk_barrier.casework.case import cases, contacts
from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.visit import visits
from zwk_barrier.desktop.destinations import (
    CaseTab,
    Destination,
    ToAdministration,
    ToApplication,
    ToCase,
    ToCases,
    ToContact,
    ToContacts,
    ToLetter,
    ToToday,
    ToVisit,
)
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import LANGUAGES, use_language

SECTIONS = ("office", "people", "programmes", "letters", "look", "safety", "backup", "about")


CITED = re.compile(
    r"§+[^·()]*|Kölner Phonetik|Förderprogramm der BAB|Wohnraumförderung des Landes Bremen|Satzung der Stiftung"
    r"|Bauordnung des Landes"
)
"""What keeps its German name in every language: paragraphs, and whose rules they are."""

GERMAN = re.compile(r"[äöüÄÖÜß]|\b(?:der|die|das|und|oder|nicht|ist|eine?|wird|mit|kein|Fall|Kontakt)\b")


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language in turn; German again afterwards."""
    use_language(request.param)
    yield request.param
    use_language("de")


@pytest.fixture
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("de")


@pytest.fixture
def places(office: OfficeStore) -> dict[str, Destination]:
    """Every page of an office with one case, one contact and one visit, which nobody has open."""
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    _changed, contact_id = contacts.begin_contact(office, case_id=case_id)
    _changed, visit_id = visits.plan_visit(office, case_id, date(2026, 11, 9))
    _changed, application_id = applications.start(office, case_id, "SGB11-40-1")
    received = {"received_on": date(2026, 11, 2), "notice": "bewilligt_teil", "notice_on": date(2026, 11, 9)}
    applications.keep(office, application_id, received)
    office.close()
    return all_places(case_id, contact_id, visit_id) | {
        "application": ToApplication(application_id),
        "letter": ToLetter(case_id, "landlord_consent"),
    }


def all_places(case_id: UUID, contact_id: UUID, visit_id: UUID) -> dict[str, Destination]:
    return {
        "today": ToToday(),
        "cases": ToCases(),
        "contacts": ToContacts(),
        "new contact": ToContact(),
        "contact": ToContact(contact_id),
        "visit": ToVisit(visit_id),
        **{f"case, {tab}": ToCase(case_id, tab=tab) for tab in get_args(CaseTab)},
        **{f"administration, {section}": ToAdministration(section) for section in SECTIONS},
    }


def doubled(page: QWidget) -> list[str]:
    """Alt keys that more than one visible thing of a page answers to."""
    keys = Counter(
        QKeySequence.mnemonic(text).toString()
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and (text := marked(widget))
    )
    return [key for key, count in keys.items() if key and count > 1]


def marked(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.text() if widget.buddy() is not None else ""
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def go(running: Running, place: Destination) -> None:
    assert running.program.workplace is not None
    running.program.workplace.go(place)
    running.settle()


def texts(page: QWidget) -> Iterator[str]:
    """What stands on a page, and what is said about it."""
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            yield widget.accessibleName()
            yield widget.accessibleDescription()
            yield widget.toolTip()
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget.text()
            if isinstance(widget, QLineEdit):
                yield widget.placeholderText()


@pytest.mark.usefixtures("spoken")
def test_no_alt_key_is_given_twice_on_a_page(
    running: Running, office: OfficeStore, places: dict[str, Destination]
) -> None:
    running.log_in(office.folder)
    found = {}
    for name, place in places.items():
        go(running, place)
        found[name] = doubled(running.frame)
    assert {name: keys for name, keys in found.items() if keys} == {}


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("way", ["", "recover", "restore", "new_office"])
def test_no_alt_key_is_given_twice_on_the_way_in(running: Running, office: OfficeStore, way: str) -> None:
    office.close()
    running.begin(office.folder, NAME, PASSWORD)
    if way:
        running.one(QPushButton, f"login_to_{way}").click()
        running.settle()
    assert doubled(running.frame) == []


@pytest.mark.usefixtures("english")
def test_every_page_is_english(running: Running, office: OfficeStore, places: dict[str, Destination]) -> None:
    running.log_in(office.folder)
    found = {}
    for name, place in places.items():
        go(running, place)
        found[name] = [text for text in texts(running.frame) if GERMAN.search(CITED.sub("", text))]
    assert {name: left for name, left in found.items() if left} == {}


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("scale", [100, 200])
def test_no_english_word_is_cut(
    running: Running, office: OfficeStore, places: dict[str, Destination], theme: Theme, scale: int
) -> None:
    theme.set_scale(scale)
    running.log_in(office.folder)
    found = {}
    for name, place in places.items():
        go(running, place)
        found[name] = clipped(settled(running.frame))
    assert {name: cut for name, cut in found.items() if cut} == {}


@pytest.mark.usefixtures("english")
def test_the_way_in_and_the_first_page_are_english(running: Running, office: OfficeStore) -> None:
    office.close()
    running.begin(office.folder, NAME, PASSWORD)
    assert running.title() == "Log in"
    assert running.one(QPushButton, "login_to_recover").text().replace("&", "") == "Forgot password"
    running.key(Qt.Key.Key_Return)
    running.qtbot.waitUntil(lambda: bool(running.shown(QWidget, "workplace")), timeout=60_000)
    running.settle()
    assert running.title().startswith("Today, ")
    assert running.one(QPushButton, "today_first_contact").text() == "Record the first contact"
