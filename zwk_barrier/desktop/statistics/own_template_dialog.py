"""The office's own report put together: every figure by its block, ticked or not, in the order it is to stand."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget

from zwk_barrier.casework.figures.own_report import OwnChoice, keep_own_report, restore_own_report
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.ink import line_of_text
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.style.paint_fields import PADDING
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_delegate import ChoiceDelegate
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.reference.indicator import ReportTemplate
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.reference.report_templates import OWN
from zwk_barrier.statistics.figures.own_template import report_templates
from zwk_barrier.wording import _, ngettext

_KEY, _GROUP = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT, _LEAST = 640, 400, 120  # px at 100 %
_ROOM: Final = 320
"""What the dialog needs beside its list, in px at 100 %."""

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_Index = QModelIndex | QPersistentModelIndex


class OwnTemplateDialog(Dialog):
    """Ticks and order of the own report; nothing is kept before „Übernehmen“.

    ``changed`` is called once it was kept or set back.
    """

    def __init__(self, desk: Desk, parent: QWidget, changed: Callable[[], object]) -> None:
        super().__init__(parent, "own_template", _("Eigene Vorlage zusammenstellen"))
        self._desk, self._on_change = desk, changed
        self._definitions: dict[str, str] = {}
        self._lay_out()
        desk.ask(lambda session: report_templates(session)[OWN], then=self.show_template, owner=self)

    def begin(self) -> None:
        """Opens it with the keyboard in the list."""
        self.open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_template(self, template: ReportTemplate) -> None:
        """Shows everything there is; what is chosen is ticked and stands first in its block, as in the report."""
        self._definitions = dict(template.definitions)
        figures = [key for section in template.sections for key in section.indicators]
        tables = [name for section in template.sections for name in section.tables]
        catalogue = load_indicators()
        self.list.clear()
        for block in catalogue.blocks.values():
            self._add_heading(block.title)
            here = {key: one.title for key, one in catalogue.indicators.items() if one.block == block.key}
            self._add_group("indicators", here, figures)
            told = {name: one.title for name, one in catalogue.tables.items() if one.block == block.key}
            self._add_group("tables", told, tables)
        self.list.setCurrentRow(1)
        self._count()

    def chosen(self) -> OwnChoice:
        """What is ticked, in the order of the list."""
        return OwnChoice(tuple(self._ticked("indicators")), tuple(self._ticked("tables")), self._definitions)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add_group(self, group: str, titles: dict[str, str], chosen: list[str]) -> None:
        first = [key for key in chosen if key in titles]
        for key in (*first, *(key for key in titles if key not in first)):
            title = titles[key] if group == "indicators" else _("Tabelle: {title}").format(title=titles[key])
            item = QListWidgetItem(title)
            item.setData(_KEY, key)
            item.setData(_GROUP, group)
            item.setToolTip(title)
            item.setCheckState(Qt.CheckState.Checked if key in first else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.list.item(row) for row in range(self.list.count()))

    def _ticked(self, group: str) -> Iterator[str]:
        return (
            item.data(_KEY)
            for item in self._items()
            if item.data(_GROUP) == group and item.checkState() == Qt.CheckState.Checked
        )

    def _count(self) -> None:
        choice = self.chosen()
        figures, tables = len(choice.indicators), len(choice.tables)
        first = ngettext("{n} Kennzahl", "{n} Kennzahlen", figures).format(n=figures)
        second = ngettext("{n} Tabelle", "{n} Tabellen", tables).format(n=tables)
        self._state.setText(_("Gewählt: {figures} und {tables}").format(figures=first, tables=second))

    def _toggle(self) -> None:
        item = self.list.currentItem()
        if self.list.currentRow() >= 0 and item.data(_KEY):
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    def _move(self, step: int) -> None:
        """Moves the current one among its kind in its block; at the edge it stays."""
        row = self.list.currentRow()
        if row < 0 or not 0 <= row + step < self.list.count():
            return
        if self.list.item(row + step).data(_GROUP) != self.list.item(row).data(_GROUP):
            return
        self.list.insertItem(row + step, self.list.takeItem(row))
        self.list.setCurrentRow(row + step)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
                self._move(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_Space:  # Qt would take it as a letter to search for
                self._toggle()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        choice = self.chosen()
        self._desk.do(
            lambda store: keep_own_report(store, choice), then=self._kept, failed=self._refuse, owner=self
        )

    def _restore(self) -> None:
        self._desk.do(restore_own_report, then=self._restored, failed=self._refuse, owner=self)

    def _kept(self, _nothing: Any) -> None:
        self._leave(_("Die eigene Vorlage ist zusammengestellt."))

    def _restored(self, _nothing: Any) -> None:
        self._leave(_("Die eigene Vorlage ist wieder so, wie sie mitgeliefert wurde."))

    def _leave(self, sentence: str) -> None:
        self.accept()
        self._desk.say(sentence, with_undo=True)
        self._on_change()

    def _refuse(self, problem: Problem) -> None:
        self._told.setText(str(problem))
        self._told.show()

    def _lay_out(self) -> None:
        look, screen = current_look(), self.screen().availableGeometry()
        self.add(
            BodyText(
                _("Was ein Häkchen hat, steht im Bericht: Block für Block, in dieser Reihenfolge."),
                name="own_template_text",
            )
        )
        self.list = self.add(QListWidget(), 1)
        self.list.setObjectName("own_template_list")
        self.list.setAccessibleName(_("Kennzahlen und Tabellen"))
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(look.px(_LEAST))
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.add(NoteText(_("Leertaste: Häkchen. Alt und Pfeil: verschieben."), name="own_template_keys"))
        moves = self.add(Flow("own_template_moves"))
        for name, text, icon, step in (
            ("up", _("Nach &oben"), "chevron-up", -1),
            ("down", _("Nach &unten"), "chevron-down", 1),
        ):
            button = moves.add(Button(f"own_template_{name}", text, kind=Kind.QUIET, icon=icon))
            button.clicked.connect(lambda _checked=False, by=step: self._move(by))
        self._state = self.add(NoteText(name="own_template_state"))
        self._told = self.add(BodyText(name="own_template_told"))
        self._told.hide()
        self.add_button("restore", _("&Zurücksetzen"), closes=False, then=self._restore)
        self.add_button("no", _("Abbrechen"))
        self.add_button("yes", _("Ü&bernehmen"), kind=Kind.PRIMARY, closes=False, then=self._keep)
        room = screen.height() - 48
        self.resize(min(look.px(_WIDTH), screen.width() - 48), min(look.px(_HEIGHT + _ROOM), room))


class _Delegate(ChoiceDelegate):
    """Headings of blocks in bold, without a box."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.data(_KEY) is not None:
            super().paint(painter, option, index)
            return
        look = current_look()
        painter.setFont(look.font(weight=QFont.Weight.DemiBold))
        room = option.rect.adjusted(look.px(PADDING), look.px(8), -look.px(PADDING), 0)
        line_of_text(painter, room, str(index.data()), look.colour("text"))
