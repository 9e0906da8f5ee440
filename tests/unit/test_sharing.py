"""The most that several payers pay together is found exactly: compared with trying every way of asking them."""

from collections.abc import Callable, Mapping
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from zwk_barrier.rules.sharing import Payer, Sharing, share_out

NEEDS = "abcd"


def capped(code: str, needs: str, cap: int, *, rank: int = 0, not_with: str = "") -> Payer:
    """A grant up to one sum for everything together."""
    return Payer(
        code, frozenset(needs), lambda costs: min(sum(costs.values()), cap), rank, frozenset(not_with.split())
    )


def percent(code: str, needs: str, rate: int, least: int = 0, *, rank: int = 0, not_with: str = "") -> Payer:
    """A share of the costs, nothing below a least sum."""

    def pays(costs: Mapping[str, int]) -> int:
        total = sum(costs.values())
        return total * rate // 100 if total >= least else 0

    return Payer(code, frozenset(needs), pays, rank, frozenset(not_with.split()))


def less_own_part(code: str, needs: str, own: int, *, rank: int = 0, not_with: str = "") -> Payer:
    """Everything but a part of each need."""
    return Payer(
        code,
        frozenset(needs),
        lambda costs: sum(max(0, cost - own) for cost in costs.values()),
        rank,
        frozenset(not_with.split()),
    )


MAKERS: tuple[Callable[..., Payer], ...] = (capped, percent, less_own_part)


@st.composite
def _payers(draw: st.DrawFn) -> list[Payer]:
    codes = "PQRS"[: draw(st.integers(0, 4))]
    made = []
    for code in codes:
        needs = "".join(sorted(draw(st.sets(st.sampled_from(NEEDS)))))
        excluded = " ".join(sorted(draw(st.sets(st.sampled_from(codes), max_size=2)) - {code}))
        rank, figure = draw(st.integers(0, 3)), draw(st.integers(0, 60))
        make = draw(st.sampled_from(MAKERS))
        made.append(make(code, needs, figure, rank=rank, not_with=excluded))
    return made


costs_of_needs = st.dictionaries(st.sampled_from(NEEDS), st.integers(0, 50))


def most_for(costs: dict[str, int], asked: dict[str, list[str]], payers: list[Payer]) -> int:
    """The most these payers pay for the needs each is asked for: the least cut, over every set of payers."""
    totals = {one.code: one.pays({need: costs[need] for need in asked[one.code]}) for one in payers}

    def limit(one: Payer, need: str) -> int:
        return (
            (min(one.pays({need: costs[need]}), costs[need]) or costs[need]) if need in asked[one.code] else 0
        )

    return min(
        sum(totals[one.code] for one in cut)
        + sum(min(costs[need], sum(limit(one, need) for one in payers if one not in cut)) for need in costs)
        for count in range(len(payers) + 1)
        for cut in combinations(payers, count)
    )


def by_trying_all(costs: dict[str, int], payers: list[Payer]) -> tuple[int, int]:
    """The most that is paid, and by how few payers, over every way of asking."""
    best = (0, 0)
    for count in range(len(payers) + 1):
        for allowed in combinations(payers, count):
            ways = [_ways(need, allowed) for need in costs]
            for chosen in product(*ways):
                asked = {
                    one.code: [need for need, way in zip(costs, chosen, strict=True) if one.code in way]
                    for one in allowed
                }
                best = max(best, (most_for(costs, asked, list(allowed)), -count))
    return best


def _ways(need: str, payers: tuple[Payer, ...]) -> list[set[str]]:
    able = [one for one in payers if need in one.needs]
    sets = [set(way) for count in range(len(able) + 1) for way in combinations(able, count)]
    return [
        {one.code for one in way}
        for way in sets
        if not any(one.not_with & {o.code for o in way} for one in way)
    ]


@settings(max_examples=300, deadline=None)
@given(costs_of_needs, _payers())
def test_no_way_of_asking_gives_more_or_the_same_from_fewer_payers(
    costs: dict[str, int], payers: list[Payer]
) -> None:
    found = share_out(costs, payers)
    assert (found.paid, -len(found.asked)) == by_trying_all(costs, payers)
    assert found.is_exact


@given(costs_of_needs, _payers())
def test_no_payer_gives_more_than_its_rule_and_no_need_gets_more_than_it_costs(
    costs: dict[str, int], payers: list[Payer]
) -> None:
    found = share_out(costs, payers)
    for need, cost in costs.items():
        assert sum(amount for (one, _code), amount in found.shares.items() if one == need) <= cost
    for payer in payers:
        given = {one: amount for (one, code), amount in found.shares.items() if code == payer.code}
        asked = found.asked.get(payer.code, ())
        assert set(given) <= set(asked) <= payer.needs
        assert sum(given.values()) <= payer.pays({need: costs[need] for need in asked})
        assert all(amount > 0 for amount in given.values())


@given(costs_of_needs, _payers())
def test_payers_that_exclude_each_other_never_pay_for_the_same_need(
    costs: dict[str, int], payers: list[Payer]
) -> None:
    found = share_out(costs, payers)
    by_code = {payer.code: payer for payer in payers}
    for need in costs:
        paying = [code for (one, code) in found.shares if one == need]
        assert not any(other in by_code[code].not_with for code in paying for other in paying)


def shares(found: Sharing, code: str) -> dict[str, int]:
    return {need: amount for (need, payer), amount in found.shares.items() if payer == code}


def test_the_first_in_the_order_of_the_law_pays_first() -> None:
    found = share_out(
        {"a": 100, "b": 50}, [capped("late", "ab", 80, rank=2), capped("first", "ab", 120, rank=1)]
    )
    assert sum(shares(found, "first").values()) == 120
    assert sum(shares(found, "late").values()) == 30


def test_a_grant_moves_to_the_need_no_other_payer_pays() -> None:
    found = share_out(
        {"a": 100, "b": 100}, [capped("wide", "ab", 100, rank=1), capped("narrow", "a", 100, rank=2)]
    )
    assert shares(found, "wide") == {"b": 100}
    assert shares(found, "narrow") == {"a": 100}


def test_of_two_that_exclude_each_other_each_need_gets_the_better_one() -> None:
    grant = capped("grant", "abc", 4000, not_with="bank")
    bank = percent("bank", "abc", 10, 2000)
    found = share_out({"a": 4000, "b": 3000, "c": 5000}, [grant, bank])
    assert found.paid == 4000 + 800
    assert shares(found, "grant") == {"a": 4000}


def test_a_second_payer_that_changes_nothing_is_not_asked() -> None:
    found = share_out(
        {"a": 100}, [capped("one", "a", 60), capped("other", "a", 40), capped("both", "a", 200)]
    )
    assert set(found.asked) == {"both"}
