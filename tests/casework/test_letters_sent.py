"""Everything that sending a letter means is one deed: it stays as it was, and what follows from it is kept."""

from datetime import date, timedelta

import pytest

from tests.casework.lettering import TODAY, Lettered, document, full_case
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.case.disclosures import Basis, disclosures_of
from zwk_barrier.casework.printing import letters
from zwk_barrier.casework.printing.letter_draft import Wanted
from zwk_barrier.model import Application, Consent, Dwelling, Evidence, Letter, Person
from zwk_barrier.problems import ConflictProblem, InputProblem
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def case(office: OfficeStore) -> Lettered:
    return full_case(office)


def not_in_yet(case: Lettered) -> None:
    """As long as nobody has applied, nothing can have been received or decided."""
    none = dict.fromkeys(("lodged_elsewhere_on", "received_on", "notice_on"))
    records.keep(case.office, Application, case.application_id, **none)


def test_sending_an_application_is_one_deed_with_all_that_follows(case: Lettered) -> None:
    not_in_yet(case)
    letter_id = case.start("application")
    case.send(letter_id)
    with case.office.reading() as session:
        view = load_case(session, case.case_id)
        [disclosure] = disclosures_of(session, case.case_id)
        application = session.get_one(Application, case.application_id)
        sent = {one.kind for one in session.query(Evidence).filter(Evidence.sent_on == TODAY)}
    assert (disclosure.recipient, disclosure.basis, disclosure.letter_id) == (
        "Pflegekasse Nord",
        "einwilligung",
        letter_id,
    )
    assert disclosure.consent_id == next(one.id for one in view.consents if one.purpose == "weitergabe_kasse")
    assert application.applied_on == TODAY
    assert sent == {"antrag_vor_beginn", "begruendung"}
    [task] = [one for one in view.tasks if one.title == "Eingang des Antrags erfragen (Pflegekasse Nord)"]
    assert task.due_on == TODAY + timedelta(days=14)


def test_a_letter_that_follows_what_was_applied_for_before_leaves_its_days_alone(case: Lettered) -> None:
    case.send(case.start("application"))  # received on 30 October, e.g. after a call
    with case.office.reading() as session:
        application = session.get_one(Application, case.application_id)
    assert (application.applied_on, application.received_on) == (None, date(2026, 10, 30))


def test_an_objection_cannot_go_out_before_the_notice_it_is_about(case: Lettered) -> None:
    records.keep(case.office, Application, case.application_id, notice_on=TODAY)
    letter_id = case.start("objection")
    with pytest.raises(InputProblem, match="nicht vor dem Bescheid"):
        letters.sent(case.office, letter_id, TODAY - timedelta(days=1), "post")


def test_undo_takes_all_of_it_back(case: Lettered) -> None:
    not_in_yet(case)
    letter_id = case.start("application")
    case.send(letter_id)
    case.office.undo()
    with case.office.reading() as session:
        assert disclosures_of(session, case.case_id) == ()
        assert session.get_one(Application, case.application_id).applied_on is None
        assert session.get_one(Letter, letter_id).sent_on is None


def test_a_letter_that_was_sent_says_the_same_for_ever(case: Lettered) -> None:
    letter_id = case.start("landlord_consent")
    case.send(letter_id)
    wanted = Wanted(case.case_id, letter_id=letter_id)
    before = document(case, wanted)
    with case.office.reading() as session:
        view = load_case(session, case.case_id)
    records.keep(case.office, Person, view.person.id, family_name="Anders")
    records.keep(case.office, Dwelling, view.dwelling.id, landlord_name="Jemand anders")
    assert document(case, wanted, TODAY + timedelta(days=90)) == before
    with pytest.raises(ConflictProblem):
        letters.keep(case.office, letter_id, {"text:subject": "Anders"})
    with pytest.raises(ConflictProblem):
        letters.remove(case.office, letter_id)


def test_asking_the_landlord_is_noted_at_the_dwelling(case: Lettered) -> None:
    case.send(case.start("landlord_consent"))
    with case.office.reading() as session:
        view = load_case(session, case.case_id)
    assert view.dwelling.consent_state == "angefragt"
    assert any(one.due_on == date(2026, 12, 20) for one in view.tasks)


def test_an_objection_keeps_its_day_at_the_application(case: Lettered) -> None:
    case.send(case.start("objection"), "fax")
    with case.office.reading() as session:
        assert session.get_one(Application, case.application_id).objection_on == TODAY


def test_a_receipt_discloses_to_the_body_it_is_forwarded_to_by_law(case: Lettered) -> None:
    case.send(case.start("receipt"))
    with case.office.reading() as session:
        [disclosure] = disclosures_of(session, case.case_id)
    assert (disclosure.recipient, disclosure.basis, disclosure.norm) == (
        "Pflegekasse Nord",
        "gesetz",
        "§ 16 Abs. 2 SGB I",
    )


def revoke(case: Lettered, purpose: str) -> None:
    with case.office.reading() as session:
        consents = load_case(session, case.case_id).consents
    found = next(one for one in consents if one.purpose == purpose)
    records.keep(case.office, Consent, found.id, revoked_on=date(2026, 11, 20))


def test_without_consent_nothing_goes_out_and_nothing_changes(case: Lettered) -> None:
    revoke(case, "weitergabe_vermieter")
    letter_id = case.start("landlord_consent")
    with pytest.raises(InputProblem, match=r"seit 20\.11\.2026 widerrufen") as told:
        case.send(letter_id)
    assert told.value.field == "basis"
    with case.office.reading() as session:
        assert disclosures_of(session, case.case_id) == ()
        assert session.get_one(Letter, letter_id).sent_on is None


def test_another_basis_needs_its_paragraph_and_is_kept_with_it(case: Lettered) -> None:
    revoke(case, "weitergabe_vermieter")
    letter_id = case.start("landlord_consent")
    with pytest.raises(InputProblem) as told:
        case.send(letter_id, basis=Basis("auftrag"))
    assert told.value.field == "norm"
    case.send(letter_id, basis=Basis("auftrag", "am 21.11. von Frau Petrova am Telefon"))
    with case.office.reading() as session:
        [disclosure] = disclosures_of(session, case.case_id)
    assert (disclosure.basis, disclosure.consent_id) == ("auftrag", None)
    assert disclosure.norm == "am 21.11. von Frau Petrova am Telefon"


def test_a_letter_the_client_takes_along_discloses_nothing_and_tells_the_application_nothing(
    case: Lettered,
) -> None:
    revoke(case, "weitergabe_kasse")
    case.send(case.start("application"), "mitgegeben")
    with case.office.reading() as session:
        assert disclosures_of(session, case.case_id) == ()
        assert session.get_one(Application, case.application_id).applied_on is None


def test_a_letter_with_a_gap_is_not_sent(case: Lettered) -> None:
    with case.office.reading() as session:
        dwelling = load_case(session, case.case_id).dwelling
    records.keep(case.office, Dwelling, dwelling.id, landlord_address=None)
    with pytest.raises(InputProblem, match="fehlt noch: Anschrift der Vermietung"):
        case.send(case.start("landlord_consent"))


def test_it_cannot_have_been_sent_tomorrow(case: Lettered) -> None:
    tomorrow = date.today() + timedelta(days=400)  # noqa: DTZ011
    letter_id = case.start("landlord_consent")
    with pytest.raises(InputProblem, match="Zukunft"):
        letters.sent(case.office, letter_id, tomorrow, "post")


def test_what_was_printed_keeps_its_fingerprint(case: Lettered) -> None:
    letter_id = case.start("reminder")
    letters.printed(case.office, letter_id, "ab12")
    with case.office.reading() as session:
        letter = session.get_one(Letter, letter_id)
    assert letter.digest == "ab12"
    assert letter.printed_at is not None


def test_a_consent_revoked_after_the_letter_was_written_does_not_carry_it_out(case: Lettered) -> None:
    letter_id = case.start("landlord_consent", written_on=date(2026, 11, 15))
    revoke(case, "weitergabe_vermieter")
    with pytest.raises(InputProblem, match="widerrufen"):
        case.send(letter_id)
