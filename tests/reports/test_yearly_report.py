"""The yearly report: bars that say what their table says, and hidden counts without a length."""

import re
from dataclasses import replace

from tests.reports import yearly_reports
from tests.reports.documents import made
from tests.reports.listening import Listener
from zwk_barrier.model.yearly_report import ShownCount, YearlyReport
from zwk_barrier.reports.yearly_report import build_yearly_report, yearly_report_file_name


def alternatives(content: bytes) -> list[str]:
    return [heard.alternative for heard in Listener(content).heard if heard.alternative]


def with_count(count: int | None, mark: str) -> YearlyReport:
    """The ordinary report with another count in the last line of its first table."""
    record = yearly_reports.ordinary()
    first = record.tables[0]
    last = replace(first.lines[-1], shown=ShownCount(count, mark))  # type: ignore[arg-type]
    return replace(record, tables=(replace(first, lines=(*first.lines[:-1], last)), *record.tables[1:]))


def test_the_alternative_of_the_bars_says_what_the_table_says() -> None:
    listener = Listener(made("yearly_report", "ordinary").content)
    (told,) = alternatives(listener.content)
    assert told == (
        "Balken: Fälle nach Stadtteil. Lehe: 1.041; Geestemünde: 312; Wulsdorf: verdeckt; Fischereihafen: < 5."
    )
    assert {"1.041", "312", "verdeckt", "< 5"} <= set(listener.texts("TD"))


def test_a_table_that_is_hidden_whole_has_no_bars() -> None:
    assert alternatives(made("yearly_report", "empty").content) == []


def test_both_kinds_of_hidden_counts_are_drawn_alike() -> None:
    small, hidden = (build_yearly_report(with_count(None, mark)) for mark in ("small", "hidden"))
    assert strokes(small) == strokes(hidden) == [16.0, 16.0]


def strokes(content: bytes) -> list[float]:
    """How long the dashed strokes are, in points."""
    pages = Listener(content).pdf.pages
    drawn = " ".join(bytes(page.Contents.read_bytes()).decode("latin-1") for page in pages)
    found = re.findall(r"\[2 3\] 0 d ([\d.]+) [\d.]+ m ([\d.]+) [\d.]+ l", drawn)
    return [round(float(end) - float(start), 1) for start, end in found]


def test_a_long_table_goes_on_under_its_title_with_bars_of_one_scale() -> None:
    listener = Listener(made("yearly_report", "huge").content)
    parts = [text for text in listener.texts("P") if text.startswith("Tabelle 2, Teil ")]
    assert len(parts) == 5
    assert all("Fälle nach Gemeinde 1." in text for text in parts[1:])


def test_a_year_that_still_runs_is_called_so() -> None:
    said = "Das Jahr ist noch nicht zu Ende: Die Zahlen sind vorläufig."
    assert said in Listener(made("yearly_report", "empty").content).texts("P")
    assert said not in Listener(made("yearly_report", "ordinary").content).texts("P")


def test_its_file_is_called_by_year_and_day() -> None:
    assert yearly_report_file_name(yearly_reports.ordinary()) == "Jahresbericht_2025_2026-01-15.pdf"
