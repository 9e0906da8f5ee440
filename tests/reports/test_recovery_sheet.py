"""The recovery sheet: one page, the key easy to read, and accessible like every document."""

from datetime import date

import pytest

from tests.reports.listening import Listener
from zwk_barrier.reports.documents.recovery_sheet import build_recovery_sheet
from zwk_barrier.reports.documents.recovery_sheet_story import rows

KEY = "ABCD-EFGH-JKLM-NPQR-2345-67AB-CDEF-GHJK"


@pytest.fixture(scope="module")
def sheet() -> Listener:
    return Listener(build_recovery_sheet("Wohnberatung Musterhaven", KEY, date(2026, 11, 9)))


def test_the_sheet_is_one_page_that_keeps_both_standards(sheet: Listener) -> None:
    assert len(sheet.pdf.pages) == 1
    assert [*sheet.failures("ua1"), *sheet.failures("2a")] == []


def test_the_key_is_read_group_by_group(sheet: Listener) -> None:
    assert KEY.replace("-", " ") in sheet.texts("P")
    assert "".join(KEY.split("-")) in "".join(sheet.shown()[0].split())


def test_the_sheet_says_what_the_key_is_for_and_where_it_belongs(sheet: Listener) -> None:
    assert sheet.texts("H1", "H2") == [
        "Wiederherstellungsschlüssel",
        "Wozu er da ist",
        "Wo er liegen soll",
        "Wenn er gebraucht wird",
    ]


def test_a_key_without_hyphens_is_parted_all_the_same() -> None:
    assert rows("ABCDEFGHJK") == [["ABCD", "EFGH", "JK"]]
    assert rows(KEY) == [["ABCD", "EFGH", "JKLM", "NPQR"], ["2345", "67AB", "CDEF", "GHJK"]]


def test_a_long_office_name_and_key_stay_on_the_page() -> None:
    sheet = Listener(build_recovery_sheet("Beratungsstelle " * 12, KEY, date(2026, 11, 9)))
    assert len(sheet.pdf.pages) == 1
