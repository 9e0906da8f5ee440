"""The list of cases: sorted and filtered by the database, fluid at any length."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zwk_barrier.casework import cases
from zwk_barrier.casework.cases import CaseFilter, CaseRow, SortKey
from zwk_barrier.casework.staff import all_staff, office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase, ToCases
from zwk_barrier.desktop.record_rows import area_choices, code_choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.model import Staff
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date, format_decimal
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

_PAUSE: Final = 200  # ms without a key before the list is asked for again
_TABLES: Final = ("case_file", "person", "building", "task", "staff")
_FIRST: Final = Order("opened", is_descending=True)


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the filters offer."""

    staff: tuple[Staff, ...]
    areas: AreaTree


class CaseSource:
    """Where the rows of the list come from; asked on a reading thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._areas: AreaTree | None = None

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[UUID]:
        """The ids of the cases to list."""
        with self._store.reading() as session:
            if self._areas is None:
                self._areas = load_areas(office_settings(session).region)
            key = cast("SortKey", order.column)
            return cases.case_ids(session, wanted or CaseFilter(), key, descending=order.is_descending)

    def fetch_rows(self, ids: Sequence[UUID]) -> Sequence[Sequence[str]]:
        """The cells of these cases; one that went away in between has empty ones."""
        with self._store.reading() as session:
            found = {row.id: row for row in cases.case_rows(session, list(ids))}
        today = this_day()
        return [self._cells(found[row_id], today) if row_id in found else [""] * 7 for row_id in ids]

    @property
    def _store(self) -> OfficeStore:
        return self._desk.store

    def _cells(self, row: CaseRow, today: date) -> list[str]:
        name = row.name or _("ohne Namen")
        return [
            row.number,
            f"{name}, {today.year - row.birth_year}" if row.birth_year else name,
            "" if self._areas is None else self._areas.label(row.area),
            load_code_list("case_status").label(row.status),
            row.advisor,
            format_date(row.opened_at.astimezone().date()),
            "" if row.next_due is None else format_near_date(row.next_due, today, weekday=True),
        ]


class CaseListPage(QWidget):
    """The page ``ToCases``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case_list")
        self._desk = desk
        self._is_stale = True
        self._name = TextField("case_name", title=_("Nach Namen filtern"), placeholder=_("Name …"))
        self._status = self._choice("case_status", _("Stand"), _("Jeder Stand"))
        self._status.set_items(code_choices("case_status"))
        self._advisor = self._choice("case_advisor", _("Zuständig"), _("Alle Zuständigen"))
        self._area = self._choice("case_area", _("Stadtteil"), _("Alle Stadtteile"))
        self._count = SoftText(name="case_count")
        self.table = PagedTable(
            "case_table",
            _("Fälle"),
            _columns(),
            CaseSource(desk),
            ask=lambda question, then: desk.work.ask(question, then=then, owner=self),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._body = QStackedWidget()
        self._body.setObjectName("case_list_body")
        self._lay_out()
        self._connect()
        self.table.sort_by(_FIRST)

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return _("Fälle")

    def show_destination(self, destination: ToCases) -> None:
        """Shows the list as it was left, with what has changed since."""
        del destination
        self._desk.ask(
            lambda session: _Choices(tuple(all_staff(session)), load_areas(office_settings(session).region)),
            then=self._show_choices,
            owner=self,
        )
        if self._is_stale:
            self.reload()
        self.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that would be kept."""

    def reload(self) -> None:
        """Reads the list again, with the filter as it is."""
        self._is_stale = False
        self.table.load(self._wanted())

    def _wanted(self) -> CaseFilter:
        advisor = self._advisor.value()
        return CaseFilter(
            self._status.value(),
            UUID(advisor) if advisor else None,
            self._area.value(),
            self._name.text().strip(),
        )

    def _choice(self, name: str, title: str, empty: str) -> ChoiceField:
        field = ChoiceField(name, title=title, empty=empty)
        field.kept.connect(lambda _value: self.reload())
        return field

    def _show_choices(self, choices: _Choices) -> None:
        self._advisor.set_items([(str(one.id), one.name) for one in choices.staff])
        self._area.set_items(area_choices(choices.areas))

    def _show_count(self, count: int) -> None:
        self._count.setText(ngettext("{n} Fall", "{n} Fälle", count).format(n=format_decimal(Decimal(count))))
        if count:
            self._body.setCurrentIndex(0)
        else:
            self._body.setCurrentIndex(1 if self._wanted() == CaseFilter() else 2)

    def _forget_filter(self) -> None:
        self._name.clear()
        for field in (self._status, self._advisor, self._area):
            field.set_value(None)
        self.reload()
        self._name.setFocus()

    def _open_new(self) -> None:
        self._desk.do(
            cases.open_case, then=lambda case_id: self._desk.go(ToCase(case_id, "person")), owner=self
        )

    def _changed(self, changed: Changed) -> None:
        if changed.touches(*_TABLES):
            if self.isVisible():
                self.reload()
            else:
                self._is_stale = True

    def _lay_out(self) -> None:
        head = Flow("case_list_head")
        head.add(PageTitle(_("Fälle"), name="case_list_title"))
        filters = Flow("case_filters", gap=12)
        for field in (self._name, self._status, self._advisor, self._area):
            filters.add(field)
        filters.add(self._count)
        filters.add(self._new_button("case_list_add", Kind.SECONDARY))
        all_again = Button("case_list_all", _("Alle zeigen"))
        all_again.clicked.connect(self._forget_filter)
        self._body.addWidget(self.table)
        self._body.addWidget(
            EmptyState(
                "case_list_empty",
                icon="folder-open",
                title=_("Noch kein Fall"),
                text=_(
                    "Ein Fall beginnt meist mit einem Anruf: Strg N. Sie können auch gleich einen anlegen."
                ),
                button=self._new_button("case_list_first", Kind.PRIMARY),
            )
        )
        self._body.addWidget(
            EmptyState(
                "case_list_nothing",
                icon="search",
                title=_("Dazu passt kein Fall"),
                text=_("Nehmen Sie einen Filter weg, oder suchen Sie mit Strg K über alles."),
                button=all_again,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(head)
        column.addWidget(filters)
        column.addWidget(self._body, 1)

    def _new_button(self, name: str, kind: Kind) -> Button:
        button = Button(name, _("Neuer Fall"), kind=kind, icon="plus")
        button.clicked.connect(self._open_new)
        return button

    def _connect(self) -> None:
        self.table.opened.connect(lambda row_id: self._desk.go(ToCase(row_id)))
        self.table.rows.loaded.connect(self._show_count)
        self._pause.timeout.connect(self.reload)
        self._name.textEdited.connect(lambda _text: self._pause.start())
        self._desk.changed.connect(self._changed)


def _columns() -> list[Column]:
    return [
        Column("number", _("Nummer"), 110),
        Column("name", _("Name"), 230),
        Column("area", _("Stadtteil"), 170),
        Column("status", _("Stand"), 130),
        Column("advisor", _("Zuständig"), 150),
        Column("opened", _("Offen seit"), 110),
        Column("due", _("Nächste Frist"), 140),
    ]
