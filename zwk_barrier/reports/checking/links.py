"""Checks what can be clicked: links that say where they lead and are found by ear, and bookmarks for the headings."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from zwk_barrier.reports.checking.finding import Finding, letters_of, shortened
from zwk_barrier.reports.checking.marks import parent_tree
from zwk_barrier.reports.checking.reading import Node, ReadPdf, number_of, resolved, value
from zwk_barrier.wording import _

_IN_BOOKMARKS: Final = frozenset({"H1", "H2", "H3"})
_PRINTED: Final = 4
_HIDDEN: Final = 2
_MOST_BOOKMARKS: Final = 10_000


def check_links(pdf: ReadPdf) -> Iterator[Finding]:
    """Every annotation of every page."""
    parents = parent_tree(pdf)
    holders = {number: node for node in pdf.nodes for number in node.targets}
    for index, page in enumerate(pdf.pages):
        annotations = value(page, "/Annots") or []
        if annotations and value(page, "/Tabs") != "/S":
            told = _("Seite {page}: Die Tabulatortaste folgt nicht der Reihenfolge des Textes.")
            yield Finding("tab-order", told.format(page=index + 1))
        for at in range(len(annotations)):
            raw = list.__getitem__(annotations, at)
            yield from _annotation(raw, index + 1, holders, parents)


def _annotation(raw: Any, page: int, holders: dict[int, Node], parents: dict[int, Any]) -> Iterator[Finding]:
    entries = resolved(raw)
    said = value(entries, "/Contents")
    if said is None or not str(said).strip():
        yield Finding(
            "link-without-words", _("Seite {page}: Ein Verweis sagt nicht, wohin er führt.").format(page=page)
        )
    holder = holders.get(number_of(raw))
    if holder is None or holder.tag not in {"Link", "Annot", "Form"}:
        yield Finding(
            "link-not-in-tree", _("Seite {page}: Ein Verweis ist nicht als solcher ausgezeichnet.").format(page=page)
        )  # fmt: skip
        return
    key = value(entries, "/StructParent")
    if key is None or number_of(parents.get(int(key))) != holder.number:
        yield Finding(
            "link-without-way-back",
            _("Seite {page}: Von einem Verweis führt kein Weg zu seiner Auszeichnung.").format(page=page),
        )
    flags = int(value(entries, "/F") or 0)
    if not flags & _PRINTED or flags & _HIDDEN:
        yield Finding(
            "link-not-printed", _("Seite {page}: Ein Verweis ist verborgen oder wird nicht gedruckt.").format(page=page)
        )  # fmt: skip


def check_bookmarks(pdf: ReadPdf) -> Iterator[Finding]:
    """The list of contents against the headings."""
    headings = [pdf.heard(node) for node in pdf.nodes if node.tag in _IN_BOOKMARKS]
    bookmarks = list(_bookmarks(pdf))
    missing = Counter(map(letters_of, headings)) - Counter(letters_of(title) for title, _page in bookmarks)
    if not bookmarks and headings:
        yield Finding("no-bookmarks", _("Das Dokument hat kein Verzeichnis seiner Überschriften."))
    elif missing:
        text = next(heading for heading in headings if letters_of(heading) in missing)
        yield Finding(
            "bookmark-missing",
            _("Im Verzeichnis der Überschriften fehlt „{text}“.").format(text=shortened(text)),
        )
    if any(not title.strip() for title, _page in bookmarks):
        yield Finding("bookmark-empty", _("Im Verzeichnis der Überschriften ist eine Zeile leer."))
    if any(page not in pdf.page_numbers for _title, page in bookmarks):
        yield Finding("bookmark-astray", _("Im Verzeichnis der Überschriften führt eine Zeile nirgendwohin."))


def _bookmarks(pdf: ReadPdf) -> Iterator[tuple[str, int]]:
    waiting = [value(value(pdf.catalog, "/Outlines"), "/First")]
    for _count in range(_MOST_BOOKMARKS):
        if not waiting:
            return
        item = waiting.pop()
        if not isinstance(item, dict):
            continue
        place = value(item, "/Dest") or value(value(item, "/A"), "/D")
        page = number_of(list.__getitem__(place, 0)) if isinstance(place, list) and place else 0
        yield str(value(item, "/Title") or ""), page
        waiting += [value(item, "/Next"), value(item, "/First")]
