"""How a letter is told: the letter itself, and behind it what belongs to it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from zwk_barrier.model.letter_document import LetterDocument, LetterMeasure, LetterPart
from zwk_barrier.model.visit_report import RoomSection
from zwk_barrier.reports.documents.letter_opening import opening_of
from zwk_barrier.reports.documents.visit_report_photos import Plates
from zwk_barrier.reports.setting.flowables import Block, Paragraph, Rule, SideBySide, Signatures, stack_height
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import (
    A4,
    ACCENT,
    BODY,
    CELL,
    CELL_STRONG,
    MM,
    SMALL,
    SOFT,
    Face,
    TextStyle,
)
from zwk_barrier.reports.setting.tables import Cell, Column, plain
from zwk_barrier.wording import translator

_SUBJECT: Final = TextStyle(13.5, 18, Face.BOLD, before=6, after=12, even=True)
_HEADING: Final = TextStyle(12, 16, Face.BOLD, ACCENT, before=14, after=4, even=True)
_ATTACHED: Final = TextStyle(16, 21, Face.BOLD, ACCENT, before=22, after=8, even=True)
_MEASURE: Final = TextStyle(12, 16, Face.BOLD, before=14, after=2, even=True)
_GREETING: Final = TextStyle(BODY.size, BODY.leading, after=9)
_COST: Final = replace(SMALL, after=4)
_REPLY_LINES: Final = 4
_BEFORE_CLOSING: Final = 14.0
_ENCLOSURES_LEFT: Final = 100 * MM
_MOST_ENCLOSED: Final = 90 * MM
_SIGNATURE_WIDTH: Final = 75 * MM


class Closing(SideBySide):
    """The end of the letter, with a distance to its text."""

    def __init__(self, left: Sequence[Block], right: Sequence[Block], offset: float) -> None:
        super().__init__(left, right, offset)
        self.before = _BEFORE_CLOSING


class LetterStory:
    """The letter of one record, told once."""

    def __init__(self, record: LetterDocument) -> None:
        self._record = record
        self._ = translator(record.language)
        self._subject = record.subject.strip() or self._("Brief")
        self._story = Story()

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        story.add(opening_of(story, record))
        story.heading(1, self._subject, _SUBJECT)
        story.paragraph(record.greeting, _GREETING)
        inside, attached = _parted(record.parts)
        for place, part in enumerate(inside, start=1):
            self._part(part, 2, leads=place == len(inside))
        self._closing()
        self._foot()
        for place, part in enumerate(attached):
            self._part(part, 2, is_attached=True, begins_page=place == 0)
        self._photos()
        self._reply()
        return story.pdf(self._document_title(), self._furniture())

    def _part(
        self,
        part: LetterPart,
        level: int,
        *,
        is_attached: bool = False,
        begins_page: bool = False,
        leads: bool = False,
    ) -> None:
        story = self._story
        is_headed = bool(part.heading.strip()) and bool(part.text.strip() or self._has(part))
        if is_headed:  # a heading over nothing heads nothing
            story.heading(
                level, part.heading, _ATTACHED if is_attached else _HEADING, begins_page=begins_page
            )
        story.paragraph(
            part.text, leads=leads or bool(part.block)
        )  # the closing never stands alone on a page
        if part.block == "reasons":
            for number, measure in enumerate(self._record.measures, start=1):
                self._reasons(number, measure, level + is_headed)
        elif part.block == "works" and self._record.measures:
            story.items([self._work(measure) for measure in self._record.measures])
        elif part.block == "evidence" and self._record.evidence:
            self._evidence()

    def _has(self, part: LetterPart) -> bool:
        return bool(
            self._record.evidence if part.block == "evidence" else part.block and self._record.measures
        )

    def _reasons(self, number: int, measure: LetterMeasure, level: int) -> None:
        story = self._story
        story.heading(level, f"{number}. {_placed(measure)}", _MEASURE)
        if measure.cost:
            cost = self._("Kosten: {cost}").format(cost=measure.cost)
            story.paragraph(cost, _COST, leads=bool(measure.texts))
        if len(measure.texts) == 1:
            story.paragraph(measure.texts[0])
        elif measure.texts:
            story.items([[(text, BODY)] for text in measure.texts])

    def _work(self, measure: LetterMeasure) -> list[tuple[str, TextStyle]]:
        strong = TextStyle(BODY.size, BODY.leading, Face.SEMIBOLD, after=6)
        texts = [(text, BODY) for text in measure.texts]
        return [(_placed(measure), strong), *texts]

    def _evidence(self) -> None:
        columns = [
            Column(self._("Nachweis"), 92),
            Column(self._("Ausgestellt am"), 36),
            Column(self._("Stand"), 42),
        ]
        rows = [
            [Cell([(line.title, CELL_STRONG)], header=True), plain(line.dated or "–"), plain(line.state)]
            for line in self._record.evidence
        ]
        self._story.table(columns, rows)

    def _closing(self) -> None:
        """The hand at the left; at the right, as the norm allows, what is enclosed."""
        record, story = self._record, self._story
        left_part = story.part()
        name = record.signatory.strip() or self._("Unterschrift")
        left: list[Block] = [
            self._line(left_part, record.closing, BODY, _SIGNATURE_WIDTH),
            Signatures(
                [(0, _SIGNATURE_WIDTH, story.owned(left_part.add("P"), name, SMALL, _SIGNATURE_WIDTH))]
            ),
        ]
        right_part = story.part()
        texts = [(self._("Anlagen"), CELL_STRONG), *((text, CELL) for text in record.enclosures)]
        width = A4.text_width - _ENCLOSURES_LEFT
        right = [self._line(right_part, text, style, width) for text, style in texts if record.enclosures]
        if stack_height(right) <= _MOST_ENCLOSED:
            story.add(Closing(left, right, _ENCLOSURES_LEFT))
            return
        for block in (Closing(left, (), _ENCLOSURES_LEFT), *right):
            story.add(block)

    def _foot(self) -> None:
        """How else the office is reached, and its bank: said once, below the hand."""
        for number, line in enumerate(self._record.letterhead.look.foot):
            self._story.paragraph(line, replace(SMALL, before=0 if number else 16))

    def _line(self, part: Element, text: str, style: TextStyle, width: float) -> Paragraph:
        return Paragraph(self._story.owned(part.add("P"), text, style, width), width, style)

    def _photos(self) -> None:
        if not self._record.photos:
            return
        self._story.heading(2, self._("Fotos"), _ATTACHED)
        room = RoomSection(self._("Wohnung"), photos=self._record.photos)
        self._story.photos(Plates(self._).rows(room), self._("Das Foto lässt sich nicht lesen."))

    def _reply(self) -> None:
        record, story = self._record, self._story
        if not record.reply.strip():
            return
        story.heading(2, self._("Antwort zum Zurücksenden"), _ATTACHED, begins_page=True)
        to = self._("Bitte zurück an: {address}").format(address=record.return_line)
        story.paragraph(to, replace(SMALL, after=14))
        story.paragraph(self._("Zu Ihrem Schreiben vom {day}: {subject}").format(
            day=dict(record.reference_lines).get(self._("Datum"), ""), subject=record.subject
        ))  # fmt: skip
        story.paragraph(record.reply, TextStyle(BODY.size, BODY.leading, Face.SEMIBOLD, after=10))
        story.paragraph(self._("Bitte beachten Sie dabei Folgendes:"))
        for _line in range(_REPLY_LINES):
            story.add(Rule(A4.text_width, before=24, colour=SOFT))
        story.signatures([self._("Ort, Datum"), self._("Unterschrift")])

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._subject,
            author=record.letterhead.office.strip() or record.signatory.strip() or CREATOR,
            subject=self._("Fall {number}").format(number=record.case_number),
            dated=record.written_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        record = self._record
        number = self._("Fall {number}").format(number=record.case_number)
        secret = self._("Sozialgeheimnis – vertraulich")
        return Furniture(
            header=f"{record.subject} · {record.letterhead.office}" if record.is_secret else record.subject,
            footer=f"{number} · {secret}" if record.is_secret else record.letterhead.office,
            numbering=self._("Seite {page} von {pages}"),
        )


def _parted(parts: tuple[LetterPart, ...]) -> tuple[tuple[LetterPart, ...], tuple[LetterPart, ...]]:
    """The letter itself, and what lies behind it: the reasons and everything after them."""
    at = next((place for place, part in enumerate(parts) if part.block == "reasons"), len(parts))
    return parts[:at], parts[at:]


def _placed(measure: LetterMeasure) -> str:
    return f"{measure.title} ({measure.room})" if measure.room else measure.title
