"""Where a figure comes from: the cases behind it, for those who may open them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.case.cases import CaseRow, case_rows
from zwk_barrier.casework.office.roles import require_seeing_cases
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.headings import NoteText, SoftText
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.model.statistics_report import Origin
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.questions.case_lists import cases_behind
from zwk_barrier.wording import _, ngettext

_HEIGHT, _WIDTH, _LEAST, _AROUND = 420, 760, 120, 260  # px at 100 %
_BESIDE = 128  # px
_PAGE = 500


def read_cases(session: Any, staff_id: UUID, period: Period, origin: Origin) -> list[Sequence[str]]:
    """Id, number, name, area, state and day of opening of each case behind a figure, in words.

    Raises NotAllowed for a person who only counts.
    """
    require_seeing_cases(session, staff_id)
    ids = sorted(cases_behind(session, period, origin.unit, dict(origin.where), may_see_cases=True))
    areas = load_areas(office_settings(session).region)
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    rows = [row for page in pages for row in case_rows(session, page)]
    return [
        (
            row.id.hex,
            row.number,
            row.name or _("ohne Namen"),
            areas.label(row.area) if row.area else "",
            load_code_list("case_status").label(row.status),
            format_date(row.opened_at.astimezone().date()),
        )
        for row in sorted(rows, key=_newest_first)
    ]


class CaseListDialog(Dialog):
    """Lists the cases of one figure; Enter opens one."""

    def __init__(self, desk: Desk, parent: QWidget, period: Period, title: str, origin: Origin) -> None:
        super().__init__(parent, "behind", title)
        self._desk = desk
        self._count = self.add(SoftText(_("Die Fälle werden gesucht …"), name="behind_count"))
        self._rows = _Rows()
        self.table = PagedTable("behind_table", _("Fälle hinter der Zahl"), _columns(), self._rows)
        self.table.let_squeeze()
        self.table.opened.connect(self._open)
        look, room = current_look(), self.screen().availableGeometry()
        self.table.setMinimumSize(
            min(look.px(_WIDTH), room.width() - _BESIDE),
            max(look.px(_LEAST), min(look.px(_HEIGHT), room.height() - look.px(_AROUND))),
        )
        self.add(self.table, 1)
        self.add(NoteText(_("Eingabe öffnet einen Fall. Die Liste ist nur für innen."), name="behind_keys"))
        self.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
        me = desk.store.staff_id
        desk.ask(
            lambda session: read_cases(session, me, period, origin),
            then=lambda rows: self._show(rows, period),
            owner=self,
        )

    def begin(self) -> None:
        """Opens it with the keyboard in the list."""
        self.open()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, rows: list[Sequence[str]], period: Period) -> None:
        self._rows.take(rows)
        self._count.setText(
            ngettext("{n} Fall, {period}", "{n} Fälle, {period}", len(rows)).format(
                n=len(rows), period=period_title(period)
            )
            if rows
            else _(
                "Hinter dieser Zahl steht kein Fall, z.\N{NO-BREAK SPACE}B. weil sie Kontakte ohne Fall zählt."
            )
        )
        self.table.load()
        if rows:
            self.table.selectRow(0)

    def _open(self, key: str) -> None:
        self.accept()
        self._desk.go(ToCase(UUID(key)))


class _Rows:
    """The rows as they were read, sorted where they are shown."""

    def __init__(self) -> None:
        self._rows: dict[str, Sequence[str]] = {}

    def take(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = {row[0]: row[1:] for row in rows}

    def fetch_ids(self, order: Order, wanted: object) -> Sequence[str]:
        del wanted
        place = [column.code for column in _columns()].index(order.column)
        by = sorted(self._rows, key=lambda key: fold(self._rows[key][place]))
        return by[::-1] if order.is_descending else by

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        return [self._rows[key] for key in ids]


def _columns() -> list[Column]:
    return [
        Column("number", _("Nummer"), 110),
        Column("name", _("Name"), 180),
        Column("area", _("Ortsteil"), 180),
        Column("status", _("Status"), 140),
        Column("opened", _("Eröffnet am"), 120, can_sort=False),
    ]


def _newest_first(row: CaseRow) -> tuple[float, str]:
    return -row.opened_at.timestamp(), row.number
