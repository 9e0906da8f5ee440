"""Each indicator is what its definition says: computed once more in plain Python on a demonstration."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from tests.builders import a_demonstration, an_office
from tests.statistics.by_hand import BY_HAND
from tests.statistics.indicators_twice import agrees, indicators_of, is_rounded
from tests.statistics.world import World
from zwk_barrier.model.statistics_report import IndicatorValue
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.outlook.population import denominator_for
from zwk_barrier.store.office import OfficeStore

YEAR: Final = Period.year(2025)
TODAY: Final = date(2026, 11, 23)
NOT_BY_HAND: Final = {("per_1000_65", "")}
"""Needs inhabitants, and has a test of its own below."""

VARIANTS: Final = [
    (one.key, variant.code)
    for one in load_indicators().indicators.values()
    for variant in one.variants
    if (one.key, variant.code) not in NOT_BY_HAND
]


@pytest.fixture(scope="module", params=[60, pytest.param(5_000, marks=pytest.mark.slow)])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """Invented cases, few and many."""
    store = a_demonstration(tmp_path_factory.mktemp("office") / "o", cases=request.param)
    yield store
    store.close()


@pytest.fixture(scope="module")
def world(office: OfficeStore) -> World:
    """Its rows."""
    with office.reading() as session:
        return World.of(session)


@pytest.fixture(scope="module")
def values(office: OfficeStore) -> dict[tuple[str, str], IndicatorValue]:
    """Every indicator in every variant, exact."""
    return indicators_of(office, YEAR, TODAY)


def test_every_indicator_is_written_out_by_hand() -> None:
    assert sorted(BY_HAND) == sorted(VARIANTS)


@pytest.mark.parametrize(("key", "variant"), VARIANTS)
def test_an_indicator_is_what_its_definition_says(
    key: str, variant: str, world: World, values: dict[tuple[str, str], IndicatorValue]
) -> None:
    assert agrees(BY_HAND[key, variant](world), values[key, variant].now)


def test_enough_of_them_are_not_nothing(values: dict[tuple[str, str], IndicatorValue]) -> None:
    told = [one for one in values.values() if one.now.value]
    assert len(told) > 55


def test_people_per_thousand_are_those_of_65_and_older_over_inhabitants_of_that_age(
    office: OfficeStore, world: World, values: dict[tuple[str, str], IndicatorValue]
) -> None:
    old = {case.person_id for case in world.served if world.age(case) >= 65}
    with office.reading() as session:
        table = denominator_for(session, YEAR.last_day)
    assert table is not None
    inhabitants = table.inhabitants.persons(None, 65)
    assert inhabitants is not None
    assert is_rounded(values["per_1000_65", ""].now, 1000 * len(old) / inhabitants)


def test_an_office_without_inhabitants_or_cases_has_no_rates(tmp_path: Path) -> None:
    store = an_office(tmp_path / "o")
    with store.reading() as session:
        report = build_report(session, YEAR, "magistrat", view="internal", today=TODAY)
    marks = {one.key: one.now.mark for section in report.sections for one in section.indicators}
    assert (marks["per_1000_65"], marks["cases_per_post"], marks["share_80"]) == ("unknown", "unknown", "few")
    store.close()
