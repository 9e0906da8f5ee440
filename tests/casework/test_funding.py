"""The funding check of a case: what its records say to the rules, and that a kept check stays as it was."""

from datetime import date
from uuid import UUID

import pytest

from tests.casework.paying import DAY, a_case, a_measure, a_member, an_application, load
from zwk_barrier.casework import records
from zwk_barrier.casework.payers import funding
from zwk_barrier.casework.payers.funding import FundingLine, FundingView
from zwk_barrier.model import Dwelling, Person
from zwk_barrier.store.office import OfficeStore

CARE = "SGB11-40-4"


def check(office: OfficeStore, case_id: UUID) -> FundingView:
    with office.reading() as session:
        return funding.check(session, case_id, DAY)


def line(office: OfficeStore, case_id: UUID, code: str = CARE) -> FundingLine:
    return next(one for one in check(office, case_id).lines if one.code == code)


def test_two_people_in_need_of_care_may_apply_for_up_to_8360_euros(office: OfficeStore) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Bad", 1_200_000)
    a_member(office, case_id, care_grade="2", insurance_type="gkv")

    found = line(office, case_id)

    assert (found.standing, found.amount) == ("possible", 836_000)  # § 40 (4) SGB XI: 2 × 4,180 €


def test_a_number_in_the_household_counts_people_nobody_has_described_yet(office: OfficeStore) -> None:
    case_id = a_case(office, household_in_care=2)
    a_measure(office, case_id, "Bad", 1_200_000)

    found = check(office, case_id)

    assert line(office, case_id).amount == 836_000
    assert [one.code for one in found.notes] == ["household_members"]
    assert [one.code for one in line(office, case_id).missing] == ["household_members"]


def test_described_people_are_not_counted_twice(office: OfficeStore) -> None:
    case_id = a_case(office, household_in_care=2)
    a_measure(office, case_id, "Bad", 1_200_000)
    a_member(office, case_id, care_grade="2", insurance_type="gkv")

    assert line(office, case_id).amount == 836_000
    assert not check(office, case_id).notes


def test_beihilfe_halves_after_the_limit_by_cost(office: OfficeStore) -> None:
    case_id = a_case(office, insurance_type="gkv_beihilfe")
    a_measure(office, case_id, "Bad", 300_000)

    assert line(office, case_id).most == 150_000  # § 28 (2) SGB XI: half of 3,000 €


def test_what_was_granted_before_is_taken_off_the_limit(office: OfficeStore) -> None:
    case_id = a_case(office)
    done = a_measure(office, case_id, "Rampe", 180_000)
    a_measure(office, case_id, "Bad", 1_200_000)
    an_application(
        office, case_id, CARE, done, notice="bewilligt_voll", notice_on=DAY, amount_granted=180_000
    )

    found = line(office, case_id)

    assert (found.used, found.amount) == (180_000, 238_000)


def test_a_grant_whose_notice_has_no_day_keeps_the_limit_of_its_application(office: OfficeStore) -> None:
    case_id = a_case(office)
    done = a_measure(office, case_id, "Rampe", 400_000)
    a_measure(office, case_id, "Dusche", 600_000)
    granted = {"received_on": date(2024, 6, 3), "notice": "bewilligt_voll", "amount_granted": 300_000}
    an_application(office, case_id, CARE, done, **granted)
    grant = line(office, case_id)
    assert (grant.used, grant.cap) == (300_000, 100_000)  # 4,000 until 2024, not 4,180


@pytest.mark.parametrize(
    ("tenure", "state", "missing"),
    [
        ("miete_privat", None, ["landlord_consent"]),
        ("miete_privat", "angefragt", ["landlord_consent"]),
        ("miete_privat", "erteilt", []),
        ("eigentum_haus", None, []),
    ],
)
def test_a_tenant_needs_the_landlord_s_consent(
    office: OfficeStore, tenure: str, state: str | None, missing: list[str]
) -> None:
    case_id = a_case(office, tenure=tenure)
    a_measure(office, case_id, "Bad", 500_000, needs_consent=True)
    records.keep(office, Dwelling, load(office, case_id).dwelling.id, consent_state=state)

    assert [one.code for one in line(office, case_id).missing] == missing


def test_without_a_care_grade_it_is_named_and_not_applied_for(office: OfficeStore) -> None:
    case_id = a_case(office, care_grade="keiner")
    a_measure(office, case_id, "Bad", 500_000)

    found = line(office, case_id)

    assert (found.standing, found.group) == ("excluded", "not")
    assert found.reasons


def test_a_kept_check_says_for_ever_what_it_said(office: OfficeStore) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Bad", 500_000)
    before = check(office, case_id)
    funding.keep_check(office, case_id, DAY)
    records.keep(office, Person, load(office, case_id).person.id, care_grade="keiner")

    with office.reading() as session:
        (kept,) = funding.kept_checks(session, case_id)

    assert (kept.checked_on, kept.view) == (DAY, before)
    assert line(office, case_id).standing == "excluded"


def test_undo_takes_a_kept_check_back(office: OfficeStore) -> None:
    case_id = a_case(office)
    funding.keep_check(office, case_id, DAY)
    office.undo()

    with office.reading() as session:
        assert funding.kept_checks(session, case_id) == ()


def test_every_line_names_its_law_and_the_day_it_was_looked_up(office: OfficeStore) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Bad", 500_000)

    assert all(one.law and one.checked_on for one in check(office, case_id).lines)
