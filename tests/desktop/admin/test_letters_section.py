"""The office writes its letters in its own words: checked as it writes, seen at once, and the shipped ones stay."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.desktop.typist import CTRL, Typist, one
from tests.desktop.walk import obstacles
from zwk_barrier.casework.printing.own_letters import template_of
from zwk_barrier.desktop.admin.letters_section import LettersSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.letter_templates import shipped_templates


class Wording(Typist):
    """Somebody who words the templates."""

    section: LettersSection

    def kept(self, code: str) -> LetterTemplate:
        with self._desk.store.reading() as session:
            return template_of(session, code)

    def write(self, name: str, text: str) -> None:
        self.go_to(f"letter_text_{name}")
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)
        self.tab()
        self.rest()
        self.rest()

    def seen(self) -> str:
        pages = self.section.pane._pages
        assert pages is not None
        return "\n".join(pages.text(index) for index in range(len(pages)))

    def error(self, name: str) -> str:
        found = self.page.findChild(QLabel, f"letter_text_{name}_error_text")
        return "" if found is None else found.text()


@pytest.fixture
def wording(qtbot: QtBot, desk: Desk) -> Iterator[Wording]:
    section = LettersSection(desk)
    hands = Wording(qtbot, desk, section)
    hands.section = section
    hands.show()
    hands.rest()
    section._choose("objection")
    hands.rest()
    hands.rest()
    yield hands
    section.pane.clear()
    hands.rest()
    # Now and here: collected later, by a thread that is setting the next test's letter, it would end the process.
    shiboken6.delete(section)


def test_own_words_stand_in_place_of_the_shipped_ones_and_are_seen(wording: Wording) -> None:
    wording.write("reasons_later", "Die Gründe folgen, {name}.")
    assert wording.kept("objection").is_own
    assert "Die Gründe folgen, Erika Beispiel." in wording.seen()
    assert "Die Begründung reiche ich nach" in str(shipped_templates()["objection"])


def test_a_mistake_stays_in_its_field_with_its_reason_and_nothing_is_kept(wording: Wording) -> None:
    wording.write("reasons_later", "Die Gründe folgen, {nahme}.")
    assert wording.error("reasons_later") == "Den Platzhalter „nahme“ gibt es nicht."
    field = one(wording, QPlainTextEdit, "letter_text_reasons_later")
    assert field.toPlainText() == "Die Gründe folgen, {nahme}."
    assert not wording.kept("objection").is_own
    wording.write("reasons_later", "Die Gründe folgen.")
    assert wording.error("reasons_later") == ""
    assert wording.kept("objection").is_own


def test_an_empty_subject_is_refused(wording: Wording) -> None:
    wording.go_to("letter_text_subject")
    wording.press(Qt.Key.Key_A, CTRL)
    wording.press(Qt.Key.Key_Delete)
    wording.tab()
    wording.rest()
    wording.rest()
    assert wording.error("subject") == "Der Betreff fehlt."


def test_the_shipped_text_comes_back_and_undo_brings_the_own_one(wording: Wording) -> None:
    wording.write("confirm", "Bitte kurz bestätigen.")
    wording.go_to("letters_restore")
    wording.press(Qt.Key.Key_Return)
    wording.rest()
    wording.rest()
    assert not wording.kept("objection").is_own
    assert "Bitte kurz bestätigen." not in wording.seen()
    wording._desk.undo()
    wording.rest()
    assert wording.kept("objection").is_own


def test_every_template_can_be_looked_at(wording: Wording) -> None:
    for code, template in shipped_templates().items():
        wording.section._choose(code)
        wording.rest()
        wording.rest()
        assert template.greeting.split(" ")[0] in wording.seen()
        assert "[" not in wording.seen(), code


def test_every_placeholder_is_offered_with_what_it_stands_for(wording: Wording) -> None:
    offered = one(wording, QLabel, "letters_placeholders_list").text()
    assert "{anschrift}  Anschrift der Wohnung" in offered
    assert "fiktion" not in offered


def test_nothing_stands_in_the_way_of_wording_letters(wording: Wording, theme: Theme) -> None:
    assert obstacles(wording.section, theme) == []


def test_the_sheets_about_rights_are_worded_in_the_same_place(wording: Wording, theme: Theme) -> None:
    wording.section._choose("privacy_notice")
    wording.rest()
    wording.rest()
    assert "Mustertext" in wording.seen()
    wording.write("officer", "Unsere Beauftragte ist Frau Muster, Telefon 0221 4710199.")
    assert wording.kept("privacy_notice").is_own
    assert "Unsere Beauftragte ist Frau Muster" in wording.seen()
    assert "Mustertext" not in wording.seen()
    assert obstacles(wording.page, theme) == []


@pytest.mark.parametrize("code", ["privacy_notice_easy", "consent_form"])
def test_each_sheet_is_shown_as_it_will_be_printed(wording: Wording, code: str) -> None:
    wording.section._choose(code)
    wording.rest()
    wording.rest()
    assert "Mustertext" in wording.seen()
