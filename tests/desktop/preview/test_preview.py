"""The report is read, enlarged, saved and printed from the program's own preview."""

from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPlainTextEdit, QSplitter

from tests.desktop import walk
from tests.desktop.access import walkers
from tests.desktop.access.pixels import grabbed
from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from tests.store.disk import full_after
from zwk_barrier.casework.visit import findings
from zwk_barrier.desktop.destinations import ToCases, ToVisit, ToVisitReport
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.desktop.preview.page_view import PageView
from zwk_barrier.desktop.preview.printing import PrintJob, make_printer
from zwk_barrier.desktop.style.theme import Theme


def page(reader: Advisor) -> PreviewPage:
    return reader.shown(PreviewPage, "preview_page")


def view(reader: Advisor) -> PageView:
    return reader.shown(PageView, "preview_pages")


def count(reader: Advisor) -> int:
    """How many pages the report has; more than two, so that ranges mean something."""
    pages = page(reader)._pages
    assert pages is not None
    assert len(pages) > 2
    return len(pages)


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    return text.replace("\N{NO-BREAK SPACE}", " ")


def count_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def printer_to(path: Path) -> QPrinter:
    printer = make_printer("Besuchsbericht")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def printed(reader: Advisor, printer: QPrinter) -> str:
    page(reader).print_to(printer)
    reader.qtbot.waitUntil(lambda: page(reader).output.job is None)
    return reader.words("notice_text")


def test_the_text_beside_the_pages_holds_what_was_typed(reader: Advisor) -> None:
    text = reader.shown(QPlainTextEdit, "preview_text").toPlainText().replace("\N{NO-BREAK SPACE}", " ")

    for typed in ("Olga Petrova", "9. November 2026", "63 cm", "17 cm zu wenig", "Feststellung 29"):
        assert typed in text
    assert reader.words("preview_state") == f"Seite 1 von {count(reader)}"
    assert reader.place == "preview_pages"


def test_the_pages_are_painted_as_they_will_be_printed(reader: Advisor) -> None:
    colours = {tuple(pixel) for row in grabbed(view(reader), view(reader).rect())[::4, ::4] for pixel in row}

    assert (255, 255, 255) in colours
    assert len(colours) > 20  # letters, not a white sheet


def test_no_row_of_pixels_is_left_out_where_the_place_is_smaller_than_the_picture(reader: Advisor) -> None:
    sheets = view(reader)._sheets
    sheets.set_zoom(0.6)
    picture, place = sheets._picture(0), sheets._places[0]
    for hundredths in range(61, 80):
        if picture.height() > place.height():
            break
        sheets.set_zoom(hundredths / 100)
        picture, place = sheets._picture(0), sheets._places[0]
    assert picture.height() > place.height()
    inside = QRect(1, 1, place.width() - 3, place.height() - 3)
    painted = sheets.grab(inside.translated(place.topLeft())).toImage().convertToFormat(picture.format())
    assert painted == picture.copy(inside)


def test_keys_walk_the_pages(reader: Advisor) -> None:
    last = count(reader)
    shown = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        reader.press(key)
        shown.append(reader.words("preview_state"))

    assert shown == [f"Seite {number} von {last}" for number in (2, last, last - 1, 1)]


def test_zoom_keys_enlarge_and_keep_the_page_until_it_fits_again(reader: Advisor) -> None:
    reader.press(Qt.Key.Key_Right)
    fitting = view(reader).zoom
    reader.press(Qt.Key.Key_Plus, CTRL)
    assert view(reader).zoom == pytest.approx(fitting * 1.2)
    assert reader.words("preview_state").startswith("Seite 2 von")
    reader.press(Qt.Key.Key_Minus, CTRL, times=2)
    assert view(reader).zoom < fitting

    reader.press(Qt.Key.Key_0, CTRL)
    assert view(reader).zoom == pytest.approx(fitting)


@pytest.mark.parametrize("steps", [20, -20])
def test_zoom_ends_before_nothing_can_be_seen(reader: Advisor, steps: int) -> None:
    for _step in range(abs(steps)):
        view(reader).set_zoom(view(reader).zoom * (1.5 if steps > 0 else 0.5))

    assert view(reader).zoom == (4.0 if steps > 0 else 0.4)


def test_pages_go_on_fitting_when_the_window_changes_until_they_were_zoomed(reader: Advisor) -> None:
    fitting = view(reader).zoom
    reader.workplace.resize(1024, 640)
    walkers.settled(reader.workplace)
    narrower = view(reader).zoom
    assert narrower < fitting
    assert view(reader).horizontalScrollBar().maximum() == 0

    view(reader).set_zoom(2.0)
    reader.workplace.resize(1280, 800)
    walkers.settled(reader.workplace)
    assert view(reader).zoom == 2.0


def test_saving_writes_a_pdf_with_the_right_words_and_says_so(reader: Advisor, tmp_path: Path) -> None:
    reader.press(Qt.Key.Key_S, CTRL)
    dialog = page(reader).findChild(QFileDialog, "preview_dialog")
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "Besuchsbericht_2026-0001_2026-11-09.pdf"
    path = tmp_path / "Bericht.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    reader.rest()

    assert "Feststellung 29" in text_of(path)
    assert "63 cm" in text_of(path)
    assert (
        reader.words("notice_text") == "Gespeichert: Bericht.pdf · geprüft: barrierefrei (PDF/UA-1, PDF/A-2a)"
    )


def test_a_full_disk_is_told_and_leaves_the_earlier_version(reader: Advisor, tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    path.write_bytes(b"frueher")
    with full_after(100):
        page(reader).save_to(str(path))
        reader.rest()

    assert "kein Platz" in reader.words("notice_text")
    assert path.read_bytes() == b"frueher"


def test_a_folder_that_is_gone_is_told_with_what_to_do(reader: Advisor, tmp_path: Path) -> None:
    page(reader).save_to(str(tmp_path / "weg" / "Bericht.pdf"))
    reader.rest()

    assert "gibt es nicht mehr" in reader.words("notice_text")
    assert "anderen Ordner" in reader.words("notice_text")


def test_every_page_goes_to_the_printer(reader: Advisor, tmp_path: Path) -> None:
    path = tmp_path / "druck.pdf"

    assert printed(reader, printer_to(path)) == "Der Bericht ist beim Drucker."
    assert count_of(path) == count(reader)
    assert reader.words("preview_state") == f"Seite 1 von {count(reader)}"


@pytest.mark.parametrize(("wanted", "count"), [("2-3", 2), ("1,3", 2), ("3", 1)])
def test_only_the_wanted_pages_go_to_the_printer(
    reader: Advisor, tmp_path: Path, wanted: str, count: int
) -> None:
    printer = printer_to(tmp_path / "druck.pdf")
    printer.setPageRanges(QPageRanges.fromString(wanted))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printed(reader, printer)

    assert count_of(tmp_path / "druck.pdf") == count


def test_a_printed_page_fills_the_paper_and_is_upright(reader: Advisor, tmp_path: Path) -> None:
    printed(reader, printer_to(tmp_path / "druck.pdf"))
    document = pypdfium2.PdfDocument(tmp_path / "druck.pdf")
    width, height = document.get_page_size(0)
    picture = document[0].render(scale=1).to_numpy()
    document.close()

    assert (round(width), round(height)) == (595, 842)
    assert picture[: picture.shape[0] // 6].min() < 128  # the letterhead is at the top
    assert picture.min() < picture.max()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_told(reader: Advisor, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "fehlt" / "druck.pdf")

    assert printed(reader, printer) == "Der Drucker hat nicht geantwortet."


def test_ctrl_p_asks_the_system_which_printer(reader: Advisor) -> None:
    page(reader).print_document()
    dialog = page(reader).findChild(QPrintDialog, "preview_dialog")
    assert dialog is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, count(reader))
    dialog.close()


def test_going_away_while_it_prints_prints_to_the_end(reader: Advisor, tmp_path: Path) -> None:
    pages = page(reader)._pages
    assert pages is not None
    finished: list[bool] = []
    wanted = len(pages)
    preview = page(reader)
    preview.print_to(printer_to(tmp_path / "druck.pdf"))
    assert preview.output.job is not None
    preview.output.job.finished.connect(finished.append)
    reader.workplace.go(ToCases())
    reader.qtbot.waitUntil(lambda: bool(finished))

    assert finished == [True]
    assert count_of(tmp_path / "druck.pdf") == wanted


def test_the_end_of_the_program_ends_the_printing_too(reader: Advisor, tmp_path: Path) -> None:
    pages = page(reader)._pages
    assert pages is not None
    job = PrintJob(pages.content, printer_to(tmp_path / "druck.pdf"))
    finished: list[bool] = []
    job.finished.connect(finished.append)
    job.start()

    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()

    assert finished == [False]


def test_esc_goes_back_to_the_visit(reader: Advisor) -> None:
    reader.press(Qt.Key.Key_Escape)
    reader.rest()

    assert reader.workplace.here == ToVisit(reader.visit_id)


def test_the_report_is_set_anew_each_time(reader: Advisor) -> None:
    findings.add_finding(reader.office, reader.visit_id, "Sprechanlage zu leise")
    reader.press(Qt.Key.Key_Escape)
    reader.rest()
    reader.workplace.go(ToVisitReport(reader.visit_id))
    reader.rest()

    assert "Sprechanlage zu leise" in reader.shown(QPlainTextEdit, "preview_text").toPlainText()


def test_nothing_of_the_document_stays_when_the_page_is_left_and_it_is_back_after_locking(
    reader: Advisor,
) -> None:
    preview = page(reader)
    reader.workplace.leave()
    assert preview._pages is None
    assert reader.shown(QPlainTextEdit, "preview_text").toPlainText() == ""
    assert not reader.shown(QAbstractButton, "preview_print").isEnabled()

    preview.hide()
    preview.show()
    reader.rest()
    reader.qtbot.waitUntil(lambda: preview._pages is not None)
    assert "Olga Petrova" in reader.shown(QPlainTextEdit, "preview_text").toPlainText()


def test_a_visit_that_is_gone_is_told_in_place_of_the_pages(reader: Advisor) -> None:
    reader.workplace.go(ToVisitReport(reader.case_id))
    reader.rest()

    assert reader.words("preview_state") == "Dieser Eintrag ist nicht mehr da."
    assert not reader.shown(QAbstractButton, "preview_save").isEnabled()


def test_a_screen_reader_has_a_name_for_everything(reader: Advisor) -> None:
    assert walkers.unnamed(page(reader)) == []


def test_the_keyboard_reaches_everything_and_is_kept_by_nothing(reader: Advisor) -> None:
    assert walkers.keyboard_gaps(page(reader)) == []


def test_the_page_is_seen_in_every_palette(reader: Advisor, theme: Theme) -> None:
    for choice in walk.PALETTES:
        theme.choose(choice)
        walkers.settled(page(reader))
        assert (choice, walkers.faint(page(reader))) == (choice, [])
        assert (choice, walkers.hidden_focus(reader.workplace)) == (choice, [])


def test_no_word_is_cut_at_any_text_size(reader: Advisor, theme: Theme) -> None:
    for size, scale in product([(1280, 800), (1024, 640)], walk.SCALES):
        reader.workplace.resize(*size)
        theme.set_scale(scale)
        walkers.settled(page(reader))
        assert (size, scale, walkers.clipped(page(reader))) == (size, scale, [])
        halves = reader.shown(QSplitter, "preview_halves")
        assert halves.rect().contains(view(reader).mapTo(halves, QPoint(0, 0)))
