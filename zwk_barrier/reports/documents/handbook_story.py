"""How the handbook is told: groups, their pages, and on each what the window shows of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from zwk_barrier import __version__
from zwk_barrier.reference.handbook import HandbookPage, handbook_picture, load_handbook
from zwk_barrier.reference.handbook_text import (
    Heading,
    Items,
    Line,
    Paragraph,
    Part,
    Rows,
    Screenshot,
    Words,
    plain,
)
from zwk_barrier.reports.setting.figures import Figure, FigureRow
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.images import Picture, photo
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import BODY, CELL, MM, SMALL, Face
from zwk_barrier.reports.setting.tables import Cell, Column
from zwk_barrier.reports.setting.typesetting import Span
from zwk_barrier.rules.typed import NBSP
from zwk_barrier.wording import translator

_PICTURE_WIDTH: Final = 150 * MM
_PICTURE_FINE: Final = 105 * MM  # as fine as a photo so wide: enough for words on a screen
_FIRST_COLUMN: Final = 0.3
_ATTEMPTS: Final = 4  # each number has a width, and may move what comes after it


class HandbookStory:
    """The pages of one language; told again until the numbers of pages named in it are those they got."""

    def __init__(self, printed_on: date, language: str) -> None:
        self._printed_on = printed_on
        self._language = language
        self._ = translator(language)
        self._story = Story()
        self._numbers: dict[str, int] = {}
        self._got: dict[str, int] = {}
        self._pictures: dict[str, Picture] = {}

    def pdf(self) -> bytes:
        """The finished file."""
        for _attempt in range(_ATTEMPTS):
            self._tell_all()
            if self._got == self._numbers:
                break
            self._numbers = self._got
        return self._story.pdf(self._document_title(), self._furniture())

    def _tell_all(self) -> None:
        self._story, self._got = Story(), {}
        day = long_date(self._printed_on, self._language)
        self._story.heading(1, self._title())
        self._story.paragraph(self._("Version {version}, {day}").format(version=__version__, day=day), SMALL)
        groups = {
            group: [page for page in pages if page.language == self._language]
            for group, pages in load_handbook().groups().items()
        }
        written = {group: pages for group, pages in groups.items() if pages}
        if len(written) > 1:
            self._tell_contents(written)
        for group, pages in written.items():
            self._tell_group(group, pages)

    def _tell_contents(self, groups: Mapping[str, Sequence[HandbookPage]]) -> None:
        self._story.paragraph(self._("In Klammern steht die Seite."))
        self._story.items(
            [
                [([Span(f"{group}: ", Face.SEMIBOLD), Span(", ".join(map(self._entry, pages)))], BODY)]
                for group, pages in groups.items()
            ]
        )

    def _tell_group(self, group: str, pages: Sequence[HandbookPage]) -> None:
        is_alone = len(pages) == 1 and self._language != "de"  # its title says it already
        if not is_alone:
            self._story.heading(2, group, begins_page=True)
        for number, page in enumerate(pages):
            self._got[page.code] = self._story.page_count() + (1 if number else 0)
            for part in page.parts():
                self._tell(part, deeper=1 if is_alone else 2, begins_page=number > 0)

    def _tell(self, part: Part, *, deeper: int, begins_page: bool) -> None:
        match part:
            case Heading(level=level, text=text):
                self._story.heading(level + deeper, text, begins_page=begins_page and level == 1)
            case Paragraph(line=line):
                self._story.paragraph(self._spans(line))
            case Items(lines=lines, are_steps=are_steps):
                self._story.items([[(self._spans(line), BODY)] for line in lines], numbered=are_steps)
            case Screenshot(told=told, file=file):
                self._picture(file, told)
            case Rows(head=head, rows=rows):
                self._table([plain(line) for line in head], rows)

    def _picture(self, file: str, told: str) -> None:
        if file not in self._pictures:
            self._pictures[file] = photo(handbook_picture(file).read_bytes(), _PICTURE_FINE)
        picture = self._pictures[file]
        element = self._story.part("Figure")
        element.alternative = told
        height = _PICTURE_WIDTH / picture.ratio
        self._story.add(FigureRow([Figure(picture, element, (), _PICTURE_WIDTH, height, _PICTURE_WIDTH)]))

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[Line]]) -> None:
        others = (1 - _FIRST_COLUMN) / max(1, len(head) - 1)
        columns = [Column(text, others if at else _FIRST_COLUMN) for at, text in enumerate(head)]
        cells = [
            [Cell([(self._spans(line), CELL)], header=at == 0) for at, line in enumerate(row)] for row in rows
        ]
        self._story.table(columns, cells)

    def _entry(self, page: HandbookPage) -> str:
        return f"{page.title}{NBSP}({self._numbers.get(page.code, 0)})"

    def _spans(self, line: Line) -> list[Span]:
        return [
            Span(
                self._said(words), Face.BOLD if words.is_strong else Face.SEMIBOLD if words.is_typed else None
            )
            for words in line
        ]

    def _said(self, words: Words) -> str:
        """The words, and of a link where it leads on paper."""
        if words.link not in self._numbers:
            return words.text
        return self._("{title} (Seite {page})").format(title=words.text, page=self._numbers[words.link])

    def _title(self) -> str:
        return self._("Handbuch ZWK Barriere")

    def _document_title(self) -> DocumentTitle:
        return DocumentTitle(
            title=self._title(),
            author=CREATOR,
            subject=self._("Handbuch"),
            dated=self._printed_on,
            language=self._language,
        )

    def _furniture(self) -> Furniture:
        return Furniture(
            header=self._title(),
            footer=self._("Version {version}").format(version=__version__),
            numbering=self._("Seite {page} von {pages}"),
        )
