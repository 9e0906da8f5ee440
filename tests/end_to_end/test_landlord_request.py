"""Journey 9 in the whole window, by keys alone: the landlord is asked, and four weeks later Heute asks back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.casework.lettering import full_case
from tests.desktop.running import Running
from tests.end_to_end.keyboard import ALT, CTRL, Keyboard, log_in, pdf_text, set_the_clock
from zwk_barrier.desktop.day_watch import DayWatch
from zwk_barrier.desktop.widgets.lists import Row
from zwk_barrier.model import Consent, Disclosure, Dwelling, Letter, Task
from zwk_barrier.store.office import OfficeStore

MONDAY, FOUR_WEEKS_LATER = date(2026, 11, 23), date(2026, 12, 21)


@pytest.fixture
def keys(running: Running, office: OfficeStore, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """At the documents of a case with a landlord and a measure that needs consent."""
    full_case(office)
    office.close()
    set_the_clock(monkeypatch, MONDAY)
    keys = log_in(running, office.folder)
    keys.open_case("Petrova", "documents")
    return keys


def test_the_landlord_is_asked_and_the_answer_is_waited_for_on_heute(
    keys: Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys.choose("new_letter_template", "Bitte um Zustimmung")
    keys.press(Qt.Key.Key_S, ALT)
    keys.wait(lambda: keys.sees("letter_form"))
    keys.rest()
    assert keys.text("letter_missing_title") == "Nichts fehlt."
    path = tmp_path / "Vermietung.pdf"
    assert keys.save_as(path) == "Bitte-an-Vermietung_2026-0001_2026-11-23.pdf"
    check_letter(path)

    keys.use("letter_send")
    assert keys.text("letter_sending_follows") == (
        "Die Weitergabe wird festgehalten. Eine Wiedervorlage in 28 Tagen kommt auf die Liste."
    )
    keys.use("letter_sending_yes")
    check_sent(keys)

    keys.key(Qt.Key.Key_1, ALT)
    assert keys.rows("today_due") == [], "in four weeks"
    set_the_clock(monkeypatch, FOUR_WEEKS_LATER)
    for watch in keys.page.findChildren(DayWatch):
        watch.look()
    keys.rest()
    [row] = [row for row in keys.rows("today_due") if row.action == "Erledigt"]
    assert (row.badge, row.note) == ("heute", "Antwort der Vermietung auf die Bitte nach § 554 BGB")
    assert [row.lead for row in waited_for(keys)] == ["28 T"]

    enter_the_consent(keys)
    keys.key(Qt.Key.Key_1, ALT)
    assert waited_for(keys) == []


def waited_for(keys: Keyboard) -> list[Row]:
    """The answers of landlords that Heute says are expected."""
    return [row for row in keys.rows("today_answers") if row.note == "Zustimmung der Vermietung"]


def enter_the_consent(keys: Keyboard) -> None:
    """The landlord has agreed today."""
    keys.open_case("Petrova", "dwelling")
    keys.choose("dwelling_consent_state", "Ert")
    keys.fill("dwelling_consent_on", "heute")
    [dwelling] = keys.kept(Dwelling)
    assert (dwelling.consent_state, dwelling.consent_on) == ("erteilt", FOUR_WEEKS_LATER)


def check_letter(path: Path) -> None:
    """What § 554 BGB makes a landlord ask: what is built, by whom, insured how, put back how, and security."""
    words = pdf_text(path)
    for part in (
        "Wohnbau Musterhaven Am Markt 1 27999 Musterhaven",
        "Ich bitte Sie um Ihre Erlaubnis nach § 554 Abs. 1 BGB.",
        "Badtür verbreitern (Bad) Ausführung durch einen Fachbetrieb (Tischlerei).",
        "Nachweis der Betriebshaftpflichtversicherung",
        "stelle ich auf Ihren Wunsch den früheren Zustand wieder her",
        "eine angemessene besondere Sicherheit vereinbaren (§ 554 Abs. 1 Satz 3 BGB)",
        "Bitte antworten Sie mir schriftlich bis zum 21.12.2026",
    ):
        assert part in words


def check_sent(keys: Keyboard) -> None:
    """The disclosure with its consent, the task in four weeks, the state of the consent, and undo of them all."""
    [consent] = keys.kept(Consent, purpose="weitergabe_vermieter")
    [told] = keys.kept(Disclosure)
    assert (told.recipient, told.consent_id) == ("Wohnbau Musterhaven", consent.id)
    assert [task.due_on for task in keys.kept(Task)] == [FOUR_WEEKS_LATER]
    assert [dwelling.consent_state for dwelling in keys.kept(Dwelling)] == ["angefragt"]

    keys.key(Qt.Key.Key_Z, CTRL)
    assert [keys.kept(Disclosure), keys.kept(Task)] == [[], []]
    assert [letter.sent_on for letter in keys.kept(Letter)] == [None]
    keys.key(Qt.Key.Key_Y, CTRL)
    assert [letter.sent_on for letter in keys.kept(Letter)] == [MONDAY]
