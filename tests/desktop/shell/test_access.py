"""The whole window, walked as people with different needs do: the way in, Heute, the administration."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.desktop.access import walkers
from tests.desktop.running import NAME, Running
from zwk_barrier.casework.case import cases, contacts, tasks
from zwk_barrier.casework.visit import visits
from zwk_barrier.desktop.destinations import ToAdministration, ToToday
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.store.office import OfficeStore

PALETTES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)
SIZES = ((1280, 800), (1024, 640))

Open = Callable[[Running, Path], None]


def first_start(running: Running, _office: Path) -> None:
    running.begin()
    running.enter("new_password", "zu kurz")
    running.one(QPushButton, "new_office_step").click()


def login(running: Running, office: Path) -> None:
    running.begin(office, NAME)


def refused_login(running: Running, office: Path) -> None:
    running.begin(office / "anderswo", NAME)


def recover(running: Running, office: Path) -> None:
    running.begin(office, NAME)
    running.one(QPushButton, "login_to_recover").click()


def restore(running: Running, office: Path) -> None:
    running.begin(office, NAME)
    running.one(QPushButton, "login_to_restore").click()


def recovery_key(running: Running, office: Path) -> None:
    running.make_office(office.with_name("neu"))


def today(running: Running, office: Path) -> None:
    running.log_in(office)


def administration(section: str) -> Open:
    def show(running: Running, office: Path) -> None:
        running.log_in(office)
        assert running.program.workplace is not None
        running.program.workplace.go(ToToday())
        running.program.workplace.go(ToAdministration(section))

    show.__name__ = f"administration_{section}"
    return show


SECTIONS = ("office", "people", "look", "safety", "backup", "about")
PAGES = (
    first_start,
    recovery_key,
    login,
    refused_login,
    recover,
    restore,
    today,
    *(administration(section) for section in SECTIONS),
)


@pytest.fixture
def busy_office(office: OfficeStore) -> Path:
    """Something in every part of Heute."""
    day = date.today()  # noqa: DTZ011 - the day the page shows
    _changed, case_id = cases.open_case(office, given_name="Hildegard", family_name="Brandt-Oestmann")
    for days in (-12, 0, 1, 5):
        title = "Vermieter wegen der Rampe anrufen und nach der Zustimmung fragen (§ 554 BGB)"
        tasks.add_task(office, case_id, title, day + timedelta(days=days))
    visits.plan_visit(office, case_id, day + timedelta(days=3))
    _changed, contact_id = contacts.begin_contact(
        office,
        caller_family_name="Yılmaz",
        note="Fragt für die Mutter nach Haltegriffen und einem Duschhocker.",
    )
    contacts.set_next_step(office, contact_id, "Zurückrufen", day)
    office.close()
    return office.folder


@pytest.fixture(params=PAGES, ids=lambda page: page.__name__)
def page(request: pytest.FixtureRequest, running: Running, busy_office: Path) -> QWidget:
    """The window at one of its pages, at 1280 × 800."""
    open_page: Open = request.param
    open_page(running, busy_office)
    running.frame.resize(*SIZES[0])
    running.settle()
    return walkers.settled(running.frame)


def test_every_page_is_named_reached_and_large_enough(page: QWidget) -> None:
    assert walkers.unnamed(page) == []
    assert walkers.keyboard_gaps(page) == []
    assert walkers.small_targets(page) == []


def test_every_page_stands_out_in_every_palette(page: QWidget, theme: Theme) -> None:
    found = []
    for choice in PALETTES:
        theme.choose(choice)
        walkers.settled(page)
        found += [f"{choice.value}: {each}" for each in walkers.faint(page) + walkers.faint_edges(page)]
        found += [f"{choice.value}: {each}" for each in walkers.hidden_focus(page)]
    assert found == []


def test_no_word_of_any_page_is_cut(page: QWidget, theme: Theme) -> None:
    found = []
    for width, height in SIZES:
        page.resize(width, height)
        for scale in (100, 150, 200):
            theme.set_scale(scale)
            walkers.settled(page)
            found += [f"{width} × {height} at {scale} %: {each}" for each in walkers.clipped(page)]
            found += [f"{width} × {height} at {scale} %: {each}" for each in sideways(page)]
    assert found == []


def sideways(page: QWidget) -> list[str]:
    """Forms that would have to be scrolled sideways."""
    return [
        f"{area.objectName()} scrolls sideways by {area.horizontalScrollBar().maximum()} px"
        for area in page.findChildren(ScrollPage)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
