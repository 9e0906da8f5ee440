"""The best plan, against the two limits there are: trying every set of measures, and reading the table once."""

import random
import time
from collections.abc import Callable
from functools import partial
from itertools import combinations
from statistics import median
from typing import Final

from benchmarks.result import Result, milliseconds, quantile
from zwk_barrier.reference.solutions import load_solutions
from zwk_barrier.rules.plan import Candidate, best_plan, plans

_SMALL: Final = (8, 14)
_LARGE: Final = (25, 60)
_TURNS: Final = 5
_CASES: Final = 60
_MOST_SOLVED: Final = (3, 6, 9)


def measure(name: str) -> Result:
    """Random barriers and measures: small ones by both ways, large ones as a whole visit has at most."""
    small = [_case(seed, *_SMALL) for seed in range(_TURNS)]
    tried = median(_timed(partial(_by_trying_all, *case)) for case in small)
    found = median(_timed(partial(best_plan, *case)) for case in small)
    large = [_case(seed, *_LARGE) for seed in range(_CASES)]
    read = median(_timed(load_solutions.__wrapped__) for _turn in range(_TURNS))
    best = [_timed(partial(best_plan, *case)) for case in large]
    three = [_timed(partial(plans, *case)) for case in large]
    rows = [
        ("", "median", "p99", "ratio"),
        (f"every set tried, {_words(_SMALL)}", milliseconds(tried), "", "1.0"),
        ("best plan of the same", milliseconds(found), "", f"{found / tried:.4f}"),
        ("the table of solutions read", milliseconds(read), "", "1.0"),
        _row(f"best plan, {_words(_LARGE)}", best, read),
        _row("best plan and two others of the same", three, read),
    ]
    exact = sum(best_plan(*case).is_exact for case in large)
    notes = (f"{exact} of {_CASES} large ones were solved to the end; every third measure excludes another.",)
    return Result(name, "The best plan", rows, "best plan and two others below 200 ms", notes)


def _row(words: str, took: list[float], limit: float) -> tuple[str, ...]:
    middle = median(took)
    return words, milliseconds(middle), milliseconds(quantile(took, 0.99)), f"{middle / limit:.2f}"


def _words(size: tuple[int, int]) -> str:
    return f"{size[0]} barriers, {size[1]} measures"


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _case(seed: int, barriers: int, measures: int) -> tuple[list[str], list[Candidate]]:
    dice = random.Random(seed)  # noqa: S311 - what measures cost and solve
    wanted = [f"b{place}" for place in range(barriers)]
    keys = [f"m{place}" for place in range(measures)]
    most = _MOST_SOLVED[seed % len(_MOST_SOLVED)]
    return wanted, [_candidate(dice, key, keys, wanted, min(most, barriers)) for key in keys]


def _candidate(dice: random.Random, key: str, keys: list[str], wanted: list[str], most: int) -> Candidate:
    low, high = sorted((dice.randint(0, 500) * 100, dice.randint(0, 9000) * 100))
    return Candidate(
        key,
        low,
        high,
        frozenset(dice.sample(wanted, dice.randint(1, most))),
        frozenset({dice.choice(keys)} if dice.randrange(3) == 0 else ()) - {key},
        dice.randrange(9),
        is_building_work=dice.randrange(2) == 0,
        needs_consent=dice.randrange(2) == 0,
    )


def _by_trying_all(wanted: list[str], candidates: list[Candidate]) -> tuple[int, int]:
    """What the best set leaves over and costs."""
    everything = frozenset(wanted)
    return min(
        (
            len(everything.difference(*(one.solves for one in chosen))),
            sum(one.doubled_cost for one in chosen),
        )
        for count in range(len(candidates) + 1)
        for chosen in combinations(candidates, count)
        if not any(one.excludes & {other.key for other in chosen} for one in chosen)
    )
