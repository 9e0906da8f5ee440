"""Sets the tables of the sheet: what is asked, what is required, boxes for the value and for the method."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from zwk_barrier.model.visit_sheet import ConsentLine, SheetGroup, SheetLine
from zwk_barrier.reports.documents.visit_sheet_blocks import (
    BOX_HEIGHT,
    TICK,
    Box,
    EntryRow,
    EntryTable,
    Words,
)
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import A4, ACCENT, MM, SOFT, Face, TextStyle

if TYPE_CHECKING:
    from zwk_barrier.reports.setting.flowables import OwnedLine

ASKED: Final = TextStyle(12, 15, even=True)
_STRONG: Final = TextStyle(12, 15, Face.SEMIBOLD, even=True)
_OWN: Final = TextStyle(11, 14, colour=SOFT, even=True)
_GROUP: Final = TextStyle(12, 16, Face.SEMIBOLD, ACCENT)
_HEAD: Final = TextStyle(10, 16, Face.SEMIBOLD, SOFT)

_WIDTH: Final = A4.text_width
_INSET: Final = 1.5 * MM
_WHAT: Final = (_INSET, 57 * MM)
_REQUIRED: Final = (62 * MM, 42 * MM)
_VALUE: Final = (106 * MM, 45 * MM)
_METHOD: Final = (155 * MM, 10 * MM)
_ONE_BOX: Final = 24 * MM
_HALF_BOX: Final = 16 * MM
_GAP: Final = 1.5 * MM
_MOST_COLUMNS: Final = 3


class EntryTables:
    """Makes tables for one story, with their part of the structure tree."""

    def __init__(self, story: Story, translate: Callable[[str], str]) -> None:
        self._story = story
        self._ = translate

    def group(self, group: SheetGroup) -> EntryTable:
        """What is asked of one part of the building."""
        table = self._story.part().add("Table")
        heads = (group.element, self._("Erforderlich"), self._("Gemessen"), self._("Wie"))
        head = self._head(table, list(zip(heads, (_WHAT, _REQUIRED, _VALUE, _METHOD), strict=True)))
        body = table.add("TBody")
        return EntryTable(head, [self._line(body.add("TR"), line) for line in group.lines], _WIDTH)

    def consents(self, consents: Sequence[ConsentLine], standing: Sequence[str]) -> EntryTable:
        """What is agreed to; ``standing`` is what is known of each."""
        table = self._story.part().add("Table")
        heads = (self._("Wozu"), self._("Stand"), self._("Einverstanden"))
        head = self._head(table, list(zip(heads, (_WHAT, _REQUIRED, _VALUE), strict=True)))
        body = table.add("TBody")
        rows = []
        for consent, told in zip(consents, standing, strict=True):
            row = body.add("TR")
            words = [
                self._cell(self._row_head(row), consent.purpose, ASKED, *_WHAT),
                self._cell(row.add("TD"), told, ASKED, *_REQUIRED),
            ]
            labels, boxes = self._ticks(row.add("TD"), (self._("ja"), self._("nein")))
            rows.append(EntryRow([*words, *labels], boxes))
        return EntryTable(head, rows, _WIDTH)

    def further(self, group: SheetGroup, title: str, count: int) -> EntryTable:
        """Empty rows for more of the same: a name, and a box for each of the first measured values."""
        measured = [line for line in group.lines if line.entry in ("number", "pair")][:_MOST_COLUMNS]
        table = self._story.part().add("Table")
        wide = (_WIDTH - 58 * MM) / max(len(measured), 1)
        places = [(58 * MM + at * wide, wide - 2 * MM) for at in range(len(measured))]
        heads = [(title, (_INSET, 54 * MM))]
        for line, place in zip(measured, places, strict=True):
            unit = f" ({line.unit})" if line.unit else ""
            heads.append((f"{line.criterion}{unit}", place))
        head = self._head(table, heads)
        body = table.add("TBody")
        rows = []
        for _number in range(count):
            row = body.add("TR")
            for _cell in heads:
                row.add("TD")
            boxes = [Box(left, min(width, 30 * MM), BOX_HEIGHT) for left, width in places]
            rows.append(EntryRow([], [Box(_INSET, 54 * MM, BOX_HEIGHT), *boxes]))
        return EntryTable(head, rows, _WIDTH)

    def _head(self, table: Element, heads: Sequence[tuple[str, tuple[float, float]]]) -> EntryRow:
        row = table.add("THead").add("TR")
        words = []
        for at, (text, (left, width)) in enumerate(heads):
            cell = row.add("TH")
            cell.scope = "Column"
            words.append(self._cell(cell, text, _HEAD if at else _GROUP, left, width))
        return EntryRow(words)

    def _line(self, row: Element, line: SheetLine) -> EntryRow:
        what = self._cell(self._row_head(row), line.criterion, _STRONG if line.matters else ASKED, *_WHAT)
        required = self._required(row.add("TD"), line)
        labels, boxes = self._entry(row.add("TD"), line)
        row.add("TD")  # the method: an empty box
        if line.entry in ("number", "pair"):
            boxes = [*boxes, Box(*_METHOD, BOX_HEIGHT)]
        return EntryRow([what, required, *labels], boxes)

    def _required(self, cell: Element, line: SheetLine) -> Words:
        left, width = _REQUIRED
        texts = [(line.required, ASKED)] if line.required else []
        if line.individual:
            texts.append((self._("eigenes Maß: {required}").format(required=line.individual), _OWN))
        several = len(texts) > 1
        lines: list[OwnedLine] = []
        for text, style in texts:
            lines += self._story.owned(cell.add("P") if several else cell, text, style, width)
        return Words(left, width, lines)

    def _entry(self, cell: Element, line: SheetLine) -> tuple[list[Words], list[Box]]:
        left, width = _VALUE
        if line.entry == "yes_no":
            return self._ticks(cell, (self._("ja"), self._("nein")))
        if line.entry == "pair":
            second = left + _HALF_BOX + 5 * MM
            boxes = [Box(left, _HALF_BOX, BOX_HEIGHT), Box(second, _HALF_BOX, BOX_HEIGHT)]
            cross = self._cell(cell.add("P"), "×", ASKED, left + _HALF_BOX + _GAP, 5 * MM)
            end = second + _HALF_BOX
            return [cross, *self._unit(cell.add("P"), line.unit, end + _GAP, left + width - end)], boxes
        box = Box(left, _ONE_BOX, BOX_HEIGHT)
        end = left + _ONE_BOX + _GAP
        return self._unit(cell, line.unit, end, left + width - end), [box]

    def _unit(self, cell: Element, unit: str, left: float, width: float) -> list[Words]:
        return [self._cell(cell, unit, ASKED, left, width)] if unit else []

    def _ticks(self, cell: Element, labels: Sequence[str]) -> tuple[list[Words], list[Box]]:
        left, width = _VALUE
        step = width / len(labels)
        words, boxes = [], []
        for at, label in enumerate(labels):
            begin = left + at * step
            boxes.append(Box(begin, TICK, TICK))
            place = begin + TICK + _GAP
            words.append(self._cell(cell.add("P"), label, ASKED, place, step - TICK - _GAP))
        return words, boxes

    def _row_head(self, row: Element) -> Element:
        cell = row.add("TH")
        cell.scope = "Row"
        return cell

    def _cell(self, cell: Element, text: str, style: TextStyle, left: float, width: float) -> Words:
        return Words(left, width, self._story.owned(cell, text, style, width))
