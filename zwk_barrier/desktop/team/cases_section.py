"""The cases of one person: what is wrong with each, marked by the keyboard, and handed over."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.team.caseload import CaseLoad
from zwk_barrier.casework.team.supervision import AdvisorLoad, possible_advisors
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase, ToCaseload
from zwk_barrier.desktop.team.handing_over import HandingOver
from zwk_barrier.desktop.team.needs import NeedSource, need_choices, need_columns
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.marking_table import MarkingTable
from zwk_barrier.desktop.widgets.table import Order
from zwk_barrier.model import Staff
from zwk_barrier.wording import _, ngettext

_MOST_ROWS = 10


class CasesSection(QWidget):
    """Hidden until :meth:`show_cases`; Escape in its table asks to go back to the team."""

    going_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("team_cases_section")
        self._desk = desk
        self._source = NeedSource()
        self._heading = SectionTitle("", name="team_cases_title")
        self._none = SoftText(name="team_no_cases")
        self._shown = ChoiceField("team_cases_shown", need_choices(), empty=_("Alle laufenden Fälle"))
        self._filters = FilterBar("team_cases_filters")
        self._filters.add_field(_("&Zeigen"), self._shown)
        self.table = MarkingTable("team_cases", _("Fälle"), need_columns(), self._source)
        self.table.sort_by(Order("need"))
        self.table.grow_to(_MOST_ROWS)
        self._give = Button("team_hand_over", _("&Übergeben an …"), kind=Kind.PRIMARY, icon="users")
        self._list = Button("team_cases_list", _("Als &Fallliste"), kind=Kind.SECONDARY, icon="file-text")
        self._advisor: AdvisorLoad | None = None
        self._count = SoftText(name="team_marked")
        self._keys = NoteText(
            _("Leertaste wählt einen Fall aus, Umschalt mit Pfeil mehrere. Eingabe öffnet, Esc geht zurück."),
            name="team_cases_keys",
        )
        self._lay_out()
        self._connect()
        self.hide()

    def show_cases(self, advisor: AdvisorLoad, cases: Sequence[CaseLoad], day: date) -> None:
        """Shows the cases of somebody; what is marked stays marked."""
        self._source.take(cases, day)
        self._advisor = advisor
        self._list.setVisible(advisor.staff_id is not None and bool(cases))
        self._filters.setVisible(bool(cases))
        self._heading.setText(
            _("Fälle, für die niemand zuständig ist")
            if advisor.staff_id is None
            else _("Fälle von {name}").format(name=advisor.name)
        )
        self._load()
        self.show()

    def begin(self) -> None:
        """Gives the keyboard to the first of other cases, nothing marked."""
        self.table.clear_marks()
        if self.table.rows.rowCount():
            self.table.go_to_row(0)
        if not self.table.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._filters.isHidden():
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        self.table.load(self._shown.value())
        has_rows = self.table.rows.rowCount() > 0
        self._none.setText(
            _("Davon gibt es keinen.") if self._shown.value() else _("Kein laufender Fall: nichts zu tun.")
        )
        had_keyboard = self.window().focusWidget() is self.table
        for widget in (self.table, self._give, self._count, self._keys):
            widget.setVisible(has_rows)
        if had_keyboard and not has_rows:  # the last one was handed over
            self.going_back.emit()
        self._none.setHidden(has_rows)

    def _tell_marks(self, count: int) -> None:
        self._give.setEnabled(count > 0)
        self._count.setText(
            ngettext("{n} Fall ausgewählt", "{n} Fälle ausgewählt", count).format(n=count)
            if count
            else _("Noch kein Fall ausgewählt")
        )

    def _show_list(self) -> None:
        if self._advisor is not None:
            self._desk.go(ToCaseload(self._advisor.staff_id))

    def _ask_to_whom(self) -> None:
        self._desk.ask(possible_advisors, then=self._open_dialog, owner=self)

    def _open_dialog(self, people: Sequence[Staff]) -> None:
        marked = self.table.marks()
        if not marked:
            return
        offered = [(str(person.id), person.name) for person in people]
        dialog = HandingOver(self._desk, self.window(), marked, offered)
        dialog.then = self.table.clear_marks
        dialog.finished.connect(lambda _result: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()

    def _lay_out(self) -> None:
        deeds = Flow("team_cases_deeds", gap=16)
        deeds.add(self._give)
        deeds.add(self._list)
        deeds.add(self._count)
        words = QWidget()
        told = QVBoxLayout(words)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self._heading)
        told.addWidget(deeds)
        head = Columns("team_cases_head", fold_at=760)
        head.add(words, 3)
        head.add(self._filters, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (head, self._none, self.table, self._keys):
            column.addWidget(part)

    def _connect(self) -> None:
        self.table.opened.connect(lambda case_id: self._desk.go(ToCase(case_id)))
        self.table.marks_changed.connect(self._tell_marks)
        self._give.clicked.connect(self._ask_to_whom)
        self._list.clicked.connect(self._show_list)
        self._shown.kept.connect(lambda _value: self._load())
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.table)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self.going_back)
