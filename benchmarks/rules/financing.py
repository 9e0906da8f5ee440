"""The smallest own share, against trying every way of asking, and for whole cases with the programmes there are."""

import random
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from itertools import product
from statistics import median
from typing import Final

from benchmarks.result import Result, milliseconds, quantile
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.rules.financing import Financing, financing
from zwk_barrier.rules.funding import Member, Need, Offer, Situation, offers
from zwk_barrier.rules.sharing import Payer, share_out
from zwk_barrier.rules.sharing_flow import spread

_SMALL: Final = (5, 4)
_LARGE: Final = (25, 12)
_MEASURES: Final = 25
_LEAST: Final = 200_000  # a programme that pays a share starts at
_TURNS: Final = 5
_CASES: Final = 40
_OPEN: Final = date(2024, 6, 1)  # every programme took applications
_TODAY: Final = date(2026, 11, 22)


def measure(name: str) -> Result:
    """Random small and large ones, and 25 measures of the catalogue with the programmes as they are shipped."""
    small = [_random(seed, *_SMALL) for seed in range(_TURNS)]
    tried = median(_timed(partial(_by_trying_all, *case)) for case in small)
    found = median(_timed(partial(share_out, *case)) for case in small)
    large = [_random(seed, *_LARGE) for seed in range(_CASES)]
    mixed = [_timed(partial(share_out, *case)) for case in large]
    whole = [_whole_case(seed) for seed in range(_CASES)]
    read = median(_timed(partial(_offers, seed)) for seed in range(_CASES))
    planned = [_timed(case) for case in whole]
    rows = [
        ("", "median", "p99", "ratio"),
        (f"every way tried, {_words(_SMALL)}", milliseconds(tried), "", "1.0"),
        ("smallest own share of the same", milliseconds(found), "", f"{found / tried:.4f}"),
        ("funding check of 25 measures, all programmes", milliseconds(read), "", "1.0"),
        _row("smallest own share of the same", planned, read),
        _row(f"smallest own share, {_words(_LARGE)}", mixed, read),
    ]
    exact = sum(share_out(*case).is_exact for case in large)
    notes = (f"{exact} of {_CASES} large ones were solved to the end; every third payer excludes another.",)
    return Result(name, "The financing plan", rows, "a whole case below 100 ms", notes)


def _row(words: str, took: list[float], limit: float) -> tuple[str, ...]:
    middle = median(took)
    return words, milliseconds(middle), milliseconds(quantile(took, 0.99)), f"{middle / limit:.2f}"


def _words(size: tuple[int, int]) -> str:
    return f"{size[0]} measures, {size[1]} payers"


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _offers(seed: int) -> tuple[list[Need], tuple[Offer, ...]]:
    dice = random.Random(seed)  # noqa: S311 - which measures, and what they cost
    needs = []
    for place, entry in enumerate(dice.sample(list(load_catalogue()), _MEASURES)):
        cost = dice.randint(entry.cost_low or 0, max(entry.cost_low or 0, entry.cost_high or 500)) * 100
        needs.append(
            Need(
                id=str(place),
                title=entry.number,
                kind=entry.kind,
                catalogue_number=entry.number,
                payers=tuple(entry.payers),
                low=cost,
                high=cost,
                has_quote=True,
            )
        )
    situation = Situation(
        day=_OPEN if seed % 2 else _TODAY,
        members=(Member("3", "gkv", is_client=True), Member("2", "gkv")),
        tenure="eigentum_haus",
        household_form="paar",
        is_adult=True,
        land="HB",
    )
    return needs, offers(situation, needs, (), load_programmes())


def _whole_case(seed: int) -> Callable[[], Financing]:
    needs, found = _offers(seed)
    return partial(financing, {one.id: one.high or 0 for one in needs}, found)


def _random(seed: int, needs: int, payers: int) -> tuple[dict[str, int], list[Payer]]:
    dice = random.Random(seed)  # noqa: S311 - what measures cost, and who pays
    names = [f"n{place}" for place in range(needs)]
    costs = {name: dice.randint(2, 1200) * 1000 for name in names}
    return costs, [_payer(dice, place, names, payers) for place in range(payers)]


def _payer(dice: random.Random, place: int, names: list[str], payers: int) -> Payer:
    wanted = frozenset(dice.sample(names, dice.randint(2, max(2, len(names) // 2))))
    rivals = {f"P{dice.randrange(payers)}"} if dice.randrange(3) == 0 else set()
    cap = dice.choice((418_000, 836_000, 261_300, 1_000_000))
    ways = (partial(_capped, cap), _less_own_part, _share, partial(_capped, cap))
    return Payer(f"P{place}", wanted, ways[place % 4], place, frozenset(rivals - {f"P{place}"}))


def _capped(cap: int, costs: Mapping[str, int]) -> int:
    return min(sum(costs.values()), cap)


def _less_own_part(costs: Mapping[str, int]) -> int:
    return sum(cost - min(cost, 1000) for cost in costs.values())


def _share(costs: Mapping[str, int]) -> int:
    total = sum(costs.values())
    return min(total, 2_500_000) // 10 if total >= _LEAST else 0


def _by_trying_all(costs: dict[str, int], payers: list[Payer]) -> int:
    ways = [_sets(need, payers) for need in costs]
    return max(_paid(costs, payers, chosen) for chosen in product(*ways))


def _sets(need: str, payers: list[Payer]) -> list[tuple[str, ...]]:
    sets: list[tuple[str, ...]] = [()]
    for one in (payer for payer in payers if need in payer.needs):
        rivals = {other.code for other in payers if one.code in other.not_with} | one.not_with
        sets += [(*chosen, one.code) for chosen in sets if rivals.isdisjoint(chosen)]
    return sets


def _paid(costs: dict[str, int], payers: list[Payer], chosen: tuple[tuple[str, ...], ...]) -> int:
    asked = {
        payer.code: {
            need: cost
            for (need, cost), codes in zip(costs.items(), chosen, strict=True)
            if payer.code in codes
        }
        for payer in payers
    }
    limits = [
        [
            (min(payer.pays({need: cost}), cost) or cost) if need in asked[payer.code] else 0
            for need, cost in costs.items()
        ]
        for payer in payers
    ]
    totals = [payer.pays(asked[payer.code]) for payer in payers]
    return sum(spread(list(costs.values()), totals, limits).values())
