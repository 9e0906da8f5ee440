"""What one value means for every level that asks something, in a table: F5 on a line."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from zwk_barrier.casework.visit.measuring import value_text
from zwk_barrier.desktop.style.images import qt_icon
from zwk_barrier.desktop.style.look import colour, current_look
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.verdicts import SHOWN, level_word, spoken
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.chips import SIGNS, verdict_word
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText
from zwk_barrier.overriding import override
from zwk_barrier.rules.requirements import Assessment
from zwk_barrier.wording import _

_Index = QModelIndex | QPersistentModelIndex

_WIDTH, _LEAST = 860, 108
_PADDING, _ROOM = 4, 8  # px
_VERDICT, _WIDE = 2, (1, 2, 3)  # columns


class _Cells(QStyledItemDelegate):
    """Words with room around them."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if QStyle.StateFlag.State_Selected in option.state:
            painter.fillRect(option.rect, option.palette.highlight())
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_ROOM, 0, -_ROOM, 0)
        super().paint(painter, inner, index)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_ROOM, 0, -_ROOM, 0)
        return super().sizeHint(inner, index) + QSize(2 * _ROOM + 4, 2 * _ROOM)


class LevelTable(QTableWidget):
    """One row a level: what it asks, what comes of it, by how much, where it stands, and how sure that is."""

    def __init__(self, row: CriterionRow) -> None:
        found = list(_rows(row))
        super().__init__(len(found), len(_heads()))
        self.setObjectName("levels_table")
        self.setAccessibleName(_("Alle Maßstäbe"))
        self.setHorizontalHeaderLabels([f"  {word}" for word in _heads()])  # above the words, not beside them
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setItemDelegate(_Cells(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        look = current_look()
        for place, (assessment, words) in enumerate(found):
            verdict = SHOWN[assessment.verdict]
            ink = colour(look.tokens.verdict(verdict).ink)
            for column, word in enumerate(words):
                item = QTableWidgetItem(word)
                item.setToolTip(word)
                if column == _VERDICT:
                    item.setIcon(qt_icon(SIGNS[verdict], ink, look.px(18)))
                self.setItem(place, column, item)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(current_look().px(_LEAST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _WIDE:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(current_look().px(44))
        if self.rowCount():
            self.setCurrentCell(0, 0)

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().height() + self.verticalHeader().length() + _PADDING
        return QSize(current_look().px(_WIDTH), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(self.sizeHint().height(), current_look().px(260)))


def show_levels(row: CriterionRow) -> Dialog:
    """Opens the table of a line; Escape leads back to it."""
    title = f"{row.point.element()}: {row.title.text()}"
    dialog = Dialog(row.window(), "levels", title)
    available = dialog.screen().availableGeometry().width() - 48
    dialog.setMinimumWidth(min(current_look().px(_WIDTH) + 48, available, row.window().width() - 32))
    measured = value_text(row.criterion, row.measured) or _("nicht geprüft")
    dialog.add(BodyText(_("Gemessen: {value}").format(value=measured), name="levels_measured"))
    table = dialog.add(LevelTable(row), 1)
    edition = row.view.basis.profile.edition
    dialog.add(NoteText(_("Fassung: {edition}").format(edition=edition), name="levels_edition"))
    dialog.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
    dialog.open()
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def _heads() -> list[str]:
    return [_("Maßstab"), _("Erforderlich"), _("Ergebnis"), _("Quelle"), _("Sicherheit")]


def _rows(row: CriterionRow) -> Iterator[tuple[Assessment, tuple[str, ...]]]:
    """The words of each level, the visit's own first."""
    basis, criterion = row.view.basis, row.criterion
    main = basis.profile.level_for(criterion)
    for level, one in sorted(row.words.assessments.items(), key=lambda each: each[0] != main):
        asked = criterion.required[level]
        sure = {"H": _("hoch"), "M": _("mittel")}.get(asked.confidence, _("zu prüfen"))
        words = (
            level_word(basis, level),
            ", ".join(part for part in (one.required_text, asked.note) if part),
            ", ".join(
                part for part in (spoken(one) or verdict_word(SHOWN[one.verdict]), one.gap_text) if part
            ),
            one.source,
            sure,
        )
        yield one, words
