"""Every page in a real X session, as a screen reader gets it: nothing that takes the keyboard is without a name."""

import sys
from collections.abc import Callable

import pytest

from tests.access_client.accessible import Accessible
from tests.access_client.bus import wait_for
from tests.access_client.roles import Role, State
from tests.access_client.screen import Screen
from tests.access_client.session import XSession
from tests.desktop.access.conftest import PASSWORD

pytestmark = [pytest.mark.x11, pytest.mark.slow]

DEFECT = """
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
application = QApplication([])
window, field = QMainWindow(), QLineEdit()
field.setObjectName("nobody_knows")
window.setCentralWidget(field)
window.show()
application.exec()
"""
PLACES = ("Heute", "Fälle", "Kontakte", "Netzwerk", "Statistik", "Verwaltung")
HEADINGS = {"Statistik": "Bericht"}  # elsewhere a page is called as its entry of the rail


@pytest.mark.parametrize("office_folder", [6], indirect=True, ids=["six demonstration cases"])
def test_whatever_takes_the_keyboard_has_a_name_on_every_page(open_program: Callable[[], Screen]) -> None:
    screen = open_program()
    nameless = {"Anmelden": unnamed(screen)}
    screen.write("Passwort", PASSWORD)
    screen.press("Anmelden")
    for place in PLACES:
        screen.find(Role.CHECK_BOX, place).do("Press")
        screen.find(Role.HEADING, f"{HEADINGS.get(place, place)}…")
        nameless[place] = unnamed(screen)
        if place in ("Statistik", "Verwaltung"):
            nameless |= on_each_tab(screen, place)
    open_first_case(screen)
    nameless |= on_each_tab(screen, "Fall")
    screen.press("Hausbesuch")
    screen.find(Role.PUSH_BUTTON, "Anlegen")
    nameless["Hausbesuch vorbereiten"] = unnamed(screen)
    screen.press("Anlegen")
    for station in ("Angaben zum Besuch", "Bad, …", "Passung", "Maßnahmen"):
        screen.find(Role.RADIO_BUTTON, station).do("Toggle")
        nameless[station] = unnamed(screen)

    assert {page: things for page, things in nameless.items() if things} == {}
    assert len(nameless) > 16, f"only these pages were seen: {', '.join(nameless)}"


def test_a_field_without_a_name_is_reported(x_session: XSession) -> None:
    child = x_session.start(sys.executable, "-c", DEFECT, name="defect")
    screen = Screen(x_session.application(child), x_session.keyboard)

    assert unnamed(screen) == ["text '' [nobody_knows]"]


def unnamed(screen: Screen) -> list[str]:
    """What takes the keyboard and has no name, as lines for a report."""

    def stops() -> list[Accessible]:
        return [thing for thing in screen.settled() if State.FOCUSABLE in thing.states]

    return [thing.told() for thing in wait_for(stops, "what takes the keyboard") if not thing.name.strip()]


def on_each_tab(screen: Screen, page: str) -> dict[str, list[str]]:
    found = {}
    for tab in [thing for thing in screen.settled() if thing.role == Role.PAGE_TAB]:
        tab.do("Press")
        wait_for(lambda tab=tab: State.SELECTED in tab.states, f"the tab {tab.name}")  # type: ignore[misc]
        found[f"{page}: {tab.name}"] = unnamed(screen)
    return found


def open_first_case(screen: Screen) -> None:
    screen.find(Role.CHECK_BOX, "Fälle").do("Press")
    screen.tab_to(screen.find(Role.TABLE, "Fälle"))
    screen.keyboard.press("Home", "Return")
    screen.find(Role.PAGE_TAB, "Übersicht")
