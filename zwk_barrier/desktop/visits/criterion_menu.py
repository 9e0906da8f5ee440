"""What else can be done with one criterion: leave it out, say how its value was found, note, finding, photo."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from zwk_barrier.casework.visit import entering
from zwk_barrier.casework.visit.measuring import is_measured
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.line_words import Wish
from zwk_barrier.wording import _

ESTIMATE_KEY = "F8"
LEVELS_KEY = "F5"
ESTIMATED = "geschaetzt"  # of the code list measuring_method


@dataclass(frozen=True, slots=True)
class Beside:
    """What a room can add beside a criterion."""

    finding: Callable[[CriterionRow], object]
    photo: Callable[[CriterionRow], object]
    levels: Callable[[CriterionRow], object]


def show_menu(row: CriterionRow, desk: Desk, room_id: UUID, beside: Beside) -> QMenu:
    """Opens the menu under the row's button."""
    menu = QMenu(row)
    menu.setObjectName("criterion_menu")
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    leave_out = _add(menu, _("Trifft hier nicht zu"), "−", row.toggle_applicable)
    leave_out.setCheckable(True)
    leave_out.setChecked(not row.measured.is_applicable)
    if is_measured(row.criterion):
        _add_methods(menu, row, desk, room_id)
    _add_wishes(menu, row)
    menu.addSeparator()
    _add(menu, _("Alle Maßstäbe"), LEVELS_KEY, lambda: beside.levels(row))
    _add(menu, _("Notiz zum Wert"), "", row.ask_remark)
    _add(menu, _("Feststellung dazu"), "F4", lambda: beside.finding(row))
    _add(menu, _("Foto dazu"), "F2", lambda: beside.photo(row))
    menu.popup(row.more.mapToGlobal(QPoint(0, row.more.height() + 2)))
    menu.setActiveAction(leave_out)
    return menu


def toggle_estimated(row: CriterionRow, desk: Desk, room_id: UUID) -> None:
    """Says that the value of a row was only estimated, or measured after all."""
    if row.measured.value is not None:
        method = row.visit.method if row.method == ESTIMATED else ESTIMATED
        keep_method(row, desk, room_id, method)


def keep_method(row: CriterionRow, desk: Desk, room_id: UUID, method: str | None) -> None:
    """Says how the value of a row was found."""
    point = row.point
    desk.do(
        lambda store: entering.keep_method(store, room_id, point.criterion.id, method, part_id=point.part_id)
    )


def _add_wishes(menu: QMenu, row: CriterionRow) -> None:
    """Whether the barrier should go, and how often it is met: only of what misses something."""
    is_barrier, wish = row.words.is_barrier, row.wish
    wanted = _add(menu, _("Soll weg"), "+", row.toggle_wanted)
    wanted.setCheckable(True)
    wanted.setChecked(wish.is_wanted)
    wanted.setEnabled(is_barrier)
    often = menu.addMenu(_("Wie oft"))
    often.setObjectName("criterion_frequency")
    often.setEnabled(is_barrier)
    group = QActionGroup(often)
    for code, label in [("", _("nicht festgelegt")), *code_choices("frequency")]:
        said = Wish(wish.is_wanted, code or None)
        action = _add(often, label, "", partial(row.wished.emit, said))
        action.setCheckable(True)
        action.setChecked(code == (wish.frequency or ""))
        group.addAction(action)


def _add_methods(menu: QMenu, row: CriterionRow, desk: Desk, room_id: UUID) -> None:
    methods = menu.addMenu(_("Gefunden mit"))
    methods.setObjectName("criterion_methods")
    methods.setEnabled(row.measured.value is not None)
    group = QActionGroup(methods)
    for code, label in code_choices("measuring_method"):
        keys = ESTIMATE_KEY if code == ESTIMATED else ""
        action = _add(methods, label, keys, partial(keep_method, row, desk, room_id, code))
        action.setCheckable(True)
        action.setChecked(code == row.method)
        group.addAction(action)


def _add(menu: QMenu, text: str, keys: str, then: Callable[[], object]) -> QAction:
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.triggered.connect(lambda _checked=False: then())
    return action
