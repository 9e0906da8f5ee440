"""Rows of a client's copy: a sentence alone, or with the German one beside it (in large print below it)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from zwk_barrier.reports.documents.client_copy_words import Said
from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, OwnedLine, draw_owned, fitting, height_of
from zwk_barrier.reports.setting.metadata import LOCALES
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element, Tag
from zwk_barrier.reports.setting.styles import A4, HEADINGS, MM, SOFT, TextStyle
from zwk_barrier.reports.setting.text import clean
from zwk_barrier.reports.setting.typesetting import spans

_GAP: Final = 8 * MM
_APART: Final = 4.0  # more below a German sentence than above it, so that the two are seen as one
_DEEPEST_BOOKMARK: Final = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines in a column of their own: its distance from the left margin and its width in points."""

    left: float
    width: float
    lines: tuple[OwnedLine, ...]


class Row(Block):
    """Columns that begin at one height and part together at a page's end; a heading enters the list of contents."""

    def __init__(
        self,
        stretches: Sequence[Stretch],
        style: TextStyle,
        *,
        keeps: bool = False,
        bookmark: tuple[int, str] | None = None,
    ) -> None:
        self.stretches = tuple(stretches)
        self.style = style
        self.before, self.after = style.before, style.after
        self.keeps_with_next = keeps
        self.bookmark = bookmark

    @property
    def height(self) -> float:
        """The highest column."""
        return max((height_of(stretch.lines) for stretch in self.stretches), default=0.0)

    @property
    def least(self) -> float:
        """All of a short row; of a longer one three lines."""
        most = max((height_of(stretch.lines[:3]) for stretch in self.stretches), default=0.0)
        return self.height if self.height < 2 * most else most

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Parts every column where the room ends; a row that has the room of a page stays whole."""
        counts = [fitting(stretch.lines, room) for stretch in self.stretches]
        if not any(counts) or (self.keeps_with_next and not fresh):
            return None
        pairs = list(zip(self.stretches, counts, strict=True))
        above = [replace(stretch, lines=stretch.lines[:count]) for stretch, count in pairs]
        below = [replace(stretch, lines=stretch.lines[count:]) for stretch, count in pairs]
        style = replace(self.style, before=0)
        return Row(above, replace(self.style, after=0), bookmark=self.bookmark), Row(below, style)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws one column after the other."""
        if self.bookmark is not None:
            level, title = self.bookmark
            canvas.bookmark(level, title, top + self.style.leading / 2)
        for stretch in self.stretches:
            draw_owned(canvas, stretch.lines, left + stretch.left, top, stretch.width)


class Rows:
    """Sets what is said into rows of a story, each text tagged with its language."""

    def __init__(
        self, story: Story, *, leftward: bool, with_german: bool, large: bool, is_german: bool
    ) -> None:
        self._story = story
        self._leftward = leftward
        self._with_german = with_german
        self._beside = with_german and not large
        self._is_german = is_german
        self.indent = 26.0 if large else 18.0

    def heading(self, level: int, said: Said, style: TextStyle, parent: Element) -> None:
        """A heading; the German one is a line of its own, so that the list of contents stays in one language."""
        tags: tuple[Tag, ...] = ("H1", "H2", "H3", "H4")
        title = " ".join(clean("".join(span.text for span in spans(said.text))).split())
        self._row(
            said,
            style,
            parent,
            tags[level - 1],
            keeps=True,
            bookmark=(level, title) if level <= _DEEPEST_BOOKMARK else None,
        )

    def say(self, said: Said, style: TextStyle, parent: Element, *, keeps: bool = False) -> None:
        """A paragraph."""
        self._row(said, style, parent, "P", keeps=keeps)

    def item(
        self, sayings: Sequence[tuple[Said, TextStyle]], parent: Element, label: str, label_style: TextStyle
    ) -> None:
        """An item of a list below ``parent``: its label, and paragraphs, which stay together where they can."""
        entry = parent.add("LI")
        mark, body = entry.add("Lbl"), entry.add("LBody")
        for number, (said, style) in enumerate(sayings):
            self._row(
                said, style, body, "P", indent=self.indent, keeps=number + 1 < len(sayings),
                label=None if number else (mark, label, label_style),
            )  # fmt: skip

    def _row(
        self,
        said: Said,
        style: TextStyle,
        parent: Element,
        tag: Tag,
        *,
        indent: float = 0.0,
        keeps: bool = False,
        label: tuple[Element, str, TextStyle] | None = None,
        bookmark: tuple[int, str] | None = None,
    ) -> None:
        stretches = [] if label is None else [self._label(*label, indent)]
        only_german = not said.text
        is_title = tag == "H1"  # too long for half a line in most languages
        if not only_german:
            here = replace(style, leftward=self._leftward)
            column = self._whole(indent) if is_title else self._column(indent)
            stretches.append(self._stretch(column, parent.add(tag), said, here))
        german = self._with_german and not only_german
        below = german and (is_title or not self._beside)
        if (german and not below) or only_german:
            column = self._german_column(indent) if self._beside else self._whole(indent)
            stretches.append(self._german(column, parent, said.german, style, is_quoted=said.is_quoted))
        self._story.add(
            Row(
                stretches,
                replace(style, after=0) if below else style,
                keeps=keeps or below,
                bookmark=bookmark,
            )
        )
        if below:
            small = HEADINGS[2] if is_title else style
            under = self._german(self._whole(indent), parent, said.german, small, is_quoted=False)
            self._story.add(Row([under], replace(style, before=0, after=style.after + _APART), keeps=keeps))

    def _label(self, element: Element, text: str, style: TextStyle, indent: float) -> Stretch:
        lines = self._story.owned(element, text, replace(style, leftward=self._leftward), indent)
        left = A4.text_width - indent if self._leftward else 0.0
        return Stretch(left, indent, tuple(lines))

    def _stretch(
        self, column: tuple[float, float], element: Element, said: Said, style: TextStyle
    ) -> Stretch:
        left, width = column
        return Stretch(left, width, tuple(self._story.owned(element, said.text, style, width)))

    def _german(
        self, column: tuple[float, float], parent: Element, text: str, style: TextStyle, *, is_quoted: bool
    ) -> Stretch:
        left, width = column
        element = parent.add("P")
        element.language = "" if self._is_german else LOCALES["de"]
        told = f"„{text.strip()}“" if is_quoted else text
        own = replace(style, colour=style.colour if is_quoted else SOFT)
        return Stretch(left, width, tuple(self._story.owned(element, told, own, width)))

    def _column(self, indent: float) -> tuple[float, float]:
        """Where the document's own language stands."""
        if not self._beside:
            return self._whole(indent)
        half = (A4.text_width - _GAP) / 2
        return (half + _GAP, half - indent) if self._leftward else (indent, half - indent)

    def _german_column(self, indent: float) -> tuple[float, float]:
        half = (A4.text_width - _GAP) / 2
        del indent  # both columns of German begin at its edge, like the headings
        return (0.0, half) if self._leftward else (half + _GAP, half)

    def _whole(self, indent: float) -> tuple[float, float]:
        return (0.0 if self._leftward else indent, A4.text_width - indent)
