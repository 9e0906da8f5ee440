"""Ordering before the approval: it takes a reason where that loses the money, and undo takes all back."""

from datetime import date
from uuid import UUID

import pytest

from tests.casework.paying import DAY, a_case, a_measure, an_application, load
from zwk_barrier.casework import records
from zwk_barrier.casework.plan import early_start
from zwk_barrier.model import Measure
from zwk_barrier.problems import EarlyStart, InputProblem
from zwk_barrier.store.office import OfficeStore

LOAN = "KFW-159"  # application before contract and start


def measure(office: OfficeStore, case_id: UUID) -> Measure:
    return load(office, case_id).measures[0]


def order(office: OfficeStore, measure_id: UUID, status: str = "beauftragt", **more: object) -> None:
    records.keep(office, Measure, measure_id, status=status, **more)


@pytest.mark.parametrize("status", ["beauftragt", "in_arbeit", "umgesetzt"])
def test_a_measure_is_not_ordered_before_the_approval_that_has_to_come_first(
    office: OfficeStore, status: str
) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, LOAN, bath, applied_on=DAY)

    with pytest.raises(EarlyStart):
        order(office, bath, status)

    assert (measure(office, case_id).status, measure(office, case_id).ordered_on) == ("beantragt", None)


def test_a_typed_reason_lets_it_be_ordered(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, LOAN, bath, applied_on=DAY)

    order(office, bath, early_start_reason="Entlassung aus der Klinik am Montag")

    assert measure(office, case_id).status == "beauftragt"
    assert measure(office, case_id).ordered_on is not None


def test_the_first_likely_payer_decides_as_long_as_there_is_no_application(office: OfficeStore) -> None:
    case_id = a_case(office)
    bank_first = a_measure(office, case_id, "Bad", 500_000, "kfw", "pk4")
    fund_first = a_measure(office, case_id, "Rampe", 200_000, "pk4", "kfw")

    with pytest.raises(EarlyStart):
        order(office, bank_first)
    order(office, fund_first)


def test_without_a_care_grade_the_next_likely_payer_decides(office: OfficeStore) -> None:
    case_id = a_case(office, care_grade="keiner")
    bath = a_measure(office, case_id, "Bad", 500_000, "pk4", "kfw")

    with pytest.raises(EarlyStart):
        order(office, bath)


def test_after_the_approval_it_is_ordered_and_the_day_is_noted(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, LOAN, bath, applied_on=DAY, notice="bewilligt_voll", notice_on=DAY)

    order(office, bath)

    assert measure(office, case_id).ordered_on is not None
    office.undo()
    assert measure(office, case_id).ordered_on is None


def test_a_day_of_order_is_asked_about_as_well(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, LOAN, bath, applied_on=DAY)

    with pytest.raises(EarlyStart) as caught:
        records.keep(office, Measure, bath, ordered_on=date(2026, 11, 20))

    assert caught.value.field == "ordered_on"


def test_ordered_by_a_slip_and_put_back_it_was_never_ordered(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    order(office, bath)

    order(office, bath, "empfohlen")

    assert measure(office, case_id).ordered_on is None


def test_the_care_fund_is_only_advised_about(office: OfficeStore) -> None:
    case_id = a_case(office)
    bath = a_measure(office, case_id, "Bad", 500_000)
    an_application(office, case_id, "SGB11-40-4", bath, applied_on=DAY)

    order(office, bath)

    with office.reading() as session:
        assert "BSG" in early_start.advice(session, case_id)[bath]


def test_nothing_was_done_before_it_was_ordered(office: OfficeStore) -> None:
    bath = a_measure(office, a_case(office), "Bad", 300_000)
    records.keep(office, Measure, bath, done_on=date(2026, 11, 18))

    with pytest.raises(InputProblem, match="erst danach beauftragt") as told:
        records.keep(office, Measure, bath, ordered_on=date(2026, 11, 20))

    assert told.value.field == "ordered_on"
    records.keep(office, Measure, bath, ordered_on=date(2026, 11, 18))
