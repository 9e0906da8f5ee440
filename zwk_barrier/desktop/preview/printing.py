"""Prints a document through the system's dialog, page by page, so that the window stays alive."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from zwk_barrier.desktop.preview.pages import POINTS_PER_INCH, PdfPages

_MOST_DOTS_PER_INCH = 300  # enough for photos and small print; more only fills the printer's memory


class PrintJob(QObject):
    """One document on its way to the printer, in the order and range the printer was set to.

    It has the document open for itself and lives until it is through, also when the preview is left; it
    ends early when :meth:`cancel` is called or the program ends.
    """

    progressed = Signal(float)
    """The share that is printed, up to 1.0."""

    finished = Signal(bool)
    """True when every page went to the printer."""

    def __init__(self, content: bytes, printer: QPrinter) -> None:
        application = QCoreApplication.instance()
        super().__init__(application)
        self._pages = PdfPages(content)
        self._printer = printer
        self._painter = QPainter()
        self._order = _wanted_pages(printer, len(self._pages))
        self._done = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._print_next)
        if application is not None:
            application.aboutToQuit.connect(self.cancel)

    def start(self) -> None:
        """Begins; a printer that does not answer ends the job at once."""
        if self._order and self._painter.begin(self._printer):
            self._timer.start()
        else:
            self._end(is_complete=False)

    def cancel(self) -> None:
        """Stops after the page that is being printed."""
        self._end(is_complete=False)

    def _print_next(self) -> None:
        if self._done and not self._printer.newPage():
            self._end(is_complete=False)
            return
        self._print_page(self._order[self._done])
        self._done += 1
        self.progressed.emit(self._done / len(self._order))
        if self._done == len(self._order):
            self._end(is_complete=True)

    def _print_page(self, index: int) -> None:
        scale = min(self._printer.resolution(), _MOST_DOTS_PER_INCH) / POINTS_PER_INCH
        picture = self._pages.picture(index, scale)
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        size = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(QRect(QPoint(0, 0), paper.size()).center())
        self._painter.drawImage(place, picture)

    def _end(self, *, is_complete: bool) -> None:
        self._timer.stop()
        if self._painter.isActive():
            if not is_complete:
                self._printer.abort()
            self._painter.end()
        self._pages.close()
        self.finished.emit(is_complete)
        self.deleteLater()


def make_printer(title: str) -> QPrinter:
    """The default printer on A4, its queue showing ``title``."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    printer.setFullPage(True)
    return printer


def _wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, counted from 0, as often as the printer cannot repeat them itself."""
    ranges = printer.pageRanges()
    pages = [index for index in range(count) if ranges.isEmpty() or ranges.contains(index + 1)]
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [index for index in pages for _copy in range(copies)]
