"""A person is informed, consents on paper and asks what is kept: each is one key, and can be taken back."""

from datetime import date

import pytest

from tests.casework.lettering import TODAY, empty_case
from zwk_barrier.casework.case import rights
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.printing import own_letters
from zwk_barrier.casework.printing.rights_sheets import gather_consent, gather_notice
from zwk_barrier.casework.records import keep
from zwk_barrier.model import CaseFile, Consent, Person, Task
from zwk_barrier.model.rights_sheet import RightsSheet
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.letter_template import placeholders_in
from zwk_barrier.reference.rights_texts import CONSENT, EASY_NOTICE, NOTICE, rights_texts
from zwk_barrier.store.office import OfficeStore

# What Art. 13 (1) and (2) DSGVO ask for, and a word of it the sheet cannot do without.
ASKED = {
    "1a controller": "Verantwortlich",
    "1b data protection officer": "Datenschutzbeauftragte",
    "1c purposes and legal basis": "Art. 6 Abs. 1",
    "1e recipients": "Pflegekasse",
    "1f third countries": "außerhalb der Europäischen Union",
    "2a retention": "6 Jahre",
    "2b access": "Art. 15",
    "2b rectification": "Art. 16",
    "2b erasure and restriction": "Art. 17 und 18",
    "2b objection": "Art. 21",
    "2b portability": "Art. 20",
    "2c revocation": "jederzeit widerrufen",
    "2d supervisory authority": "Landesbeauftragte für Datenschutz und Informationsfreiheit",
    "2e whether it must be given": "Niemand ist verpflichtet",
    "2f automated decisions": "Kein Computer entscheidet",
}


def text_of(sheet: RightsSheet) -> str:
    return "\n".join((sheet.title, sheet.introduction, *(one.text for one in sheet.texts), sheet.statement))


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_the_information_says_what_article_13_asks_for(office: OfficeStore, asked: str) -> None:
    with office.reading() as session:
        assert asked in text_of(gather_notice(session, None, TODAY))


@pytest.mark.parametrize("easy", [False, True])
def test_a_blank_information_has_no_hole(office: OfficeStore, easy: bool) -> None:
    with office.reading() as session:
        said = text_of(gather_notice(session, None, TODAY, easy=easy))
    assert "Beratungsstelle Testhafen" in said
    assert not placeholders_in(said)
    assert "[" not in said


def test_easy_german_has_one_short_sentence_a_line() -> None:
    texts = [line for one in rights_texts()[EASY_NOTICE].paragraphs for line in one.text.split("\n")]
    assert [line for line in texts if len(line.split()) > 12 or any(sign in line for sign in "();§")] == []


def test_the_information_names_the_basis_of_the_case(office: OfficeStore) -> None:
    case_id = empty_case(office).case_id
    keep(office, CaseFile, case_id, legal_basis="altenhilfe_71_sgb12")
    with office.reading() as session:
        said = text_of(gather_notice(session, case_id, TODAY))
    assert "Rechtsgrundlage Ihrer Beratung ist: Altenhilfe (§ 71 SGB XII)." in said


def test_each_purpose_has_its_own_form_and_no_other_purpose_on_it(office: OfficeStore) -> None:
    purposes = [one.code for one in load_code_list("consent_purpose")]
    own = {one.code: one.text for one in rights_texts()[CONSENT].paragraphs}
    with office.reading() as session:
        for purpose in purposes:
            said = text_of(gather_consent(session, None, purpose, TODAY))
            assert own[purpose] in said
            assert not [other for other in purposes if other != purpose and own[other] in said]
            assert "keinen Nachteil" in said
            assert "jederzeit" in said


def test_a_form_knows_the_fund_of_the_person_and_else_leaves_a_line(office: OfficeStore) -> None:
    case_id = empty_case(office).case_id
    with office.reading() as session:
        person_id = load_case(session, case_id).person.id
        assert gather_consent(session, case_id, "weitergabe_kasse", TODAY).blanks == (
            ("Stelle oder Person, die es betrifft",),
        )
    keep(office, Person, person_id, insurance="Pflegekasse Nord")
    with office.reading() as session:
        sheet = gather_consent(session, case_id, "weitergabe_kasse", TODAY)
    assert ("Wen es betrifft", "Pflegekasse Nord") in sheet.facts
    assert sheet.blanks == ()


def test_own_words_are_no_pattern_and_have_the_edition_of_their_day(office: OfficeStore) -> None:
    with office.reading() as session:
        before = gather_notice(session, None, TODAY)
    own_letters.keep_text(office, NOTICE, "officer", "Unsere Beauftragte ist Frau Muster.")
    with office.reading() as session:
        after = gather_notice(session, None, TODAY)
        assert NOTICE not in own_letters.templates(session)  # no letter to be sent
    assert (before.is_pattern, before.version) == (True, "Fassung vom 22.11.2026")
    assert not after.is_pattern
    assert after.to_check == ""
    assert "Frau Muster" in text_of(after)


def test_handing_over_the_sheet_keeps_day_edition_and_form(office: OfficeStore) -> None:
    case_id = empty_case(office).case_id
    rights.record_notice(office, case_id, TODAY, easy=True)
    with office.reading() as session:
        case = session.get_one(CaseFile, case_id)
        assert (case.privacy_given_on, case.privacy_form) == (TODAY, "leichte_sprache")
        assert case.privacy_version == "Fassung vom 22.11.2026"
    office.undo()
    with office.reading() as session:
        assert session.get_one(CaseFile, case_id).privacy_given_on is None


def test_a_signed_form_is_a_written_consent(office: OfficeStore) -> None:
    case_id = empty_case(office).case_id
    _changed, consent_id = rights.record_consent(office, case_id, "fotos", TODAY)
    with office.reading() as session:
        consent = session.get_one(Consent, consent_id)
        assert (consent.purpose, consent.form, consent.given_on) == ("fotos", "schriftlich", TODAY)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 3), date(2026, 12, 3)),  # Art. 12 (3) DSGVO, §§ 187 (1), 188 (2) BGB
        (date(2026, 1, 31), date(2026, 2, 28)),  # § 188 (3) BGB: the month has no 31st
    ],
)
def test_a_request_for_access_is_due_within_a_month(office: OfficeStore, received: date, due: date) -> None:
    _changed, task_id = rights.request_access(office, empty_case(office).case_id, received)
    with office.reading() as session:
        task = session.get_one(Task, task_id)
        assert task.due_on == due
        assert task.title == f"Auskunft nach Art. 15 DSGVO erteilen, Antrag vom {received:%d.%m.%Y}"


def test_a_request_cannot_come_from_the_future(office: OfficeStore) -> None:
    case_id = empty_case(office).case_id
    with pytest.raises(InputProblem):
        rights.record_notice(office, case_id, date(2199, 1, 1))
