"""Paints one hit of a search: icon, title, and a softer second line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import NOTE, colour, current_look
from zwk_barrier.overriding import override

HIT_ROLE = int(Qt.ItemDataRole.UserRole)

_Index = QModelIndex | QPersistentModelIndex
_PADDING, _GAP, _ICON = 10, 12, 20


class HitDelegate(QStyledItemDelegate):
    """Items carry an object with ``title``, ``note`` and ``icon`` under HIT_ROLE; others show their text."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        has_note = bool(getattr(index.data(HIT_ROLE), "note", ""))
        return QSize(100, current_look().px(54 if has_note else 40))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = current_look()
        tokens = look.tokens
        hit = index.data(HIT_ROLE)
        rect = option.rect
        if hit is None:
            painter.setFont(look.font())
            line_of_text(painter, rect.adjusted(_PADDING, 0, 0, 0), str(index.data()), colour(tokens.soft))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            edge = colour(tokens.accent) if tokens.has_outlines else None
            box(painter, rect, colour(tokens.accent_ground), edge)
            painter.fillRect(QRect(rect.x(), rect.y() + 6, 4, rect.height() - 12), colour(tokens.accent))
        left = rect.x() + look.px(_PADDING)
        if hit.icon:
            size = look.px(_ICON)
            draw_icon(
                painter, hit.icon, QRect(left, rect.center().y() - size // 2, size, size), colour(tokens.soft)
            )
            left += size + look.px(_GAP)
        room = QRect(left, rect.y(), rect.right() - left - look.px(_PADDING), rect.height())
        self._paint_words(painter, room, hit.title, hit.note)

    def _paint_words(self, painter: QPainter, room: QRect, title: str, note: str) -> None:
        look = current_look()
        half = room.height() // 2
        upper = room.adjusted(0, 4, 0, -half + 2) if note else room
        strong, small = look.font(weight=QFont.Weight.DemiBold), look.font(NOTE)
        self._line(painter, upper, title, strong, "text")
        if note:
            self._line(painter, room.adjusted(0, half - 2, 0, -4), note, small, "soft")

    def _line(self, painter: QPainter, room: QRect, text: str, font: QFont, use: str) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        line_of_text(painter, room, shown, current_look().colour(use))
