"""Walks a page the way people with different needs do, and says in sentences what stands in their way.

    page.show(); theme.set_scale(200); settled(page)   # any QWidget, in any palette and text size
    assert not unnamed(page)                           # a screen reader has a name for every control
    assert not keyboard_gaps(page)                     # Tab reaches every control and leaves each again
    assert not faint(page)                             # text ≥ 4.5:1, large text ≥ 3:1, as painted
    assert not faint_edges(page)                       # fields and buttons stand out by ≥ 3:1
    assert not small_targets(page, least=24)           # 44 in the visit
    assert not hidden_focus(page)                      # the focus shows: enough pixels change by ≥ 3:1
    assert not clipped(page)                           # nothing is cut at 200 % text

Each gives a list of sentences, empty when all is well; a failing test shows the list.  Everything is measured on what
is painted or what the accessibility tree says, not on what the code intends.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tests.desktop.access.pixels import difference, edge_contrast, grabbed, text_contrast
from zwk_barrier.desktop.widgets.buttons import Kind

_INPUTS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)
_LARGE_TEXT, _LARGE_BOLD = 24, 19  # px from which 3:1 is enough (WCAG 1.4.3: 18 pt, 14 pt bold)
_RING_ROOM = 8  # px around a control its focus ring may take
_FOCUS_PIXELS = 40


def settled(page: QWidget) -> QWidget:
    """``page`` after its layouts have come to rest: a scroll bar that appears may fold columns, and so on."""
    for _round in range(10):
        QApplication.processEvents()
    return page


def controls(page: QWidget) -> Iterator[QWidget]:
    """Everything on ``page`` somebody can use, as far as it is shown and enabled."""
    for widget in [page, *page.findChildren(QWidget)]:
        is_input = isinstance(widget, _INPUTS) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_input and widget.isVisibleTo(page) and widget.isEnabled() and not _is_inner(widget):
            yield widget


def unnamed(page: QWidget) -> list[str]:
    """Controls a screen reader has no name for, and those without an objectName."""
    found = []
    for widget in controls(page):
        if not _spoken_name(widget):
            found.append(f"{_called(widget)} has no name for a screen reader")
        if not widget.objectName():
            found.append(f"{_called(widget)} has no objectName")
    return found


def keyboard_gaps(page: QWidget) -> list[str]:
    """Controls Tab does not reach, and those it does not leave."""
    visited = _tab_ring(page)
    trap = (
        visited[-1] if visited and visited.count(visited[-1]) > 1 and _has_other_stop(visited[-1]) else None
    )
    found = [f"{_called(trap)} keeps the Tab key"] if trap is not None else []
    reached = set(visited)
    missed = [each for each in controls(page) if each not in reached and not _has_other_way(each, reached)]
    return found + [f"{_called(widget)} is not reached by Tab" for widget in missed]


def faint(page: QWidget, *, least: float = 4.5, least_large: float = 3.0) -> list[str]:
    """Words painted with too little contrast; disabled ones are exempt."""
    found = []
    for widget in _with_words(page):
        _bring_into_view(widget)
        place = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
        words = grabbed(page, _inside(widget, place))
        if not words.size:
            found.append(f"{_called(widget)} cannot be brought into view")
        contrast = text_contrast(words)
        font = widget.fontInfo()
        is_large = font.pixelSize() >= (_LARGE_BOLD if font.bold() else _LARGE_TEXT)
        needed = least_large if is_large else least
        if contrast is not None and contrast < needed:
            found.append(f"{_called(widget)} has a contrast of {contrast:.2f}:1, needed are {needed}:1")
    return found


def faint_edges(page: QWidget, *, least: float = 3.0) -> list[str]:
    """Fields and buttons whose edge is hard to see against the page; bare buttons have none and are exempt."""
    found = []
    for widget in controls(page):
        is_bare = getattr(widget, "kind", None) is Kind.QUIET or isinstance(widget.parentWidget(), QLineEdit)
        if isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit | QPushButton) and not is_bare:
            _bring_into_view(widget)
            left = widget.mapTo(page, QPoint(-2, widget.height() // 2))
            strip = grabbed(page, QRect(left, QSize(6, 1)))
            contrast = edge_contrast(strip) if strip.size else 0.0
            if contrast < least:
                found.append(f"{_called(widget)} has an edge of {contrast:.2f}:1, needed are {least}:1")
    return found


def small_targets(page: QWidget, *, least: int = 24) -> list[str]:
    """Controls that are hard to hit: smaller than ``least`` px in one direction."""
    found = []
    for widget in controls(page):
        for what, rect in _targets(widget):
            if min(rect.width(), rect.height()) < least:
                found.append(f"{what} is {rect.width()} × {rect.height()} px, needed are {least}")
    return found


def hidden_focus(page: QWidget) -> list[str]:
    """Controls that look alike with and without the focus."""
    found = []
    for widget in dict.fromkeys(_tab_ring(page)):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()  # pages scroll what has the focus into view
        around = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
        around = around.adjusted(-_RING_ROOM, -_RING_ROOM, _RING_ROOM, _RING_ROOM).intersected(page.rect())
        with_focus = grabbed(page, around)
        widget.clearFocus()
        QApplication.processEvents()
        pixels, strongest = difference(grabbed(page, around), with_focus)
        if pixels < _FOCUS_PIXELS:
            found.append(f"{_called(widget)} shows its focus with {pixels} px, at most {strongest:.1f}:1")
    return found


def clipped(page: QWidget) -> list[str]:
    """Labels, buttons and lines that have less room than their words need, and parts that stick out of their parent."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or _is_inner(widget):
            continue
        needed = _needed(widget)
        if needed is not None and (widget.width() < needed[0] or widget.height() < needed[1]):
            has, wants = f"{widget.width()} × {widget.height()}", f"{needed[0]} × {needed[1]}"
            found.append(f"{_called(widget)} is cut: it has {has} px and needs {wants}")
        if needed is not None and not _fits_parent(widget):
            found.append(f"{_called(widget)} sticks out of what it is in")
    return found


def _tab_ring(page: QWidget) -> list[QWidget]:
    """What gets the focus, Tab by Tab, until it comes round or sticks; the last is twice in it when it sticks."""
    page.window().activateWindow()
    start = QApplication.focusWidget()
    if start is None or not page.isAncestorOf(start):
        page.setFocus(Qt.FocusReason.TabFocusReason)
        page.focusNextChild()
    visited: list[QWidget] = []
    for _step in range(len(page.findChildren(QWidget)) + 2):
        here = QApplication.focusWidget()
        if here is None or (here in visited and here is not visited[-1]):
            break
        if page.isAncestorOf(here) or here is page:
            visited.append(here)
            if len(visited) > 1 and visited[-2] is here:
                break
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return visited


def _has_other_stop(widget: QWidget) -> bool:
    stops = [each for each in widget.window().findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    return any(each is not widget and each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in stops)


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        content = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and content is not None:
            corner = widget.mapTo(content, QPoint(0, 0))
            for height in (widget.height(), 0):
                parent.ensureVisible(corner.x(), corner.y() + height, _RING_ROOM, _RING_ROOM)
        parent = parent.parentWidget()


def _is_inner(widget: QWidget) -> bool:
    """Parts Qt puts into its own widgets (a view's header, a tab bar's arrows) and scroll bars."""
    name = widget.objectName()
    parent = widget.parentWidget()
    is_arrow = isinstance(parent, QTabBar)
    is_header = isinstance(parent, QAbstractItemView) and isinstance(
        widget, QAbstractItemView | QAbstractButton
    )
    return name.startswith("qt_") or is_arrow or is_header or isinstance(widget, QScrollArea)


def _has_other_way(widget: QWidget, reached: set[QWidget]) -> bool:
    """A button inside a field answers the field's key; of a group of radio buttons or rows one is the Tab stop."""
    parent = widget.parentWidget()
    if isinstance(parent, QLineEdit) and parent in reached:
        return True
    if widget.focusProxy() in reached:
        return True
    siblings = [each for each in reached if each.parentWidget() is parent and type(each) is type(widget)]
    is_member = not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and bool(widget.focusPolicy())
    return bool(siblings) and is_member


def _with_words(page: QWidget) -> Iterator[QWidget]:
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.isEnabled():
            continue
        is_label = isinstance(widget, QLabel) and bool(widget.text())
        if is_label or (isinstance(widget, _INPUTS) and not _is_inner(widget)) or _is_row(widget):
            yield widget


def _is_row(widget: QWidget) -> bool:
    """Whether it paints the words of a ``Row`` itself; a form's ``row`` is a method."""
    return not callable(getattr(widget, "row", print))


def _inside(widget: QWidget, place: QRect) -> QRect:
    """Without the edge of a control, whose contrast is another matter."""
    is_boxed = isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit | QAbstractButton)
    return place.adjusted(4, 4, -4, -4) if is_boxed and min(place.width(), place.height()) > 16 else place


def _targets(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    if isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield f"tab „{widget.tabText(index)}“", widget.tabRect(index)
    elif isinstance(widget, QAbstractItemView):
        model = widget.model()
        for row in range(min(3, model.rowCount())):
            yield f"row {row} of {_called(widget)}", widget.visualRect(model.index(row, 0))
    else:
        yield _called(widget), widget.rect()


def _needed(widget: QWidget) -> tuple[int, int] | None:
    """The room the words of ``widget`` need at its present width; None for what scrolls or has no words."""
    has_words = isinstance(widget, QLabel) and bool(widget.text())
    if isinstance(widget, QLineEdit | QComboBox):
        return 0, widget.fontMetrics().height()
    if not (has_words or isinstance(widget, QAbstractButton) or _is_row(widget)):
        return None
    if widget.hasHeightForWidth():
        return 0, widget.heightForWidth(widget.width())
    return widget.sizeHint().width(), widget.sizeHint().height()


def _fits_parent(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea):
        return True
    return bool(parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))


def _spoken_name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # what Qt gives on Linux is the value
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _called(widget: QWidget) -> str:
    name = widget.objectName() or "without name"
    return f"{type(widget).__name__} „{name}“"
