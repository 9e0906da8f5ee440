"""The criteria of a room: grouped by what they are about, walked by Enter, the rarer ones on demand."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.asking import later
from zwk_barrier.casework.visit.measuring import Point, all_points_in, measured_elsewhere, points_in
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.groups import Group, PartHead, grouped
from zwk_barrier.desktop.visits.meter_field import MeterField
from zwk_barrier.desktop.visits.part_choice import PartChoice
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import GroupTitle, NoteText, SoftText
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.model import RoomPart
from zwk_barrier.wording import _, ngettext

_GROUP_GAP = 18  # px above a group's heading


class CriteriaList(QWidget):
    """One row for each criterion; rows that are there stay, with cursor and typing."""

    entered = Signal(object, object)
    """A row and the :class:`Measured` just entered there."""

    remarked = Signal(object, object)
    """A row and its new note."""

    wished = Signal(object, object)
    """A row and its new wish."""

    said = Signal(str)
    """A sentence to be spoken."""

    menu_wanted = Signal(object)
    """The row whose menu is asked for."""

    laid_out = Signal()
    """Rows came, went or moved."""

    ended = Signal()
    """The keyboard went on from the last row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("criteria")
        self._desk = desk
        self._rows: dict[str, CriterionRow] = {}
        self._heads: dict[str, PartHead] = {}
        self._groups: list[object] = []
        self._new_part: UUID | None = None
        self._parts = PartChoice(desk)
        self._parts.added.connect(self._expect_part)
        self._titles: list[QWidget] = []
        self._shows_all = False
        self._shown: tuple[VisitView, RoomView] | None = None
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(0)
        self._keys = NoteText(_key_words(), name="criteria_keys")
        self._keys.setContentsMargins(10, 0, 0, 8)
        self._nothing = SoftText(
            _("Für diesen Raum verlangt der Maßstab nichts Messbares. Feststellungen und Fotos gehen immer."),
            name="criteria_nothing",
        )
        self._more = Button("criteria_more", "", kind=Kind.QUIET, icon="list", large=True)
        self._more.clicked.connect(self._toggle_all)
        self._why = NoteText(name="criteria_why")
        self._elsewhere = NoteText(name="criteria_elsewhere")
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._keys)
        column.addLayout(self._rows_column)
        column.addWidget(self._nothing)
        line = Flow("criteria_more_line")
        line.add(self._more)
        line.add(self._parts)
        column.addWidget(line)
        column.addWidget(self._why)
        column.addWidget(self._elsewhere)

    def show_room(self, view: VisitView, room: RoomView) -> None:
        """Shows what is asked in a room, and what is kept there."""
        self._shown = (view, room)
        asked, everything = points_in(view, room), all_points_in(view, room)
        wanted = grouped(everything if self._shows_all else asked)
        if [group.key for group in wanted] != self._groups:
            self._lay_out(wanted, view)
        for group in wanted:
            if group.part is not None:
                self._heads[group.part.id.hex].show_part(group.part)
            for point in group.points:
                row = self._rows[point.key]
                row.show_measurement(point, room.measurements.get(point.key), view)
                row.show_then((room.again or {}).get(point.key))
        self._parts.show_room(room, everything)
        self._focus_new_part()
        self._nothing.setVisible(not everything)
        self._keys.setVisible(bool(everything))
        there = {one.key for one in asked}
        self._tell_the_rest(view, everything, [one for one in everything if one.key not in there])
        count = measured_elsewhere(view, room)
        self._elsewhere.setVisible(bool(count))
        self._elsewhere.setText(
            ngettext(
                "{count} Wert gehört zu einem anderen Maßstab und bleibt gespeichert.",
                "{count} Werte gehören zu einem anderen Maßstab und bleiben gespeichert.",
                count,
            ).format(count=count)
        )

    def show_all(self) -> None:
        """Also shows the rarer criteria from now on."""
        self._shows_all = True
        if self._shown is not None:
            self.show_room(*self._shown)

    @property
    def rows(self) -> Sequence[CriterionRow]:
        """The rows in the order they are walked."""
        return list(self._rows.values())

    def ask_part(self) -> None:
        """Opens the list of parts to add."""
        self._parts.ask()

    def type_digits(self, text: str) -> bool:
        """Types into the line with the keyboard, or the next one that waits for a length; False without any."""
        rows, current = list(self.rows), self.current_row()
        start = 0 if current is None else rows.index(current)
        for row in rows[start:] + rows[:start]:
            if isinstance(row.field, MeterField) and not row.measured.is_entered:
                self._focus(row)
                row.field.type_digits(text)
                return True
        return False

    def current_row(self) -> CriterionRow | None:
        """The row with the keyboard."""
        focus = QApplication.focusWidget()
        return next((row for row in self.rows if focus is not None and row.isAncestorOf(focus)), None)

    def focus_first(self) -> bool:
        """Goes where measuring goes on: the first criterion not checked, else the first; False without any."""
        rows = self.rows
        row = next((row for row in rows if not row.measured.is_entered), rows[0] if rows else None)
        if row is not None:
            self._focus(row)
        return row is not None

    def _focus(self, row: CriterionRow) -> None:
        row.field.setFocus(Qt.FocusReason.TabFocusReason)
        area: QObject | None = self.parent()
        while area is not None and not isinstance(area, ScrollPage):
            area = area.parent()
        if area is not None:
            area.ensureWidgetVisible(row, 0, row.height())  # so that the next one is in sight, too

    def _step(self, row: CriterionRow, steps: int) -> None:
        rows = self.rows
        place = rows.index(row) + steps
        if place >= len(rows):
            self.ended.emit()
        elif place >= 0:
            self._focus(rows[place])

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        if self._shown is not None:
            self.show_room(*self._shown)

    def _lay_out(self, groups: Sequence[Group], view: VisitView) -> None:
        old, self._rows, heads = self._rows, {}, {}
        for title in self._titles:
            self._take_out(title)
        self._titles.clear()
        for group in groups:
            if group.part is not None:
                heads[group.part.id.hex] = self._add_head(group, group.part)
            elif group.title:
                self._add_title(group.title)
            for point in group.points:
                row = old.pop(point.key, None) or self._make_row(point, view)
                self._rows_column.removeWidget(row)
                self._rows_column.addWidget(row)
                self._rows[point.key] = row
        for row in old.values():
            row.settle()
            self._take_out(row)
        for head in self._heads.values():
            self._take_out(head)
        self._heads = heads
        self._groups = [group.key for group in groups]
        self.laid_out.emit()

    def _take_out(self, widget: QWidget) -> None:
        self._rows_column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _add_title(self, name: str) -> None:
        title = GroupTitle(name, name=f"criteria_group_{len(self._titles)}")
        title.setContentsMargins(10, _GROUP_GAP if self._titles else 0, 0, 2)
        self._titles.append(title)
        self._rows_column.addWidget(title)

    def _add_head(self, group: Group, part: RoomPart) -> PartHead:
        element = group.points[0].criterion.element()
        head = self._heads.pop(part.id.hex, None)
        if head is None:
            head, first = PartHead(self._desk, part, element), group.points[0].key
            head.going_on.connect(lambda: self._focus(self._rows[first]))
        head.setContentsMargins(0, _GROUP_GAP, 0, 2)
        self._rows_column.removeWidget(head)
        self._rows_column.addWidget(head)
        return head

    def _expect_part(self, part_id: UUID) -> None:
        self._new_part = part_id
        self._focus_new_part()

    def _focus_new_part(self) -> None:
        head = None if self._new_part is None else self._heads.get(self._new_part.hex)
        if head is not None:
            self._new_part = None
            head.field.setFocus(Qt.FocusReason.TabFocusReason)  # its name stands there selected

    def _make_row(self, point: Point, view: VisitView) -> CriterionRow:
        row = CriterionRow(point, view)
        row.entered.connect(lambda what: self.entered.emit(row, what))
        row.remarked.connect(lambda remark: self.remarked.emit(row, remark))
        row.stepped.connect(lambda steps: self._step(row, steps))
        row.wished.connect(lambda wish: self.wished.emit(row, wish))
        row.said.connect(self.said)
        row.shot.connect(self.type_digits)
        row.more.clicked.connect(lambda: self.menu_wanted.emit(row))
        return row

    def _tell_the_rest(self, view: VisitView, everything: Sequence[Point], rest: Sequence[Point]) -> None:
        self._more.setVisible(bool(rest))
        self._why.setVisible(bool(rest))
        self._more.setText(
            _("Nur das Wichtigste zeigen")
            if self._shows_all
            else _("Alle {count} Kriterien zeigen").format(count=len(everything))
        )
        reasons = Counter(later(one.criterion, view.basis) for one in rest)
        words = {
            "": _("beim früheren Besuch nicht gemessen ({count})"),
            "falls_vorhanden": _("nur, wenn vorhanden ({count})"),
            "umbau": _("Einzelheiten für einen Umbau ({count})"),
            "messgeraet": _("mit Messgerät oder Datenblatt ({count})"),
        }
        told = ", ".join(text.format(count=reasons[key]) for key, text in words.items() if reasons[key])
        self._why.setText(
            _("Weitere zählen mit, sobald etwas eingetragen ist: {reasons}.").format(reasons=told)
        )


def _key_words() -> str:
    return _(
        "Eingabe: weiter · Minus: trifft nicht zu · Plus: soll weg · J, N oder 1, 0 bei Fragen · "
        "F5: alle Maßstäbe · F8: geschätzt · F9: anderes Messmittel · F3: Notiz"
    )
