"""Paints one entry of a list to choose from, with a check box when it has one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import TARGET, current_look
from zwk_barrier.desktop.style.paint_fields import MARK, MARK_GAP, PADDING, paint_check_mark
from zwk_barrier.overriding import override

_Index = QModelIndex | QPersistentModelIndex
_CHECKED = Qt.CheckState.Checked.value


class ChoiceDelegate(QStyledItemDelegate):
    """Entries as high as a target; the current one on the accent's ground."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = current_look()
        width = QFontMetrics(look.font()).horizontalAdvance(str(index.data())) + look.px(2 * PADDING)
        mark = look.px(MARK + MARK_GAP) if index.data(Qt.ItemDataRole.CheckStateRole) is not None else 0
        return QSize(width + mark, look.px(TARGET))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect = current_look(), option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            edge = look.colour("accent") if look.tokens.has_outlines else None
            box(painter, rect.adjusted(4, 1, -4, -1), look.colour("accent_ground"), edge, radius=6)
            painter.fillRect(QRect(rect.x() + 4, rect.y() + 8, 3, rect.height() - 16), look.colour("accent"))
        left = rect.x() + look.px(PADDING)
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            size = look.px(MARK)
            state = QStyle.StateFlag.State_Enabled
            state |= QStyle.StateFlag.State_On if _value(checked) == _CHECKED else QStyle.StateFlag.State_Off
            place = QRect(left, rect.y() + (rect.height() - size) // 2, size, size)
            paint_check_mark(look, place, painter, state)
            left += size + look.px(MARK_GAP)
        font = look.font()
        painter.setFont(font)
        room = QRect(left, rect.y(), rect.right() - left - look.px(PADDING), rect.height())
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        line_of_text(painter, room, text, look.colour("text"))


def _value(state: Qt.CheckState | int) -> int:
    return state.value if isinstance(state, Qt.CheckState) else state
