"""A year's figures: counted as defined, and no figure gives another away."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_case, a_visit, an_office, noon
from zwk_barrier.casework.cases import close_case
from zwk_barrier.model import CaseFile, Contact, Person
from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.yearly_counting import Figure, Year, count_figures, count_tables
from zwk_barrier.statistics.protection import LEAST
from zwk_barrier.statistics.yearly import SafeTable, count_year, safe_tables
from zwk_barrier.store.office import OfficeStore

YEAR = Year(2025)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    """An empty office."""
    with an_office(tmp_path / "office") as store:
        yield store


def figures(office: OfficeStore, year: int = 2025) -> dict[str, int]:
    """The unprotected figures of a year."""
    with office.reading() as session:
        return {figure.name: figure.count for figure in count_figures(session, Year(year))}


def table(office: OfficeStore, name: str, year: int = 2025) -> dict[str, int]:
    """One unprotected table, its zeros left out."""
    with office.reading() as session:
        found = next(one for one in count_tables(session, Year(year)) if one.name == name)
    return {code: count for code, _label, count in found.lines if count}


def add_contact(office: OfficeStore, day: date, **values: object) -> None:
    with office.deed("contact_added") as deed:
        deed.session.add(Contact(happened_at=noon(day), **values))


def test_a_case_counts_in_every_year_it_was_open(office: OfficeStore) -> None:
    case = a_case(office, "2024-0001", date(2024, 5, 2))
    close_case(office, case, "beratung_ausreichend", date(2025, 3, 1))
    of_year = {year: figures(office, year) for year in (2023, 2024, 2025, 2026)}
    assert [of_year[year]["cases"] for year in of_year] == [0, 1, 1, 0]
    assert [of_year[year]["new_cases"] for year in of_year] == [0, 1, 0, 0]
    assert [of_year[year]["closed_cases"] for year in of_year] == [0, 0, 1, 0]
    assert table(office, "closed_cases_by_outcome") == {"beratung_ausreichend": 1}


def test_a_year_begins_and_ends_at_local_midnight(office: OfficeStore) -> None:
    a_case(office, "2025-0001", date(2025, 1, 1))
    with office.deed("moved") as deed:
        deed.session.query(CaseFile).update({"opened_at": datetime(2025, 1, 1).astimezone(UTC)})
    assert figures(office, 2025)["new_cases"] == 1
    assert figures(office, 2024)["new_cases"] == 0


def test_a_first_request_is_a_new_case_or_a_contact_without_one(office: OfficeStore) -> None:
    a_case(office, "2025-0001", date(2025, 4, 1), channel="mail")
    add_contact(office, date(2025, 4, 2), kind="telefon", channel="tel", is_anonymous=True)
    assert figures(office)["first_requests"] == 2
    assert table(office, "first_requests_by_channel") == {"mail": 1, "tel": 1}


def test_home_visits_are_counted_once_and_only_when_made(office: OfficeStore) -> None:
    a_visit(office, date(2025, 5, 6))
    a_visit(office, date(datetime.now().astimezone().year + 1, 1, 1))
    add_contact(office, date(2025, 5, 6), kind="hausbesuch")
    add_contact(office, date(2025, 5, 7), kind="telefon")
    assert figures(office)["visits"] == 1
    assert figures(office)["contacts"] == 1
    assert table(office, "contacts_by_kind") == {"telefon": 1}
    assert table(office, "visits_by_quarter") == {"2": 1}


def test_districts_ages_and_unknown_values_all_have_their_line(office: OfficeStore) -> None:
    a_case(office, "2025-0001", date(2025, 4, 1), area="134", birth_year=1940, care_grade="2")
    a_case(office, "2025-0002", date(2025, 4, 1), area="211", born_on=date(1960, 12, 31))
    a_case(office, "2025-0003", date(2025, 4, 1), area="no such area")
    assert table(office, "cases_by_district") == {"13": 1, "21": 1, "unbekannt": 1}
    assert table(office, "cases_by_age") == {"85_89": 1, "65_69": 1, "unbekannt": 1}
    assert table(office, "cases_by_care_grade") == {"2": 1, "unbekannt": 2}


def test_what_was_removed_is_not_counted(office: OfficeStore) -> None:
    case = a_case(office, "2025-0001", date(2025, 4, 1))
    with office.deed("removed") as deed:
        deed.session.get_one(CaseFile, case).removed_at = noon(date(2025, 4, 2))
    assert set(figures(office).values()) == {0}


def test_every_table_adds_up_to_the_figure_it_belongs_to(office: OfficeStore) -> None:
    for number in range(7):
        a_case(office, f"2025-{number:04d}", date(2025, 1 + number, 3), gender="w" if number % 2 else None)
        add_contact(office, date(2025, 1 + number, 4), kind=None)
        a_visit(office, date(2025, 1 + number, 5))
    numbers = figures(office)
    with office.reading() as session:
        tables = count_tables(session, YEAR)
    assert {one.name: sum(count for *_words, count in one.lines) for one in tables} == {
        one.name: numbers[one.of] for one in tables
    }


@pytest.mark.parametrize("year", [1853, 1989, 2999])
def test_a_year_that_cannot_be_is_said_so(office: OfficeStore, year: int) -> None:
    with office.reading() as session, pytest.raises(InputProblem, match=str(year)):
        count_year(session, year)


def overview(numbers: dict[str, int]) -> dict[str, str]:
    """How each figure of an overview is shown."""
    parts = {"new_cases": ("cases", "first_requests"), "closed_cases": ("cases",)}
    shown = safe_tables(
        [Figure(name, name, count, parts.get(name, ())) for name, count in numbers.items()], []
    )
    return {code: cell.mark for code, _label, cell in shown[0].lines}


def test_a_part_is_hidden_when_the_rest_of_its_whole_is_small() -> None:
    assert overview({"first_requests": 30, "new_cases": 20, "cases": 22, "closed_cases": 12}) == {
        "first_requests": "shown",
        "new_cases": "hidden",
        "cases": "shown",
        "closed_cases": "shown",
    }


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_no_difference_of_two_figures_is_a_small_number(
    new: int, taken_over: int, without_case: int, left_open: int
) -> None:
    cases = new + taken_over
    numbers = {
        "first_requests": new + without_case,
        "new_cases": new,
        "cases": cases,
        "closed_cases": max(0, cases - left_open),
    }
    marks = overview(numbers)
    for whole, part in (("cases", "new_cases"), ("first_requests", "new_cases"), ("cases", "closed_cases")):
        if marks[whole] == marks[part] == "shown":
            assert not 0 < numbers[whole] - numbers[part] < LEAST


def test_a_table_is_left_out_when_its_total_is_hidden(office: OfficeStore) -> None:
    for number in range(12):
        case = a_case(office, f"2025-{number:04d}", date(2025, 4, 1))
        if number < 10:
            close_case(office, case, "in_eigenregie", date(2025, 6, 1))
    with office.reading() as session:
        shown = {one.name: one for one in count_year(session, 2025)}
    assert "closed_cases_by_outcome" not in shown
    assert "cases_by_district" in shown
    assert small_numbers(list(shown.values())) == []


def small_numbers(tables: Iterable[SafeTable]) -> list[int]:
    """Every shown number below five."""
    totals = [table.total for table in tables if table.total]
    cells = [cell for table in tables for _code, _label, cell in table.lines] + totals
    return [cell.count for cell in cells if cell.count is not None and cell.count < LEAST]


def test_people_are_counted_and_never_named(office: OfficeStore) -> None:
    a_case(office, "2025-0001", date(2025, 4, 1), family_name="Petrova", note="Dialyse")
    with office.reading() as session:
        assert session.query(Person).count() == 1
        shown = repr(count_year(session, 2025))
    assert "Petrova" not in shown
    assert "Dialyse" not in shown
