"""The PDF of a report prints the numbers of its CSV files and no others: whoever attacks the files attacks it, too."""

import csv
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.reports.listening import Listener
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.reports.documents.yearly_report import build_yearly_report
from zwk_barrier.statistics.files import write_release
from zwk_barrier.statistics.files.file_tables import file_tables, indicators_of


@pytest.fixture(scope="module")
def listener(report: StatisticsReport) -> Listener:
    return Listener(build_yearly_report(report))


@pytest.fixture(scope="module")
def in_files(report: StatisticsReport, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[float]]:
    """The figures of each CSV by the title of its table; rounded to 0 is „< 5“."""
    folder = tmp_path_factory.mktemp("csv")
    write_release(report, folder, ["csv"])
    found = {}
    for table in file_tables(report):
        with next(folder.glob(f"*_{table.name}.csv")).open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file, delimiter=";"))
        columns = ["Anzahl", *(column.heading for column in table.values)]
        figures = [line[name].replace(".", ",") for line in lines for name in columns if line[name]]
        found[table.title] = Counter(figure for text in figures for figure in numbers(text))
    return found


def numbers(text: str) -> Iterator[float]:
    """The numbers of a cell as people read them."""
    for found in re.findall(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", text.replace("< 5", "0")):
        yield float(found.replace(".", "").replace(",", "."))


def printed(listener: Listener, place: int) -> Counter[float]:
    return Counter(
        figure for _head, *cells in listener.rows(place)[1:] for text in cells for figure in numbers(text)
    )


def test_every_table_prints_what_its_csv_says(
    listener: Listener, in_files: dict[str, Counter[float]]
) -> None:
    compared = 0
    for place, element in enumerate(listener.elements("Table")):
        captions = [listener.text_of(one) for one in listener.elements("Caption", element)]
        for title in captions:
            name = title.partition(": ")[2]
            assert printed(listener, place) == in_files[name], title
            compared += sum(in_files[name].values())
    assert compared > 300


def test_every_indicator_prints_what_the_csv_says(
    report: StatisticsReport, listener: Listener, in_files: dict[str, Counter[float]]
) -> None:
    told: Counter[float] = Counter()
    for place in range(len(listener.elements("Table"))):
        if listener.rows(place)[0][0] == "Kennzahl":
            told += printed(listener, place)
    rates = [
        value.before for value in indicators_of(report) if value.before and value.denominator is not None
    ]
    of_last_year = Counter(float(rate.value) for rate in rates if rate.value is not None)
    assert sum(told.values()) > 80
    # A rate of the year before stands in the files of that year, with its own denominator.
    assert told - in_files["Kennzahlen"] - of_last_year == Counter()
    assert sum(of_last_year.values()) < 4


def test_the_bars_say_only_what_the_tables_say(
    listener: Listener, in_files: dict[str, Counter[float]]
) -> None:
    bars = [heard.alternative for heard in listener.heard if heard.alternative]
    for told in bars:
        title, _colon, values = told.partition(". ")
        figures = Counter(n for value in values.split("; ") for n in numbers(value.rpartition(": ")[2]))
        name = title.removeprefix("Balken: ").rpartition(", ")[0]
        assert figures - in_files[name] == Counter(), told
    assert len(bars) > 10
