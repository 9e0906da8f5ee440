"""Where the rows of the list of cases come from; asked on a reading thread."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from zwk_barrier.casework.case.cases import CaseFilter, CaseRow, SortKey, case_keys, case_rows
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.table import Column, Order
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _


def case_columns() -> list[Column]:
    """The columns, each by the key it is sorted by."""
    return [
        Column("number", _("Nummer"), 140, is_fixed=True),
        Column("name", _("Name"), 210),
        Column("area", _("Stadtteil"), 175, is_minor=True),
        Column("status", _("Status"), 100, is_fixed=True),
        Column("advisor", _("Zuständig"), 150),
        Column("opened", _("Offen seit"), 115, is_fixed=True),
        Column("due", _("Nächste Frist"), 140, is_fixed=True),
    ]


class CaseSource:
    """All ids in the order asked for, and the cells of those that are looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._areas: AreaTree | None = None

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[str]:
        """The keys of the cases to list, hexadecimal."""
        key: SortKey = order.column  # type: ignore[assignment] # the columns are named after the keys
        with self._desk.store.reading() as session:
            if self._areas is None:
                self._areas = load_areas(office_settings(session).region)
            return case_keys(session, wanted or CaseFilter(), key, descending=order.is_descending)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """The cells of these cases; one that went away in between has empty ones."""
        with self._desk.store.reading() as session:
            found = {row.id.hex: row for row in case_rows(session, [UUID(key) for key in ids])}
        today, empty = this_day(), [""] * len(case_columns())
        return [self._cells(found[key], today) if key in found else empty for key in ids]

    def _cells(self, row: CaseRow, today: date) -> list[str]:
        return [
            row.number,
            _name(row, today),
            "" if self._areas is None else self._areas.label(row.area),
            load_code_list("case_status").label(row.status),
            row.advisor,
            format_date(row.opened_at.astimezone().date()),
            _due(row.next_due, today),
        ]


def _name(row: CaseRow, today: date) -> str:
    name = row.name or _("ohne Namen")
    return name if row.birth_year is None else f"{name}, {today.year - row.birth_year}"


def _due(day: date | None, today: date) -> str:
    if day is None:
        return ""
    near = format_near_date(day, today, weekday=True)
    if day == today:
        return _("heute")
    return _("überfällig {day}").format(day=format_near_date(day, today)) if day < today else near
