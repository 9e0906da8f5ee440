"""The structure tree of a tagged PDF: what a screen reader walks through, in the order the story tells it.

The tree grows while a document is written; drawing only notes on which page, under which marked-content
number, an element's content came to lie.  So the logical order never depends on the layout.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Self

Tag = Literal[
    "Document", "Div", "P", "H1", "H2", "H3", "H4", "L", "LI", "Lbl", "LBody",
    "Table", "Caption", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Figure",
]  # fmt: skip


class Mark(NamedTuple):
    """A stretch of content: the page's index and its marked-content number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """One node: its tag, what it holds in reading order, and what assistive technology is told about it."""

    tag: Tag
    parent: Self | None = None
    kids: list["Element | Mark"] = field(default_factory=list)
    alternative: str = ""
    actual_text: str = ""
    language: str = ""  # a tag such as ``tr-TR``, where it is not the document's
    scope: Literal["Row", "Column", ""] = ""
    column_span: int = 1
    ordered: bool = False
    box: tuple[float, float, float, float] | None = None

    def add(self, tag: Tag) -> "Element":
        """A new last child."""
        child = Element(tag, self)
        self.kids.append(child)
        return child

    def walk(self) -> list["Element"]:
        """The element and everything below it, in reading order."""
        found = [self]
        for kid in self.kids:
            if isinstance(kid, Element):
                found += kid.walk()
        return found


class StructureTree:
    """The whole tree of one document, and which element owns which marked content of which page."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.owners: list[list[Element]] = []

    def start_page(self) -> None:
        """Further marks lie on a new page."""
        self.owners.append([])

    def mark(self, element: Element) -> int:
        """A fresh marked-content number on the current page, owned by ``element``."""
        owners = self.owners[-1]
        owners.append(element)
        number = len(owners) - 1
        element.kids.append(Mark(len(self.owners) - 1, number))
        return number
