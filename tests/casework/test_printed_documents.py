"""What left the program is kept with its case, and a file is known again by what is in it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.casework.visiting import plan
from zwk_barrier.casework.printing.printed_documents import Printing, find_printed, keep_printed, printed_of
from zwk_barrier.problems import DocumentProblem
from zwk_barrier.store.office import OfficeStore

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def test_a_report_is_listed_with_the_case_of_its_visit(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    printing = Printing("visit_report", "Besuchsbericht", "de", "large", visit_id=visit_id)
    keep_printed(office, printing, b"%PDF one", 6, NOW)

    with office.reading() as session:
        (row,) = printed_of(session, case_id)
    assert (row.title, row.variant, row.pages, row.printed_at) == ("Besuchsbericht", "large", 6, NOW)
    assert row.case_number
    assert row.staff


def test_the_same_file_is_told_once_a_day_and_the_newest_comes_first(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    printing = Printing("visit_report", "Besuchsbericht", visit_id=visit_id)
    for content, later in ((b"one", 0), (b"one", 1), (b"two", 2), (b"one", 48)):
        keep_printed(office, printing, content, 1, NOW + timedelta(hours=later))

    with office.reading() as session:
        hours = [(row.printed_at - NOW) // timedelta(hours=1) for row in printed_of(session, case_id)]
    assert hours == [48, 2, 0]


def test_undo_does_not_take_back_what_is_on_paper(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    keep_printed(office, Printing("visit_report", "Bericht", visit_id=visit_id), b"one", 1, NOW)
    office.undo()

    with office.reading() as session:
        assert len(printed_of(session, case_id)) == 1


def test_a_file_is_known_again_until_one_byte_is_another(office: OfficeStore, tmp_path: Path) -> None:
    _case_id, visit_id = plan(office)
    keep_printed(office, Printing("visit_report", "Bericht", visit_id=visit_id), b"%PDF one", 1, NOW)
    same, other = tmp_path / "renamed.pdf", tmp_path / "other.pdf"
    same.write_bytes(b"%PDF one")
    other.write_bytes(b"%PDF onf")

    with office.reading() as session:
        assert [row.title for row in find_printed(session, same)] == ["Bericht"]
        assert find_printed(session, other) == []


def test_a_file_that_is_gone_is_told(office: OfficeStore, tmp_path: Path) -> None:
    with office.reading() as session, pytest.raises(DocumentProblem, match="lässt sich nicht lesen"):
        find_printed(session, tmp_path / "gone.pdf")
