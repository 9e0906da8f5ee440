"""What was saved or printed is kept with the case."""

from pathlib import Path

from tests.desktop.preview.test_preview import count, page, printed, printer_to
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.printing.printed_documents import find_printed, printed_of


def kept(reader: Advisor) -> list[tuple[str, int | None]]:
    with reader.office.reading() as session:
        return [(row.title, row.pages) for row in printed_of(session, reader.case_id)]


def test_a_saved_report_is_kept_and_its_file_known_again(reader: Advisor, tmp_path: Path) -> None:
    page(reader).save_to(str(tmp_path / "Bericht.pdf"))
    reader.rest()

    assert kept(reader) == [("Besuchsbericht", count(reader))]
    with reader.office.reading() as session:
        (row,) = find_printed(session, tmp_path / "Bericht.pdf")
    assert row.case_id == reader.case_id


def test_a_printed_report_is_kept_too(reader: Advisor, tmp_path: Path) -> None:
    printed(reader, printer_to(tmp_path / "druck.pdf"))
    reader.rest()

    assert kept(reader) == [("Besuchsbericht", count(reader))]


def test_what_could_not_be_saved_is_not_kept(reader: Advisor, tmp_path: Path) -> None:
    page(reader).save_to(str(tmp_path / "weg" / "Bericht.pdf"))
    reader.rest()

    assert kept(reader) == []
