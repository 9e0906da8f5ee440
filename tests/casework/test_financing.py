"""How the measures of a case are paid: by hand, with the paragraph the figure comes from."""

from uuid import UUID

from tests.casework.paying import DAY, a_case, a_measure, a_member, an_application, load
from zwk_barrier.casework import records
from zwk_barrier.casework.payers import applications, financing
from zwk_barrier.casework.payers.applications import applications_of
from zwk_barrier.casework.payers.financing import FinancingView
from zwk_barrier.casework.plan import measures
from zwk_barrier.model import Dwelling
from zwk_barrier.store.office import OfficeStore

CARE = "SGB11-40-4"


def plan(office: OfficeStore, case_id: UUID) -> FinancingView:
    with office.reading() as session:
        return financing.financing_view(session, case_id, DAY)


def test_one_grant_for_all_measures_together_leaves_the_rest(office: OfficeStore) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Bad", 400_000)
    a_measure(office, case_id, "Rampe", 200_000)

    found = plan(office, case_id)

    assert (found.cost, found.own) == (600_000, 182_000)  # § 40 (4) SGB XI: 4,180 € for one measure
    assert [(one.programme, len(one.needs), one.amount) for one in found.to_apply] == [(CARE, 2, 418_000)]


def test_an_aid_costs_the_person_the_co_payment_of_the_first_payer(office: OfficeStore) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Duschstuhl", 12_000, "kk", "pk1", kind="hilfsmittel")

    found = plan(office, case_id)

    assert found.own == 1_000  # § 61 SGB V: 10 %, at most 10 €; the fund's 25 € would be dearer
    assert [one.programme for one in found.to_apply] == ["SGB5-33"]


def test_what_was_granted_stands_and_the_rest_of_the_limit_goes_to_the_other_measure(
    office: OfficeStore,
) -> None:
    case_id = a_case(office)
    ramp = a_measure(office, case_id, "Rampe", 300_000)
    a_measure(office, case_id, "Bad", 500_000)
    an_application(
        office,
        case_id,
        CARE,
        ramp,
        applied_on=DAY,
        amount_requested=300_000,
        notice="bewilligt_teil",
        notice_on=DAY,
        amount_granted=200_000,
    )

    found = plan(office, case_id)

    by_title = {one.title: one.own for one in found.measures}
    assert by_title == {"Rampe": 100_000, "Bad": 282_000}  # 4,180 − 2,000 = 2,180 € for the bathroom
    (column,) = found.columns
    assert (column.requested, column.granted, column.planned) == (300_000, 200_000, 418_000)


def test_a_refused_application_is_no_money(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, CARE, bath, notice="abgelehnt", notice_on=DAY)

    assert plan(office, case_id).own == 500_000


def test_no_more_is_expected_than_was_applied_for(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, CARE, bath, applied_on=DAY, amount_requested=300_000)

    found = plan(office, case_id)

    assert found.own == 200_000
    assert found.to_apply == ()


def test_a_claim_that_is_not_settled_is_named_and_not_reckoned_with(office: OfficeStore) -> None:
    case_id = a_case(office, care_grade="beantragt")
    a_measure(office, case_id, "Bad", 500_000)

    found = plan(office, case_id)

    assert found.own == 500_000
    assert any("Wohnumfeld" in one.title for one in found.not_counted)


def test_a_loan_is_named_and_leaves_the_own_share_as_it_is(office: OfficeStore) -> None:
    case_id = a_case(office, care_grade="keiner")
    a_measure(office, case_id, "Bad", 500_000, "kfw")

    found = plan(office, case_id)

    assert found.own == 500_000
    assert found.loans


def test_taking_the_best_combination_begins_its_applications_and_undo_takes_all_back(
    office: OfficeStore,
) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Bad", 500_000)
    a_measure(office, case_id, "Duschstuhl", 12_000, "kk", kind="hilfsmittel")

    financing.take_best(office, case_id, DAY)

    with office.reading() as session:
        begun = applications_of(session, case_id)
    assert {one.programme for one in begun} == {CARE, "SGB5-33"}
    assert plan(office, case_id).to_apply == ()
    office.undo()
    with office.reading() as session:
        assert not applications_of(session, case_id)


def test_a_further_measure_goes_into_the_application_that_is_planned(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 200_000)
    an_application(office, case_id, CARE, bath)
    a_measure(office, case_id, "Rampe", 100_000)

    assert any("Rampe" in one.text for one in plan(office, case_id).warnings)
    financing.take_best(office, case_id, DAY)

    with office.reading() as session:
        (only,) = applications_of(session, case_id)
    assert len(only.measures or ()) == 2


def test_a_measure_without_any_cost_is_named(office: OfficeStore) -> None:
    case_id = a_case(office)
    measures.recommend(office, case_id, title="Türöffner", kind="bau_gross", payers=["pk4"])

    found = plan(office, case_id)

    assert (found.unpriced, found.measures) == (("Türöffner",), ())


def test_without_a_programme_of_the_best_way_its_own_share_is_told(office: OfficeStore) -> None:
    case_id = a_case(office)
    a_measure(office, case_id, "Bad", 500_000)
    a_member(office, case_id, care_grade="2", insurance_type="gkv")

    found = plan(office, case_id)

    assert found.own == 0
    assert [own for _title, own in found.alternatives] == [500_000]


def test_a_tenant_is_warned_before_signing(office: OfficeStore) -> None:
    case_id = a_case(office, tenure="miete_privat")
    a_measure(office, case_id, "Bad", 500_000, needs_consent=True)

    laws = [one.law for one in plan(office, case_id).warnings]

    assert "§ 554 BGB" in laws
    assert "§ 35a Abs. 3 EStG" in laws
    records.keep(office, Dwelling, load(office, case_id).dwelling.id, consent_state="erteilt")
    assert "§ 554 BGB" not in [one.law for one in plan(office, case_id).warnings]


def test_a_measure_that_came_later_gets_what_the_limit_leaves(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 300_000)
    an_application(office, case_id, CARE, bath, applied_on=DAY, amount_requested=300_000)
    ramp = a_measure(office, case_id, "Rampe", 200_000)

    [further] = plan(office, case_id).to_apply

    assert (further.needs, further.amount) == ((ramp.hex,), 118_000)  # 4,180 - 3,000
    assert further.application_id is None


def test_who_moves_into_a_home_is_told_to_clear_what_is_running(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 300_000)
    an_application(office, case_id, CARE, bath, applied_on=DAY)
    records.keep(office, Dwelling, load(office, case_id).dwelling.id, tenure="heim")

    assert "Einrichtung" in plan(office, case_id).warnings[0].text


def test_asking_twice_for_the_same_is_told(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 660_000)
    an_application(office, case_id, CARE, bath, applied_on=DAY, amount_requested=418_000)
    assert not any("mehrfach" in one.text for one in plan(office, case_id).warnings)
    second = an_application(office, case_id, CARE, bath, applied_on=DAY, amount_requested=418_000)

    [told] = [one.text for one in plan(office, case_id).warnings if "mehrfach" in one.text]

    assert "Bad" in told
    assert "Der Höchstbetrag gilt nur einmal" in told  # § 40 (4) SGB XI: 4,180 € for one measure
    applications.keep(office, second, {"notice": "zurueckgenommen"})
    assert not any("mehrfach" in one.text for one in plan(office, case_id).warnings)
