"""Checks tables: head cells that say what they head, and as many cells in every row."""

from collections.abc import Iterator

from zwk_barrier.reports.checking.finding import Finding, shortened
from zwk_barrier.reports.checking.reading import Node, ReadPdf
from zwk_barrier.wording import _


def check_tables(pdf: ReadPdf) -> Iterator[Finding]:
    """Every table of the document."""
    for table in pdf.nodes:
        if table.tag == "Table":
            rows = [row for row in table.walk() if row.tag == "TR"]
            yield from _heads(pdf, table, rows)
            yield from _shape(pdf, table, rows)


def _heads(pdf: ReadPdf, table: Node, rows: list[Node]) -> Iterator[Finding]:
    heads = [cell for row in rows for cell in row.kids if cell.tag == "TH"]
    if not heads:
        yield Finding(
            "table-without-heads",
            _("Eine Tabelle hat keine Kopfzellen: „{text}“.").format(text=_quoted(pdf, table)),
        )
    for cell in heads:
        if str(cell.attribute("/Scope") or "") not in {"/Row", "/Column", "/Both"}:
            yield Finding(
                "head-without-scope",
                _("Die Kopfzelle „{text}“ sagt nicht, ob sie eine Zeile oder eine Spalte überschreibt.").format(
                    text=shortened(pdf.heard(cell))
                ),
            )  # fmt: skip


def _shape(pdf: ReadPdf, table: Node, rows: list[Node]) -> Iterator[Finding]:
    hanging: list[int] = []  # for each column, how many rows a cell from above still covers
    widths = set()
    for row in rows:
        covered = sum(count > 0 for count in hanging)
        spans = [(_span(cell, "/ColSpan"), _span(cell, "/RowSpan")) for cell in row.kids]
        widths.add(covered + sum(across for across, _down in spans))
        hanging = [count - 1 for count in hanging if count > 1]
        hanging += [down - 1 for across, down in spans for _column in range(across) if down > 1]
    if len(widths) > 1:
        yield Finding(
            "table-not-regular",
            _("Die Zeilen einer Tabelle haben verschieden viele Zellen: „{text}“.").format(
                text=_quoted(pdf, table)
            ),
        )


def _span(cell: Node, name: str) -> int:
    return max(1, int(cell.attribute(name) or 1))


def _quoted(pdf: ReadPdf, table: Node) -> str:
    return shortened(pdf.heard(table))
