"""Defects of single elements: headings, tables, lists, pictures."""

from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.reports.mutants.surgery import Mutant, delete, elements, first, put, retag


def _without_heads(pdf: Pdf) -> None:
    for cell in elements(pdf, "TH"):
        cell.S = Name.TD


def _wordless(pdf: Pdf) -> Any:
    """Says nothing in place of a heading."""
    elements(pdf, "H2")[0].ActualText = String(" ")


def _without_headings(pdf: Pdf) -> None:
    for tag in ("H1", "H2", "H3", "H4"):
        for heading in elements(pdf, tag):
            heading.S = Name.P


def _spanning(pdf: Pdf) -> None:
    elements(pdf, "TD")[0].A = Array([Dictionary(O=Name.Table, ColSpan=2)])


def _other_parent(pdf: Pdf) -> None:
    elements(pdf, "P")[0].P = elements(pdf, "H1")[0]


def _empty_paragraph(pdf: Pdf) -> None:
    root = pdf.Root.StructTreeRoot.K
    root.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root, K=Array([]))))


def _pictureless(pdf: Pdf) -> None:
    root, sound = pdf.Root.StructTreeRoot.K, elements(pdf, "Figure")[0]
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, K=Array([]), A=sound.A, Alt=sound.Alt)
    root.K.append(pdf.make_indirect(figure))


def _circle(pdf: Pdf) -> None:
    elements(pdf, "H1")[0].S = Name("/Headline")
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Headline=Name("/Title"), Title=Name("/Headline"))


def _loose_text(pdf: Pdf) -> None:
    """A row that holds the text of its cell itself."""
    cell = elements(pdf, "TD")[0]
    cell.P.K = Array([*cell.P.K, cell.K[0]])
    cell.K = Array([])


FIGURE: Final = first("Figure")
MUTANTS: Final = {
    "a tag nobody knows": Mutant(retag("H1", "Headline"), "unknown-tag", True),
    "tags that mean one another": Mutant(_circle, "unknown-tag", True),
    "a skipped heading level": Mutant(retag("H2", "H4"), "heading-skipped", True),
    "a document that begins with a second heading": Mutant(retag("H1", "H2"), "heading-skipped", True),
    "no heading anywhere": Mutant(_without_headings, "no-heading", False),
    "a heading that says nothing": Mutant(_wordless, "empty-heading", False),
    "a heading inside a cell's row": Mutant(retag("TD", "H2"), "misplaced-element", True),
    "a row outside a table": Mutant(retag("Table", "P"), "misplaced-element", True),
    "a cell outside a row": Mutant(retag("TR", "Div"), "misplaced-element", True),
    "a table without head cells": Mutant(_without_heads, "table-without-heads", False),
    "a head cell that heads nothing": Mutant(delete("/A", first("TH")), "head-without-scope", True),
    "rows of different width": Mutant(_spanning, "table-not-regular", True),
    "text loose in a row": Mutant(_loose_text, "text-in-frame", False),
    "a list item outside a list": Mutant(retag("L", "P"), "misplaced-element", True),
    "a list that does not say how it counts": Mutant(
        delete("/A", first("L")), "list-without-numbering", False
    ),
    "a list item without body": Mutant(retag("LBody", "P"), "list-item-without-text", True),
    "a picture without words": Mutant(delete("/Alt", FIGURE), "figure-without-words", True),
    "a picture with blank words": Mutant(put("/Alt", String("  "), FIGURE), "figure-blank-words", False),
    "a picture called by its file": Mutant(
        put("/Alt", String("IMG_2041.JPG"), FIGURE), "figure-named-like-file", False
    ),
    "a picture called by the camera's number": Mutant(
        put("/Alt", String("DSC01234"), FIGURE), "figure-named-like-file", False
    ),
    "a picture without place": Mutant(delete("/A", FIGURE), "figure-without-place", False),
    "a picture that is a paragraph": Mutant(retag("Figure", "P"), "picture-not-figure", False),
    "a picture that is not there": Mutant(_pictureless, "figure-without-picture", False),
    "a text hidden by other words": Mutant(
        put("/Alt", String("Text"), first("P")), "text-hidden-by-alternative", False
    ),
    "a text silenced": Mutant(put("/ActualText", String(""), first("P")), "text-silenced", False),
    "an empty paragraph": Mutant(_empty_paragraph, "empty-element", False),
    "an element that names another parent": Mutant(_other_parent, "wrong-parent", False),
}
