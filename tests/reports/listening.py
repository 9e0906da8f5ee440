"""Reads a PDF the way a screen reader does: along the structure tree, through marked content and ToUnicode maps."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import page
import pikepdf
import pypdfium2


@dataclass(frozen=True)
class Heard:
    """One element that carries content: its tags from the root, what is read out, and its text alternative."""

    path: tuple[str, ...]
    text: str
    alternative: str
    element: Any

    @property
    def tag(self) -> str:
        return self.path[-1]


class Listener:
    """One finished PDF."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = pikepdf.open(io.BytesIO(content))

    @cached_property
    def heard(self) -> list[Heard]:
        """Everything read out, in the order of the structure tree."""
        return list(self._listen(self.pdf.Root.StructTreeRoot.K, ()))

    def texts(self, *tags: str) -> list[str]:
        """What the elements of these tags say."""
        return [heard.text for heard in self.heard if heard.tag in tags]

    def rows(self, number: int) -> list[list[str]]:
        """The cells of one table, row by row, each as the texts below one another in it."""
        table = self.elements("Table")[number]
        return [[self.text_of(cell) for cell in _kids(row)] for row in self.elements("TR", table)]

    def elements(self, tag: str, below: Any = None) -> list[Any]:
        """All elements of a tag, in reading order."""
        return [
            element
            for element in self._walk(below or self.pdf.Root.StructTreeRoot.K)
            if str(element.S) == f"/{tag}"
        ]

    def text_of(self, element: Any) -> str:
        """What an element and everything in it says, parts separated by a blank."""
        return " ".join(heard.text for heard in self._listen(element, ())).strip()

    def shown(self) -> list[str]:
        """The text of each page as pdfium, the library in Chrome, extracts it."""
        with pypdfium2.PdfDocument(self.content) as document:
            return [page.get_textpage().get_text_range() for page in document]

    def failures(self, profile: str) -> list[str]:
        """What an independent validator says against ``ua1`` or ``2a``."""
        return [
            f"{failure.rule_id}: {failure.message}"
            for failure in page.validate_pdf_bytes(self.content, profile=profile).failures
        ]

    def bookmarks(self) -> list[str]:
        """The titles of the list of contents, set in by level."""
        with self.pdf.open_outline() as outline:
            return [f"{'  ' * level}{item.title}" for level, item in _flat(outline.root, 0)]

    def _walk(self, element: Any) -> Iterator[Any]:
        yield element
        for kid in _kids(element):
            yield from self._walk(kid)

    def _listen(self, element: Any, path: tuple[str, ...]) -> Iterator[Heard]:
        path = (*path, str(element.S).removeprefix("/"))
        marks = [kid for kid in element.get("/K", []) if "/MCID" in kid]
        if marks:
            text = "".join(self._marked[mark.Pg.objgen][int(mark.MCID)] for mark in marks)
            text = str(element.get("/ActualText", text))
            yield Heard(path, text.strip(), str(element.get("/Alt", "")), element)
        for kid in _kids(element):
            yield from self._listen(kid, path)

    @cached_property
    def _marked(self) -> dict[Any, dict[int, str]]:
        return {page.objgen: marked_text(page) for page in self.pdf.pages}


def _kids(element: Any) -> list[Any]:
    return [kid for kid in element.get("/K", []) if "/S" in kid]


def _flat(items: Any, level: int) -> Iterator[tuple[int, Any]]:
    for item in items:
        yield level, item
        yield from _flat(item.children, level + 1)


def marked_text(page: Any) -> dict[int, str]:
    """The text of each piece of marked content on a page; raises AssertionError for text outside any."""
    fonts = {name: _unicode_map(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    open_marks: list[tuple[int | None, str | None]] = []
    font: dict[int, str] = {}
    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    for operands, operator in instructions:
        match str(operator):
            case "BDC":
                properties = operands[1]
                number = int(properties.MCID) if "/MCID" in properties else None
                instead = str(properties.ActualText) if "/ActualText" in properties else None
                if number is not None:
                    found[number] = ""
                open_marks.append((number, instead))
                _say(found, open_marks, instead)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                assert open_marks, "text outside any marked content"
                if not any(instead for _, instead in open_marks):
                    _say(found, open_marks, "".join(font[code] for code in bytes(operands[0])))
    return found


def _say(found: dict[int, str], open_marks: list[tuple[int | None, str | None]], text: str | None) -> None:
    owner = next((number for number, _ in reversed(open_marks) if number is not None), None)
    if text and owner is not None:
        found[owner] += text


def _unicode_map(font: Any) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", source.partition("endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
