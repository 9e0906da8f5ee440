"""PDF objects as ReportLab 5.1 does not write them itself: raw, standards-conforming, and fonts embedded in full order.

What ReportLab gets wrong for PDF/UA and PDF/A is put right here and nowhere else: no line end before
``endstream``; a ToUnicode map that sends unused codes to U+0000 in blocks of more than a hundred.  And a
stream whose last byte happens to be a line end would be ambiguous to read: none ends so.
"""

import unicodedata
import zlib
from collections.abc import Iterator
from typing import Any, Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont

_LINE_ENDS: Final = (b"\r", b"\n")
_JOINED_FORMS: Final = range(0xFB1D, 0xFEFD)


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc] # ReportLab is untyped
    """An indirect object written exactly as given; the body may be set until the file is written."""

    __RefOnly__ = 1

    def __init__(self, body: str | bytes = "") -> None:
        self.body = body

    def format(self, document: Any) -> bytes:  # noqa: ARG002 - ReportLab's name and signature
        """The object's bytes, as ReportLab asks for them."""
        return self.body if isinstance(self.body, bytes) else self.body.encode("latin-1")


def stream(entries: str, content: bytes, *, compress: bool = True) -> RawObject:
    """A stream object with a line end before ``endstream``; ``entries`` are further dictionary entries."""
    if compress:
        content, entries = zlib.compress(content), f"{entries}/Filter/FlateDecode"
    if content.endswith(_LINE_ENDS):
        raise ValueError("a stream that ends like a line is read one byte short")
    head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("latin-1")
    return RawObject(head + content + b"\nendstream")


def padded(content: bytes, filler: bytes) -> bytes:
    """The content with so much harmless filler behind it that, compressed, it does not end like a line.

    Compressed data end with a sum of all bytes, so a filler of zeros would change nothing.
    """
    while zlib.compress(content).endswith(_LINE_ENDS):
        content += filler
    return content


def text_string(text: str) -> str:
    """A text as PDF string in UTF-16, whatever script it is in."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def name(text: str) -> str:
    """A PDF name from plain ASCII letters, digits, plus and hyphen."""
    return f"/{text}"


def reference(document: Any, target: RawObject) -> str:
    """The indirect reference to an object, which is entered into the document if it is not yet in it."""
    return str(target_reference(document, target).format(document), "ascii")


def target_reference(document: Any, target: RawObject) -> Any:
    """ReportLab's own reference object for ``target``."""
    return document.Reference(target)


class EmbeddedFont(TTFont):  # type: ignore[misc] # ReportLab is untyped
    """A TrueType font that embeds only the characters used, each with its true Unicode value."""

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's names
        """Enters one font object for each subset of 256 characters."""
        state = self.state.pop(document)
        fonts = document.idToObject["BasicFonts"].dict
        for number, codes in enumerate(state.subsets):
            fonts[f"{state.internalName}+{number}"] = target_reference(
                document, self._subset(document, number, codes)
            )

    def _subset(self, document: Any, number: int, codes: list[int]) -> RawObject:
        face = self.face
        base = (SUBSETN(number) + b"+" + face.name).decode("ascii")
        program = padded(face.makeSubset(codes), b"\1")
        file = stream(f"/Length1 {len(program)}", program)
        flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
        box = " ".join(f"{value:.0f}" for value in face.bbox)
        descriptor = RawObject(
            f"<</Type/FontDescriptor/FontName{name(base)}/Flags {flags}/FontBBox[{box}]"
            f"/ItalicAngle {face.italicAngle:.0f}/Ascent {face.ascent:.0f}/Descent {face.descent:.0f}"
            f"/CapHeight {face.capHeight:.0f}/StemV {face.stemV:.0f}/MissingWidth {face.defaultWidth:.3f}"
            f"/FontFile2 {reference(document, file)}>>"
        )
        widths = " ".join(f"{face.getCharWidth(code):.3f}" for code in codes)
        return RawObject(
            f"<</Type/Font/Subtype/TrueType/BaseFont{name(base)}/FirstChar 0/LastChar {len(codes) - 1}"
            f"/Widths[{widths}]/FontDescriptor {reference(document, descriptor)}"
            f"/ToUnicode {reference(document, stream('', padded(_to_unicode(base, codes), b' ')))}>>"
        )


def _to_unicode(base: str, codes: list[int]) -> bytes:
    used = [(index, code) for index, code in enumerate(codes) if code]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            f"/CMapName {name(base)} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *_blocks(used),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode("ascii")


def _meaning(code: int) -> str:
    """The letter a code stands for; the joined forms of Arabic letters mean the letters themselves.

    Lam-alef stays one character: readers that turn Arabic round would turn its two letters, too.
    """
    letter = unicodedata.normalize("NFKC", chr(code)) if code in _JOINED_FORMS else ""
    return letter if len(letter) == 1 else chr(code)


def _blocks(used: list[tuple[int, int]]) -> Iterator[str]:
    for start in range(0, len(used), 100):
        block = used[start : start + 100]
        yield f"{len(block)} beginbfchar"
        for index, code in block:
            yield f"<{index:02X}> <{_meaning(code).encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
