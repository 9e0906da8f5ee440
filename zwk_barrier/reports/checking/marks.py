"""Checks that what is drawn and what is told are the same: every mark in the tree once, and nothing beside it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from zwk_barrier.reports.checking.content import Drawn, Furniture
from zwk_barrier.reports.checking.finding import Finding, letters_of, shortened
from zwk_barrier.reports.checking.reading import Node, Place, ReadPdf, number_of, resolved, value
from zwk_barrier.reports.setting.styles import A4
from zwk_barrier.wording import _

_MOST_DEPTH: Final = 20


def check_marks(pdf: ReadPdf) -> Iterator[Finding]:
    """Every page's content against the tree, both ways."""
    owners = _owners(pdf)
    told_on: dict[int, list[Place]] = {}
    for place in owners:
        told_on.setdefault(place.page, []).append(place)
    parents = parent_tree(pdf)
    heads = letters_of("".join(pdf.heard(node) for node in pdf.nodes if node.tag in {"TH", "Caption"}))
    told = letters_of("".join(map(pdf.heard, pdf.roots)))
    for index, drawn in enumerate(pdf.drawn):
        page = index + 1
        yield from _drawing(drawn, page)
        yield from _furniture(drawn, page, heads, told)
        yield from _numbers(pdf, index, owners, told_on.get(pdf.page_numbers[index], []))
        yield from _ways_back(pdf, index, owners, parents)
    yield from _places_elsewhere(pdf, owners)
    yield from _elements(pdf, parents)


def parent_tree(pdf: ReadPdf) -> dict[int, Any]:
    """The parent tree's entries by key, unresolved."""
    found: dict[int, Any] = {}

    def read(node: Any, depth: int) -> None:
        numbers = value(node, "/Nums") or []
        for at in range(0, len(numbers) - 1, 2):
            found[int(resolved(list.__getitem__(numbers, at)))] = list.__getitem__(numbers, at + 1)
        for kid in value(node, "/Kids") or []:
            if depth < _MOST_DEPTH:
                read(resolved(kid), depth + 1)

    read(value(pdf.tree_root, "/ParentTree"), 0)
    return found


def _owners(pdf: ReadPdf) -> dict[Place, list[Node]]:
    found: dict[Place, list[Node]] = {}
    for node in pdf.nodes:
        for place in node.places:
            found.setdefault(place, []).append(node)
    return found


def _drawing(drawn: Drawn, page: int) -> Iterator[Finding]:
    if drawn.untagged:
        told = _("Seite {page}: Dieser Text ist nicht ausgezeichnet und wird nicht vorgelesen: „{text}“.")
        yield Finding("text-untagged", told.format(page=page, text=shortened("".join(drawn.untagged))))
    if drawn.untagged_shapes:
        told = _("Seite {page}: Linien oder Bilder sind weder Inhalt noch Schmuck.")
        yield Finding("shape-untagged", told.format(page=page))
    if drawn.mixed or drawn.unbalanced:
        told = _("Seite {page}: Die Auszeichnungen sind ineinander verschränkt.")
        yield Finding("marks-mixed", told.format(page=page))
    if drawn.meaningless:
        told = _("Seite {page}: Zeichen sind gedruckt, von denen kein Programm weiß, welche es sind.")
        yield Finding("letters-without-meaning", told.format(page=page))


def _furniture(drawn: Drawn, page: int, heads: str, told: str) -> Iterator[Finding]:
    for one in drawn.furniture:
        if one.text.strip() and not _is_furniture(one, heads, told):
            words = _("Seite {page}: Text ist als Schmuck ausgezeichnet und wird nicht vorgelesen: „{text}“.")
            yield Finding("text-as-artifact", words.format(page=page, text=shortened(one.text)))


def _is_furniture(one: Furniture, heads: str, told: str) -> bool:
    """Running heads at the page's edge, head and caption of a table said again, or what is told elsewhere."""
    if one.kind == "Pagination" and one.subtype == "Header":
        return one.y > A4.height - A4.top
    if one.kind == "Pagination" and one.subtype == "Footer":
        return one.y < A4.bottom
    parts = [letters_of(part) for part in one.text.split("·")]
    said = heads if one.kind == "Pagination" and one.subtype != "Watermark" else told
    # Words from right to left are drawn last letter first.
    return all(part in said or part[::-1] in said for part in parts)


def _numbers(
    pdf: ReadPdf, index: int, owners: dict[Place, list[Node]], told_here: list[Place]
) -> Iterator[Finding]:
    drawn, number, page = pdf.drawn[index], pdf.page_numbers[index], index + 1
    if any(count > 1 for count in Counter(drawn.order).values()):
        told = _("Seite {page}: Zwei Inhalte tragen dieselbe Nummer.")
        yield Finding("mark-twice", told.format(page=page))
    untold = [mark for mark in drawn.texts if Place(number, mark) not in owners]
    if untold:
        said = " ".join(drawn.texts[mark] for mark in untold)
        told = _("Seite {page}: Dieser Inhalt steht in keinem Teil des Dokuments: „{text}“.")
        yield Finding("mark-not-in-tree", told.format(page=page, text=shortened(said)))
    if any(place.number not in drawn.texts for place in told_here):
        told = _("Seite {page}: Ein Teil nennt Inhalt, den es nicht gibt.")
        yield Finding("mark-not-on-page", told.format(page=page))
    if any(len(owners[place]) > 1 for place in told_here):
        told = _("Seite {page}: Derselbe Inhalt steht in zwei Teilen und wird zweimal vorgelesen.")
        yield Finding("mark-told-twice", told.format(page=page))
    for marks in drawn.pictures.values():
        for mark in marks:
            held = owners.get(Place(number, mark), []) if mark is not None else []
            if mark is not None and not any(_inside_figure(node) for node in held):
                told = _("Seite {page}: Ein Bild ist nicht als Bild ausgezeichnet.")
                yield Finding("picture-not-figure", told.format(page=page))


def _inside_figure(node: Node | None) -> bool:
    while node is not None:
        if node.tag in {"Figure", "Formula"}:
            return True
        node = node.parent
    return False


def _ways_back(
    pdf: ReadPdf, index: int, owners: dict[Place, list[Node]], parents: dict[int, Any]
) -> Iterator[Finding]:
    if not pdf.drawn[index].texts:
        return
    key = value(pdf.pages[index], "/StructParents")
    if key is None:
        told = _("Seite {page}: Vom Inhalt führt kein Weg zu seiner Auszeichnung.")
        yield Finding("page-without-way-back", told.format(page=index + 1))
        return
    row = resolved(parents.get(int(key)))
    held = [number_of(list.__getitem__(row, at)) for at in range(len(row))] if isinstance(row, list) else []
    for mark in pdf.drawn[index].texts:
        told_by = owners.get(Place(pdf.page_numbers[index], mark), [])
        if told_by and (mark >= len(held) or held[mark] not in {node.number for node in told_by}):
            told = _("Seite {page}: Inhalt und Auszeichnung verweisen nicht aufeinander.")
            yield Finding("parent-tree-mismatch", told.format(page=index + 1))
            return


def _places_elsewhere(pdf: ReadPdf, owners: dict[Place, list[Node]]) -> Iterator[Finding]:
    if any(place.page not in pdf.page_numbers for place in owners):
        yield Finding("mark-on-no-page", _("Ein Teil nennt Inhalt auf einer Seite, die es nicht gibt."))


def _elements(pdf: ReadPdf, parents: dict[int, Any]) -> Iterator[Finding]:
    if not pdf.roots:
        yield Finding(
            "no-tree", _("Das Dokument ist nicht ausgezeichnet; ein Vorleseprogramm findet nichts.")
        )
        return
    if pdf.twice:
        yield Finding("element-twice", _("Ein Teil steht an zwei Stellen und wird zweimal vorgelesen."))
    told = {node.number for node in pdf.nodes}
    named: set[int] = set()
    for entry in parents.values():
        held = resolved(entry)
        if isinstance(held, list):
            named |= {number_of(list.__getitem__(held, at)) for at in range(len(held))}
        else:
            named.add(number_of(entry))
    if named - told - {0}:
        yield Finding(
            "element-missing", _("Ein Teil des Inhalts hängt nicht am Dokument und wird nicht vorgelesen.")
        )
