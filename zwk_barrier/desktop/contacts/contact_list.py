"""The list of contacts: newest first, by words, or only those that belong to no case yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zwk_barrier.casework.case.contacts import ContactRow, contact_keys, contact_rows
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToContact
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_decimal, format_time
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

_PAUSE = 200  # ms without a key before the list is asked for again
_TABLES = ("contact", "task", "case_file", "person")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is filtered by."""

    words: str = ""
    without_case: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is filtered."""
        return not self.words and not self.without_case


class ContactSource:
    """Where the rows of the list come from; asked on a reading thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._areas: AreaTree | None = None

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[str]:
        """The keys of the contacts to list, hexadecimal."""
        filtered: Wanted = wanted or Wanted()
        with self._store.reading() as session:
            if self._areas is None:
                self._areas = load_areas(office_settings(session).region)
            return contact_keys(
                session,
                words=filtered.words,
                without_case=filtered.without_case,
                newest_first=order.is_descending,
            )

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """The cells of these contacts; one that went away in between has empty ones."""
        with self._store.reading() as session:
            found = {row.id.hex: row for row in contact_rows(session, [UUID(key) for key in ids])}
        today = this_day()
        return [self._cells(found[key], today) if key in found else [""] * 6 for key in ids]

    @property
    def _store(self) -> OfficeStore:
        return self._desk.store

    def _cells(self, row: ContactRow, today: date) -> list[str]:
        moment = row.happened_at.astimezone()
        topics = load_code_list("topic")
        return [
            f"{format_near_date(moment.date(), today)} {format_time(moment.time())}",
            load_code_list("contact_kind").label(row.kind) or load_code_list("channel").label(row.channel),
            _who(row),
            ", ".join(topics.label(code) for code in row.topics) or row.note.partition("\n")[0],
            "" if self._areas is None else self._areas.label(row.area),
            _next_step(row, today),
        ]


def _who(row: ContactRow) -> str:
    name = row.name or (_("anonym") if row.is_anonymous else "–")
    return f"{name} · {row.case_number}" if row.case_number else name


def _next_step(row: ContactRow, today: date) -> str:
    day = "" if row.due_on is None else format_near_date(row.due_on, today, weekday=True)
    return " ".join(part for part in (day, row.next_step) if part)


class ContactList(QWidget):
    """The page ``ToContacts``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("contact_list")
        self._desk = desk
        self._is_stale = True
        self._words = TextField(
            "contact_words", title=_("Kontakte durchsuchen"), placeholder=_("Wort, Name oder Telefon …")
        )
        self._without_case = CheckField("contact_without_case", _("Nur &ohne Fall"))
        self._count = SoftText(name="contact_count")
        self.table = PagedTable(
            "contact_table",
            _("Kontakte"),
            _columns(),
            ContactSource(desk),
            ask=lambda question, then: desk.work.ask(question, then=then, owner=self),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._body = QStackedWidget()
        self._body.setObjectName("contact_list_body")
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the page is about."""
        return _("Kontakte")

    def reload(self) -> None:
        """Reads the list again, with the filter as it is."""
        self._is_stale = False
        self.table.load(self._wanted())

    def _wanted(self) -> Wanted:
        return Wanted(self._words.text().strip(), self._without_case.isChecked())

    def _show_count(self, count: int) -> None:
        self._count.setText(
            ngettext("{n} Kontakt", "{n} Kontakte", count).format(n=format_decimal(Decimal(count)))
        )
        if count:
            self._body.setCurrentIndex(0)
        else:
            self._body.setCurrentIndex(1 if self._wanted().is_all else 2)

    def _forget_filter(self) -> None:
        self._words.clear()
        self._without_case.setChecked(False)
        self.reload()
        self._words.setFocus()

    def _changed(self, changed: Changed) -> None:
        if changed.touches(*_TABLES):
            if self.isVisible():
                self.reload()
            else:
                self._is_stale = True

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(PageTitle(_("Kontakte"), name="contact_list_title"))
        filters = QHBoxLayout()
        filters.setSpacing(16)
        filters.addWidget(self._words, 1)
        filters.addWidget(self._without_case)
        filters.addWidget(self._count)
        column.addLayout(filters)
        new = Button("contact_list_new", _("Neuer Kontakt"), kind=Kind.PRIMARY, icon="plus")
        new.clicked.connect(lambda: self._desk.go(ToContact()))
        all_again = Button("contact_list_all", _("Alle zeigen"))
        all_again.clicked.connect(self._forget_filter)
        self._body.addWidget(self.table)
        for name, state in (("empty", self._nothing_yet(new)), ("nothing", self._no_hit(all_again))):
            self._body.addWidget(ScrollPage(f"contact_list_{name}_scroll", state))
        column.addWidget(self._body, 1)

    def _nothing_yet(self, button: Button) -> EmptyState:
        return EmptyState(
            "contact_list_empty",
            icon="phone",
            title=_("Noch kein Kontakt"),
            text=_("Wenn das Telefon klingelt: Strg N. Ein Wort genügt, und der Kontakt ist behalten."),
            button=button,
        )

    def _no_hit(self, button: Button) -> EmptyState:
        return EmptyState(
            "contact_list_nothing",
            icon="search",
            title=_("Dazu passt kein Kontakt"),
            text=_("Versuchen Sie es mit weniger Buchstaben, oder sehen Sie alle an."),
            button=button,
        )

    def _connect(self) -> None:
        self.table.opened.connect(lambda key: self._desk.go(ToContact(UUID(key))))
        self.table.rows.loaded.connect(self._show_count)
        self._pause.timeout.connect(self.reload)
        self._words.typed.connect(self._pause.start)
        self._without_case.kept.connect(lambda _value: self.reload())
        self._desk.changed.connect(self._changed)
        self.table.sort_by(Order("when", is_descending=True))
        self.table.let_squeeze()


def _columns() -> list[Column]:
    return [
        Column("when", _("Datum"), 110, is_fixed=True),
        Column("kind", _("Kanal"), 130, can_sort=False),
        Column("who", _("Wer"), 220, can_sort=False),
        Column("topics", _("Thema"), 190, can_sort=False),
        Column("area", _("Stadtteil"), 190, can_sort=False, is_minor=True),
        Column("next", _("Nächster Schritt"), 190, can_sort=False),
    ]
