"""A letter is filled from the case and keeps what was edited."""

from datetime import date

import pytest

from tests.casework.lettering import TODAY, Lettered, document, empty_case, full_case
from zwk_barrier import wording
from zwk_barrier.casework import records
from zwk_barrier.casework.printing import letters
from zwk_barrier.casework.printing.letter_draft import Wanted, draft
from zwk_barrier.model import Application
from zwk_barrier.model.letter_document import LetterDocument
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.store.office import OfficeStore

CODES = list(shipped_templates())


@pytest.fixture
def case(office: OfficeStore) -> Lettered:
    return full_case(office)


def said(letter: LetterDocument) -> str:
    parts = [f"{part.heading} {part.text}" for part in letter.parts]
    return "\n".join((letter.subject, letter.greeting, *parts, letter.closing))


@pytest.mark.parametrize("code", CODES)
def test_every_letter_fills_for_a_complete_case(case: Lettered, code: str) -> None:
    letter_id = case.start(code, recipient="Pflegestützpunkt\nAm Markt 5" if code == "referral" else None)
    assert case.draft_of(letter_id).missing == ()
    letter = document(case, Wanted(case.case_id, letter_id=letter_id))
    assert "{" not in said(letter)
    assert "[" not in said(letter)
    assert len(letter.recipient) >= 2


@pytest.mark.parametrize("code", CODES)
def test_every_letter_names_what_an_empty_case_does_not_say(office: OfficeStore, code: str) -> None:
    case = empty_case(office)
    missing = {one.name for one in case.draft(code).missing}
    wanted = set(shipped_templates()[code].required) - {"name"}
    assert wanted <= missing
    assert all(one.label() for one in case.draft(code).missing)
    assert "{" not in said(document(case, case.wanted(code)))


def test_a_letter_about_an_application_asks_for_one(case: Lettered) -> None:
    with case.office.reading() as session:
        letter = draft(session, Wanted(case.case_id, "reminder"), TODAY)
    assert letter.missing[0].place == "application"
    assert letter.missing[0].name == "antrag"


def test_the_application_gives_each_measure_its_own_reasons(case: Lettered) -> None:
    [measure] = document(case, case.wanted("application")).measures
    assert (measure.title, measure.room, measure.cost) == (
        "Badtür verbreitern",
        "Bad",
        "1.200–1.800\N{NO-BREAK SPACE}€",
    )
    assert measure.texts[0] == "Mit dem Rollator ist das Bad sonst nicht zu erreichen."
    assert "63\N{NO-BREAK SPACE}cm" in measure.texts[1]
    assert "Rollator" in measure.texts[1]
    assert "betrifft" in measure.texts[1]


def test_the_landlord_reads_of_the_works_and_nothing_of_health_or_cost(case: Lettered) -> None:
    letter = document(case, case.wanted("landlord_consent"))
    whole = said(letter) + repr(letter.measures)
    assert "Ausführung durch einen Fachbetrieb (Tischlerei)." in whole
    for word in ("Rollator", "Pflegegrad", "1.200", "erreichen"):
        assert word not in whole


def test_a_letter_to_a_german_office_is_german_on_an_english_screen(case: Lettered) -> None:
    wording.use_language("en")
    try:
        letter = document(case, case.wanted("application"))
    finally:
        wording.use_language("de")
    assert "betrifft" in letter.measures[0].texts[1]
    assert letter.evidence[0].state == "in diesem Dokument"


def test_a_datum_entered_later_fills_its_sentence_unless_it_was_edited(case: Lettered) -> None:
    letter_id = case.start("objection", **{"text:files": "Bitte schicken Sie mir Kopien."})
    records.keep(case.office, Application, case.application_id, notice_on=date(2026, 11, 17))
    found = case.draft_of(letter_id)
    assert found.subject.text == "Widerspruch gegen Ihren Bescheid vom 17.11.2026"
    assert found.text("files") == "Bitte schicken Sie mir Kopien."


def test_an_emptied_paragraph_is_left_out_and_nothing_goes_back_to_the_proposal(case: Lettered) -> None:
    letter_id = case.start("objection", **{"text:files": ""})
    assert "Einsicht" not in said(document(case, Wanted(case.case_id, letter_id=letter_id)))
    letters.keep(case.office, letter_id, {"text:files": None})
    assert "Einsicht" in said(document(case, Wanted(case.case_id, letter_id=letter_id)))


def test_the_texts_of_the_template_come_back_and_undo_brings_the_edited_ones(case: Lettered) -> None:
    letter_id = case.start("objection", **{"text:subject": "Mein Widerspruch"})
    letters.propose_again(case.office, letter_id)
    assert case.draft_of(letter_id).subject.text.startswith("Widerspruch gegen")
    case.office.undo()
    assert case.draft_of(letter_id).subject.text == "Mein Widerspruch"


def test_chosen_photos_are_in_the_letter_and_named_among_what_is_enclosed(case: Lettered) -> None:
    [photo] = case.draft("application").photos
    letter_id = case.start("application", photos=[photo.photo.id.hex])
    letter = document(case, Wanted(case.case_id, letter_id=letter_id))
    assert [plate.caption for plate in letter.photos] == ["Badtür"]
    assert "Ein Foto in diesem Dokument" in letter.enclosures


def test_a_reminder_speaks_of_a_period_that_is_over_and_claims_no_approval(case: Lettered) -> None:
    records.keep(case.office, Application, case.application_id, notice_on=None)
    letter = said(document(case, case.wanted("reminder")))
    assert "war die Frist für die Entscheidung am 20.11.2026 zu Ende (§ 40 Abs. 7 SGB XI)" in letter
    assert "wird derzeit geprüft" in letter


def test_a_reminder_before_the_end_asks_to_decide_in_time(case: Lettered) -> None:
    records.keep(case.office, Application, case.application_id, notice_on=None)
    letter = said(document(case, case.wanted("reminder"), date(2026, 11, 19)))
    assert "endet die Frist für die Entscheidung am 20.11.2026" in letter
    assert "als genehmigt" not in letter


def test_a_reminder_after_the_notice_is_said_not_to_fit(case: Lettered) -> None:
    assert case.draft("reminder").unfit == ("entschieden",)
    records.keep(case.office, Application, case.application_id, notice_on=None)
    assert case.draft("reminder").unfit == ()


def test_the_letters_of_a_case_are_listed_newest_first(case: Lettered) -> None:
    case.start("reminder")
    case.start("objection")
    with case.office.reading() as session:
        rows = letters.letters_of(session, case.case_id)
    assert [row.letter.template for row in rows] == ["objection", "reminder"]


def test_a_recipient_typed_in_the_letter_wins_over_the_case(case: Lettered) -> None:
    letter_id = case.start("landlord_consent", recipient="Frau Krüger\nAm Markt 2")
    assert document(case, Wanted(case.case_id, letter_id=letter_id)).recipient == (
        "Frau Krüger",
        "Am Markt 2",
    )


def test_an_unchosen_measure_is_not_in_the_letter(case: Lettered) -> None:
    letter_id = case.start("landlord_consent", measures=[])
    assert case.draft_of(letter_id).measures == ()
    assert "massnahmen" in [one.name for one in case.draft_of(letter_id).missing]


def test_what_stands_in_the_application_itself_is_neither_enclosed_nor_to_follow(case: Lettered) -> None:
    [photo] = case.draft("application").photos
    letter_id = case.start("application", photos=[photo.photo.id.hex])
    letter = document(case, Wanted(case.case_id, letter_id=letter_id))
    states = {line.title: line.state for line in letter.evidence}
    assert states["Begründung"] == states["Fotos des Ist-Zustands"] == "in diesem Dokument"
    assert states["Kostenvoranschlag"] == "wird nachgereicht"
    assert letter.enclosures == ("Ein Foto in diesem Dokument",)
