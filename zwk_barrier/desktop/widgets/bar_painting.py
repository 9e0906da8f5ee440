"""How a table with bars is measured and painted: names that wrap, bars with whiskers, boxes for small figures."""

from PySide6.QtCore import (
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import NOTE, Look, current_look
from zwk_barrier.desktop.widgets.bar_figures import BarRow, Figure, FigureModel
from zwk_barrier.overriding import override

_GAP, _ROOM = 10, 9
_LINE, _BAR, _SMALL = 24, 20, 40
_LEAST_NAME, _LEAST_FIGURE, _LEAST_BAR, _INDENT = 120, 72, 72, 18
_NAME_SHARE = 0.42
_BOLD, _PLAIN = QFont.Weight.DemiBold, QFont.Weight.Normal
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_Index = QModelIndex | QPersistentModelIndex


def measure(look: Look, table: FigureModel, width: int) -> list[int]:
    """How wide each column is, in px: figures by their words, the bars get what is left."""
    found = _needed(look, table, width)
    if sum(found) > width:
        found = _needed(look, table, width, is_tight=True)
    spare = width - sum(found)
    if spare < 0:
        found[0] = max(_least_name(look, table), found[0] + spare)
    elif spare > 0 and table.bars is not None:
        found[table.bars + 1] += spare
    elif len(found) > 1:
        found[0] += min(spare, max(0, _widest_name(look, table) - found[0]))
        _share_out(found, width - sum(found))
    return found


def _needed(look: Look, table: FigureModel, width: int, *, is_tight: bool = False) -> list[int]:
    """How wide each column wants to be, or has to be at least where they do not all fit."""
    bold, head = QFontMetrics(look.font(weight=_BOLD)), QFontMetrics(_head_font(look))
    least, bar = (0, _LEAST_BAR // 2) if is_tight else (look.px(_LEAST_FIGURE), _LEAST_BAR)
    found = [_name_width(look, table, width)]
    for place, title in enumerate(table.columns):
        words = [head.horizontalAdvance(word) for word in title.split()]
        amounts = [bold.horizontalAdvance(row.figures[place].text) for row in table.rows]
        needed = max([*words, *amounts, least]) + 2 * table.padding
        found.append(needed + look.px(bar) + _GAP if place == table.bars else needed)
    return found


def row_height(look: Look, table: FigureModel, place: int, width: int) -> int:
    """How high a row is, in px, when the names have ``width`` px."""
    room = width - 2 * table.padding - _indent(look, table, table.rows[place])
    return max(table.words[place].height(look, room), look.px(_LINE)) + 2 * _ROOM


def head_height(look: Look, table: FigureModel, widths: list[int]) -> int:
    """How high the names of the columns are, in px."""
    words = QFontMetrics(_head_font(look))
    titles = (table.head, *table.columns)
    heights = [
        words.boundingRect(QRect(0, 0, width - 2 * table.padding, 4000), _WRAPPED, title).height()
        for title, width in zip(titles, widths, strict=False)
    ]
    if table.reference is not None and table.bars is not None:
        heights[table.bars + 1] += words.lineSpacing()
    return max([words.lineSpacing(), *heights]) + look.px(14)


class BarCells(QStyledItemDelegate):
    """Paints the name of a row, a figure at the right end of its column, or a bar with its figure behind it."""

    def __init__(self, table: FigureModel, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, table = current_look(), self._table
        row = table.rows[index.row()]
        rect = option.rect.adjusted(table.padding, 0, -table.padding, -1)
        painter.save()
        if index.column() == 0:
            indent = _indent(look, table, row)
            middle = rect.y() + rect.height() / 2
            table.words[index.row()].draw(look, painter, rect.x() + indent, middle, rect.width() - indent)
        elif index.column() - 1 == table.bars:
            _paint_bar(look, painter, rect, row, table)
        else:
            painter.setFont(look.font(weight=_BOLD if row.stands_out else _PLAIN))
            text = row.figures[index.column() - 1].text
            line_of_text(painter, rect, text, look.colour("text"), _side(table, index.column()))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize()  # the table measures its rows and columns itself


class BarHeader(QHeaderView):
    """Column names over a rule, each in as many lines as it needs; over the bars what they are held against."""

    def __init__(self, table: FigureModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, table = current_look(), self._table
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), look.colour("border"))
        is_bars = logicalIndex > 0 and logicalIndex - 1 == table.bars
        side = _side(table, logicalIndex)
        painter.setFont(_head_font(look))
        painter.setPen(look.colour("soft"))
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value | side.value
        room = rect.adjusted(table.padding, 0, -table.padding, 0)
        if is_bars and table.reference is not None:
            line = painter.fontMetrics().lineSpacing()
            below = QRect(room.x(), room.center().y() + 1, room.width(), line)
            _paint_dashes(look, painter, below.x() + 1, below.y() + 1, below.bottom() - 1)
            line_of_text(
                painter, below.adjusted(look.px(10), 0, 0, 0), table.reference.title, look.colour("soft")
            )
            room.setBottom(room.center().y())
        painter.drawText(room, flags, table.columns[logicalIndex - 1] if logicalIndex else table.head)


def _side(table: FigureModel, column: int) -> Qt.AlignmentFlag:
    """At which side a column stands: names, bars and words at the left."""
    is_left = column == 0 or column - 1 == table.bars or table.is_text(column - 1)
    return Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight


def _paint_bar(look: Look, painter: QPainter, rect: QRect, row: BarRow, table: FigureModel) -> None:
    figure = row.figures[table.bars or 0]
    painter.setFont(look.font(weight=_BOLD))
    words = _widest_figure(look, table)
    room = rect.width() - words - _GAP
    scale = room / table.longest if table.longest > 0 else 0.0
    height = look.px(_BAR)
    place = QRect(rect.x(), rect.center().y() - height // 2, 0, height)
    end = 0
    if not row.is_total and figure.is_small:
        end = min(look.px(_SMALL), room)
        place.setWidth(end)
        _paint_box(look, painter, place)
    elif not row.is_total and figure.value is not None:
        end = _paint_value(look, painter, place, figure, scale, is_sum=row.level > 0)
    if table.reference is not None and not row.is_total:
        _paint_dashes(look, painter, round(rect.x() + table.reference.value * scale), rect.y(), rect.bottom())
    left = rect.x() + end + (_GAP if end else 0)
    place = QRect(
        left, rect.y(), QFontMetrics(painter.font()).horizontalAdvance(figure.text) + 2, rect.height()
    )
    if table.reference is not None:
        painter.fillRect(place.adjusted(-2, 10, 2, -10), look.colour("surface"))
    line_of_text(painter, place, figure.text, look.colour("text"))


def _paint_value(
    look: Look, painter: QPainter, place: QRect, figure: Figure, scale: float, *, is_sum: bool
) -> int:
    """Draws a bar and its whisker; gives how many px the longer of the two takes."""
    width = round((figure.value or 0.0) * scale)
    if width > 0:
        place.setWidth(max(width, 2))
        edge = look.colour("text") if look.tokens.has_outlines and is_sum else None
        box(painter, place, look.colour("accent"), edge, radius=min(4, width / 2))
    end = place.width() if width > 0 else 0
    if figure.before is not None:
        _paint_strokes(look, painter, [_upright(place, place.x() + figure.before * scale, 0.62)])
        end = max(end, round(figure.before * scale) + 2)
    if figure.low is not None and figure.high is not None:
        _paint_whisker(look, painter, place, place.x() + figure.low * scale, place.x() + figure.high * scale)
        end = max(end, round(figure.high * scale))
    return end


def _paint_whisker(look: Look, painter: QPainter, place: QRect, low: float, high: float) -> None:
    middle = QRectF(place).center().y()
    line = QLineF(QPointF(low, middle), QPointF(high, middle))
    _paint_strokes(look, painter, [line, *(_upright(place, x, 0.3) for x in (low, high))])


def _upright(place: QRect, x: float, reach: float) -> QLineF:
    middle, half = QRectF(place).center().y(), place.height() * reach
    return QLineF(QPointF(x, middle - half), QPointF(x, middle + half))


def _paint_strokes(look: Look, painter: QPainter, lines: list[QLineF]) -> None:
    """Lines with a light edge, so that they show on a bar as well as beside it."""
    for ink, width in (("surface", 5.0), ("text", 2.0)):
        painter.setPen(QPen(look.colour(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(lines)


def _paint_box(look: Look, painter: QPainter, place: QRect) -> None:
    pen = QPen(look.colour("border"), 1.5, Qt.PenStyle.DashLine)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_dashes(look: Look, painter: QPainter, x: int, top: int, bottom: int) -> None:
    for ink, width in (("surface", 3.0), ("text", 1.5)):
        style = Qt.PenStyle.SolidLine if ink == "surface" else Qt.PenStyle.DashLine
        painter.setPen(QPen(look.colour(ink), width, style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _widest_figure(look: Look, table: FigureModel) -> int:
    """All bars are drawn to one scale: what the widest of their figures needs is left free behind each."""
    words = QFontMetrics(look.font(weight=_BOLD))
    return max((words.horizontalAdvance(row.figures[table.bars or 0].text) for row in table.rows), default=0)


def _name_width(look: Look, table: FigureModel, width: int) -> int:
    most = max(look.px(_LEAST_NAME), round(width * _NAME_SHARE))
    return max(min(_widest_name(look, table), most), min(_least_name(look, table), width))


def _least_name(look: Look, table: FigureModel) -> int:
    """What the longest single word needs, for names wrap."""
    words = QFontMetrics(look.font(weight=_BOLD))
    found = [
        words.horizontalAdvance(word) + _indent(look, table, row)
        for row in table.rows
        for word in row.title.split()
    ]
    return max([look.px(_LEAST_NAME) - 2 * table.padding, *found]) + 2 * table.padding + 2


def _widest_name(look: Look, table: FigureModel) -> int:
    head = QFontMetrics(_head_font(look)).horizontalAdvance(table.head)
    names = [
        QFontMetrics(_name_font(look, row)).horizontalAdvance(row.title) + _indent(look, table, row)
        for row in table.rows
    ]
    return max([head, *names, look.px(_LEAST_NAME) - 2 * table.padding]) + 2 * table.padding + 2


def _share_out(widths: list[int], spare: int) -> None:
    """Lets the columns of figures stand evenly where there is more room than they need."""
    count = len(widths) - 1
    for place in range(1, len(widths)):
        widths[place] += spare * place // count - spare * (place - 1) // count


def _indent(look: Look, table: FigureModel, row: BarRow) -> int:
    return 0 if row.is_total else (table.deepest - row.level) * look.px(_INDENT)


def _name_font(look: Look, row: BarRow) -> QFont:
    return look.font(weight=_BOLD if row.stands_out else _PLAIN)


def _head_font(look: Look) -> QFont:
    return look.font(NOTE, _BOLD)
