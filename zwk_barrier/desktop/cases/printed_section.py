"""What left the program of a case on paper or as a file, and whether a file is one the office made."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from zwk_barrier.casework.printing.printed_documents import FAULTY, PrintedRow, find_printed, printed_of
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.problems import Problem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date, format_time
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext


class PrintedSection(QWidget):
    """The list, newest first, and the question whether a file is from here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_printed")
        self._desk = desk
        self._case_id: UUID | None = None
        self._dialog: QFileDialog | None = None
        self._rows = RowList("case_printed_rows", title=_("Gedruckt und gespeichert"), is_clickable=False)
        self._empty = SoftText(
            _("Aus diesem Fall wurde noch nichts gedruckt oder gespeichert."), name="case_printed_empty"
        )
        self._ask = Button(
            "case_printed_ask", _("Ist diese Datei von uns?"), kind=Kind.SECONDARY, icon="file-text"
        )
        self._ask.clicked.connect(self._choose)
        self._answer = BodyText(name="case_printed_answer")
        self._answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Gedruckt und gespeichert"), name="case_printed_title"))
        for part in (self._rows, self._empty, self._ask, self._answer):
            column.addWidget(part)
        desk.changed.connect(self._reread)

    def show_case(self, case_id: UUID) -> None:
        """Shows what left the program of a case."""
        if case_id != self._case_id:
            self._answer.hide()
        self._case_id = case_id
        self._desk.ask(lambda session: (case_id, printed_of(session, case_id)), then=self._show, owner=self)

    def ask_about(self, path: str) -> None:
        """Says whether a file left the program just as it is."""
        name = Path(path).name
        self._desk.ask(
            lambda session: (name, find_printed(session, Path(path))),
            then=self._tell,
            failed=self._tell_problem,
            owner=self,
        )

    def _reread(self, changed: Changed) -> None:
        if self._case_id is not None and self.isVisible() and changed.touches("printed_document"):
            self.show_case(self._case_id)

    def _show(self, found: tuple[UUID, list[PrintedRow]]) -> None:
        case_id, rows = found
        if case_id != self._case_id:
            return  # the person went on to another case in between
        self._rows.show_rows([_row(one) for one in rows])
        self._rows.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _choose(self) -> None:
        dialog = self._dialog = QFileDialog(self.window(), _("Ist diese Datei von uns?"))
        dialog.setObjectName("case_printed_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("PDF-Dokument (*.pdf)"))
        dialog.fileSelected.connect(self.ask_about)
        dialog.open()

    def _tell(self, answer: tuple[str, list[PrintedRow]]) -> None:
        name, rows = answer
        if not rows:
            said = _("„{name}“ ist so nicht von hier, oder die Datei wurde danach verändert.").format(
                name=name
            )
        else:
            said = _("„{name}“ ist von uns, unverändert: {what}").format(name=name, what=_told(rows[0]))
        self._answer.setText(said)
        self._answer.show()

    def _tell_problem(self, problem: Problem) -> None:
        self._answer.setText(str(problem))
        self._answer.show()


def _row(one: PrintedRow) -> Row:
    moment = one.printed_at.astimezone()
    at = _("{time}\N{NO-BREAK SPACE}Uhr").format(time=format_time(moment.time()))
    note = " · ".join(part for part in (at, _extent(one), one.staff, *_variants(one)) if part)
    return Row(one.id, one.title, note=note, badge=format_date(moment.date()))


def _told(one: PrintedRow) -> str:
    moment = one.printed_at.astimezone()
    case = _("Fall {number}").format(number=one.case_number) if one.case_number else ""
    return ", ".join(part for part in (one.title, case, format_date(moment.date()), one.staff) if part) + "."


def _extent(one: PrintedRow) -> str:
    if one.pages is None:
        return ""
    return ngettext("{count} Seite", "{count} Seiten", one.pages).format(count=one.pages)


def _variants(one: PrintedRow) -> list[str]:
    words = {
        "large": _("Großdruck"),
        "with_german": _("mit Deutsch"),
        "redacted": _("unkenntlich"),
        "easy": _("Leichte Sprache"),
        FAULTY: _("nicht barrierefrei"),
    }
    told = [words[variant] for variant in one.variant.split(",") if variant in words]
    names = load_code_list("language")
    if one.language != "de":
        told.insert(0, names.label(one.language) if one.language in names else one.language)
    return told
