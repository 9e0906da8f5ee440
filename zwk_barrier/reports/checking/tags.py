"""Checks each element by itself: known tag, headings in order, pictures with words, lists and nothing empty."""

import re
from collections.abc import Iterator
from typing import Any, Final

from zwk_barrier.reports.checking.finding import Finding, shortened
from zwk_barrier.reports.checking.reading import Node, ReadPdf, number_of
from zwk_barrier.wording import _

_HEADINGS: Final = {f"H{level}": level for level in range(1, 7)}
_LEAVES: Final = frozenset(
    {"P", "Lbl", "LBody", "Caption", "Span", "Link", "Quote", "Note", "Code", *_HEADINGS}
)
_ALONE: Final = frozenset(
    {"Table", "THead", "TBody", "TFoot", "TR", "L", "LI", "Document"}
)  # hold no text themselves
_PARENTS: Final = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
_KIDS: Final = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_SPOKEN_INSTEAD: Final = frozenset({"Figure", "Formula", "Form", "Link", "Annot"})
_FILE_NAME: Final = re.compile(
    r".*\.(?:jpe?g|png|gif|tiff?|heic|webp|bmp|svg)|(?:IMG|DSCN?|PXL|DCIM)[_-]?\d{3,}\S*", re.IGNORECASE
)


def check_tags(pdf: ReadPdf) -> Iterator[Finding]:
    """Every element by itself and with the one around it."""
    for node in pdf.nodes:
        yield from _tag(node)
        yield from _nesting(node)
        yield from _emptiness(pdf, node)
        if node.tag == "Figure":
            yield from _figure(node)
        if node.tag == "L":
            yield from _list(node)
    yield from _headings(pdf)


def _tag(node: Node) -> Iterator[Finding]:
    if not node.tag:
        name = str(node.text("/S") or "–").removeprefix("/")
        yield Finding(
            "unknown-tag", _("Die Auszeichnung „{tag}“ kennt kein Vorleseprogramm.").format(tag=name)
        )
    parent = number_of(dict.get(node.entries, "/P"))
    if node.parent and node.parent.number != parent:
        yield Finding(
            "wrong-parent", _("Ein Teil nennt ein anderes Teil als das, in dem er steht ({tag}).").format(tag=node.tag)
        )  # fmt: skip
    if node.tag not in _SPOKEN_INSTEAD and node.text("/Alt") is not None:
        yield Finding(
            "text-hidden-by-alternative",
            _("Ein Alternativtext verdeckt geschriebenen Text: „{text}“.").format(
                text=shortened(node.text("/Alt") or "")
            ),
        )


def _nesting(node: Node) -> Iterator[Finding]:
    around = node.parent.tag if node.parent else ""
    wanted, allowed = _PARENTS.get(node.tag), _KIDS.get(around)
    if (wanted and around not in wanted) or (not wanted and allowed and node.tag not in allowed):
        told = _("{tag} darf nicht in {around} stehen.")
        yield Finding("misplaced-element", told.format(tag=node.tag, around=around or "–"))
    if node.tag in _ALONE and node.places:
        yield Finding(
            "text-in-frame", _("Text steht unmittelbar in {tag} statt in einem Absatz.").format(tag=node.tag)
        )


def _emptiness(pdf: ReadPdf, node: Node) -> Iterator[Finding]:
    if node.tag in _HEADINGS and not pdf.heard(node).strip():
        yield Finding("empty-heading", _("Eine Überschrift ist leer."))
    elif not (node.kids or node.places or node.targets) and node.tag in {*_LEAVES, *_KIDS}:
        yield Finding("empty-element", _("Ein ausgezeichneter Teil ist leer ({tag}).").format(tag=node.tag))
    if (instead := node.text("/ActualText")) is not None and not instead.strip():
        yield Finding("text-silenced", _("Ein leerer Ersatztext verschweigt, was geschrieben steht."))


def _figure(node: Node) -> Iterator[Finding]:
    said = node.text("/Alt") or node.text("/ActualText")
    if said is None:
        yield Finding("figure-without-words", _("Ein Bild hat keinen Alternativtext."))
    elif not said.strip():
        yield Finding("figure-blank-words", _("Der Alternativtext eines Bildes ist leer."))
    elif _FILE_NAME.fullmatch(said.strip()):
        yield Finding(
            "figure-named-like-file",
            _("Der Alternativtext „{text}“ ist ein Dateiname und sagt nicht, was zu sehen ist.").format(
                text=shortened(said)
            ),
        )
    if not node.places and not any(kid.places for kid in node.walk()):
        yield Finding("figure-without-picture", _("Zu einem ausgezeichneten Bild gibt es kein Bild."))
    if not _is_box(node.attribute("/BBox")):
        yield Finding(
            "figure-without-place", _("Von einem Bild ist nicht vermerkt, wo es auf der Seite steht.")
        )


def _is_box(held: Any) -> bool:
    if not isinstance(held, list) or len(held) != 4:
        return False
    left, bottom, right, top = map(float, held)
    return left < right and bottom < top


def _list(node: Node) -> Iterator[Finding]:
    labelled = any(kid.tag == "Lbl" for item in node.kids for kid in item.kids)
    numbering = str(node.attribute("/ListNumbering") or "")
    if labelled and numbering in {"", "/None"}:
        yield Finding("list-without-numbering", _("Eine Liste sagt nicht, wie ihre Zeichen zu lesen sind."))
    for item in node.kids:
        if item.tag == "LI" and not any(kid.tag == "LBody" for kid in item.kids):
            yield Finding("list-item-without-text", _("Ein Punkt einer Liste hat keinen Text."))


def _headings(pdf: ReadPdf) -> Iterator[Finding]:
    before = 0
    for node in pdf.nodes:
        level = _HEADINGS.get(node.tag)
        if level is None:
            continue
        if level > before + 1:
            yield Finding(
                "heading-skipped",
                _("Die Überschrift „{text}“ überspringt eine Stufe.").format(text=shortened(pdf.heard(node))),
            )
        before = level
    if not before:
        yield Finding("no-heading", _("Das Dokument hat keine Überschrift."))
