"""The parts office documents are made of: facts, texts and tables in words, ready to read."""

from dataclasses import dataclass

from zwk_barrier.model.visit_report import PhotoPlate


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words; the cell ``names_at`` names its row, further lines of a cell are notes below its first.

    ``total`` are the words and the sum that close it, empty without.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    names_at: int = 0
    total: tuple[str, str] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a section: facts, then texts, then a table, then photos; any of them may be missing."""

    title: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    grid: Grid | None = None
    photos: tuple[PhotoPlate, ...] = ()

    @property
    def has_content(self) -> bool:
        """Whether it says anything beside its title."""
        return bool(self.facts or any(self.texts) or (self.grid and self.grid.rows) or self.photos)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed section; ``nothing`` is the sentence it says when none of its parts has anything."""

    title: str
    parts: tuple[Part, ...]
    nothing: str
