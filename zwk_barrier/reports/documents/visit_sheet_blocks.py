"""What is written on by hand: tables with empty boxes, lines, a squared area; all of it drawn, none a form field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.reports.setting.canvas import TaggedCanvas, path
from zwk_barrier.reports.setting.flowables import Block, OwnedLine, draw_owned, height_of
from zwk_barrier.reports.setting.styles import LINE, MM, PLATE_GROUND, SOFT

WRITING_LINE: Final = 9 * MM
BOX_HEIGHT: Final = 9.5 * MM
TICK: Final = 6.5 * MM
SQUARE: Final = 5 * MM
_PADDING: Final = 1.3 * MM
_TOGETHER: Final = 2  # rows that stay together at either end
_BOX_WEIGHT: Final = 0.9


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text at a place of a row; ``left`` and ``width`` in points."""

    left: float
    width: float
    lines: Sequence[OwnedLine]


@dataclass(frozen=True, slots=True)
class Box:
    """An empty box to write or tick in."""

    left: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row: words and boxes, all of them centred on the row's height."""

    words: Sequence[Words]
    boxes: Sequence[Box] = ()

    @property
    def height(self) -> float:
        """The highest of all, with some air."""
        texts = (height_of(one.lines) for one in self.words)
        return max([*texts, *(box.height for box in self.boxes)], default=0) + 2 * _PADDING


class EntryTable(Block):
    """Rows to fill in under a head that is repeated on each page; parts only between rows."""

    after = 4 * MM

    def __init__(
        self, head: EntryRow, rows: Sequence[EntryRow], width: float, *, continued: bool = False
    ) -> None:
        self.head, self.rows, self.width, self.continued = head, tuple(rows), width, continued

    @property
    def height(self) -> float:
        """Head and rows."""
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head and two rows; the whole table when only three rows are in it."""
        together = len(self.rows) if len(self.rows) <= _TOGETHER + 1 else _TOGETHER
        return self.head.height + sum(row.height for row in self.rows[:together])

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Two tables with the same head; no row stands alone where there are more."""
        count, used = 0, self.head.height
        for row in self.rows:
            used += row.height
            if used > room + 0.01:
                break
            count += 1
        last = len(self.rows) - 1
        if count == last and count > _TOGETHER:
            count -= 1
        if count < (1 if fresh else min(_TOGETHER, last)) or not count:
            return None
        return (
            EntryTable(self.head, self.rows[:count], self.width, continued=self.continued),
            EntryTable(self.head, self.rows[count:], self.width, continued=True),
        )

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws head and rows; a repeated head is furniture of the page."""
        canvas.ground(left, top - self.head.height, self.width, self.head.height, PLATE_GROUND)
        _draw_row(canvas, self.head, left, top, repeated=self.continued)
        top -= self.head.height
        for row in self.rows:
            _draw_row(canvas, row, left, top)
            top -= row.height
            canvas.rule(left, top, self.width, LINE, 0.6)


def _draw_row(
    canvas: TaggedCanvas, row: EntryRow, left: float, top: float, *, repeated: bool = False
) -> None:
    for words in row.words:
        begin = top - (row.height - height_of(words.lines)) / 2
        if repeated:
            with canvas.artifact("repeated"):
                canvas.lines([owned.line for owned in words.lines], left + words.left, begin, words.width)
        else:
            draw_owned(canvas, words.lines, left + words.left, begin, words.width)
    for box in row.boxes:
        _draw_box(canvas, left + box.left, top - (row.height - box.height) / 2, box.width, box.height)


def _draw_box(canvas: TaggedCanvas, left: float, top: float, width: float, height: float) -> None:
    corners = [(left, top), (left + width, top), (left + width, top - height), (left, top - height)]
    canvas.stroke(f"{path(*corners)} h S", SOFT, _BOX_WEIGHT)


class BlankFields(Block):
    """Names with a line to write on beside each, in one line of the page; ``value`` stands there already."""

    def __init__(self, fields: Sequence[tuple[Words, Words | None, float]]) -> None:
        self.fields = fields  # name, value, where the line ends

    @property
    def height(self) -> float:
        """A line for a hand, or the value where it is higher."""
        values = (height_of(value.lines) for _name, value, _end in self.fields if value)
        return max([WRITING_LINE, *(height + 2 * _PADDING for height in values)])

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws name, value and line of each."""
        bottom = top - self.height
        for name, value, end in self.fields:
            begin = left + name.left + name.width
            for words in (name, *([value] if value else [])):
                height = height_of(words.lines)
                draw_owned(canvas, words.lines, left + words.left, bottom + height + 0.6 * MM, words.width)
            canvas.rule(begin, bottom, left + end - begin, SOFT, 0.6)


class NotesAndSketch(Block):
    """Lines for notes at the left, squares for a sketch at the right, each under its name."""

    before = 3 * MM
    after = 5 * MM

    def __init__(self, notes: Words, sketch: Words, *, lines: int) -> None:
        self.notes, self.sketch, self.count = notes, sketch, lines

    @property
    def height(self) -> float:
        """The names and what is below them."""
        return self._names + self._drawn

    @property
    def _names(self) -> float:
        return max(height_of(self.notes.lines), height_of(self.sketch.lines)) + 1.5 * MM

    @property
    def _drawn(self) -> float:
        return self.count * WRITING_LINE

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the names, the lines and the squares."""
        for words in (self.notes, self.sketch):
            draw_owned(canvas, words.lines, left + words.left, top, words.width)
        below = top - self._names
        draw_lines(canvas, left + self.notes.left, below, self.notes.width, self.count)
        _draw_squares(canvas, left + self.sketch.left, below, self.sketch.width, self._drawn)


class WritingLines(Block):
    """Empty lines over the whole width."""

    after = 4 * MM

    def __init__(self, width: float, count: int) -> None:
        self.width, self.count = width, count

    @property
    def height(self) -> float:
        """All lines."""
        return self.count * WRITING_LINE

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the lines."""
        draw_lines(canvas, left, top, self.width, self.count)


def draw_lines(canvas: TaggedCanvas, left: float, top: float, width: float, count: int) -> None:
    """Lines to write on, below ``top``."""
    for number in range(1, count + 1):
        canvas.rule(left, top - number * WRITING_LINE, width, SOFT, 0.5)


def _draw_squares(canvas: TaggedCanvas, left: float, top: float, width: float, height: float) -> None:
    across, down = int(width / SQUARE + 0.01), int(height / SQUARE + 0.01)
    right, bottom = left + across * SQUARE, top - down * SQUARE
    strokes = [
        path((left + at * SQUARE, top), (left + at * SQUARE, bottom)) + " S" for at in range(across + 1)
    ]
    strokes += [path((left, top - at * SQUARE), (right, top - at * SQUARE)) + " S" for at in range(down + 1)]
    canvas.stroke(" ".join(strokes), LINE, 0.5)
