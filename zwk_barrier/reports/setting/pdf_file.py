"""Puts the parts of a document together as one file that is PDF/UA-1 and PDF/A-2a at once.

The same document gives the same bytes: dates come from the document, ids from its content.
"""

import hashlib
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from zwk_barrier.reports.setting.canvas import Bookmark, PageContent, TaggedCanvas
from zwk_barrier.reports.setting.metadata import DocumentTitle, information, xmp
from zwk_barrier.reports.setting.pdf_objects import RawObject, padded, reference, stream, text_string
from zwk_barrier.reports.setting.structure import Element, Mark, StructureTree
from zwk_barrier.reports.setting.styles import A4
from zwk_barrier.reports.setting.text import clean
from zwk_barrier.resources import resource


def pdf_file(canvas: TaggedCanvas, title: DocumentTitle) -> bytes:
    """The finished file."""
    return _File(canvas, title).content()


class _File:
    def __init__(self, canvas: TaggedCanvas, title: DocumentTitle) -> None:
        self._canvas = canvas
        self._title = title
        self._document: Any = canvas.document
        self._pages = [RawObject() for _ in canvas.pages]
        self._elements = {element: RawObject() for element in canvas.tree.root.walk()}

    def content(self) -> bytes:
        self._document.Catalog = self._catalog()
        self._document.info = RawObject(information(self._title))
        self._document._ID = self._identity()  # noqa: SLF001 - the only way to a content hash as id
        for font in self._document.delayedFonts:
            font.addObjects(self._document)
        data: bytes = self._document.format()
        return data

    def _catalog(self) -> RawObject:
        metadata = stream("/Type/Metadata/Subtype/XML", xmp(self._title), compress=False)
        profile = stream("/N 3", resource("colour", "sRGB.icc").read_bytes())
        intent = (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            f"/DestOutputProfile {self._ref(profile)}>>"
        )
        outlines = self._outlines(self._canvas.bookmarks)
        return RawObject(
            f"<</Type/Catalog/Pages {self._page_tree()}/Lang({self._title.locale})/MarkInfo<</Marked true>>"
            f"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {self._structure(self._canvas.tree)}"
            f"/Metadata {self._ref(metadata)}/OutputIntents[{intent}]{outlines}>>"
        )

    def _page_tree(self) -> str:
        tree = RawObject()
        for number, (page, content) in enumerate(zip(self._pages, self._canvas.pages, strict=True)):
            page.body = self._page(number, content, self._ref(tree))
        kids = " ".join(map(self._ref, self._pages))
        tree.body = f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>"
        return self._ref(tree)

    def _page(self, number: int, content: PageContent, parent: str) -> str:
        operators = stream("", padded("\n".join(content.operators).encode("latin-1"), b" "))
        pictures = "".join(f"/{key} {self._ref(picture)}" for key, picture in content.pictures.items())
        fonts = self._document.Reference(self._document.idToObject["BasicFonts"]).format(self._document)
        return (
            f"<</Type/Page/Parent {parent}/MediaBox[0 0 {A4.width:.3f} {A4.height:.3f}]"
            f"/Resources<</Font {fonts.decode()}/XObject<<{pictures}>>>>/Contents {self._ref(operators)}"
            f"/StructParents {number}/Tabs/S>>"
        )

    def _structure(self, tree: StructureTree) -> str:
        root = RawObject()
        for element, target in self._elements.items():
            target.body = self._element(element, self._ref(root))
        owners = " ".join(
            f"{page}[{' '.join(self._ref(self._elements[owner]) for owner in owned)}]"
            for page, owned in enumerate(tree.owners)
        )
        root.body = (
            f"<</Type/StructTreeRoot/K {self._ref(self._elements[tree.root])}"
            f"/ParentTree<</Nums[{owners}]>>/ParentTreeNextKey {len(tree.owners)}>>"
        )
        return self._ref(root)

    def _element(self, element: Element, root: str) -> str:
        parent = self._ref(self._elements[element.parent]) if element.parent else root
        alternative = _told("Alt", element.alternative) + _told("ActualText", element.actual_text)
        alternative += f"/Lang({element.language})" if element.language else ""
        kids = "".join(self._kids(element))
        return f"<</Type/StructElem/S/{element.tag}/P {parent}/K[{kids}]{alternative}{_attributes(element)}>>"

    def _kids(self, element: Element) -> list[str]:
        kids = []
        for kid in element.kids:
            if isinstance(kid, Mark):
                kids.append(f"<</Type/MCR/Pg {self._ref(self._pages[kid.page])}/MCID {kid.number}>>")
            else:
                kids.append(f"{self._ref(self._elements[kid])} ")
        return kids

    def _outlines(self, bookmarks: Sequence[Bookmark]) -> str:
        if not bookmarks:
            return ""
        root = RawObject()
        first, last, count = self._outline_level(bookmarks, self._ref(root))
        root.body = f"<</Type/Outlines/First {first}/Last {last}/Count {count}>>"
        return f"/Outlines {self._ref(root)}"

    def _outline_level(self, bookmarks: Sequence[Bookmark], parent: str) -> tuple[str, str, int]:
        branches = _branches(bookmarks)
        items = [RawObject() for _ in branches]
        total = len(items)
        for at, (item, (head, *below)) in enumerate(zip(items, branches, strict=True)):
            links = f"/Prev {self._ref(items[at - 1])}" if at else ""
            links += f"/Next {self._ref(items[at + 1])}" if at + 1 < len(items) else ""
            if below:
                first, last, count = self._outline_level(below, self._ref(item))
                links += f"/First {first}/Last {last}/Count {count}"
                total += count
            page = self._ref(self._pages[head.page])
            place = f"[{page}/XYZ 0 {head.top:.1f} null]"
            item.body = f"<</Title {text_string(head.title)}/Parent {parent}/Dest{place}{links}>>"
        return self._ref(items[0]), self._ref(items[-1]), total

    def _identity(self) -> bytes:
        digest = hashlib.sha256(xmp(self._title))
        for page in self._canvas.pages:
            digest.update("\n".join(page.operators).encode("latin-1"))
            for picture in page.pictures.values():
                digest.update(picture.body if isinstance(picture.body, bytes) else picture.body.encode())
        half = digest.hexdigest()[:32].encode()
        return b"[<" + half + b"><" + half + b">]"

    def _ref(self, target: RawObject) -> str:
        return reference(self._document, target)


def _branches(bookmarks: Sequence[Bookmark]) -> list[list[Bookmark]]:
    """Each topmost bookmark with those below it."""
    level = min(bookmark.level for bookmark in bookmarks)
    branch = 0

    def branch_of(bookmark: Bookmark) -> int:
        nonlocal branch
        branch += bookmark.level == level
        return branch

    return [list(group) for _, group in groupby(bookmarks, key=branch_of)]


def _told(key: str, text: str) -> str:
    one_line = " ".join(clean(text).split())
    return f"/{key} {text_string(one_line)}" if one_line else ""


def _attributes(element: Element) -> str:
    attributes = []
    if element.tag in {"TH", "TD"} and (element.scope or element.column_span > 1):
        scope = f"/Scope/{element.scope}" if element.scope else ""
        span = f"/ColSpan {element.column_span}" if element.column_span > 1 else ""
        attributes.append(f"<</O/Table{scope}{span}>>")
    if element.tag == "L":
        attributes.append(f"<</O/List/ListNumbering/{'Decimal' if element.ordered else 'Disc'}>>")
    if element.box:
        attributes.append(f"<</O/Layout/BBox[{' '.join(f'{side:.2f}' for side in element.box)}]>>")
    return f"/A[{''.join(attributes)}]" if attributes else ""
