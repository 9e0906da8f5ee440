"""How a sheet for the review of a language is told: what to do, then every text beside the German one, at last who."""

from dataclasses import replace
from typing import Final, Literal

from zwk_barrier.model.review_sheet import ReviewGroup, ReviewSheet
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, LOCALES, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.right_to_left import holds_leftward
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import CELL, CELL_NOTE, SMALL, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column
from zwk_barrier.wording import translator

_TEXT: Final = TextStyle(CELL.size, CELL.leading)


class ReviewSheetStory:
    """The sheet of one record, told once."""

    def __init__(self, record: ReviewSheet) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()
        self._count = 0

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._title())
        story.paragraph(self._made(), SMALL)
        story.note(
            self._(
                "Diese Texte stehen im Kurzbericht für Ratsuchende. Bitte jeden lesen und mit dem deutschen "
                "vergleichen. In geschweiften Klammern steht, was das Programm einsetzt. Was nicht stimmt, bitte mit "
                "seiner Nummer nennen; was stimmt, trägt die Beratungsstelle unter Verwaltung, Dokumente als "
                "geprüft ein."
            )
        )
        for group in record.groups:
            self._group(group)
        story.signatures([self._("Ort und Datum"), self._("Wer geprüft hat")])
        return story.pdf(self._document_title(), self._furniture())

    def _group(self, group: ReviewGroup) -> None:
        name = self._record.name
        side: Literal["left", "right"] = "right" if holds_leftward(name) else "left"
        columns = [Column(self._("Nr."), 16), Column(self._("Deutsch"), 75), Column(name, 75, side)]
        self._story.heading(2, group.title)
        self._story.table(columns, [self._row(*pair) for pair in group.pairs])

    def _row(self, german: str, text: str) -> list[Cell]:
        self._count += 1
        locale = LOCALES[self._record.reviewed]
        return [
            Cell([(str(self._count), CELL_NOTE)], header=True),
            Cell([(line, _TEXT) for line in german.split("\n")]),
            Cell([(line, _style(line)) for line in text.split("\n")], language=locale),
        ]

    def _title(self) -> str:
        return self._("Prüfblatt: {language}").format(language=self._record.name)

    def _made(self) -> str:
        made = self._("Erstellt am {date}").format(
            date=long_date(self._record.printed_on, self._record.language)
        )
        return f"{made} · {self._edition()}"

    def _edition(self) -> str:
        return self._("Fassung {edition}").format(edition=self._record.edition)

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title(),
            author=record.letterhead.office.strip() or CREATOR,
            subject=self._edition(),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        return Furniture(
            header=self._title(),
            footer=self._edition(),
            numbering=self._("Seite {page} von {pages}"),
        )


def _style(line: str) -> TextStyle:
    """A line of places alone runs as its Latin letters do."""
    return replace(_TEXT, leftward=holds_leftward(line))
