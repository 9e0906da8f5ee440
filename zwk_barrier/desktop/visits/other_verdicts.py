"""What a value means beside the visit's own profile: quiet words with their signs, wrapped like text.

R ✕ 27 cm zu wenig · KfW ✓
"""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.look import NOTE, Look, colour, current_look
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.visits.verdicts import Others
from zwk_barrier.desktop.widgets.chips import SIGNS
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.overriding import override

_ICON: Final = 14
_LETTERS: Final = {Verdict.MET: "✓", Verdict.PARTLY: "◐", Verdict.UNMET: "✕", Verdict.UNKNOWN: "?"}
_Piece = tuple[str, Verdict | None, bool]  # words, or a sign; and whether the words are a level's


class OtherVerdicts(NoteText):
    """A label of levels, signs and gaps; its text holds the signs as letters, for whoever copies or reads it."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self._groups: Sequence[Others] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_groups(self, groups: Sequence[Others]) -> None:
        """Shows these verdicts; hidden without any."""
        if groups == self._groups:
            return
        self._groups = groups
        words = (f"{one.levels} {_LETTERS[one.verdict]} {one.gap}".strip() for one in groups)
        self.setText(" · ".join(words))
        self.setAccessibleName("; ".join(one.spoken for one in groups))
        self.setVisible(bool(groups))
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        look = current_look()
        last = 0
        for _piece, place in self._placed(look, width):
            last = place.bottom()
        return last + 1

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(200), self.heightForWidth(max(self.width(), look.px(200))))

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        metrics = QFontMetrics(look.font(NOTE, QFont.Weight.DemiBold))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest, metrics.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setPen(look.colour("soft"))
        for (words, verdict, is_level), place in self._placed(look, self.width()):
            if verdict is None:
                painter.setFont(_font(look, is_level=is_level))
                metrics = painter.fontMetrics()
                painter.drawText(
                    place.x(), place.y() + (place.height() + metrics.ascent() - metrics.descent()) // 2, words
                )
            else:
                size = look.px(_ICON)
                spot = QRect(place.x(), place.y() + (place.height() - size) // 2, size, size)
                draw_icon(painter, SIGNS[verdict], spot, colour(look.tokens.verdict(verdict).ink))

    def _placed(self, look: Look, width: int) -> Iterator[tuple[_Piece, QRect]]:
        """Each piece with its place; a line breaks between words, but not between a level and its sign."""
        metrics = {bold: QFontMetrics(_font(look, is_level=bold)) for bold in (False, True)}
        height, blank = metrics[True].height(), metrics[False].horizontalAdvance(" ")
        left = top = 0
        for together in self._words():
            sizes = [
                look.px(_ICON) if one[1] else metrics[one[2]].horizontalAdvance(one[0]) for one in together
            ]
            if left and left + sum(sizes) + blank * (len(sizes) - 1) > width:
                left, top = 0, top + height
            for piece, size in zip(together, sizes, strict=True):
                yield piece, QRect(left, top, size, height)
                left += size + blank

    def _words(self) -> Iterator[list[_Piece]]:
        for place, one in enumerate(self._groups):
            *before, last = one.levels.split()
            for word in before:
                yield [(word, None, True)]
            head: list[_Piece] = [(last, None, True), ("", one.verdict, False)]
            gap = one.gap.split(" ")
            end = " ·" if place + 1 < len(self._groups) else ""
            if not one.gap:
                yield [*head, ("·", None, False)] if end else head
                continue
            yield [*head, (gap[0] + (end if len(gap) == 1 else ""), None, False)]
            for number, word in enumerate(gap[1:], 2):
                yield [(word + (end if number == len(gap) else ""), None, False)]


def _font(look: Look, *, is_level: bool) -> QFont:
    return look.font(NOTE, QFont.Weight.DemiBold if is_level else QFont.Weight.Normal)
