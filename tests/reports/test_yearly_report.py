"""The yearly report: bars that say what their table says, hidden numbers without a length, internal ones marked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from tests.reports import yearly_reports
from tests.reports.documents import made
from tests.reports.listening import Listener
from tests.reports.yearly_reports import HIDDEN, SMALL
from zwk_barrier.model.statistics_report import Shown, StatisticsReport
from zwk_barrier.reports.documents.yearly_report import build_yearly_report, yearly_report_file_name
from zwk_barrier.reports.documents.yearly_report_appendix import _named_tables
from zwk_barrier.reports.setting.figure_words import FigureWords
from zwk_barrier.wording import translator


def alternatives(content: bytes) -> list[str]:
    return [heard.alternative for heard in Listener(content).heard if heard.alternative]


def with_last(shown: Shown) -> StatisticsReport:
    """The ordinary report with another number in the last line but one of the table of districts."""
    record = yearly_reports.ordinary()
    use, where, money = record.sections
    first = where.tables[0]
    *rows, last, total = first.rows
    table = replace(first, rows=(*rows, replace(last, cells=(shown,)), total))
    return replace(record, sections=(use, replace(where, tables=(table, *where.tables[1:])), money))


def strokes(content: bytes) -> list[float]:
    """How long the dashed strokes are, in points."""
    pages = Listener(content).pdf.pages
    drawn = " ".join(bytes(page.Contents.read_bytes()).decode("latin-1") for page in pages)
    found = re.findall(r"\[2 3\] 0 d ([\d.]+) [\d.]+ m ([\d.]+) [\d.]+ l", drawn)
    return [round(float(end) - float(start), 1) for start, end in found]


def test_the_alternative_of_the_bars_says_what_the_table_says() -> None:
    listener = Listener(made("yearly_report", "ordinary").content)
    told = alternatives(listener.content)
    assert told[1] == (
        "Balken: Fälle nach Stadtteil, 2025. "
        "Lehe: 1.041; Goethestraße: 312; Klushof: verdeckt; Fischereihafen: < 5."
    )
    assert {"1.041", "312", "verdeckt", "< 5"} <= set(listener.texts("TD"))


def test_a_table_of_which_nothing_is_told_has_no_bars() -> None:
    assert alternatives(made("yearly_report", "empty").content) == []


def test_every_kind_of_number_that_is_not_told_is_drawn_alike() -> None:
    small, hidden = (build_yearly_report(with_last(shown)) for shown in (SMALL, HIDDEN))
    assert strokes(small) == strokes(hidden)
    assert set(strokes(small)) == {16.0}


def test_a_long_table_goes_on_under_its_caption_with_bars_of_one_scale() -> None:
    content = made("yearly_report", "huge").content
    captions = Listener(content).texts("Caption")
    assert captions == [f"Tabelle {number}: Fälle nach Gemeinde {number - 1}" for number in (1, 2, 3)]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    assert sum("Tabelle 2:" in text for text in pages) > 3
    assert len([told for told in alternatives(content) if "Gemeinde 1, 2025" in told]) > 3


def test_each_bar_stands_on_the_page_of_its_row_also_behind_a_row_that_parts() -> None:
    listener = Listener(made("yearly_report", "huge").content)
    shown = dict(zip([page.objgen for page in listener.pdf.pages], listener.shown(), strict=True))
    told = [
        (name, shown[figure.K[0].Pg.objgen])
        for figure in listener.elements("Figure")
        for name in re.findall(r"Gemeinde \d+(?= ?:| an)", str(figure.Alt).replace("\N{NO-BREAK SPACE}", " "))
    ]
    assert [name for name, _page in told] == [f"Gemeinde {number}" for number in range(2, 92)] * 3
    assert [name for name, page in told if not re.search(rf"{name}\b", page)] == []


def test_a_table_without_lines_is_a_sentence() -> None:
    texts = Listener(made("yearly_report", "empty").content).texts("P")
    assert "Tabelle 2: Kontakte. Im Zeitraum gab es nichts zu zählen." in texts


def test_internal_figures_say_so_on_every_page_and_in_the_name_of_the_file() -> None:
    content = made("yearly_report", "huge").content
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    assert all("Interne Zahlen – nicht weitergeben" in text for text in pages)
    assert yearly_report_file_name(yearly_reports.huge()) == "Jahresbericht_2025_intern.pdf"


def test_its_file_is_called_by_period_and_template() -> None:
    assert yearly_report_file_name(yearly_reports.ordinary()) == "Jahresbericht_2025_Magistrat.pdf"


def test_the_same_figures_give_the_same_file_on_another_day() -> None:
    record = yearly_reports.ordinary()
    later = replace(record, printed_on=record.printed_on.replace(year=2031))
    assert build_yearly_report(later) == build_yearly_report(record)


def test_the_cards_are_a_list_whose_numbers_stay_in_one_line() -> None:
    listener = Listener(made("yearly_report", "ordinary").content)
    assert {"Bewilligte Mittel", "412.600 €", "§ 40: 98 Anträge", "Vorjahr 274"} <= set(listener.texts("P"))


def test_no_page_but_the_last_is_left_half_empty() -> None:
    for size in ("ordinary", "huge"):
        document = pypdfium2.PdfDocument(made("yearly_report", size).content)
        for page in list(document)[:-1]:
            text = page.get_textpage()
            boxes = [text.get_charbox(at) for at in range(text.count_chars())]
            lowest = min(bottom for _left, bottom, _right, _top in boxes if bottom > 80)
            assert lowest < page.get_height() / 2.2


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Shown(1041), "1.041"),
        (SMALL, "< 5"),
        (HIDDEN, "verdeckt"),
        (Shown(None, "few", "share"), "zu wenige"),
        (Shown(None, "unknown", "euro"), "nicht bekannt"),
        (None, "–"),
        (Shown(Decimal("64.0"), measure="share"), "64,0 %"),
        (Shown(14, measure="days", low=8, high=14), "14 Tage"),
        (Shown(731, measure="days", low=731), "mehr als 731 Tage"),
        (Shown(41_260_050, measure="euro"), "412.600,50 €"),
        (Shown(312, measure="hours"), "312 Std."),
        (Shown(Decimal("2.31"), measure="ratio"), "2,31"),
    ],
)
def test_a_number_is_said_with_its_unit_or_the_reason_it_is_missing(shown: Shown | None, said: str) -> None:
    words = FigureWords(translator("de"), "de", 5)
    assert words.said(shown).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([4], "Tabelle 4"), ([2, 3], "Tabellen 2, 3"), ([6, 7, 8, 17], "Tabellen 6–8, 17")],
)
def test_tables_that_count_the_same_are_named_by_their_numbers(numbers: Sequence[int], said: str) -> None:
    assert _named_tables(translator("de"), numbers) == said
