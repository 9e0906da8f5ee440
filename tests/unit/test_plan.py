"""The best plan is the cheapest there is, whatever the barriers and measures: compared with trying them all."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.rules.plan import Candidate, Plan, best_plan, plans

BARRIERS = "abcdef"


def measure(key: str, low: int, high: int, solves: str, **more: object) -> Candidate:
    return Candidate(key, low, high, frozenset(solves), **more)  # type: ignore[arg-type]


@st.composite
def _candidates(draw: st.DrawFn) -> list[Candidate]:
    keys = [f"m{place}" for place in range(draw(st.integers(0, 8)))]
    found = []
    for key in keys:
        low = draw(st.integers(0, 6))
        found.append(
            Candidate(
                key,
                low,
                low + draw(st.integers(0, 6)),
                frozenset(draw(st.sets(st.sampled_from(BARRIERS)))),
                frozenset(draw(st.sets(st.sampled_from(keys), max_size=2))) - {key},
                draw(st.integers(0, 8)),
                draw(st.booleans()),
                draw(st.booleans()),
            )
        )
    return found


wanted = st.sets(st.sampled_from(BARRIERS))
offered = _candidates()


def worth(barriers: set[str], chosen: tuple[Candidate, ...]) -> tuple[int, int]:
    """What plans are compared by: barriers left over, then the cost."""
    solved = frozenset[str]().union(*(one.solves for one in chosen))
    return len(barriers - solved), sum(one.doubled_cost for one in chosen)


def goes_together(chosen: tuple[Candidate, ...]) -> bool:
    keys = {one.key for one in chosen}
    return not any(one.excludes & keys for one in chosen)


def by_trying_all(barriers: set[str], candidates: list[Candidate]) -> tuple[int, int]:
    sets = (chosen for count in range(len(candidates) + 1) for chosen in combinations(candidates, count))
    return min(worth(barriers, chosen) for chosen in sets if goes_together(chosen))


@given(wanted, offered)
def test_no_set_of_measures_is_better_than_the_best_plan(
    barriers: set[str], candidates: list[Candidate]
) -> None:
    plan = best_plan(barriers, candidates)
    assert worth(barriers, plan.chosen) == by_trying_all(barriers, candidates)
    assert plan.is_exact
    assert plan.doubled_bound == plan.doubled_cost


@given(wanted, offered)
def test_what_a_plan_leaves_over_is_what_its_measures_do_not_solve(
    barriers: set[str], candidates: list[Candidate]
) -> None:
    for plan in plans(barriers, candidates):
        assert goes_together(plan.chosen)
        assert plan.unsolved == barriers - frozenset[str]().union(*(one.solves for one in plan.chosen))


@given(wanted, offered)
def test_an_alternative_differs_and_is_never_better_than_the_best(
    barriers: set[str], candidates: list[Candidate]
) -> None:
    best, *others = plans(barriers, candidates)
    assert len({plan.keys for plan in (best, *others)}) == 1 + len(others) <= 3
    assert all(worth(barriers, plan.chosen) >= worth(barriers, best.chosen) for plan in others)


@given(wanted, offered)
def test_each_alternative_is_the_best_of_its_kind(barriers: set[str], candidates: list[Candidate]) -> None:
    allowed = {
        "no_building": [one for one in candidates if not one.is_building_work],
        "no_consent": [one for one in candidates if not one.needs_consent],
    }
    for plan in plans(barriers, candidates):
        if plan.why in allowed:
            assert worth(barriers, plan.chosen) == by_trying_all(barriers, allowed[plan.why])


@given(wanted, offered)
def test_the_next_cheapest_is_the_cheapest_that_lacks_a_measure_of_the_best(
    barriers: set[str], candidates: list[Candidate]
) -> None:
    best, *others = plans(barriers, candidates)
    for plan in (one for one in others if one.why == "next_cheapest"):
        sets = (chosen for count in range(len(candidates) + 1) for chosen in combinations(candidates, count))
        other = (one for one in sets if goes_together(one) and not best.keys <= {each.key for each in one})
        assert worth(barriers, plan.chosen) == min(worth(barriers, one) for one in other)


@given(wanted, offered, st.integers(0, 7))
def test_one_candidate_less_never_makes_it_better(
    barriers: set[str], candidates: list[Candidate], left_out: int
) -> None:
    fewer = [one for place, one in enumerate(candidates) if place != left_out]
    assert worth(barriers, best_plan(barriers, fewer).chosen) >= worth(
        barriers, best_plan(barriers, candidates).chosen
    )


@given(wanted, offered, st.integers(1, 6))
def test_a_search_that_gives_up_says_what_no_plan_is_below(
    barriers: set[str], candidates: list[Candidate], most_steps: int
) -> None:
    plan = best_plan(barriers, candidates, most_steps=most_steps)
    exact = best_plan(barriers, candidates)
    assert goes_together(plan.chosen)
    if len(plan.unsolved) == len(exact.unsolved):
        assert plan.doubled_bound <= exact.doubled_cost <= plan.doubled_cost


@pytest.mark.parametrize("most_steps", [1, 3, 5])
def test_a_search_that_gives_up_leaves_nothing_over_for_want_of_steps(most_steps: int) -> None:
    offered = [
        measure(f"m{place}", 9, 9 + place, BARRIERS[place % 6] + BARRIERS[(place + 1) % 6])
        for place in range(9)
    ]
    plan = best_plan(
        BARRIERS + "xy", [*offered, measure("x", 1, 1, "x"), measure("y", 1, 1, "y")], most_steps=most_steps
    )
    assert not plan.is_exact
    assert not plan.unsolved
    assert plan.doubled_bound <= plan.doubled_cost


def test_of_two_ways_for_the_same_money_the_one_with_fewer_and_simpler_measures_is_taken() -> None:
    offered = [
        measure("two-1", 0, 50, "a"),
        measure("two-2", 0, 50, "b"),
        measure("builder", 0, 100, "ab", simplicity=7),
        measure("simple", 0, 100, "ab", simplicity=1),
    ]
    assert best_plan("ab", offered).keys == {"simple"}


def test_a_barrier_nobody_can_solve_is_named() -> None:
    plan = best_plan("ab", [measure("one", 0, 100, "a")])
    assert plan.keys == {"one"}
    assert plan.unsolved == {"b"}


def test_measures_that_exclude_each_other_are_never_both_taken() -> None:
    offered = [
        measure("board", 10, 20, "a", excludes=frozenset({"shower"})),
        measure("shower", 500, 900, "b"),
        measure("bathroom", 1500, 3500, "ab"),
    ]
    assert best_plan("ab", offered).keys == {"bathroom"}
    assert len(best_plan("ab", offered[:2]).unsolved) == 1


@pytest.mark.parametrize(
    ("why", "keys"), [("no_building", {"aid", "aid-2"}), ("fewest", {"large"}), ("next_cheapest", {"fixed"})]
)
def test_an_alternative_says_what_makes_it_one(why: str, keys: set[str]) -> None:
    offered = [
        measure("small", 100, 100, "a", is_building_work=True),
        measure("small-2", 100, 100, "b", is_building_work=True),
        measure("aid", 200, 200, "a"),
        measure("aid-2", 200, 200, "b"),
        measure("large", 3000, 3000, "ab", is_building_work=True),
    ]
    if why == "next_cheapest":
        offered = [measure("taken", 1, 1, "a"), measure("fixed", 2, 2, "a")]
    found = {plan.why: plan.keys for plan in plans({b for one in offered for b in one.solves}, offered)}
    assert found[why] == keys  # type: ignore[index]


def test_an_alternative_that_leaves_more_over_comes_last() -> None:
    offered = [
        measure("work", 100, 100, "ab", is_building_work=True),
        measure("work-2", 300, 300, "ab", is_building_work=True),
        measure("aid", 10, 10, "a"),
    ]
    assert [plan.why for plan in plans("ab", offered)] == ["cheapest", "next_cheapest", "no_building"]


def test_a_search_can_be_stopped() -> None:
    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    offered = [
        measure(f"m{place}", 9, 9 + place, BARRIERS[place % 6] + BARRIERS[(place + 1) % 6])
        for place in range(9)
    ]
    with pytest.raises(Stopped):
        best_plan(BARRIERS, offered, check=stop)


def test_nothing_wanted_is_a_plan_without_measures() -> None:
    assert plans("", [measure("one", 0, 100, "a")]) == (Plan("cheapest", (), frozenset()),)
