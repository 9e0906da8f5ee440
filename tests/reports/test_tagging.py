"""Nothing is drawn untagged."""

import pytest

from zwk_barrier.reports.setting.canvas import TaggedCanvas, UntaggedText
from zwk_barrier.reports.setting.fonts import FontBook
from zwk_barrier.reports.setting.structure import StructureTree
from zwk_barrier.reports.setting.styles import BODY
from zwk_barrier.reports.setting.typesetting import Typesetter

LINES = Typesetter(FontBook()).lines("Text", BODY, 300)


@pytest.fixture
def canvas() -> TaggedCanvas:
    canvas = TaggedCanvas(StructureTree())
    canvas.start_page()
    return canvas


def test_text_outside_any_element_raises(canvas: TaggedCanvas) -> None:
    with pytest.raises(UntaggedText, match="Text"):
        canvas.lines(LINES, 0, 0, 300)


def test_an_element_inside_another_raises(canvas: TaggedCanvas) -> None:
    with (
        canvas.tagged(canvas.tree.root.add("P")),
        pytest.raises(UntaggedText),
        canvas.tagged(canvas.tree.root.add("P")),
    ):
        pass


def test_what_is_drawn_belongs_to_its_element(canvas: TaggedCanvas) -> None:
    paragraph = canvas.tree.root.add("P")
    with canvas.tagged(paragraph):
        canvas.lines(LINES, 0, 0, 300)
    assert canvas.tree.owners == [[paragraph]]
    assert canvas.pages[0].operators[0] == "/P <</MCID 0>> BDC"


def test_a_rule_is_furniture_without_being_told(canvas: TaggedCanvas) -> None:
    canvas.rule(0, 0, 100, "#000000", 1)
    assert canvas.pages[0].operators[0].startswith("/Artifact")
    assert canvas.tree.owners == [[]]
