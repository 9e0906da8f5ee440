"""Microdata laid over tables of the same quarters: what the difference tells, and that nothing else is called so."""

import json
from collections import Counter
from collections.abc import Callable
from itertools import product

import pytest

from zwk_barrier.statistics.attack import Kind, Release, RowFile, laid_over
from zwk_barrier.statistics.attack.published import Description, Dimension, PublishedCell, Unit

AREAS, AGES = ("nord", "mitte", "sued"), ("65-79", "80+")
PEOPLE = Counter({("nord", "65-79"): 61, ("nord", "80+"): 44, ("mitte", "65-79"): 70, ("mitte", "80+"): 52,
                  ("sued", "65-79"): 33, ("sued", "80+"): 20})  # fmt: skip
MISSING = Counter({("nord", "80+"): 1, ("mitte", "65-79"): 6, ("sued", "80+"): 2})
WHOLE = "2025"


def rows(
    people: Counter[tuple[str, str]],
    quarters: tuple[str, ...] = ("2025-Q1",),
    areas: tuple[str, ...] = AREAS,
) -> RowFile:
    columns = [
        {"name": name, "zwk:codes": {code: {"label": code.upper()} for code in codes}}
        for name, codes in (("area", areas), ("age", AGES))
    ]
    about = {"period": {WHOLE: list(quarters)}, "method": {"most_dropped": 0.05}}
    lines = ["area;age", *(";".join(who) for who, count in people.items() for _one in range(count))]
    return RowFile.read(
        "rows",
        "\n".join(lines),
        json.dumps({"zwk:release": about, "tableSchema": {"columns": columns}}),
    )


def tables(
    people: Counter[tuple[str, str]],
    *,
    persons: bool = True,
    said: Callable[[str], str] = str.upper,
    areas: tuple[str, ...] = AREAS,
) -> Release:
    """Area by age with all totals; ``said`` names a code."""
    cells = []
    for area, age in product((*areas, "*"), (*AGES, "*")):
        count = sum(n for who, n in people.items() if area in ("*", who[0]) and age in ("*", who[1]))
        where = {("area", area), ("age", age)} | ({("first_of_person", "yes")} if persons else set())
        kept = frozenset(pair for pair in where if pair[1] != "*")
        cells.append(PublishedCell(WHOLE, "cases", "t", kept, count, "", "t.csv"))
    dimensions = {
        name: Dimension(name, name, {code: said(code) for code in codes}, {})
        for name, codes in (("area", areas), ("age", AGES), ("first_of_person", ("yes", "no")))
    }
    told = Description(
        periods={WHOLE: ("2025-Q1",)}, units={"cases": Unit("cases", "")}, dimensions=dimensions
    )
    return Release("tables", told, tuple(cells), (), ())


def kinds(row_file: RowFile, *releases: Release) -> set[Kind]:
    return {finding.kind for finding in laid_over(row_file, releases)}


@pytest.mark.parametrize("persons", [True, False])
def test_true_counts_beside_rows_tell_who_is_missing(*, persons: bool) -> None:
    found = list(laid_over(rows(PEOPLE - MISSING), [tables(PEOPLE, persons=persons)]))
    assert {finding.kind for finding in found} == {Kind.DIFFERENCE}
    assert {finding.where for finding in found} >= {"80+, nord", "80+, sued"}


def test_tables_in_another_language_than_the_rows_tell_the_same() -> None:
    assert kinds(rows(PEOPLE - MISSING), tables(PEOPLE, said=str.title)) == {Kind.DIFFERENCE}


def test_values_put_together_in_the_rows_belie_no_table_that_names_them() -> None:
    apart = Counter({("west", age): 9 for age in AGES})
    there = rows(
        PEOPLE - MISSING + Counter({("other", age): 9 for age in AGES}), areas=(*AREAS, "west", "other")
    )
    assert kinds(there, tables(PEOPLE + apart, areas=(*AREAS, "west"))) == {Kind.DIFFERENCE}


def test_rounded_counts_that_some_rows_belie_tell_nothing() -> None:
    off = Counter({("nord", "80+"): 4, ("sued", "65-79"): 3})
    rounded = PEOPLE - off + Counter({("mitte", "80+"): 5})
    assert kinds(rows(PEOPLE - MISSING), tables(rounded)) == set()


def test_few_missing_people_are_few_whatever_the_tables_say() -> None:
    few = Counter({who: count // 6 for who, count in PEOPLE.items()})
    assert kinds(rows(few)) == {Kind.NARROW}
    assert kinds(rows(PEOPLE)) == set()


def test_a_printed_total_that_leaves_hardly_anybody_is_found() -> None:
    nobody_missing = tables(PEOPLE - Counter({("mitte", "80+"): 6, ("nord", "80+"): 1}))
    assert Kind.NARROW in kinds(rows(PEOPLE), nobody_missing)


def test_tables_of_other_quarters_say_nothing_of_the_rows() -> None:
    assert kinds(rows(PEOPLE - MISSING, ("2025-Q2",)), tables(PEOPLE)) == set()
