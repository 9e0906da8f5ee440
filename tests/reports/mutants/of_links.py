"""Defects of what can be clicked: links and the list of contents."""

from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.reports.mutants.surgery import Mutant, bookmarks, delete, elements, linked, put


def _unnamed(_pdf: Pdf, link: Any) -> None:
    del link.Contents


def _blank(_pdf: Pdf, link: Any) -> None:
    link.Contents = String(" ")


def _untold(pdf: Pdf, _link: Any) -> None:
    element = elements(pdf, "Link")[0]
    element.K = Array([element.K[0]])


def _called_text(pdf: Pdf, _link: Any) -> None:
    elements(pdf, "Link")[0].S = Name.Span


def _without_way_back(_pdf: Pdf, link: Any) -> None:
    del link.StructParent


def _astray(_pdf: Pdf, link: Any) -> None:
    link.StructParent = 0


def _screen_only(_pdf: Pdf, link: Any) -> None:
    link.F = 0


def _hidden(_pdf: Pdf, link: Any) -> None:
    link.F = 6


def _unordered(pdf: Pdf, _link: Any) -> None:
    del pdf.pages[0].Tabs


def _one_bookmark_less(pdf: Pdf) -> None:
    one = bookmarks(pdf)
    pdf.Root.Outlines.First.First = one.Next
    del one.Next.Prev


def _nowhere(pdf: Pdf) -> None:
    lost = pdf.make_indirect(Dictionary(Type=Name.Page))
    bookmarks(pdf).Dest = Array([lost, Name.Fit])


MUTANTS: Final = {
    "a link that does not say where it leads": Mutant(linked(_unnamed), "link-without-words", True),
    "a link with blank words": Mutant(linked(_blank), "link-without-words", False),
    "a link that no element tells": Mutant(linked(_untold), "link-not-in-tree", False),
    "a link that is called text": Mutant(linked(_called_text), "link-not-in-tree", True),
    "a link without way back": Mutant(linked(_without_way_back), "link-without-way-back", True),
    "a link with a wrong way back": Mutant(linked(_astray), "link-without-way-back", True),
    "a link that is not printed": Mutant(linked(_screen_only), "link-not-printed", True),
    "a hidden link": Mutant(linked(_hidden), "link-not-printed", True),
    "a page whose links come in any order": Mutant(linked(_unordered), "tab-order", True),
    "no list of contents": Mutant(delete("/Outlines"), "no-bookmarks", False),
    "a heading missing in the list of contents": Mutant(_one_bookmark_less, "bookmark-missing", False),
    "an empty line in the list of contents": Mutant(
        put("/Title", String(" "), bookmarks), "bookmark-empty", False
    ),
    "a line of the list of contents that leads nowhere": Mutant(_nowhere, "bookmark-astray", False),
}
