"""A word drawn over another does not go unseen: what the tests of every page rest on."""

from datetime import date

import pytest

from tests.reports.placing import noted, wrong_lines
from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, draw_owned
from zwk_barrier.reports.setting.metadata import DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import BODY


@pytest.mark.parametrize(("shift", "is_seen"), [(0, True), (6, True), (40, False)])
def test_a_word_over_another_is_noticed(shift: float, is_seen: bool) -> None:
    told = Story()
    told.add(Twice(told, shift))
    with noted() as layout:
        content = told.pdf(
            DocumentTitle("Titel", "Autorin", "Sache", date(2026, 11, 22), "de"), Furniture("", "", "")
        )
    assert bool(wrong_lines(content, layout)) is is_seen


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
