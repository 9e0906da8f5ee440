"""The upper part of a letter by DIN 5008, form B: head, address for the window, what the letter is about."""

from collections.abc import Sequence
from typing import Final

from zwk_barrier.model.letter_document import LetterDocument
from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, Paragraph, stack_height
from zwk_barrier.reports.setting.letterhead import letterhead_blocks
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, LINE, MM, SOFT, TextStyle
from zwk_barrier.reports.setting.typesetting import Line

# Distances from the upper edge of the page, as the norm has them.
ADDRESS_TOP: Final = 62.7 * MM
ADDRESS_WIDTH: Final = 85 * MM
_RETURN_TOP: Final = 56.5 * MM
_REFERENCES_TOP: Final = 50 * MM
_REFERENCES_LEFT: Final = 100 * MM  # from the left margin
_END: Final = 97 * MM
_FOLDS: Final = (105 * MM, 210 * MM)
_HOLES: Final = 148.5 * MM
_MARK_LEFT, _FOLD_WIDTH, _HOLE_WIDTH = 5 * MM, 4 * MM, 6 * MM
_HEAD_ENDS: Final = 46 * MM  # a head that reaches further down pushes everything below it

_RETURN: Final = TextStyle(7.5, 9.5, colour=SOFT)
_ADDRESS: Final = TextStyle(11, 13.6)


class LetterOpening(Block):
    """Blocks at fixed places of the first page; read in the order head, recipient, references."""

    after = 10

    def __init__(
        self, head: Sequence[Block], address: Sequence[Block], references: Block, return_lines: Sequence[Line]
    ) -> None:
        self.head = tuple(head)
        self.address = tuple(address)
        self.references = references
        self.return_lines = tuple(return_lines)
        self._pushed = max(0.0, A4.first_top + stack_height(self.head) - _HEAD_ENDS)

    @property
    def height(self) -> float:
        """Down to where the subject begins."""
        address = ADDRESS_TOP + stack_height(self.address)
        references = _REFERENCES_TOP + self.references.height
        return max(_END, address, references) - A4.first_top + self._pushed

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws each part at its place, and the marks for folding and punching."""
        _stack(self.head, canvas, left, top)
        edge = A4.height - self._pushed
        with canvas.artifact("layout"):  # the sender stands in the head already
            canvas.lines(self.return_lines, left, edge - _RETURN_TOP, ADDRESS_WIDTH)
        canvas.rule(left, edge - _RETURN_TOP - _RETURN.leading - 1, ADDRESS_WIDTH, LINE, 0.5)
        _stack(self.address, canvas, left, edge - ADDRESS_TOP)
        self.references.draw(canvas, left + _REFERENCES_LEFT, edge - _REFERENCES_TOP)
        for fold in _FOLDS:
            canvas.rule(_MARK_LEFT, A4.height - fold, _FOLD_WIDTH, LINE, 0.5)
        canvas.rule(_MARK_LEFT, A4.height - _HOLES, _HOLE_WIDTH, LINE, 0.5)


def opening_of(story: Story, record: LetterDocument) -> LetterOpening:
    """The upper part of the record's letter; its elements enter the story's tree in reading order."""
    head = letterhead_blocks(story, record.letterhead)
    part = story.part()
    address = [
        Paragraph(story.owned(part.add("P"), line, _ADDRESS, ADDRESS_WIDTH), ADDRESS_WIDTH, _ADDRESS)
        for line in record.recipient
    ]
    references = story.facts_block(record.reference_lines, A4.text_width - _REFERENCES_LEFT)
    return LetterOpening(
        head, address, references, story.lines(record.return_line, _RETURN, ADDRESS_WIDTH)[:1]
    )


def _stack(blocks: Sequence[Block], canvas: TaggedCanvas, left: float, top: float) -> None:
    distance = 0.0
    for number, block in enumerate(blocks):
        top -= max(distance, block.before) if number else 0
        block.draw(canvas, left, top)
        top -= block.height
        distance = block.after
