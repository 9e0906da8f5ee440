"""A document that not everybody can read is kept, called so, and told to the person who saves or prints it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from pikepdf import String

from tests.desktop.visits.advisor import Advisor
from tests.reports.mutants.surgery import changed, first, put
from zwk_barrier.casework.printed_documents import Printing
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
