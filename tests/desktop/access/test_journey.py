"""From the phone call to the visit report, driven in a real X session over AT-SPI and the keyboard alone."""

from collections.abc import Callable

import pytest

from tests.access_client.bus import wait_for
from tests.access_client.roles import Role
from tests.access_client.screen import Screen
from tests.desktop.access.conftest import PASSWORD

pytestmark = [pytest.mark.x11, pytest.mark.slow]

CONCERN = "Kommt nach einem Sturz nicht mehr allein in die Wanne."
SUMMARY = "Die Wanne ist die größte Hürde."


def test_a_phone_call_becomes_a_visit_report(open_program: Callable[[], Screen]) -> None:
    screen = open_program()
    log_in(screen)
    take_the_call(screen)
    make_it_a_case(screen)
    plan_the_visit(screen)
    measure_the_bathroom_door(screen)
    report = read_the_report(screen)

    for words in ("Elfriede Özdemir", "23. November 2026", SUMMARY, "63 cm", "80 cm", "Marie Albers"):
        assert words in report, f"{words!r} is missing in:\n{report}"


def log_in(screen: Screen) -> None:
    screen.write("Passwort", PASSWORD)
    screen.press("Anmelden")
    screen.find(Role.HEADING, "Heute…")


def take_the_call(screen: Screen) -> None:
    screen.keyboard.press("Ctrl+N")
    screen.find(Role.HEADING, "Neuer Kontakt")
    screen.choose("Kanal", "E-Mail")
    screen.write("Notiz", CONCERN)
    screen.write("Vorname", "Elfriede")
    screen.write("Nachname", "Özdemir")
    screen.write("Telefon", "030 23125001")


def make_it_a_case(screen: Screen) -> None:
    screen.press("Fall anlegen")
    screen.find(Role.HEADING, "Elfriede Özdemir")
    assert screen.field("Telefon").text == "030 23125001", "nothing is typed twice"
    screen.write("Breite des Hilfsmittels", "67")


def plan_the_visit(screen: Screen) -> None:
    screen.press("Hausbesuch")
    screen.press("Anlegen")
    screen.find(Role.HEADING, "Angaben zum Besuch")
    screen.write("Datum", "23.11.2026")
    screen.write("Zusammenfassung", SUMMARY)


def measure_the_bathroom_door(screen: Screen) -> None:
    screen.find(Role.RADIO_BUTTON, "Bad, …").do("Toggle")
    screen.find(Role.HEADING, "Bad")
    width = screen.write("Innentür: Lichte Breite der Tür", "63")
    screen.keyboard.press("Return")
    screen.find(Role.LABEL, "nicht erreicht")
    screen.find(Role.LABEL, "17 cm zu wenig")
    wait_for(lambda: screen.where() != width, "the next question")


def read_the_report(screen: Screen) -> str:
    screen.press("Bericht")
    text = screen.field("Text des Dokuments")
    return str(wait_for(lambda: text.text, "the text of the report")).replace("\xa0", " ")
