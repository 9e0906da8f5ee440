"""The history of a case: every change of a field with who and when, newest first."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.history import PAGE, HistoryLine, case_history
from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.rules.typed import format_time
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _


class HistoryTab(QWidget):
    """Read in pieces: a case of years has thousands of lines."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        del history
        self.setObjectName("case_history")
        self._desk = desk
        self._case_id: UUID | None = None
        self._lines: list[HistoryLine] = []
        self._rows = RowList("case_history_rows", title=_("Verlauf"), is_clickable=False)
        self._older = Button("case_history_older", _("Ältere Einträge zeigen"), icon="history")
        self._older.clicked.connect(self._read_older)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Was wann geändert wurde"), name="case_history_title"))
        column.addWidget(
            SoftText(_("Den Verlauf eines einzelnen Feldes zeigt F6."), name="case_history_hint")
        )
        column.addWidget(self._rows)
        column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Reads the newest changes of the case."""
        case_id = overview.view.case.id
        wanted = max(PAGE, len(self._lines)) if case_id == self._case_id else PAGE
        self._case_id = case_id
        self._desk.ask(
            lambda session: case_history(session, case_id, limit=wanted),
            then=lambda lines: self._show(case_id, lines, wanted),
            owner=self,
        )

    def _read_older(self) -> None:
        case_id = self._case_id
        if case_id is None or not self._lines:
            return
        before = self._lines[-1].position
        self._desk.ask(
            lambda session: case_history(session, case_id, before=before),
            then=lambda lines: self._show(case_id, [*self._lines, *lines], len(self._lines) + PAGE),
            owner=self,
        )

    def _show(self, case_id: UUID, lines: Sequence[HistoryLine], wanted: int) -> None:
        if case_id != self._case_id:
            return
        self._lines = list(lines)
        today = this_day()
        self._rows.show_rows([_row(line, today) for line in self._lines])
        self._older.setVisible(len(self._lines) >= wanted)
        tab_in_reading_order(self)


def _row(line: HistoryLine, today: date) -> Row:
    moment = line.at.astimezone()
    who = line.staff or _("außerhalb des Programms")
    if line.is_undo:
        who = _("{who}, rückgängig gemacht").format(who=who)
    return Row(
        line.position,
        _what(line),
        note=f"{line.subject} · {who}" if line.field else who,
        lead=f"{format_near_date(moment.date(), today)} {format_time(moment.time())}",
    )


def _what(line: HistoryLine) -> str:
    if line.what == "added":
        said = f": {line.after}" if line.after else ""
        return _("{subject} angelegt").format(subject=line.subject) + said
    if line.what == "removed":
        return _("{subject} entfernt").format(subject=line.subject)
    if line.what == "restored":
        return _("{subject} wiederhergestellt").format(subject=line.subject)
    empty = _("leer")
    return f"{line.field}: {line.before or empty} → {line.after or empty}"
