"""What the yearly report is gathered from: the same safe tables, and nothing that they hide."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import a_case, an_office
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.model.yearly_report import YearlyReport
from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.yearly import OVERVIEW, count_year
from zwk_barrier.statistics.yearly_report import gather_yearly_report
from zwk_barrier.store.office import OfficeStore

DAY = date(2026, 11, 22)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    """Twelve women and seven men, and two of whom nothing is said."""
    with an_office(tmp_path / "office") as store:
        for number, gender in enumerate(["w"] * 12 + ["m"] * 7 + [None] * 2):
            a_case(store, f"2025-{number:04}", date(2025, 3, 2), gender=gender)
        yield store


def gathered(office: OfficeStore, year: int = 2025) -> YearlyReport:
    with office.reading() as session:
        return gather_yearly_report(session, year, DAY, Letterhead("Beratungsstelle"))


def test_it_tells_what_the_exported_tables_tell(office: OfficeStore) -> None:
    with office.reading() as session:
        safe = {table.title: table for table in count_year(session, 2025) if table.name != OVERVIEW}
    for table in gathered(office).tables:
        told = [(line.label, line.shown.count, line.shown.mark) for line in table.lines]
        assert told == [(label, cell.count, cell.mark) for _code, label, cell in safe.pop(table.title).lines]
    assert safe == {}


def test_a_small_number_and_what_would_tell_it_are_not_in_the_record(office: OfficeStore) -> None:
    table = next(one for one in gathered(office).tables if one.title == "Fälle nach Geschlecht")
    counts = {line.label: line.shown.count for line in table.lines}
    assert table.total is not None
    assert table.total.count == 21
    assert counts["nicht angegeben"] is None
    assert 21 - sum(count or 0 for count in counts.values()) >= 5


def test_no_number_below_the_least_is_anywhere_in_it(office: OfficeStore) -> None:
    record = gathered(office)
    shown = [line.shown for line in record.overview]
    shown += [line.shown for table in record.tables for line in table.lines]
    shown += [table.total for table in record.tables if table.total is not None]
    assert min(one.count for one in shown if one.count is not None) >= record.least
    assert all((one.count is None) == (one.mark != "shown") for one in shown)


def test_each_figure_says_what_it_counts(office: OfficeStore) -> None:
    record = gathered(office)
    assert all(line.definition for line in record.overview)
    assert all(table.definition for table in record.tables)


def test_a_year_that_cannot_be_is_refused(office: OfficeStore) -> None:
    with pytest.raises(InputProblem, match="1889"):
        gathered(office, 1889)
