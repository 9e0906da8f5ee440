"""The smallest own share with the programmes as they are shipped; figures by hand, with their paragraph."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.rules.financing import Financing, financing
from zwk_barrier.rules.funding import Member, Need, Offer, Situation, offers

TODAY, BEFORE_2025, BEFORE_CLOSING = date(2026, 11, 22), date(2024, 12, 31), date(2024, 6, 1)
CARE, HEALTH, AIDS, BANK = "SGB11-40-4", "SGB5-33", "SGB11-40-1", "KFW-455-B"


def client(grade: str | None = "3", insurance: str = "gkv", share: int | None = None) -> Member:
    return Member(grade, insurance, share, is_client=True)


def need(name: str, cost: int, *payers: str, kind: str = "bau_gross") -> Need:
    return Need(name, name, kind, payers=payers or ("pk4",), low=cost, high=cost, has_quote=True)


def found(*needs: Need, day: date = TODAY, members: tuple[Member, ...] = ()) -> tuple[Offer, ...]:
    situation = Situation(
        day=day,
        members=members or (client(),),
        tenure="eigentum_haus",
        household_form="paar",
        is_adult=True,
        land="HB",
    )
    return offers(situation, needs, (), load_programmes())


def plan(*needs: Need, day: date = TODAY, members: tuple[Member, ...] = (), others: int = 0) -> Financing:
    costs = {one.id: one.high or 0 for one in needs}
    return financing(costs, found(*needs, day=day, members=members), alternatives=others)


@pytest.mark.parametrize(
    ("day", "members", "own", "law"),
    [
        (TODAY, (client(),), 1_082_000, "§ 40 (4) SGB XI: 15,000 - 4,180"),
        (BEFORE_2025, (client(),), 1_100_000, "until 2024-12-31: 15,000 - 4,000"),
        (TODAY, (client(), Member("1", "gkv")), 664_000, "two people: 15,000 - 8,360"),
        (TODAY, (client(), *[Member("2", "gkv")] * 5), 0, "four times 4,180 = 16,720 is more than the cost"),
        (TODAY, (client("keiner"),), 1_500_000, "no care grade, no claim"),
        (TODAY, (client("beantragt"),), 1_500_000, "a claim that is not settled is not reckoned with"),
        (TODAY, (client(insurance="gkv_beihilfe"),), 1_291_000, "§ 28 (2) SGB XI: half of 4,180"),
        (TODAY, (client(insurance="beihilfe", share=30),), 1_374_600, "§ 23 (3) SGB XI: 30 % of 4,180"),
    ],
)
def test_one_large_measure(day: date, members: tuple[Member, ...], own: int, law: str) -> None:
    assert plan(need("Bad", 1_500_000), day=day, members=members).own == own, law


def test_all_that_is_needed_is_one_measure_with_one_limit() -> None:
    best = plan(need("Bad", 300_000), need("Rampe", 300_000), need("Tür", 300_000))
    assert (best.own, best.asked[CARE]) == (900_000 - 418_000, ("Bad", "Rampe", "Tür"))


def test_an_aid_goes_to_the_health_fund_and_the_grant_stays_for_the_building_work() -> None:
    best = plan(need("Rollstuhl", 200_000, "kk", "pk4", kind="hilfsmittel"), need("Bad", 500_000))
    assert best.paid(HEALTH) == 199_000  # § 61 SGB V: 10 € co-payment
    assert best.paid(CARE) == 418_000
    assert best.own == 83_000


def test_the_grant_of_the_bank_is_for_what_the_care_fund_does_not_pay() -> None:
    first, second = need("Bad", 400_000, "pk4", "kfw"), need("Eingang", 1_000_000, "pk4", "kfw")
    best = plan(first, second, day=BEFORE_CLOSING)
    assert best.asked[CARE] == ("Bad",)  # 4,000 € of the fund for the bathroom …
    assert best.asked[BANK] == ("Eingang",)  # … and 10 % of 10,000 € of the bank for the entrance
    assert best.own == 1_400_000 - 400_000 - 100_000


def test_a_closed_programme_is_never_reckoned_with() -> None:
    assert BANK not in plan(need("Eingang", 1_000_000, "kfw")).asked


def test_a_loan_is_named_and_makes_no_own_share_smaller() -> None:
    best = plan(need("Eingang", 1_000_000, "kfw"))
    assert best.own == 1_000_000
    assert "KFW-159" in [one.code for one in best.loans]


def test_without_one_programme_the_best_of_the_others_is_told() -> None:
    best = plan(need("Duschstuhl", 12_000, "kk", "pk1", kind="hilfsmittel"), others=2)
    [other] = best.alternatives
    assert (other.without, list(other.asked), other.own) == (
        HEALTH,
        [AIDS],
        1_200,
    )  # § 40 (3): 10 %, at most 25 €


def test_nobody_is_asked_for_more_than_a_limit_says() -> None:
    bath = need("Bad", 500_000)
    assert financing({"Bad": 500_000}, found(bath), limits={CARE: 300_000}).own == 200_000


NEEDS = [
    need("a", 0, "pk4"),
    need("b", 0, "kk", "pk1", kind="hilfsmittel"),
    need("c", 0, "pk4", "kfw"),
    need("d", 0, "kk", "pk4", kind="hilfsmittel"),
    need("e", 0, "egh", "sh"),
]
members = st.builds(
    Member,
    st.sampled_from([None, "keiner", "beantragt", "1", "4"]),
    st.sampled_from([None, "gkv", "gkv_beihilfe", "pkv", "uv"]),
    st.none() | st.integers(1, 100),
)


@settings(max_examples=60)
@given(
    costs=st.lists(st.integers(0, 2_000_000), min_size=5, max_size=5),
    household=st.lists(members, min_size=1, max_size=4),
    day=st.dates(date(2012, 1, 1), date(2030, 12, 31)),
)
def test_shares_never_exceed_cost_or_limit_and_the_own_share_is_never_negative(
    costs: list[int], household: list[Member], day: date
) -> None:
    needs = [
        need(one.id, cost, *one.payers, kind=one.kind or "") for one, cost in zip(NEEDS, costs, strict=True)
    ]
    offered = {one.code: one for one in found(*needs, day=day, members=tuple(household))}
    best = financing(dict(zip("abcde", costs, strict=True)), list(offered.values()))
    paid = {one.id: sum(share.amount for share in best.shares if share.need == one.id) for one in needs}
    assert all(paid[name] <= cost for name, cost in zip("abcde", costs, strict=True))
    assert best.own == sum(costs) - sum(paid.values()) >= 0
    for code, asked in best.asked.items():
        cap = offered[code].cap
        assert cap is None or best.paid(code) <= cap
        assert not any(set(asked) & set(best.asked.get(other, ())) for other in offered[code].not_with)
