"""Taking a file of inhabitants in: chosen, understood, shown, and only then kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.figures.population import TakingIn, take_in
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.statistics.population_words import (
    how_read,
    note_line,
    problem_title,
    table_columns,
    understood,
    understood_row,
)
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRow, FormRows
from zwk_barrier.desktop.widgets.headings import NoteText, StrongText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.desktop.widgets.text_fields import TextField
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.exchange.delimited import MOST_BYTES
from zwk_barrier.exchange.population import read_population
from zwk_barrier.model.population import ReadPopulation
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.statistics.outlook.population import INHABITANTS, region_areas
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _, ngettext

_MOST_LINES: Final = 12
_YEARS_AHEAD: Final = 40


class PopulationIntake(Card):
    """A form with a preview; hidden until it is begun."""

    taken_in = Signal()
    ended = Signal()
    """It is hidden again, with or without a new table."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__("population_intake", title=_("Einwohnertabelle einlesen"), accent=True)
        self._desk, self._today = desk, today
        self._read: ReadPopulation | None = None
        self.form = self.add(FormRows("population_form"))
        self._file = self.form.row(
            _("&Datei"),
            PathField(
                "population_file", pick=Pick.OLD_FILE, kinds=_("Tabellen (*.csv *.txt);;Alle Dateien (*)")
            ),
            hint=_("CSV der Statistikstelle oder aus Excel: Ortsteil oder Stadtteil, Altersgruppen, Anzahl."),
            wide=True,
        )
        kinds = [(code.code, code.label()) for code in load_code_list("population_kind")]
        self._kind = self.form.row(
            _("&Was zählt die Tabelle?"), ChoiceField("population_kind", kinds, is_optional=False)
        )
        self._kind.set_value(INHABITANTS)
        self._source = self.form.row(
            _("&Quelle"),
            TextField(
                "population_source", placeholder=_("z.\N{NO-BREAK SPACE}B. Melderegister, Statistikstelle")
            ),
            hint=_("Gilt, wo die Datei keine nennt. Die Quelle steht später neben jeder Zahl."),
        )
        self._day = self.form.row(
            _("S&tichtag"),
            DateField("population_day", today=today),
            hint=_("Gilt, wo die Datei keinen nennt."),
        )
        self._summary = self.add(StrongText(name="population_summary"))
        self._problems = self.add(WarningLines("population_problems"))
        self._preview = self.add(BarTable("population_preview", _("So wurde die Datei verstanden")))
        self._notes = self.add(NoteText(name="population_notes"))
        buttons = self.add(Flow("population_deeds"))
        self.take = buttons.add(Button("population_take", _("&Einlesen"), kind=Kind.PRIMARY, icon="check"))
        self.cancel = buttons.add(Button("population_cancel", _("Abbrechen"), kind=Kind.QUIET))
        self._connect()
        self.hide()

    def begin(self) -> None:
        """Shows an empty form with the keyboard in it."""
        for field in (self._file, self._source):
            field.set_value("")
        self._day.set_value(None)
        self._kind.set_value(INHABITANTS)
        self._forget()
        self.show()
        self._file.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_file(self, path: Path) -> None:
        """Reads a file and shows what was understood; nothing is kept yet."""
        kind, day = str(self._kind.value()), self._today()
        self._desk.ask(
            lambda session: read_population(_content(path), region_areas(session), day, kind),
            then=self._show,
            failed=self._refuse_file,
            owner=self,
        )

    def _read_again(self, _value: object = None) -> None:
        path = self._file.path()
        if path is None:
            self._forget()
        else:
            self.read_file(path)

    def _show(self, read: ReadPopulation) -> None:
        self._forget()
        self._read = read
        shown = [note_line(problem) for problem in read.problems[:_MOST_LINES]]
        more = len(read.problems) - _MOST_LINES
        if more > 0:
            shown.append(ngettext("und {n} weiterer Fehler", "und {n} weitere Fehler", more).format(n=more))
        self._problems.show_lines(shown)
        notes = [note_line(note) for note in read.notes]
        if read.can_be_taken_in:
            told = dict.fromkeys(understood(table) for table in read.tables)
            notes = [how_read(read), *told, *notes]
            self._preview.show_table(
                _("Quelle, Stichtag"), table_columns(), [understood_row(one) for one in read.tables]
            )
        self._preview.setVisible(read.can_be_taken_in)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._summary.setText(_summary(read))
        self._summary.show()
        self.take.setEnabled(read.can_be_taken_in)

    def _forget(self) -> None:
        self._read = None
        self._problems.show_lines(())
        for part in (self._preview, self._notes, self._summary):
            part.hide()
        self.take.setEnabled(False)
        for field in (self._file, self._source, self._day):
            self._error(field, "")

    def _take(self) -> None:
        self.form.settle()
        if self._read is None:
            return
        read = self._read
        taking = TakingIn(str(self._kind.value()), str(self._source.value() or ""), self._day.value())
        self._desk.do(
            lambda store: take_in(store, read, taking), then=self._taken, failed=self._refuse, owner=self
        )

    def _taken(self, ids: tuple[object, ...]) -> None:
        self._end()
        sentence = ngettext("{n} Tabelle eingelesen.", "{n} Tabellen eingelesen.", len(ids)).format(
            n=len(ids)
        )
        self._desk.say(sentence, with_undo=True)
        self.taken_in.emit()

    def _refuse(self, problem: Problem) -> None:
        fields = {"source": self._source, "counted_on": self._day, "file": self._file}
        field = fields.get(problem.field) if isinstance(problem, InputProblem) else None
        if field is None:
            self._desk.failing.emit(problem)
            return
        self._error(field, str(problem))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_file(self, problem: Problem) -> None:
        self._forget()
        self._error(self._file, str(problem))

    def _error(self, field: QWidget, sentence: str) -> None:
        row = field.parentWidget()
        while row is not None and not isinstance(row, FormRow):
            row = row.parentWidget()
        if isinstance(row, FormRow):
            row.show_error(sentence)

    def _end(self) -> None:
        self.hide()
        self._forget()
        self.ended.emit()

    def _connect(self) -> None:
        self._file.kept.connect(self._read_again)
        self._kind.kept.connect(self._read_again)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self._end)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputProblem(
            "file", _("Die Datei lässt sich nicht lesen: {reason}").format(reason=said_by_system(error))
        ) from error


def _summary(read: ReadPopulation) -> str:
    if not read.can_be_taken_in:
        return problem_title(read.problems)
    return ngettext(
        "So wurde die Datei verstanden: {n} Tabelle.",
        "So wurde die Datei verstanden: {n} Tabellen.",
        len(read.tables),
    ).format(n=len(read.tables))
