"""Nothing is drawn untagged, and one defect in a finished report never goes unseen."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from tests.reports import records
from tests.reports.listening import Listener
from zwk_barrier.reports.canvas import TaggedCanvas, UntaggedText
from zwk_barrier.reports.fonts import FontBook
from zwk_barrier.reports.structure import StructureTree
from zwk_barrier.reports.styles import BODY
from zwk_barrier.reports.typesetting import Typesetter
from zwk_barrier.reports.visit_report import build_visit_report

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


@cache
def sound() -> bytes:
    return build_visit_report(records.ordinary())


def elements(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    return [
        element
        for element in pdf.objects
        if isinstance(element, Dictionary) and element.get("/S") == f"/{tag}"
    ]


def change_operators(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    content = pdf.pages[0].Contents
    before = content.read_bytes()
    assert old in before
    content.write(before.replace(old, new, 1))


def delete(
    key: str, find: Callable[[pikepdf.Pdf], Any] = lambda pdf: pdf.Root
) -> Callable[[pikepdf.Pdf], None]:
    def mutate(pdf: pikepdf.Pdf) -> None:
        del find(pdf)[key]

    return mutate


def put(
    key: str, value: Any, find: Callable[[pikepdf.Pdf], Any] = lambda pdf: pdf.Root
) -> Callable[[pikepdf.Pdf], None]:
    def mutate(pdf: pikepdf.Pdf) -> None:
        find(pdf)[key] = value

    return mutate


def font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def retag(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: elements(pdf, old)[0].__setitem__("/S", Name(f"/{new}"))


def without_headers(pdf: pikepdf.Pdf) -> None:
    for header in elements(pdf, "TH"):
        header.S = Name.TD


def swap_owners(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


DEFECTS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "no language": delete("/Lang"),
    "a language that is none": put("/Lang", String("deutsch!")),
    "no structure tree": delete("/StructTreeRoot"),
    "not marked": delete("/MarkInfo"),
    "suspect marks": put("/Suspects", True, lambda pdf: pdf.Root.MarkInfo),
    "no metadata": delete("/Metadata"),
    "no title shown": put("/DisplayDocTitle", False, lambda pdf: pdf.Root.ViewerPreferences),
    "no colour intent": delete("/OutputIntents"),
    "no parent tree": delete("/ParentTree", lambda pdf: pdf.Root.StructTreeRoot),
    "page without place in the parent tree": delete("/StructParents", lambda pdf: pdf.pages[0]),
    "a figure without alternative": delete("/Alt", lambda pdf: elements(pdf, "Figure")[0]),
    "a figure without its place": delete("/A", lambda pdf: elements(pdf, "Figure")[0]),
    "an unknown tag": retag("H1", "Headline"),
    "a skipped heading level": retag("H2", "H4"),
    "a row outside a table": retag("Table", "P"),
    "a table without header cells": without_headers,
    "a list item outside a list": retag("L", "P"),
    "a font not embedded": delete("/FontFile2", lambda pdf: font(pdf).FontDescriptor),
    "a font without meaning": delete("/ToUnicode", font),
    "wrong widths": put("/Widths", pikepdf.Array([1] * 300), font),
    "text outside any mark": lambda pdf: change_operators(pdf, b"EMC", b"EMC BT /F1+0 9 Tf <21> Tj ET"),
    "text hidden as furniture": lambda pdf: change_operators(pdf, b"/H1 <</MCID 6>> BDC", b"/Artifact BMC"),
    "one number twice": lambda pdf: change_operators(pdf, b"<</MCID 7>>", b"<</MCID 6>>"),
    "a script": put("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
    "marks owned by the wrong element": swap_owners,
}  # fmt: skip


def complaints(content: bytes) -> list[str]:
    """What the validator and our own reading say against a file."""
    listener = Listener(content)
    found = [*listener.failures("ua1"), *listener.failures("2a")]
    if found:
        return found
    heard = Listener(sound())
    if [(each.path, each.text) for each in listener.heard] != [
        (each.path, each.text) for each in heard.heard
    ]:
        found.append("says something else")
    if any("/StructParents" not in page for page in listener.pdf.pages):
        found.append("page without place in the parent tree")
    if not all("/A" in figure and "/BBox" in figure.A[0] for figure in listener.elements("Figure")):
        found.append("a figure without its place")
    if not owners_agree(listener):
        found.append("marks and their owners disagree")
    return found


def owners_agree(listener: Listener) -> bool:
    """Whether the parent tree leads from each mark of each page back to the element that holds it."""
    owners = list(listener.pdf.Root.StructTreeRoot.ParentTree.Nums)[1::2]
    return all(
        owners[int(mark.Pg.StructParents)][int(mark.MCID)].objgen == heard.element.objgen
        for heard in listener.heard
        for mark in heard.element.K
        if "/MCID" in mark
    )


def test_the_sound_report_draws_no_complaint() -> None:
    assert complaints(sound()) == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_one_defect_is_seen(defect: str) -> None:
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        DEFECTS[defect](pdf)
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False, recompress_flate=False)
    try:
        found = complaints(out.getvalue())
    except (KeyError, AttributeError, AssertionError, pikepdf.PdfError, ValueError) as unreadable:
        found = [f"cannot be listened to: {unreadable}"]
    assert found
