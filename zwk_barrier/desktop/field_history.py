"""The history of a field on screen: F6, or its context menu, on every row that is tied to a record.

    history = FieldHistory(desk, page)
    history.watch(binding)              # after its fields are tied

It tells each value with who and when, and puts an earlier one back with one button.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from zwk_barrier.casework.case.history import PastValue, field_history
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.rules.typed import format_time
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _

KEYS = "F6"
_MOST_HEIGHT = 380


@dataclass(frozen=True, slots=True)
class _Watched:
    """One field and the columns behind it."""

    field: QWidget
    binding: Binding
    columns: tuple[str, ...]


class FieldHistory(QObject):
    """Listens on ``page``; a field without a record or without columns has no history."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._watched: list[_Watched] = []
        shortcut = QShortcut(QKeySequence(KEYS), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._open_for_focus)

    def watch(self, binding: Binding) -> None:
        """Gives every field of ``binding`` its history."""
        for field, columns in binding.fields():
            if columns:
                watched = _Watched(field, binding, columns)
                self._watched.append(watched)
                # A signal, not an event filter: that would be asked for every single paint of every field.
                field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                field.customContextMenuRequested.connect(
                    lambda place, watched=watched: self._show_menu(watched, place)
                )

    def _open_for_focus(self) -> None:
        focus = QApplication.focusWidget()
        for watched in self._watched:
            if focus is not None and (watched.field is focus or watched.field.isAncestorOf(focus)):
                self._ask(watched)
                return

    def _show_menu(self, watched: _Watched, place: QPoint) -> None:
        menu = _standard_menu(watched.field)
        name = _("Verlauf dieses Feldes")
        action = QAction(f"{name}\t{KEYS}", menu)
        action.setEnabled(watched.binding.row_id is not None)
        action.triggered.connect(lambda: self._ask(watched))
        menu.addSeparator()
        menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(watched.field.mapToGlobal(place))

    def _ask(self, watched: _Watched) -> None:
        row_id, table = watched.binding.row_id, watched.binding.table
        if row_id is None:
            self._desk.say(_("Dieses Feld hat noch keinen Verlauf."))
            return
        self._desk.ask(
            lambda session: field_history(session, table, row_id, watched.columns),
            then=lambda values: self._open(watched, values),
            owner=watched.field,
        )

    def _open(self, watched: _Watched, values: Sequence[PastValue]) -> None:
        title = _("Verlauf: {field}").format(field=watched.field.accessibleName())
        dialog = Dialog(self._page.window(), "field_history", title)
        if len(values) <= 1:
            dialog.add(SoftText(_("Hier wurde noch nichts geändert."), name="field_history_empty"))
        rows = RowList("field_history_rows", title=title, is_clickable=False)
        rows.show_rows([_row(place, past) for place, past in enumerate(values)])
        page = ScrollPage("field_history_scroll", rows)
        page.setMinimumHeight(min(_MOST_HEIGHT, max(120, rows.sizeHint().height())))
        dialog.add(page, 1)
        dialog.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
        rows.acted.connect(lambda place: self._put_back(dialog, watched, values[place]))
        dialog.open()

    def _put_back(self, dialog: Dialog, watched: _Watched, past: PastValue) -> None:
        dialog.accept()
        row_id = watched.binding.row_id
        if row_id is not None:
            watched.binding.put_back(row_id, dict.fromkeys(watched.columns) | {past.column: past.value})


def _row(place: int, past: PastValue) -> Row:
    moment = past.at.astimezone()
    when = f"{format_near_date(moment.date(), this_day())} {format_time(moment.time())}"
    who = past.staff or _("außerhalb des Programms")
    return Row(
        place,
        past.words or _("leer"),
        note=_("{who}, rückgängig gemacht").format(who=who) if past.is_undo else who,
        lead=when,
        strong=place == 0,
        action=_("Wieder einsetzen") if place else "",
    )


def _standard_menu(field: QWidget) -> QMenu:
    """The menu the field would have shown by itself: cut, copy, paste."""
    if isinstance(field, QLineEdit | QPlainTextEdit):
        return field.createStandardContextMenu()
    return QMenu(field)
