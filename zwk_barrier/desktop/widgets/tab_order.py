"""Lets the Tab key follow the eye on pages whose parts come and go.

    tab_in_reading_order(panel)       # after rows or cards were added, taken away or moved
    order = TabOrder(panel); cards.laid_out.connect(order.renew)     # the same, once for many changes

Qt's own order is that of creation: a card added above others would be reached last.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QWidget


def tab_in_reading_order(root: QWidget) -> None:
    """Chains the Tab stops under ``root`` in the order of their layouts; the first stays where it is."""
    for before, after in pairwise(tab_stops(root)):
        QWidget.setTabOrder(before, after)


class TabOrder(QObject):
    """Keeps the order of ``root``; with many changes at once it is renewed once, a moment later."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: tab_in_reading_order(self._root))

    def renew(self) -> None:
        """Something came, went or moved."""
        self._timer.start()


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at under ``root``, in the order it is read."""
    for child in _children(root):
        proxy = child.focusProxy()
        if proxy is not None and child.isAncestorOf(proxy):
            yield child  # stands for its parts, which Qt moves with it; left behind it would be a stop of its own
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        yield from tab_stops(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """The direct children: those in the layout first, in its order.

    Of what scrolls or is split only what was put into it: parts that Qt made for itself, once looked at, are
    taken for Python's own by PySide and destroyed with the next garbage collection.
    """
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from () if inner is None else (inner,)
        return
    if isinstance(widget, QSplitter):
        halves = (widget.widget(place) for place in range(widget.count()))
        yield from (half for half in halves if half is not None)
        return
    if isinstance(widget, QAbstractScrollArea):
        return
    every = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    layout = widget.layout()
    laid_out = [] if layout is None else list(_laid_out(layout, every))
    yield from laid_out
    yield from (one for one in every if one not in laid_out)


def _laid_out(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Asks for the place of each: an item of a layout written in Python, once looked at, brings PySide down later."""
    parts: list[QWidget | QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    places = [(layout.indexOf(one), one) for one in (*parts, *widgets)]
    for place, one in sorted(places, key=lambda found: found[0]):
        if place >= 0 and isinstance(one, QLayout):
            yield from _laid_out(one, widgets)
        elif place >= 0 and isinstance(one, QWidget):
            yield one
