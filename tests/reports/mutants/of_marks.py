"""Defects between what is drawn and what is told."""

from typing import Final

from pikepdf import Array, Dictionary, Name, Pdf

from tests.reports.mutants.surgery import (
    Mutant,
    delete,
    elements,
    first,
    hide,
    mark_of,
    orphan,
    owners,
    paragraph,
    put,
    redraw,
    rewrite,
)


def _swapped(pdf: Pdf) -> None:
    held = owners(pdf, pdf.pages[0])
    held[0], held[1] = held[1], held[0]


def _short(pdf: Pdf) -> None:
    held = owners(pdf, pdf.pages[0])
    del held[len(held) - 1]


def _same_way(pdf: Pdf) -> None:
    pdf.pages[1].StructParents = pdf.pages[0].StructParents


def _twice(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K.append(elements(pdf, "H1")[0])


def _unhung(pdf: Pdf) -> None:
    """An element that is still found from its page, but not from the document."""
    element = paragraph(pdf)
    element.P.K = Array([kid for kid in element.P.K if kid.objgen != element.objgen])


def _claimed(pdf: Pdf) -> None:
    elements(pdf, "H2")[0].K.append(elements(pdf, "H1")[0].K[0])


def _not_drawn(pdf: Pdf) -> None:
    heading = elements(pdf, "H1")[0]
    heading.K.append(Dictionary(Type=Name.MCR, Pg=heading.K[0].Pg, MCID=4711))


def _elsewhere(pdf: Pdf) -> None:
    heading = elements(pdf, "H1")[0]
    lost = pdf.make_indirect(Dictionary(Type=Name.Page))
    heading.K.append(Dictionary(Type=Name.MCR, Pg=lost, MCID=0))


def _untold(pdf: Pdf) -> None:
    orphan(pdf, paragraph(pdf))


def _same_number(pdf: Pdf) -> None:
    """Two headings under one number."""
    one, two = (mark_of(heading) for heading in elements(pdf, "H2")[:2])
    rewrite(two[1], one[1])(pdf)


MUTANTS: Final = {
    "no structure tree": Mutant(delete("/StructTreeRoot"), "no-tree", True),
    "no way back at all": Mutant(
        delete("/ParentTree", lambda pdf: pdf.Root.StructTreeRoot), "parent-tree-mismatch", False
    ),
    "no way back from a page": Mutant(
        delete("/StructParents", lambda pdf: pdf.pages[0]), "page-without-way-back", False
    ),
    "one way back for two pages": Mutant(_same_way, "parent-tree-mismatch", False),
    "ways back to the wrong element": Mutant(_swapped, "parent-tree-mismatch", False),
    "a way back that is too short": Mutant(_short, "parent-tree-mismatch", False),
    "text outside any mark": Mutant(rewrite(b"EMC", b"EMC BT /F1+0 9 Tf <21> Tj ET"), "text-untagged", True),
    "a line outside any mark": Mutant(rewrite(b"EMC", b"EMC 0 0 m 9 9 l S"), "shape-untagged", True),
    "a paragraph drawn as ornament": Mutant(
        hide(b"/Artifact <</Type/Layout>> BDC"), "text-as-artifact", False
    ),
    "a paragraph drawn as running head": Mutant(
        hide(b"/Artifact <</Type/Pagination/Subtype/Header>> BDC"), "text-as-artifact", False
    ),
    "a paragraph drawn as page number": Mutant(
        hide(b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC"), "text-as-artifact", False
    ),
    "a paragraph drawn as a table's repeated head": Mutant(
        hide(b"/Artifact <</Type/Pagination>> BDC"), "text-as-artifact", False
    ),
    "a paragraph drawn as ornament, but still in the tree": Mutant(
        redraw(b"/Artifact BMC"), "mark-not-on-page", False
    ),
    "an ornament inside a paragraph": Mutant(
        redraw(b"/P <</MCID %d>> BDC /Artifact BMC EMC"), "marks-mixed", True
    ),
    "one number for two contents": Mutant(_same_number, "mark-twice", False),
    "a mark that is never closed": Mutant(rewrite(b"EMC", b"", count=1), "marks-mixed", True),
    "content that no element tells": Mutant(_untold, "mark-not-in-tree", False),
    "content that two elements tell": Mutant(_claimed, "mark-told-twice", False),
    "an element that tells what is not drawn": Mutant(_not_drawn, "mark-not-on-page", False),
    "an element that tells of a lost page": Mutant(_elsewhere, "mark-on-no-page", False),
    "an element at two places": Mutant(_twice, "element-twice", False),
    "an element that hangs nowhere": Mutant(_unhung, "element-missing", False),
    "a figure without content": Mutant(
        put("/K", Array([]), first("Figure")), "figure-without-picture", False
    ),
}
