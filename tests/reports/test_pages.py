"""On every page of every document: nothing over the edge, cut, or on top of something else, and no lost heading."""

import itertools
import unicodedata
from collections import defaultdict
from datetime import date

import pytest

from tests.reports.documents import ALL, Size, made
from tests.reports.placing import Layout, Seen, SetLine, noted, seen
from zwk_barrier.reports.canvas import TaggedCanvas
from zwk_barrier.reports.flowables import Block, Heading, draw_owned
from zwk_barrier.reports.metadata import DocumentTitle
from zwk_barrier.reports.page import Furniture
from zwk_barrier.reports.story import Story
from zwk_barrier.reports.styles import A4, BODY

every_document = pytest.mark.parametrize(("name", "size"), ALL)


@every_document
def test_every_line_has_the_room_it_needs_and_stays_inside_the_margins(name: str, size: Size) -> None:
    for line in made(name, size).layout.lines:
        assert line.right - line.left <= line.room + 0.5, line
        assert line.left >= A4.left - 0.5, line
        assert line.right <= A4.width - A4.right + 0.5, line
        assert line.bottom >= A4.footer - 3, line


@every_document
def test_each_line_is_seen_whole_and_alone_where_it_was_set(name: str, size: Size) -> None:
    document = made(name, size)
    assert wrong_lines(document.content, document.layout)[:3] == []


@pytest.mark.parametrize(("shift", "is_seen"), [(0, True), (6, True), (40, False)])
def test_a_word_over_another_is_noticed(shift: float, is_seen: bool) -> None:
    told = Story()
    told.add(Twice(told, shift))
    with noted() as layout:
        content = told.pdf(
            DocumentTitle("Titel", "Autorin", "Sache", date(2026, 11, 22), "de"), Furniture("", "", "")
        )
    assert bool(wrong_lines(content, layout)) is is_seen


@every_document
def test_no_heading_stands_last_on_a_page(name: str, size: Size) -> None:
    *pages, last = made(name, size).layout.pages
    assert [page[-1].block for page in pages if page[-1].block.keeps_with_next] == []
    if pages or len(last) > 1:  # else nothing is known but what the document is called
        assert not isinstance(last[-1].block, Heading)
        assert getattr(last[-1].block, "bookmark", None) is None


@every_document
def test_no_block_lies_on_another_or_on_the_footer(name: str, size: Size) -> None:
    for page in made(name, size).layout.pages:
        for above, below in itertools.pairwise(page):
            assert above.top - above.block.height >= below.top - 0.01
        assert page[-1].top - page[-1].block.height >= A4.bottom - 0.01


class Twice(Block):
    """A word, and so many points further down another."""

    def __init__(self, told: Story, shift: float) -> None:
        part = told.part()
        self._lines = [told.owned(part.add("P"), word, BODY, 200) for word in ("Schwelle", "Rollator")]
        self._shift = shift

    @property
    def height(self) -> float:
        return 60

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        for number, lines in enumerate(self._lines):
            draw_owned(canvas, lines, left, top - number * self._shift, 200)


def wrong_lines(content: bytes, layout: Layout) -> list[tuple[SetLine, str]]:
    """The lines in whose place a viewer finds other letters than were set there, and what it finds."""
    letters: dict[tuple[int, int], list[Seen]] = defaultdict(list)
    for one in seen(content):
        letters[one.page, round(one.y)].append(one)
    found = ((line, within(line, letters)) for line in layout.lines)
    return [(line, text) for line, text in found if sorted(text) != sorted(_plain(line.text))]


def within(line: SetLine, letters: dict[tuple[int, int], list[Seen]]) -> str:
    """The letters seen in the box of a line."""
    found: list[str] = []
    for height in range(int(line.bottom) - 1, int(line.top) + 2):
        found += [
            one.text
            for one in letters.get((line.page, height), ())
            if line.left - 0.5 <= one.x <= line.right + 0.5 and line.bottom <= one.y <= line.top
        ]
    return _plain("".join(found))


def _plain(text: str) -> str:
    """Letters and figures as they are meant, whatever their form on the page."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
