"""A document that not everybody can read is kept, called so, and told to the person who saves or prints it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from pikepdf import String

from tests.desktop.preview.test_preview import printer_to
from tests.desktop.visits.advisor import Advisor
from tests.reports.mutants.surgery import changed, first, put
from zwk_barrier.casework.printing.printed_documents import FAULTY, Printing, find_printed
from zwk_barrier.desktop.preview.page import PreviewPage

Expecting = Callable[[str], AbstractContextManager[None]]


def test_saving_tells_what_is_wrong_and_names_the_file_so(
    reader: Advisor, tmp_path: Path, expect_log: Expecting
) -> None:
    page = reader.shown(PreviewPage, "preview_page")
    faulty = changed(put("/Alt", String("IMG_2041.JPG"), first("Figure")))
    page._show_document((faulty, "Bericht.pdf", Printing("visit_report")))
    with expect_log("not accessible: figure-named-like-file"):
        page.save_to(str(tmp_path / "Bericht.pdf"))
        reader.rest()

    told = reader.words("notice_text")
    assert "nicht für alle lesbar" in told
    assert "IMG_2041.JPG" in told
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["Bericht (nicht barrierefrei).pdf"]


def test_what_was_let_out_with_a_fault_is_kept_as_such(
    reader: Advisor, tmp_path: Path, expect_log: Expecting
) -> None:
    page = reader.shown(PreviewPage, "preview_page")
    faulty = changed(put("/Alt", String("IMG_2041.JPG"), first("Figure")))
    page._show_document((faulty, "Bericht.pdf", Printing("visit_report", visit_id=reader.visit_id)))
    with expect_log("not accessible: figure-named-like-file"):
        page.save_to(str(tmp_path / "Bericht.pdf"))
        reader.rest()
        page.print_to(printer_to(tmp_path / "druck.pdf"))
        reader.qtbot.waitUntil(lambda: page.output.job is None)
        reader.rest()

    with reader.office.reading() as session:
        (row,) = find_printed(session, tmp_path / "Bericht (nicht barrierefrei).pdf")
    assert row.variant == FAULTY
