"""The list of cases: any number of them, sorted and filtered by the office, opened by Enter."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zwk_barrier.casework.case.cases import RUNNING, CaseFilter, case_keys
from zwk_barrier.casework.office.staff import all_staff, office_settings
from zwk_barrier.desktop.cases.case_source import CaseSource, case_columns
from zwk_barrier.desktop.cases.new_case import NewCase
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase, ToCases
from zwk_barrier.desktop.preview.batch_dialog import BatchDialog
from zwk_barrier.desktop.record_rows import area_choices, code_choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.marking_table import MarkingTable
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.table import Order
from zwk_barrier.model import Staff
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.rules.typed import format_decimal
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext

_PAUSE = 200  # ms without a key before the list is asked for again
_TABLES = ("case_file", "person", "building", "task", "staff")


class CaseListPage(QWidget):
    """The page of ``ToCases``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case_list_page")
        self._desk = desk
        self._name = TextField("case_list_name")
        self._status = ChoiceField("case_list_status", empty=_("Alle"))
        self._advisor = ChoiceField("case_list_advisor", empty=_("Alle"))
        self._area = ChoiceField("case_list_area", empty=_("Alle"))
        self._count = SoftText(name="case_list_count")
        self.table = MarkingTable(
            "case_table",
            _("Fälle"),
            case_columns(),
            CaseSource(desk),
            ask=lambda question, then: desk.work.ask(question, then=then, owner=self),
            by_box=True,
        )
        self._listed = 0
        self._body = QStackedWidget()
        self._body.setObjectName("case_list_body")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.table.sort_by(Order("opened", is_descending=True))
        self.table.let_squeeze()
        desk.ask(office_settings, then=lambda office: self._offer_areas(office.region), owner=self)

    def title(self) -> str:
        """What the window is called."""
        return _("Fälle")

    def show_destination(self, destination: ToCases) -> None:
        """Reads the list again, with filter, order and current row as they were."""
        del destination
        self._desk.ask(all_staff, then=self._offer_staff, owner=self)
        self._load()
        first = self._name if self.table.current_id() is None else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here has to be kept."""

    def _load(self) -> None:
        self.table.load(self._wanted())

    def _wanted(self) -> CaseFilter:
        advisor = self._advisor.value()
        return CaseFilter(
            status=self._status.value(),
            advisor_id=None if advisor is None else UUID(advisor),
            area=self._area.value(),
            name=self._name.text().strip(),
        )

    def _show_count(self, count: int) -> None:
        self._listed = count
        self._show_marked(len(self.table.marks()))
        is_filtered = self._wanted() not in (CaseFilter(), CaseFilter(status=RUNNING))
        self._body.setCurrentIndex(0 if count else (2 if is_filtered else 1))

    def _show_marked(self, marked: int) -> None:
        count = format_decimal(Decimal(self._listed))
        told = [ngettext("{n} Fall", "{n} Fälle", self._listed).format(n=count)]
        if marked:
            told.append(_("{n} markiert").format(n=format_decimal(Decimal(marked))))
        self._count.setText(" · ".join(told))

    def _forget_filter(self) -> None:
        self._name.clear()
        for field in (self._status, self._advisor, self._area):
            field.set_value(None)
        self._load()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES):
            self._load()

    def _offer_areas(self, region: str) -> None:
        self._area.set_items(area_choices(load_areas(region)))

    def _offer_staff(self, people: Sequence[Staff]) -> None:
        self._advisor.set_items([(str(person.id), person.name) for person in people])

    def _open_new(self) -> None:
        NewCase(self._desk, self.window(), typed=self._name.text().strip()).open()

    def _open_batch(self) -> None:
        wanted = self._wanted()
        BatchDialog(
            self._desk,
            self.window(),
            lambda session: [UUID(key) for key in case_keys(session, wanted, "number", descending=False)],
            [UUID(key) for key in self.table.marks()],
        ).open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(PageTitle(_("Fälle"), name="case_list_title"))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        self._batch = Button("case_list_batch", _("Samme&ldruck …"), icon="printer")
        head.addWidget(self._batch)
        self._new = Button("case_list_new", _("Neuer &Fall"), icon="plus")
        head.addWidget(self._new)
        column.addLayout(head)
        filters = FilterBar("case_list_filters")
        filters.add_field(_("&Name beginnt mit"), self._name)
        filters.add_field(_("&Status"), self._status)
        filters.add_field(_("&Zuständig"), self._advisor)
        filters.add_field(_("S&tadtteil"), self._area)
        column.addWidget(filters)
        self._status.set_items([(RUNNING, _("Laufend")), *code_choices("case_status")])
        self._status.set_value(RUNNING)
        self._body.addWidget(self.table)
        self._body.addWidget(ScrollPage("case_list_empty_scroll", self._nothing_yet()))
        self._body.addWidget(ScrollPage("case_list_nothing_scroll", self._no_hit()))
        column.addWidget(self._body, 1)

    def _nothing_yet(self) -> EmptyState:
        button = Button("case_list_first", _("Neuer Fall"), kind=Kind.PRIMARY, icon="plus")
        button.clicked.connect(self._open_new)
        return EmptyState(
            "case_list_empty",
            icon="folder-open",
            title=_("Kein laufender Fall"),
            text=_("Ein Fall entsteht meist aus einem Anruf: Strg N, und dann „Fall anlegen“."),
            button=button,
        )

    def _no_hit(self) -> EmptyState:
        button = Button("case_list_all", _("Alle Fälle zeigen"))
        button.clicked.connect(self._forget_filter)
        return EmptyState(
            "case_list_nothing",
            icon="search",
            title=_("Dazu passt kein Fall"),
            text=_("Versuchen Sie es mit weniger Buchstaben, oder sehen Sie alle an."),
            button=button,
        )

    def _connect(self) -> None:
        self.table.opened.connect(lambda key: self._desk.go(ToCase(UUID(key))))
        self.table.rows.loaded.connect(self._show_count)
        self.table.marks_changed.connect(self._show_marked)
        self._new.clicked.connect(self._open_new)
        self._batch.clicked.connect(self._open_batch)
        self._pause.timeout.connect(self._load)
        self._name.typed.connect(self._pause.start)
        for field in (self._status, self._advisor, self._area):
            field.kept.connect(lambda _value: self._load())
        self._desk.changed.connect(self._changed)
