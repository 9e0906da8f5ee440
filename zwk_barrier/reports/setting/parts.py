"""Sets the parts office documents are made of: headed facts, texts, tables and photos."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Final, Protocol

from zwk_barrier.model.report_parts import Grid, Part, Section
from zwk_barrier.model.visit_report import Letterhead, RoomSection
from zwk_barrier.reports.documents.visit_report_photos import Plates
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import BODY, CELL, CELL_NOTE, CELL_STRONG, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column, plain

_PROSE: Final = TextStyle(CELL.size, CELL.leading)
_NOTE: Final = TextStyle(CELL_NOTE.size, CELL_NOTE.leading, colour=CELL_NOTE.colour)

_NAME: Final = TextStyle(13, 18, Face.SEMIBOLD, before=14)
_ADDRESS: Final = TextStyle(BODY.size, BODY.leading)


class About(Protocol):
    """What the records of reports about a person have in common."""

    @property
    def letterhead(self) -> Letterhead:
        """Who writes."""

    @property
    def printed_on(self) -> date:
        """The day of the report."""

    @property
    def printed_by(self) -> str:
        """Who made it, or empty."""

    @property
    def language(self) -> str:
        """The report's own language."""

    @property
    def person(self) -> str:
        """Whom it is about, or empty."""

    @property
    def address(self) -> Sequence[str]:
        """Where they live, a line each."""


def write_opening(
    story: Story, translate: Callable[[str], str], record: About, *, title: str, number: str
) -> None:
    """The head of a report about a person: who writes, the title, when and by whom it was made, about whom."""
    _ = translate
    write_letterhead(story, record.letterhead)
    story.heading(1, title)
    made = _("Erstellt am {date}").format(date=long_date(record.printed_on, record.language))
    if record.printed_by:
        made = _("{made} von {name}").format(made=made, name=record.printed_by)
    story.paragraph(" · ".join(part for part in (number, made) if part), SMALL)
    story.paragraph(record.person or _("Ohne Namen"), _NAME)
    for line in record.address:
        story.paragraph(line, _ADDRESS)


class Parts:
    """Tells sections into one story; ``translate`` speaks the document's language, ``prose`` is how texts look."""

    prose: ClassVar[TextStyle] = BODY

    def __init__(self, story: Story, translate: Callable[[str], str]) -> None:
        self._story = story
        self._ = translate
        self._plates = Plates(translate)

    def section(self, section: Section) -> None:
        """A heading with all its parts, or the sentence that there is nothing."""
        self._story.heading(2, section.title)
        told = [part for part in section.parts if part.has_content]
        for part in told:
            self.part(part)
        if not told:
            self._story.paragraph(section.nothing)

    def part(self, part: Part) -> None:
        """One part under a heading of its own, if it has a title."""
        story = self._story
        if part.title:
            story.heading(3, part.title)
        if part.facts:
            story.short_facts(part.facts)
        leads = bool(part.photos or (part.grid and part.grid.rows))
        for text in part.texts:
            story.paragraph(text, self.prose, leads=leads)
        if part.grid is not None and part.grid.rows:
            self.grid(part.grid)
        if part.photos:
            self.photos(part)

    def photos(self, part: Part, *, in_a_row: int = 2) -> None:
        """The photos of a part, at most so many side by side."""
        rows = self._plates.rows(RoomSection(part.title, photos=part.photos), in_a_row)
        self._story.photos(rows, self._("Das Bild ist nicht lesbar."), in_a_row=in_a_row)

    def grid(self, grid: Grid, caption: str = "") -> None:
        """A table, perhaps with a caption; what names a row is its header."""
        columns = [
            Column(one.heading, one.share, "right" if one.is_number else "left") for one in grid.columns
        ]
        total: list[Cell] = []
        if grid.total:
            words, amount = grid.total
            total = [
                Cell([(words, CELL_STRONG)], header=True, columns=len(columns) - 1),
                plain(amount, CELL_STRONG),
            ]
        rows = [_row(cells, grid.names_at) for cells in grid.rows]
        self._story.table(columns, rows, total, caption=caption)


def _row(cells: tuple[str, ...], names_at: int) -> list[Cell]:
    return [_cell(text, names=at == names_at) for at, text in enumerate(cells)]


def _cell(text: str, *, names: bool) -> Cell:
    first, *notes = [line for line in text.split("\n") if line.strip()] or ["–"]
    style = CELL_STRONG if names and notes else _PROSE
    return Cell([(first, style), *((note, _NOTE) for note in notes)], header=names)
