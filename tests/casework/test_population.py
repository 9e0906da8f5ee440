"""Tables of inhabitants taken in whole, taken away, and brought back."""

from datetime import date

import pytest

from zwk_barrier.casework.figures.population import TakingIn, remove_table, take_in
from zwk_barrier.casework.records import keep
from zwk_barrier.exchange.population import read_population
from zwk_barrier.model import Staff
from zwk_barrier.model.population import ReadPopulation
from zwk_barrier.problems import ConflictProblem, InputProblem, NotAllowed
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.statistics.outlook.population import Denominator, denominator_for, population_tables
from zwk_barrier.store.office import OfficeStore

AREAS = load_areas("bremerhaven")
REGISTER = TakingIn("einwohner", "Melderegister", date(2024, 12, 31))


def a_file(old: int = 100, day: str = "") -> ReadPopulation:
    head = "Stadtteil;Einwohner;65+" + (";Stichtag" if day else "")
    lines = [
        f"{area.key};{old * 4};{old}" + (f";{day}" if day else "")
        for area in AREAS
        if area.level == "stadtteil"
    ]
    return read_population("\n".join([head, *lines]).encode(), AREAS, date(2026, 11, 23))


def tables(office: OfficeStore) -> tuple[Denominator, ...]:
    with office.reading() as session:
        return population_tables(session)


def test_a_file_becomes_a_table_with_its_source_and_day(office: OfficeStore) -> None:
    take_in(office, a_file(), REGISTER)

    [table] = tables(office)
    assert table.named == "Melderegister, 31.12.2024"
    assert table.inhabitants.persons("13", 65) == 100
    assert table.share(None, 65) == 0.25


def test_undo_takes_a_whole_file_away_again(office: OfficeStore) -> None:
    take_in(office, a_file(), REGISTER)

    office.undo()

    assert tables(office) == ()


def test_a_removed_table_comes_back_by_undo(office: OfficeStore) -> None:
    _changed, [table_id] = take_in(office, a_file(), REGISTER)
    remove_table(office, table_id)
    assert tables(office) == ()

    office.undo()

    assert [table.inhabitants.persons(None, 65) for table in tables(office)] == [900]


def test_competing_tables_stand_side_by_side(office: OfficeStore) -> None:
    take_in(office, a_file(100), REGISTER)
    take_in(office, a_file(90), TakingIn("einwohner", "Fortschreibung", date(2024, 12, 31)))

    assert {(table.source, table.inhabitants.persons(None)) for table in tables(office)} == {
        ("Melderegister", 3_600),
        ("Fortschreibung", 3_240),
    }


def test_the_same_file_is_not_taken_in_twice(office: OfficeStore) -> None:
    _changed, [table_id] = take_in(office, a_file(), REGISTER)

    with pytest.raises(ConflictProblem):
        take_in(office, a_file(), REGISTER)
    remove_table(office, table_id)
    take_in(office, a_file(), REGISTER)


@pytest.mark.parametrize(
    ("taking", "field"),
    [
        (TakingIn("einwohner", "", date(2024, 12, 31)), "source"),
        (TakingIn("einwohner", "Melderegister"), "counted_on"),
        (TakingIn("umfrage", "Melderegister", date(2024, 12, 31)), "kind"),
    ],
)
def test_what_is_missing_is_asked_for(office: OfficeStore, taking: TakingIn, field: str) -> None:
    with pytest.raises(InputProblem) as problem:
        take_in(office, a_file(), taking)

    assert problem.value.field == field
    assert tables(office) == ()


def test_a_file_with_a_mistake_is_not_taken_in(office: OfficeStore) -> None:
    broken = read_population(b"Stadtteil;65+\nAtlantis;5", AREAS, date(2026, 11, 23))

    with pytest.raises(InputProblem):
        take_in(office, broken, REGISTER)
    assert tables(office) == ()


def test_advisors_do_not_take_tables_in(office: OfficeStore) -> None:
    keep(office, Staff, office.staff_id, role="beratung")

    with pytest.raises(NotAllowed):
        take_in(office, a_file(), REGISTER)
    assert tables(office) == ()


def test_a_rate_refers_to_the_table_closest_to_the_end_of_its_period(office: OfficeStore) -> None:
    for day in ("31.12.2015", "31.12.2020", "31.12.2025"):
        take_in(office, a_file(day=day), TakingIn("einwohner", "Melderegister"))

    with office.reading() as session:
        chosen = [denominator_for(session, day) for day in (date(2024, 12, 31), date(2021, 6, 30))]

    assert [table and table.counted_on.year for table in chosen] == [2025, 2020]
