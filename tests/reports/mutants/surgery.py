"""How one defect is cut into a finished report: each helper finds a part of it and changes nothing else."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.reports import records
from zwk_barrier.reports.documents.visit_report import build_visit_report

Change = Callable[[Pdf], Any]


@dataclass(frozen=True)
class Mutant:
    """One defect: what it does to the report, what our own check calls it, and whether the validator sees it."""

    change: Change
    own: str
    validator: bool


@cache
def sound() -> bytes:
    """The report of an ordinary visit."""
    return build_visit_report(records.ordinary())


def changed(change: Change) -> bytes:
    """The report with one change, everything else as it was."""
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False, recompress_flate=False)
    return out.getvalue()


def elements(pdf: Pdf, tag: str) -> list[Any]:
    """All elements of a tag, in reading order."""
    found: list[Any] = []

    def look(element: Any) -> None:
        if f"/{tag}" == element.S:
            found.append(element)
        for kid in element.get("/K", []):
            if isinstance(kid, Dictionary) and "/S" in kid:
                look(kid)

    look(pdf.Root.StructTreeRoot.K)
    return found


def first(tag: str) -> Callable[[Pdf], Any]:
    """Finds the first element of a tag."""
    return lambda pdf: elements(pdf, tag)[0]


def root(pdf: Pdf) -> Any:
    """Finds the catalog."""
    return pdf.Root


def delete(key: str, find: Callable[[Pdf], Any] = root) -> Change:
    """Takes an entry away."""

    def change(pdf: Pdf) -> None:
        del find(pdf)[key]

    return change


def put(key: str, value: Any, find: Callable[[Pdf], Any] = root) -> Change:
    """Sets an entry."""

    def change(pdf: Pdf) -> None:
        find(pdf)[key] = value

    return change


def retag(old: str, new: str) -> Change:
    """Calls the first element of a tag something else."""
    return put("/S", Name(f"/{new}"), first(old))


def rewrite(old: bytes, new: bytes, page: int = 0, count: int = 1) -> Change:
    """Replaces operators of a page."""

    def change(pdf: Pdf) -> None:
        content = pdf.pages[page].Contents
        before = content.read_bytes()
        assert old in before
        content.write(before.replace(old, new, count))

    return change


def mark_of(element: Any) -> tuple[int, bytes]:
    """The first mark of an element: its number, and the operators that begin it."""
    number = int(element.K[0].MCID)
    return number, f"{element.S} <</MCID {number}>> BDC".encode()


def paragraph(pdf: Pdf) -> Any:
    """The first paragraph below a heading, which is said nowhere else."""
    kids = list(pdf.Root.StructTreeRoot.K.K)
    heading = next(at for at, kid in enumerate(kids) if kid.S == "/H2")
    return next(kid for kid in kids[heading:] if kid.S == "/P")


def redraw(new: bytes) -> Change:
    """Begins the paragraph with other operators, its way in the tree left as it is."""

    def change(pdf: Pdf) -> None:
        element = paragraph(pdf)
        content = element.K[0].Pg.Contents
        number, begin = mark_of(element)
        before = content.read_bytes()
        assert begin in before
        content.write(before.replace(begin, new.replace(b"%d", str(number).encode())))

    return change


def orphan(pdf: Pdf, element: Any) -> None:
    """Takes an element out of the tree, and out of the way back from its page."""
    parent = element.P
    kept = [kid for kid in parent.K if kid.objgen != element.objgen]
    parent.K = Array(kept)
    mark = element.K[0]
    owners(pdf, mark.Pg)[int(mark.MCID)] = None


def owners(pdf: Pdf, page: Any) -> Any:
    """The way back from a page to its elements."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return next(numbers[at + 1] for at in range(0, len(numbers), 2) if numbers[at] == page.StructParents)


def hide(begin: bytes) -> Change:
    """Draws the paragraph as furniture, and leaves no trace of it in the tree."""

    def change(pdf: Pdf) -> None:
        redraw(begin)(pdf)
        orphan(pdf, paragraph(pdf))

    return change


def font(pdf: Pdf) -> Any:
    """The first font of the first page."""
    return next(iter(pdf.pages[0].Resources.Font.values()))


def meaning(old: bytes, new: bytes) -> Change:
    """Changes what the letters of the first font mean."""

    def change(pdf: Pdf) -> None:
        source = font(pdf).ToUnicode
        before = source.read_bytes()
        assert old in before
        source.write(before.replace(old, new, 1))

    return change


def packet(old: str, new: str) -> Change:
    """Changes what the file says about itself; ``old`` is a pattern."""

    def change(pdf: Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes().decode()
        assert re.search(old, before)
        pdf.Root.Metadata.write(re.sub(old, new, before, count=1).encode())

    return change


def photo(pdf: Pdf) -> Any:
    """The first photo."""
    return next(one for page in pdf.pages for one in page.Resources.XObject.values())


def with_segment(kind: int, text: bytes) -> Change:
    """Puts a segment into the first photo, as cameras and editors do."""

    def change(pdf: Pdf) -> None:
        target = photo(pdf)
        jpeg = target.read_raw_bytes()
        segment = bytes([0xFF, kind]) + (len(text) + 2).to_bytes(2) + text
        target.write(jpeg[:2] + segment + jpeg[2:], filter=Name.DCTDecode)

    return change


def link(pdf: Pdf) -> Any:
    """Puts a sound link over the first paragraph, and gives its annotation."""
    page, paragraph = pdf.pages[0], elements(pdf, "P")[0]
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=paragraph))
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([70, 700, 200, 720]), Border=Array([0, 0, 0]), F=4,
            Contents=String("Zur Beratungsstelle"), StructParent=900,
            A=Dictionary(S=Name.URI, URI=String("https://musterhaven.example")),
        )
    )  # fmt: skip
    reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page.obj)
    mark = paragraph.K[0]
    element.K = Array([mark, reference])
    paragraph.K = Array([element])
    owners(pdf, page)[int(mark.MCID)] = element
    pdf.Root.StructTreeRoot.ParentTree.Nums.extend(Array([900, element]))
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 901
    page.Annots = Array([annotation])
    return annotation


def linked(then: Callable[[Pdf, Any], Any] = lambda _pdf, _link: None) -> Change:
    """Puts a sound link in, and then spoils it."""
    return lambda pdf: then(pdf, link(pdf))


def bookmarks(pdf: Pdf) -> Any:
    """The first line of the list of contents below the title."""
    return pdf.Root.Outlines.First.First
