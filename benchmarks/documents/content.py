"""What is set by every engine: a visit report with three rooms and twelve photos, as plain blocks and as markup.

The blocks are read out of the finished report along its tags, so every engine sets the same words in the same order.
"""

import html
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tests.reports import records
from zwk_barrier.model.visit_report import VisitReport
from zwk_barrier.reports.checking.reading import Node, ReadPdf
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.resources import resource

TITLE: Final = "Bericht über den Hausbesuch am 9. November 2026"
FOOTER: Final = "Fall 2026-0147 · Sozialgeheimnis – vertraulich"
_ROOMS: Final = ("Zugang und Hauseingang", "Bad", "Küche")
_PHOTOS: Final = 4  # a room
_HEADINGS: Final = frozenset({"H1", "H2", "H3", "H4"})


@dataclass(frozen=True)
class Block:
    """One block: ``kind`` is a heading's tag, ``P``, ``L``, ``Table`` or ``Figure``.

    ``rows`` hold the cells of a table, each with whether it is a head, or one cell an item of a list.
    """

    kind: str
    text: str = ""
    rows: tuple[tuple[tuple[str, bool], ...], ...] = ()


def record() -> VisitReport:
    """Three rooms with as much in them as a bath has, and four photos each."""
    return records.ordinary(rooms=tuple(_room(number, name) for number, name in enumerate(_ROOMS)))


def _room(number: int, name: str) -> Any:
    photos = [
        records.plate(10 + number * _PHOTOS + at, f"{name}, Ansicht {at + 1}", upright=at == _PHOTOS - 1)
        for at in range(_PHOTOS)
    ]
    return replace(records.BATH, name=name, photos=tuple(photos))


def blocks(content: bytes) -> list[Block]:
    """The blocks of a finished report."""
    pdf = ReadPdf(content)
    found: list[Block] = []

    def tell(node: Node) -> None:
        if node.tag in _HEADINGS or node.tag == "P":
            found.append(Block(node.tag, pdf.heard(node)))
        elif node.tag == "Figure":
            found.append(Block("Figure", pdf.heard(node)))
        elif node.tag == "Table":
            rows = [row for row in node.walk() if row.tag == "TR"]
            cells = (tuple((pdf.heard(cell), cell.tag == "TH") for cell in row.kids) for row in rows)
            found.append(Block("Table", rows=tuple(cells)))
        elif node.tag == "L":
            items = ((pdf.heard(item.kids[-1]), False) for item in node.kids)
            found.append(Block("L", rows=tuple((item,) for item in items)))
        else:
            for kid in node.kids:
                tell(kid)

    for root in pdf.roots:
        tell(root)
    return found


def write(folder: Path) -> list[Block]:
    """Writes photos, HTML and Typst into a folder, and gives the blocks."""
    report = record()
    found = blocks(build_visit_report(report))
    photos = [plate.jpeg for room in report.rooms for plate in room.photos]
    for number, jpeg in enumerate(photos):
        (folder / f"{number}.jpg").write_bytes(jpeg)
    kept = [[block.kind, block.text, block.rows] for block in found]
    (folder / "blocks.json").write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    (folder / "report.html").write_text(_html(found), "utf-8")
    (folder / "report.typ").write_text(_TYPST, "utf-8")
    return found


def _html(found: list[Block]) -> str:
    fonts = resource("fonts").as_uri()
    photo = 0
    parts = []
    for block in found:
        if block.kind == "Figure":
            height = 312 if photo % _PHOTOS == _PHOTOS - 1 else 176
            size = f'width="234" height="{height}"'
            parts.append(f'<img src="{photo}.jpg" {size} alt="{html.escape(block.text)}">')
            photo += 1
        elif block.kind == "Table":
            rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
            parts.append(f"<table>{rows}</table>")
        elif block.kind == "L":
            parts.append(f"<ul>{''.join(f'<li>{html.escape(row[0][0])}</li>' for row in block.rows)}</ul>")
        else:
            tag = block.kind.lower()
            parts.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
    return _HTML.format(title=TITLE, footer=FOOTER, fonts=fonts, body="\n".join(parts))


def _cell(cell: tuple[str, bool]) -> str:
    text, is_head = cell
    return f'<th scope="row">{html.escape(text)}</th>' if is_head else f"<td>{html.escape(text)}</td>"


_HTML: Final = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title}</title><style>
@font-face {{ font-family: A; src: url("{fonts}/AtkinsonHyperlegibleNext_400Regular.ttf") }}
@font-face {{ font-family: A; src: url("{fonts}/AtkinsonHyperlegibleNext_700Bold.ttf"); font-weight: bold }}
@page {{ size: A4; margin: 28mm 20mm 27mm 25mm;
  @bottom-left {{ content: "{footer}" }}
  @bottom-right {{ content: "Seite " counter(page) " von " counter(pages) }} }}
body {{ font: 11pt/16pt A }} h1 {{ font-size: 23pt; line-height: 28pt }} h2, h3, h4 {{ color: #0A5673 }}
td, th {{ text-align: left; vertical-align: top; padding: 4pt 14pt 4pt 0; border-bottom: 0.6pt solid #C9D1DA }}
img {{ image-rendering: crisp-edges }}
</style></head><body>
{body}
</body></html>"""

_TYPST: Final = """#set document(title: sys.inputs.title)
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 28mm, bottom: 27mm), footer: context [
  #sys.inputs.footer #h(1fr) Seite #counter(page).display("1 von 1", both: true)])
#set text(font: "Atkinson Hyperlegible Next", size: 11pt, lang: "de")
#let photo = counter("photo")
#let number = state("number", 0)
#let blocks = json("blocks.json")
#let n = 0
#for (kind, said, rows) in blocks {
  if kind.starts-with("H") { heading(level: int(kind.slice(1)), said) }
  else if kind == "P" { par(said) }
  else if kind == "Figure" { image(str(n) + ".jpg", width: 62mm, alt: said); n += 1 }
  else if kind == "L" { list(..rows.map(row => row.at(0).at(0))) }
  else { table(columns: rows.at(0).len(), stroke: none,
    ..rows.map(row => row.map(cell => if cell.at(1) { strong(cell.at(0)) } else { cell.at(0) })).flatten()) }
}
"""
