"""Every question of two dimensions there is, put together: nobody is read off whole, and who could be, is caught.

With so many dimensions a rounded row stands for a true set of attributes.  Whoever finds one pair that only one row
has goes on: what does that row have in every other dimension, if each pair with what is known must be there?
"""

from collections.abc import Mapping
from itertools import combinations

import pytest

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.periods.frozen import frozen_base
from zwk_barrier.statistics.questions import questions, thin_groups
from zwk_barrier.statistics.questions.questions import Axis, Question, ask
from zwk_barrier.statistics.units import dimensions_of
from zwk_barrier.store.office import OfficeStore

YEAR = Period.year(2025)
NO_ATTRIBUTES = {"quarter", "arrival", "first_of_person", "first_of_dwelling"}
NAMES = tuple(name for name in dimensions_of("cases") if name not in NO_ATTRIBUTES)

Value = tuple[str, str]  # dimension and code
Told = Mapping[frozenset[Value], int | None]
"""The answer for each pair of values; None where none is told."""


@pytest.fixture
def office(asked: OfficeStore, monkeypatch: pytest.MonkeyPatch) -> OfficeStore:
    """Its closed year is read once for all questions, which takes most of their time."""
    with asked.reading() as session:
        found = frozen_base(session, YEAR)
    assert found is not None
    monkeypatch.setattr(questions, "closed", lambda _session, _period: found)
    return asked


def everything_told(office: OfficeStore) -> Told:
    """What somebody hears who asks for every pair of dimensions."""
    told: dict[frozenset[Value], int | None] = {}
    with office.reading() as session:
        for one, other in combinations(NAMES, 2):
            rows, columns = (Axis(name, "district" if name == "area" else "") for name in (one, other))
            answer = ask(session, Question(YEAR, "cases", rows, columns), "protected")
            for (row, column), cell in answer.cells.items():
                if row and column:
                    count = 0 if cell.mark == "small" else cell.value
                    told[frozenset({(one, row), (other, column)})] = None if count is None else int(count)
    return told


def read_off(told: Told) -> list[set[Value]]:
    """What follows for each row that somebody can point at by a pair of values only it has."""
    codes: dict[str, set[str]] = {name: set() for name in NAMES}
    for pair in told:
        for name, code in pair:
            codes[name].add(code)
    return [grown(set(pair), told, codes) for pair, count in told.items() if count == 5]


def grown(known: set[Value], told: Told, codes: Mapping[str, set[str]]) -> set[Value]:
    """Everything a row must have that has what is known, as long as anything follows."""
    before = 0
    while len(known) > before:
        before = len(known)
        for name in set(NAMES) - {name for name, _code in known}:
            fits = [
                code
                for code in codes[name]
                if all(told.get(frozenset({(name, code), one})) != 0 for one in known)
            ]
            if len(fits) == 1:
                known.add((name, fits[0]))
    return known


def test_nobody_is_read_off_whole_from_every_pair_of_dimensions(office: OfficeStore) -> None:
    found = read_off(everything_told(office))
    assert all(len(known) < len(NAMES) / 4 for known in found)  # with 300 cases 4 of 26 at most


def test_without_thin_groups_somebody_would_be(office: OfficeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thin_groups, "LEAST_DIVIDED", 0)
    found = read_off(everything_told(office))
    assert any(len(known) == len(NAMES) for known in found)
