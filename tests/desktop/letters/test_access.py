"""The page of a letter by keyboard, for screen readers, in all palettes and text sizes."""

from PySide6.QtCore import Qt

from tests.desktop.access.walkers import settled
from tests.desktop.letters.conftest import Writer
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.model import Application, Consent


def test_nothing_stands_in_the_way_of_writing_a_letter(writer: Writer, theme: Theme) -> None:
    records.keep(writer.case.office, Application, writer.case.application_id, recipient_address=None)
    writer.open("application")
    assert obstacles(settled(writer.letter_page), theme) == []


def test_nothing_stands_in_the_way_of_sending_it(writer: Writer, theme: Theme) -> None:
    with writer.case.office.reading() as session:
        consents = load_case(session, writer.case.case_id).consents
    for one in consents:
        records.remove(writer.case.office, Consent, one.id)
    writer.open("landlord_consent")
    writer.go_to("letter_send")
    writer.press(Qt.Key.Key_Return)
    assert obstacles(settled(writer.letter_page), theme) == []


def test_nothing_stands_in_the_way_of_a_letter_that_was_sent(writer: Writer, theme: Theme) -> None:
    letter_id = writer.case.start("landlord_consent")
    writer.case.send(letter_id)
    writer.open_letter(letter_id)
    assert obstacles(settled(writer.letter_page), theme) == []
