"""What was passed on is kept with what it rests on; a consent that is wanting is named."""

from datetime import date

import pytest

from tests.casework.lettering import TODAY, empty_case
from zwk_barrier.casework import records
from zwk_barrier.casework.case import disclosures
from zwk_barrier.casework.case.disclosures import (
    Basis,
    ConsentState,
    checked,
    consent_for,
    consents_of,
    disclosures_of,
)
from zwk_barrier.model import Consent, Disclosure
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.office import OfficeStore

FUND = "weitergabe_kasse"


def consent(given: date | None, revoked: date | None = None, purpose: str = FUND) -> Consent:
    return Consent(purpose=purpose, given_on=given, revoked_on=revoked)


@pytest.mark.parametrize(
    ("given", "revoked", "holds"),
    [
        (date(2026, 11, 1), None, True),
        (TODAY, None, True),
        (date(2026, 11, 23), None, False),
        (None, None, False),
        (date(2026, 11, 1), TODAY, False),
        (date(2026, 11, 1), date(2026, 11, 23), True),
    ],
)
def test_a_consent_holds_from_the_day_it_is_given_to_the_day_before_it_is_revoked(
    given: date | None, revoked: date | None, holds: bool
) -> None:
    assert consent_for([consent(given, revoked)], FUND, TODAY).is_enough is holds


def test_a_consent_for_something_else_does_not_count() -> None:
    assert not consent_for([consent(TODAY, purpose="fotos")], FUND, TODAY).is_enough


def test_of_several_the_newest_that_holds_counts() -> None:
    new, old = consent(date(2026, 11, 2)), consent(date(2025, 1, 2))
    assert consent_for([new, old, consent(date(2026, 11, 10), TODAY)], FUND, TODAY).given is new


def test_where_no_consent_is_asked_for_none_is_wanting() -> None:
    assert consent_for([], "", TODAY).is_enough
    assert consent_for([], "", TODAY).sentence() == ""


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (
            consent_for([], FUND, TODAY),
            "Es fehlt die Einwilligung „Weitergabe an Pflege- oder Krankenkasse“.",
        ),
        (
            consent_for([consent(date(2026, 1, 1), date(2026, 11, 20))], FUND, TODAY),
            "Die Einwilligung „Weitergabe an Pflege- oder Krankenkasse“ ist seit 20.11.2026 widerrufen.",
        ),
    ],
)
def test_what_is_wanting_is_said_in_a_sentence(state: ConsentState, sentence: str) -> None:
    assert state.sentence() == sentence


@pytest.mark.parametrize(
    "basis", [Basis("einwilligung"), Basis("gesetz"), Basis("gesetz", "  "), Basis("weil")]
)
def test_a_basis_that_does_not_carry_is_refused(basis: Basis) -> None:
    with pytest.raises(InputProblem):
        checked(basis, consent_for([], FUND, TODAY))


def test_a_law_carries_with_its_paragraph() -> None:
    assert checked(Basis("gesetz", " § 69 SGB X "), consent_for([], FUND, TODAY)).norm == "§ 69 SGB X"


def test_a_phone_call_is_noted_and_finds_its_consent(office: OfficeStore) -> None:
    case = empty_case(office)
    _changed, consent_id = records.add(
        office, Consent, case_id=case.case_id, purpose=FUND, given_on=date(2026, 11, 1)
    )
    _changed, row_id = disclosures.add(
        office, case.case_id, {"recipient": "Pflegekasse", "purpose": FUND, "basis": "einwilligung"}
    )
    disclosures.keep(office, row_id, {"disclosed_on": date(2026, 11, 20)})
    with office.reading() as session:
        [row] = disclosures_of(session, case.case_id)
    assert (row.consent_id, row.recipient) == (consent_id, "Pflegekasse")


def test_an_entry_says_what_it_is_wanting(office: OfficeStore) -> None:
    case = empty_case(office)
    _changed, row_id = disclosures.add(office, case.case_id, {"purpose": FUND, "basis": "einwilligung"})

    def wanting() -> tuple[str, ...]:
        with office.reading() as session:
            row = session.get_one(Disclosure, row_id)
            return disclosures.wanting(row, consents_of(session, case.case_id), TODAY)

    assert wanting() == ("Es fehlt die Einwilligung „Weitergabe an Pflege- oder Krankenkasse“.",)
    disclosures.keep(office, row_id, {"basis": "gesetz"})
    assert wanting() == ("Nennen Sie die Vorschrift, oder wer es wann beauftragt hat.",)
    disclosures.keep(office, row_id, {"norm": "§ 69 SGB X"})
    assert wanting() == ()
