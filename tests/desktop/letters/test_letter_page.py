"""A letter is written with the keyboard alone, seen as it will be printed, and sent with all that follows."""

import hashlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.desktop.letters.conftest import Writer
from tests.desktop.typist import ALT, CTRL, one
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.case.disclosures import disclosures_of
from zwk_barrier.desktop.destinations import Destination, ToApplication, ToCase
from zwk_barrier.desktop.letters.sent import SentCard
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.model import Application, Consent, Dwelling, Letter


def test_a_letter_to_the_landlord_from_the_template_to_the_disclosure_by_keys(writer: Writer) -> None:
    writer.open("landlord_consent")
    assert writer.place == "letter_recipient"
    assert "Bitte um Ihre Zustimmung" in writer.printed_text()
    writer.go_to("letter_subject")
    writer.press(Qt.Key.Key_A, CTRL)
    writer.type("Badtür in der Goethestraße 41")
    writer.tab()
    writer.rest()
    assert "Badtür in der Goethestraße 41" in writer.printed_text()
    [letter] = writer.letters()
    writer.go_to("letter_send")
    writer.press(Qt.Key.Key_Return)
    assert writer.place == "letter_sent_on"
    writer.go_to("letter_sending_yes")
    writer.press(Qt.Key.Key_Return)
    writer.rest()
    writer.rest()
    [letter] = writer.letters()
    assert letter.sent_on is not None
    with writer.case.office.reading() as session:
        [disclosure] = disclosures_of(session, writer.case.case_id)
    assert (disclosure.recipient, disclosure.letter_id) == ("Wohnbau Musterhaven", letter.id)
    assert one(writer, SentCard).isVisible()


def test_looking_at_a_letter_files_nothing(writer: Writer) -> None:
    writer.open("reminder")
    writer.letter_page.leave()
    writer.rest()
    assert writer.letters() == []


def test_two_fields_left_in_a_row_are_one_letter(writer: Writer) -> None:
    writer.open("objection")
    for name, text in (("letter_subject", "Widerspruch"), ("letter_greeting", "Moin,")):
        writer.go_to(name)
        writer.press(Qt.Key.Key_A, CTRL)
        writer.type(text)
    writer.tab()
    writer.rest()
    assert len(writer.letters()) == 1
    assert "Moin," in writer.printed_text()


def test_what_is_being_typed_stays_when_the_case_changes(writer: Writer) -> None:
    writer.open("objection")
    field = writer.go_to("letter_files")
    assert isinstance(field, QPlainTextEdit)
    writer.press(Qt.Key.Key_A, CTRL)
    writer.type("Mitten im ")
    records.keep(writer.case.office, Application, writer.case.application_id, reference="WU-1")
    writer.letter_page._read()
    writer.rest()
    writer.type("Satz.")
    assert field.toPlainText() == "Mitten im Satz."
    assert writer.place == "letter_files"


def test_what_is_missing_is_named_on_top_and_leads_to_where_it_is_entered(
    writer: Writer, went: list[Destination]
) -> None:
    with writer.case.office.reading() as session:
        dwelling = load_case(session, writer.case.case_id).dwelling
    records.keep(writer.case.office, Dwelling, dwelling.id, landlord_name=None, landlord_address=None)
    writer.open("landlord_consent")
    button = writer.go_to("letter_missing_vermietung")
    assert isinstance(button, Button)
    assert button.text() == "Name der Vermietung"
    writer.press(Qt.Key.Key_Return)
    assert went == [ToCase(writer.case.case_id, "dwelling")]


def test_what_the_application_lacks_leads_to_the_application(writer: Writer, went: list[Destination]) -> None:
    records.keep(writer.case.office, Application, writer.case.application_id, recipient_address=None)
    writer.open("application")
    writer.go_to("letter_missing_recipient")
    writer.press(Qt.Key.Key_Return)
    assert went == [ToApplication(writer.case.application_id)]


def test_a_recipient_only_the_letter_knows_is_asked_for_here(writer: Writer) -> None:
    writer.open("referral")
    writer.go_to("letter_missing_recipient")
    writer.press(Qt.Key.Key_Return)
    assert writer.place == "letter_recipient"
    writer.type("Pflegestützpunkt")
    writer.press(Qt.Key.Key_Return)
    writer.type("Am Markt 5")
    writer.tab()
    writer.rest()
    assert writer.letters()[0].recipient == "Pflegestützpunkt\nAm Markt 5"
    assert one(writer, QLabel, "letter_missing_title").text() == "Nichts fehlt."


def test_a_letter_without_consent_asks_for_another_basis_and_says_why(writer: Writer) -> None:
    with writer.case.office.reading() as session:
        consents = load_case(session, writer.case.case_id).consents
    found = next(one for one in consents if one.purpose == "weitergabe_vermieter")
    records.remove(writer.case.office, Consent, found.id)
    writer.open("landlord_consent")
    writer.go_to("letter_send")
    writer.press(Qt.Key.Key_Return)
    assert one(writer, ChoiceField, "letter_basis").isVisible()
    writer.go_to("letter_sending_yes")
    writer.press(Qt.Key.Key_Return)
    writer.rest()
    writer.rest()
    assert "Es fehlt die Einwilligung" in one(writer, QLabel, "letter_basis_error_text").text()
    assert writer.place == "letter_basis"
    assert [one.sent_on for one in writer.letters()] == [None]
    one(writer, ChoiceField, "letter_basis").set_value("auftrag")
    writer.go_to("letter_norm")
    writer.type("heute von Frau Petrova")
    writer.go_to("letter_sending_yes")
    writer.press(Qt.Key.Key_Return)
    writer.rest()
    writer.rest()
    assert writer.letters()[0].sent_on is not None


def test_before_printing_what_is_missing_is_said_and_printing_is_still_possible(writer: Writer) -> None:
    records.keep(writer.case.office, Application, writer.case.application_id, recipient_address=None)
    writer.open("application")
    used: list[str] = []
    writer.letter_page._use(lambda: used.append("saved"))
    question = QApplication.activeModalWidget()
    assert question is not None
    said = one(writer, QLabel, "letter_incomplete_text").text()
    assert "Es fehlt: Anschrift der Stelle" in said
    writer.tab()
    writer.press(Qt.Key.Key_Return)
    assert used == ["saved"]


def test_the_application_is_saved_under_its_name_with_its_fingerprint(writer: Writer, tmp_path: Path) -> None:
    writer.open("application")
    number = writer.case.draft("application").view.case.number
    assert writer.letter_page.pane._file_name == f"Antrag_{number}.pdf"
    path = tmp_path / "Antrag.pdf"
    writer.letter_page.pane.save_to(str(path))
    writer.rest()
    writer.rest()
    [letter] = writer.letters()
    assert letter.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_photos_are_chosen_by_keys_and_come_into_the_letter(writer: Writer) -> None:
    writer.open("application")
    writer.go_to("letter_photos")
    writer.press(Qt.Key.Key_Down)
    writer.press(Qt.Key.Key_Space)
    writer.press(Qt.Key.Key_Return)
    writer.rest()
    assert len(writer.letters()[0].photos or ()) == 1
    assert "Foto 1" in writer.printed_text()


def test_the_reasons_of_a_measure_are_edited_one_by_one(writer: Writer) -> None:
    writer.open("application")
    writer.go_to(f"letter_measure_{writer.case.measure_id.hex}")
    writer.press(Qt.Key.Key_A, CTRL)
    writer.type("Nur dieser Grund.")
    writer.tab()
    writer.rest()
    assert "Nur dieser Grund." in writer.printed_text()
    assert "zu erreichen" not in writer.printed_text()


def test_undo_brings_the_text_before_back(writer: Writer) -> None:
    letter_id = writer.case.start("objection", **{"text:subject": "Eins"})
    writer.open_letter(letter_id)
    writer.go_to("letter_subject")
    writer.press(Qt.Key.Key_A, CTRL)
    writer.type("Zwei")
    writer.tab()
    writer.rest()
    writer.letter_page._desk.undo()
    writer.rest()
    assert "Eins" in writer.printed_text()
    assert one(writer, QLineEdit, "letter_subject").text() == "Eins"


def test_alt_keys_lead_to_the_fields(writer: Writer) -> None:
    writer.open("objection")
    writer.press(Qt.Key.Key_B, ALT)
    assert writer.place == "letter_subject"


def test_a_letter_taken_away_comes_back_with_undo(writer: Writer, said: list[tuple[str, bool]]) -> None:
    writer.open_letter(writer.case.start("objection"))
    writer.go_to("letter_remove")
    writer.press(Qt.Key.Key_Return)
    writer.rest()
    assert writer.letters() == []
    assert said[-1] == ("Schreiben entfernt.", True)
    writer.case.office.undo()
    assert len(writer.letters()) == 1


def test_a_letter_that_was_sent_has_no_fields_and_stays(writer: Writer) -> None:
    letter_id = writer.case.start("landlord_consent")
    writer.case.send(letter_id)
    writer.open_letter(letter_id)
    assert writer.letter_page.findChild(QWidget, "letter_form") is None
    assert "Wohnbau Musterhaven" in one(writer, QLabel, "letter_sent_whom").text()
    assert "Goethestraße" in writer.printed_text()
    with writer.case.office.reading() as session:
        assert session.get_one(Letter, letter_id).sending == "post"


def test_what_is_typed_goes_to_the_letter_it_was_typed_for_whatever_is_opened_next(writer: Writer) -> None:
    writer.open("objection")
    writer.go_to("letter_subject")
    writer.press(Qt.Key.Key_A, CTRL)
    writer.type("Gegen den Bescheid")
    writer.open("reminder")
    writer.rest()
    writer.rest()
    assert [(one.template, one.content) for one in writer.letters()] == [
        ("objection", {"text:subject": "Gegen den Bescheid"})
    ]
    assert writer.letter_page._deeds.letter_id is None  # the reminder is not filed yet


def test_a_print_is_noted_with_the_letter_that_was_printed(writer: Writer, tmp_path: Path) -> None:
    writer.open("objection")
    writer.letter_page.pane.save_to(str(tmp_path / "Widerspruch.pdf"))
    writer.open("reminder")
    writer.rest()
    writer.rest()
    assert [(one.template, one.printed_at is None) for one in writer.letters()] == [("objection", False)]
