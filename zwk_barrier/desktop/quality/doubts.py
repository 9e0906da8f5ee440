"""The doubtful records of one rule: each leads to where it is mended, or was looked at and is right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.quality import data_quality
from zwk_barrier.casework.quality.data_quality import Doubt, RuleCount
from zwk_barrier.casework.quality.quality_rules import BY_CODE, Rule
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import CaseTab, Destination, ToApplication, ToCase, ToContact, ToVisit
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.wording import _

_MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rule, and whether those found right are to be seen instead."""

    code: str
    right: bool = False


class DoubtSource:
    """Where the rows come from; asked on a reading thread, and refused to who may not see cases."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        self._desk, self._today = desk, today
        self._code = ""
        self._seen: dict[UUID, Doubt] = {}

    def fetch_ids(self, order: Order, wanted: Wanted | None) -> Sequence[str]:
        """The keys of the records to list, hexadecimal; nothing before a rule was chosen."""
        if wanted is None:
            return []
        self._code, self._seen = wanted.code, {}
        with self._desk.store.reading() as session:
            me, day = self._desk.store.staff_id, self._today()
            found = data_quality.doubtful_ids(session, me, wanted.code, day, right=wanted.right)
        return list(reversed(found)) if order.is_descending else found

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """The cells of these records; one that was mended in between has empty ones."""
        keys = [UUID(key) for key in ids]
        with self._desk.store.reading() as session:
            me, day = self._desk.store.staff_id, self._today()
            found: Mapping[UUID, Doubt] = data_quality.doubts(session, me, self._code, day, keys)
        self._seen.update(found)
        return [self._cells(found.get(key)) for key in keys]

    def doubt(self, key: str) -> Doubt | None:
        """What was shown in a row."""
        return self._seen.get(UUID(key))

    def _cells(self, doubt: Doubt | None) -> list[str]:
        if doubt is None:
            return [""] * 3
        told = " · ".join(part for part in (doubt.detail, doubt.note) if part)
        name = doubt.name or (_("ohne Namen") if doubt.case_id else "")
        return [doubt.number or _("ohne Fall"), name, told]


class DoubtList(QWidget):
    """Table and buttons; hidden until a rule is chosen."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("quality_doubts")
        self._desk, self._begins = desk, False
        self._count: RuleCount | None = None
        self._source = DoubtSource(desk, today)
        self._title = SectionTitle("", name="quality_rule")
        self._why = SoftText(name="quality_why")
        self._right = CheckField("quality_show_right", _("Was schon ge&prüft ist"))
        self._note = TextField("quality_note")
        self._mark = Button("quality_mark", "", icon="check-check")
        self.table = PagedTable(
            "quality_table",
            _("Auffällige Einträge"),
            _columns(),
            self._source,
            ask=lambda question, then: desk.work.ask(question, then=then, owner=self),
        )
        self.table.let_squeeze()
        self.table.grow_to(_MOST_ROWS)
        self._lay_out()
        self.table.opened.connect(self._open)
        self.table.rows.loaded.connect(self._loaded)
        self._mark.clicked.connect(self._mark_current)
        self._right.kept.connect(lambda _value: self.reload())
        self.hide()

    @property
    def code(self) -> str:
        """The rule that is shown; empty for none."""
        return "" if self._count is None else self._count.rule.code

    def show_rule(self, count: RuleCount, *, begins: bool = False) -> None:
        """Shows the records of a rule; with ``begins`` they get the keyboard."""
        if self.code != count.rule.code:
            self._right.set_value(False)
        self._count, self._begins = count, begins
        self._title.setText(_(count.rule.title))
        self._why.setText(_(count.rule.why))
        self.show()
        self.reload()

    def reload(self) -> None:
        """Reads the records again."""
        if self._count is None:
            return
        is_right = self._right.isChecked()
        self._right.setVisible(self._count.right > 0 or is_right)
        self._mark.setText(_("Doch &wieder zeigen") if is_right else _("Geprüft, &stimmt so"))
        parent = self._note.parentWidget()
        if parent is not None:
            parent.setVisible(not is_right)
        self.table.load(Wanted(self.code, right=is_right))

    def _loaded(self, count: int) -> None:
        self._mark.setEnabled(count > 0)
        if count and self.table.current_id() is None:
            self.table.selectRow(0)
        if self._begins:
            self._begins = False
            place = self.table if count else self._right
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: str) -> None:
        doubt = self._source.doubt(key)
        if doubt is not None:
            self._desk.go(destination_of(BY_CODE[self.code], doubt))

    def _mark_current(self) -> None:
        key = self.table.current_id()
        if key is None:
            return
        code, record_id, is_right = self.code, UUID(key), self._right.isChecked()
        note = self._note.text().strip() or None
        self._note.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_right:
            said = _("Steht wieder auf der Liste.")
            self._do(lambda store: data_quality.doubt_again(store, code, record_id), said)
        else:
            said = _("Als geprüft behalten.")
            self._do(lambda store: data_quality.find_right(store, code, record_id, note), said)

    def _do(self, deed: Any, said: str) -> None:
        self._desk.do(deed, then=lambda _nothing: self._desk.say(said, with_undo=True), owner=self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        note = FormRow(_("&Anmerkung (freiwillig)"), self._note)
        keys = NoteText(_("Eingabe führt dorthin, wo es sich ändern lässt."), name="quality_keys")
        for part in (self._title, self._why, self._right, self.table, keys, note):
            column.addWidget(part)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()


def destination_of(rule: Rule, doubt: Doubt) -> Destination:
    """Where a doubtful record is mended, with the keyboard in its field where there is one."""
    if rule.place == "visit":
        return ToVisit(doubt.record_id, "details" if rule.field else "", rule.field)
    if rule.place == "application":
        return ToApplication(doubt.record_id)
    if doubt.case_id is None:
        return ToContact(doubt.record_id)
    return ToCase(doubt.case_id, cast("CaseTab", rule.tab), doubt.record_id, rule.field)


def _columns() -> list[Column]:
    return [
        Column("number", _("Fall"), 120, is_fixed=True),
        Column("name", _("Name"), 190, can_sort=False),
        Column("detail", _("Was auffällt"), 320, can_sort=False),
    ]
