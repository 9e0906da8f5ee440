"""Reads a finished PDF back for its check: the structure tree, and what each page draws under which mark."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, IndirectObject, NullObject

from zwk_barrier.reports.checking.content import Drawn, drawn_on

_MOST_DEPTH: Final = 60
_NAMES: Final = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI "
    "Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP "
    "Warichu WT WP Figure Formula Form"
)
_STANDARD: Final = frozenset(_NAMES.split())
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Marked content as the tree names it: the page's object number and the content's number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure tree as it stands in the file."""

    tag: str  # after the role map, without slash
    number: int  # of its object; 0 when it is none of its own
    entries: dict[Any, Any]
    parent: "Node | None"
    kids: list["Node"] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)  # object numbers of annotations

    def walk(self) -> Iterator["Node"]:
        """The element and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def attribute(self, name: str) -> Any:
        """The value of an attribute of whatever owner, or None."""
        attributes = value(self.entries, "/A")
        for one in attributes if isinstance(attributes, ArrayObject) else [attributes]:
            held = resolved(one)
            if isinstance(held, dict) and name in held:
                return value(held, name)
        return None

    def text(self, name: str) -> str | None:
        """A text such as ``/Alt``, or None where there is none."""
        held = value(self.entries, name)
        return None if held is None else str(held)


def resolved(held: Any) -> Any:
    """What a reference leads to, null as None, true and false as Python's own; anything else as it is."""
    if isinstance(held, IndirectObject):
        held = held.get_object()
    if isinstance(held, NullObject):
        return None
    return held.value if isinstance(held, BooleanObject) else held


def value(holder: Any, key: str) -> Any:
    """The resolved value of a key, or None."""
    return resolved(dict.get(holder, key)) if isinstance(holder, dict) else None


def number_of(held: Any) -> int:
    """The object number of a reference; 0 for anything else."""
    return int(held.idnum) if isinstance(held, IndirectObject) else 0


class ReadPdf:
    """One finished file; raises pypdf's PyPdfError when it cannot be read at all."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content), strict=False)
        self.catalog: Any = value(self.reader.trailer, "/Root")
        self.pages = list(self.reader.pages)
        self.page_numbers = [number_of(page.indirect_reference) for page in self.pages]
        self.tree_root: Any = value(self.catalog, "/StructTreeRoot")
        self.twice: list[Node] = []  # elements that hang in the tree at two places
        self._meant: dict[int, dict[int, str]] = {}  # by identity: the reader keeps what it has read

    @cached_property
    def roots(self) -> list[Node]:
        """The topmost elements."""
        if not isinstance(self.tree_root, dict):
            return []
        top = Node("StructTreeRoot", 0, self.tree_root, None)
        self._grow(top, set(), 0)
        for kid in top.kids:
            kid.parent = None
        return top.kids

    @cached_property
    def nodes(self) -> list[Node]:
        """All elements in reading order."""
        return [node for root in self.roots for node in root.walk()]

    @cached_property
    def drawn(self) -> list[Drawn]:
        """What each page draws."""
        return [
            drawn_on(self.reader, page, {name: self.meant(font) for name, font in self.fonts(index).items()})
            for index, page in enumerate(self.pages)
        ]

    def meant(self, font: Any) -> dict[int, str]:
        """What each code of a font means; every page names the same few fonts."""
        if id(font) not in self._meant:
            self._meant[id(font)] = meanings(font)
        return self._meant[id(font)]

    def fonts(self, index: int) -> dict[str, Any]:
        """The fonts of a page by the name its content uses."""
        held = value(value(self.pages[index], "/Resources"), "/Font")
        return {str(name): resolved(font) for name, font in held.items()} if isinstance(held, dict) else {}

    def heard(self, node: Node) -> str:
        """What a screen reader says of an element and everything in it, its text alternatives included."""
        for key in ("/ActualText", "/Alt"):
            if said := node.text(key):
                return said
        own = "".join(self._texts.get((place.page, place.number), "") for place in node.places)
        return " ".join(text for text in (own, *map(self.heard, node.kids)) if text)

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        return {
            (self.page_numbers[index], number): text
            for index, drawn in enumerate(self.drawn)
            for number, text in drawn.texts.items()
        }

    def _grow(self, node: Node, seen: set[int], depth: int) -> None:
        held = value(node.entries, "/K")
        page = number_of(dict.get(node.entries, "/Pg"))
        for raw in held if isinstance(held, ArrayObject) else [dict.get(node.entries, "/K")]:
            kid = resolved(raw)
            if isinstance(kid, int):
                node.places.append(Place(page, int(kid)))
            elif not isinstance(kid, dict) or depth > _MOST_DEPTH:
                continue
            elif "/MCID" in kid:
                own = number_of(dict.get(kid, "/Pg")) or page
                node.places.append(Place(own, int(value(kid, "/MCID"))))
            elif value(kid, "/Type") == "/OBJR":
                node.targets.append(number_of(dict.get(kid, "/Obj")))
            else:
                self._add(node, raw, kid, seen, depth)

    def _add(self, node: Node, raw: Any, kid: Any, seen: set[int], depth: int) -> None:
        child = Node(self._role(str(value(kid, "/S") or "")), number_of(raw), kid, node)
        if child.number in seen:
            self.twice.append(child)
            return
        if child.number:
            seen.add(child.number)
        node.kids.append(child)
        self._grow(child, seen, depth + 1)

    def _role(self, name: str) -> str:
        roles, steps = value(self.tree_root, "/RoleMap"), 0
        while name.removeprefix("/") not in _STANDARD and isinstance(roles, dict) and steps < _MOST_DEPTH:
            name, steps = str(value(roles, name) or ""), steps + 1
        return name.removeprefix("/") if name.removeprefix("/") in _STANDARD else ""


def meanings(font: Any) -> dict[int, str]:
    """What each code of a font means, by its ToUnicode map; empty without one."""
    source = value(font, "/ToUnicode")
    found: dict[int, str] = {}
    if source is None:
        return found
    for kind, block in _BLOCK.findall(source.get_data()):
        if kind == b"char":
            found |= {int(code, 16): _letters(text) for code, text in _PAIR.findall(block)}
            continue
        for first, last, text in _RANGE.findall(block):
            start = int(text, 16)
            codes = range(int(first, 16), int(last, 16) + 1)
            found |= {code: chr(start + step) for step, code in enumerate(codes)}
    return found


def _letters(text: bytes) -> str:
    return bytes.fromhex(text.decode("ascii")).decode("utf-16-be", "replace")
