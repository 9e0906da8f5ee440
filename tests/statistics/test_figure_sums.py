"""Sums of money beside counts: none that tells what one case got, and none beside it that would."""

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.grid import TOTAL, cut_of
from zwk_barrier.statistics.figures.sums import sums_by
from zwk_barrier.statistics.money import MoneyRow, MoneyTable

PAYERS = cut_of("programme", "payer", "bremerhaven", Period.year(2025))


def money(*rows: tuple[str, int, int]) -> MoneyTable:
    """Programme, case and cents."""
    return MoneyTable(
        "notices.granted",
        ("programme",),
        tuple(MoneyRow((code,), case, amount) for code, case, amount in rows),
    )


def of_many(code: str, cases: int, first: int = 0) -> list[tuple[str, int, int]]:
    """Cases that got about the same."""
    return [(code, first + case, 100_000 + 1_000 * case) for case in range(cases)]


def test_sums_of_enough_cases_are_told_by_payer_and_together() -> None:
    told = sums_by(money(*of_many("SGB11-40-4", 8), *of_many("KFW-159", 7, 8)), PAYERS, {}, is_exact=False)
    assert told["pk4"] == sum(amount for _code, _case, amount in of_many("SGB11-40-4", 8))
    assert told[TOTAL] == told["pk4"] + (told["kfw"] or 0)


def test_a_sum_of_few_cases_is_hidden_and_so_is_what_would_tell_it() -> None:
    told = sums_by(money(*of_many("SGB11-40-4", 8), *of_many("KFW-159", 2, 8)), PAYERS, {}, is_exact=False)
    assert told["kfw"] is None
    assert None in {told["pk4"], told[TOTAL]}


def test_one_large_amount_among_small_ones_is_not_told() -> None:
    rows = [("SGB11-40-4", case, 100) for case in range(9)] + [("SGB11-40-4", 9, 10_000_000)]
    assert sums_by(money(*rows), PAYERS, {}, is_exact=False)["pk4"] is None


def test_inside_every_sum_is_exact() -> None:
    told = sums_by(money(*of_many("SGB11-40-4", 1)), PAYERS, {}, is_exact=True)
    assert (told["pk4"], told[TOTAL], told["kfw"]) == (100_000, 100_000, 0)


def test_without_amounts_there_is_no_sum() -> None:
    assert set(sums_by(None, PAYERS, {}, is_exact=False).values()) == {None}
