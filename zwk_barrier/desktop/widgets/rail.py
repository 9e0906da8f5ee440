"""The rail at the left: where one can go; icons with words, icons alone at large text.

rail = Rail("rail", brand="ZWK Barriere", title=_("Bereiche"))
rail.add("today", _("Heute"), "sun")
rail.chosen.connect(window.go)          # the code
rail.set_current("cases")
rail.add_footer(status_text)
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import bar, box, line_of_text
from zwk_barrier.desktop.style.look import Look, colour, current_look
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.headings import BrandText
from zwk_barrier.overriding import override

_WIDTH, _ITEM_HEIGHT, _MARGIN = 176, 44, 12
_COMPACT_HEIGHT = 36  # seven places at 200 % in a window 640 px high
_ICON, _ICON_LEFT, _TEXT_LEFT, _BAR = 20, 12, 44, 4


class RailItem(QAbstractButton):
    """One place to go."""

    def __init__(self, name: str, text: str, icon_name: str) -> None:
        super().__init__()
        self.icon_name = icon_name
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        text = QFontMetrics(look.font(weight=QFont.Weight.Bold)).horizontalAdvance(self.text())
        width = 0 if look.is_large else look.px(_TEXT_LEFT + 8) + text
        return QSize(width, look.px(_COMPACT_HEIGHT if look.is_large else _ITEM_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        tokens = look.tokens
        is_here = self.isChecked()
        if is_here:
            self._paint_ground(look, painter)
        elif self.underMouse():
            box(painter, self.rect(), colour(tokens.hover))
        ink = colour(tokens.accent if is_here else tokens.text)
        size = look.px(_ICON)
        left = (self.width() - size) // 2 if look.is_large else look.px(_ICON_LEFT)
        draw_icon(painter, self.icon_name, QRect(left, (self.height() - size) // 2, size, size), ink)
        if not look.is_large:
            painter.setFont(look.font(weight=QFont.Weight.Bold if is_here else QFont.Weight.Normal))
            line_of_text(painter, self.rect().adjusted(look.px(_TEXT_LEFT), 0, 0, 0), self.text(), ink)

    def _paint_ground(self, look: Look, painter: QPainter) -> None:
        edge = look.colour("accent") if look.tokens.has_outlines else None
        box(painter, self.rect(), look.colour("accent_ground"), edge)
        bar(painter, self.rect(), look.colour("accent"), width=_BAR)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rail = self.parent()
        step = UP_OR_DOWN.get(Qt.Key(event.key()))
        if step is not None and isinstance(rail, Rail):
            rail.move_focus(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Rail(QWidget):
    """The places; one Tab stop, Up and Down move, Enter or Space goes there."""

    chosen = Signal(str)

    def __init__(self, name: str, *, brand: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 20, _MARGIN + 1, 20)
        self._column.setSpacing(4)
        self._brand = BrandText(brand, name=f"{name}_brand")
        self._brand.setContentsMargins(8, 0, 0, 20)
        self._column.addWidget(self._brand)
        self._column.addStretch()
        self._footer: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add(self, code: str, text: str, icon: str, *, shortcut: str = "") -> RailItem:
        """Appends a place; ``shortcut`` as ``"Alt+1"`` goes there too."""
        item = RailItem(f"{self.objectName()}_{code}", text, icon)
        item.setToolTip(text)
        if shortcut:
            item.setShortcut(shortcut)
        item.clicked.connect(lambda: self._go(code))
        self._column.insertWidget(1 + len(self._items), item)
        self._items[code] = item
        if len(self._items) == 1:
            self.set_current(code)
        else:
            item.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return item

    def add_footer(self, widget: QWidget) -> None:
        """Puts a widget at the lower end; it is away while the rail is compact."""
        self._footer.append(widget)
        widget.setContentsMargins(8, 0, 0, 0)
        self._column.addWidget(widget)
        self.refit()

    def set_current(self, code: str) -> None:
        """Marks where one is."""
        for each, item in self._items.items():
            is_here = each == code
            item.setChecked(is_here)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus)

    def set_shown(self, code: str, *, is_shown: bool) -> None:
        """Shows or hides a place; one that is hidden has no key either."""
        self._items[code].setVisible(is_shown)

    def hidden(self) -> list[str]:
        """The words of the places that are hidden."""
        return [item.text() for item in self._items.values() if item.isHidden()]

    def move_focus(self, item: RailItem, step: int) -> None:
        """Moves the keyboard ``step`` places from ``item``, around the ends."""
        items = [one for one in self._items.values() if not one.isHidden() or one is item]
        items[(items.index(item) + step) % len(items)].setFocus(Qt.FocusReason.OtherFocusReason)

    def refit(self) -> None:
        """Becomes compact or wide; the theme calls it after the text size has changed."""
        is_wide = not current_look().is_large
        self._brand.setVisible(is_wide)
        for widget in self._footer:
            widget.setVisible(is_wide)
        self.updateGeometry()

    def _go(self, code: str) -> None:
        self.set_current(code)
        self.chosen.emit(code)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        if look.is_large:
            return QSize(look.px(_ICON) + 4 * _MARGIN, 0)
        needed = max((item.sizeHint().width() for item in self._items.values()), default=0)
        return QSize(max(look.px(_WIDTH), needed + 2 * _MARGIN), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), look.colour("line"))
