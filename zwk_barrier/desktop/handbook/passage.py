"""Words and pictures of a handbook page, as widgets that follow text size and palette and that can be read aloud."""

from html import escape
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.overriding import override
from zwk_barrier.reference.handbook_text import Line, plain
from zwk_barrier.wording import _

_WIDEST: Final = 760  # px at 100 %: longer lines are hard to follow


class Passage(BodyText):
    """A paragraph or an item, with one link at most; ``spoken`` is said before it, e.g. its number."""

    followed = Signal(str)
    """The code of the page a link leads to."""

    focus_ring = "outside"

    def __init__(self, name: str, line: Line, *, spoken: str = "") -> None:
        self._line = line
        super().__init__(name=name, rich=True)
        self.setAccessibleName(f"{spoken} {plain(line)}".strip())
        self.link = next((words.link for words in line if words.link), "")
        if self.link:
            # Not Qt's own keys for links: with them one Tab goes to the paragraph, and only the next to its link.
            self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAccessibleDescription(_("Eingabe öffnet diese Seite."))
            self.linkActivated.connect(self.followed)
        self.refit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit(self.link)
        else:
            super().keyPressEvent(event)

    def refit(self) -> None:
        """Takes over the palette; the theme calls it after a switch."""
        self.setText(_html(self._line))


class PagePicture(QWidget):
    """A picture in the width there is, never wider than the text."""

    focus_ring = "outside"

    def __init__(self, name: str, file: str, told: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self._pixmap = QPixmap(file)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        size = self._pixmap.size()
        return 0 if size.isEmpty() else min(width, widest()) * size.height() // size.width() + 2

    @override
    def sizeHint(self) -> QSize:
        return QSize(widest(), self.heightForWidth(widest()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(1, 1, min(self.width(), widest()) - 2, self.heightForWidth(self.width()) - 2)
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setPen(current_look().colour("line"))
        painter.drawRect(place)


def widest() -> int:
    """How wide text may become, in px."""
    return current_look().px(_WIDEST)


def _html(line: Line) -> str:
    look = current_look()
    ground, ink = look.colour("accent_ground").name(), look.colour("text").name()
    pieces = []
    for words in line:
        text = escape(words.text)
        if words.link:
            pieces.append(f'<a href="{words.link}" style="color: {look.colour("accent").name()}">{text}</a>')
        elif words.is_strong:
            pieces.append(f"<b>{text}</b>")
        elif words.is_typed:
            key = text.replace(" ", "&nbsp;")
            pieces.append(
                f'<span style="background: {ground}; color: {ink}; font-weight: 600">&nbsp;{key}&nbsp;</span>'
            )
        else:
            pieces.append(text)
    return "".join(pieces)
