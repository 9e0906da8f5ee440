"""Small facts as pills, and verdicts as word, sign and colour.

Chip(_("Pflegegrad 3"), Tone.ACCENT)
Chip(_("Russisch, Dolmetschen"), icon="languages")
VerdictBadge("door_verdict", Verdict.UNMET)          # „✗ nicht erreicht“
badge.show_verdict(Verdict.MET)
"""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import NOTE, Look, colour, current_look
from zwk_barrier.desktop.style.tokens import Ink, Verdict
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_PADDING, _GAP, _ICON, _HEIGHT = 10, 6, 16, 24
_WEIGHT = QFont.Weight.DemiBold
SIGNS = {
    Verdict.MET: "check",
    Verdict.PARTLY: "contrast",
    Verdict.UNMET: "x",
    Verdict.UNKNOWN: "circle-question-mark",
}


class Tone(Enum):
    """What a pill's colour says beside its word."""

    PLAIN = "unknown"
    ACCENT = "accent"
    GOOD = "met"
    SOON = "partly"
    LATE = "unmet"


def tone_ink(look: Look, tone: Tone) -> Ink:
    """Ink and ground of a pill."""
    if tone is Tone.ACCENT:
        return Ink(look.tokens.accent, look.tokens.accent_ground)
    ink: Ink = getattr(look.tokens, tone.value)
    return ink


def chip_size(look: Look, text: str, icon: str = "") -> QSize:
    """The size of a pill around ``text``."""
    width = QFontMetrics(look.font(NOTE, _WEIGHT)).horizontalAdvance(text) + 2 * look.px(_PADDING)
    if icon:
        width += look.px(_ICON + _GAP)
    return QSize(width, look.px(_HEIGHT))


def paint_chip(look: Look, painter: QPainter, rect: QRect, text: str, ink: Ink, icon: str = "") -> None:
    """Paints a pill over ``rect``, its text shortened when it does not fit."""
    edge = colour(ink.ink) if look.tokens.has_outlines else None
    box(painter, rect, colour(ink.ground), edge, radius=rect.height() / 2)
    left = rect.x() + look.px(_PADDING)
    if icon:
        size = look.px(_ICON)
        place = QRect(left, rect.y() + (rect.height() - size) // 2, size, size)
        draw_icon(painter, icon, place, colour(ink.ink))
        left += size + look.px(_GAP)
    font = look.font(NOTE, _WEIGHT)
    painter.setFont(font)
    room = rect.right() - left - look.px(_PADDING) + 2
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    line_of_text(painter, QRect(left, rect.y(), room + 2, rect.height()), shown, colour(ink.ink))


class Chip(QLabel):
    """A pill with a word."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, *, icon: str = "", name: str = "") -> None:
        super().__init__()
        self._tone, self._icon = tone, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setObjectName(name or "chip")
        self.setText(text)

    def show_fact(self, text: str, tone: Tone = Tone.PLAIN, *, icon: str = "") -> None:
        """Changes word, tone and icon."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(current_look(), self.text(), self._icon)

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(min(self.sizeHint().width(), look.px(64)), look.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        size = self.sizeHint().boundedTo(self.size())
        rect = QRect(0, (self.height() - size.height()) // 2, size.width(), size.height())
        paint_chip(look, QPainter(self), rect, self.text(), self._ink(look), self._icon)

    def _ink(self, look: Look) -> Ink:
        return tone_ink(look, self._tone)


class VerdictBadge(Chip):
    """A verdict; ``text`` replaces the plain word, e.g. „8/14“, and then needs ``spoken`` too."""

    def __init__(
        self, name: str, verdict: Verdict = Verdict.UNKNOWN, *, text: str = "", spoken: str = ""
    ) -> None:
        super().__init__("", name=name)
        self.verdict = verdict
        self.show_verdict(verdict, text=text, spoken=spoken)

    def show_verdict(self, verdict: Verdict, *, text: str = "", spoken: str = "") -> None:
        """Shows another verdict."""
        self.verdict = verdict
        self.show_fact(text or verdict_word(verdict), icon="" if text else SIGNS[verdict])
        self.setAccessibleName(spoken or text or verdict_word(verdict))

    @override
    def _ink(self, look: Look) -> Ink:
        return look.tokens.verdict(self.verdict)


def verdict_word(verdict: Verdict) -> str:
    """The word of a verdict, never „verstößt“."""
    return {
        Verdict.MET: _("erreicht"),
        Verdict.PARTLY: _("teilweise"),
        Verdict.UNMET: _("nicht erreicht"),
        Verdict.UNKNOWN: _("nicht geprüft"),
    }[verdict]
