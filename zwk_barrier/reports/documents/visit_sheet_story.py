"""How the sheet for a visit is told: who and when, consents, then room after room as one walks."""

from dataclasses import replace
from typing import Final

from zwk_barrier.model.visit_sheet import ConsentLine, SheetGroup, SheetRoom, VisitSheet
from zwk_barrier.reports.documents.visit_sheet_blocks import BlankFields, NotesAndSketch, Words, WritingLines
from zwk_barrier.reports.documents.visit_sheet_table import EntryTables
from zwk_barrier.reports.setting.formats import long_date, short_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, BODY, MM, SMALL, SOFT, Face, TextStyle
from zwk_barrier.rules.typed import NBSP
from zwk_barrier.wording import translator

_NAME: Final = TextStyle(13, 18, Face.SEMIBOLD, before=10)
_ADDRESS: Final = TextStyle(BODY.size, BODY.leading)
_PLAIN: Final = TextStyle(12, 16, after=5)
_LABEL: Final = TextStyle(12, 15, colour=SOFT)
_VALUE: Final = TextStyle(12, 15, Face.SEMIBOLD)
_SECOND: Final = 88 * MM
_NAME_WIDTH: Final = 26 * MM
_SKETCH: Final = 85 * MM
_ROOM_LINES: Final = 5
_LAST_LINES: Final = 9
_FURTHER_DOORS: Final = 3
_SHARE_WORTH_MARKING: Final = 0.6


class VisitSheetStory:
    """The sheet of one record, told once."""

    def __init__(self, record: VisitSheet) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()
        self._tables = EntryTables(self._story, self._)

    def pdf(self) -> bytes:
        """The finished file."""
        self._opening()
        self._consents()
        self._rooms()
        self._closing()
        return self._story.pdf(self._document_title(), self._furniture())

    def _opening(self) -> None:
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._("Bogen für den Hausbesuch"))
        printed = self._("Gedruckt am {date}").format(date=long_date(record.printed_on, record.language))
        story.paragraph(" · ".join(part for part in (self._number(), printed) if part), SMALL)
        if record.person or record.address:
            story.paragraph(record.person or self._("Ohne Namen"), _NAME)
        for line in record.address:
            story.paragraph(line, _ADDRESS)
        story.heading(2, self._("Der Besuch"))
        day = "" if record.planned is None else short_date(record.planned, record.language)
        self._blanks((self._("Datum"), day), (self._("Beginn"), record.begins))
        self._blanks((self._("Beratung"), record.advisor), (self._("Ende"), ""))
        self._blanks((self._("Anwesend"), ""))
        self._blanks((self._("Maßstab"), record.profile))

    def _blanks(self, *fields: tuple[str, str]) -> None:
        story, blanks = self._story, []
        for at, (label, value) in enumerate(fields):
            left = at * _SECOND
            end = A4.text_width if at == len(fields) - 1 else _SECOND - 6 * MM
            part = story.part()
            name = Words(left, _NAME_WIDTH, story.owned(part.add("P"), label, _LABEL, _NAME_WIDTH))
            width = end - left - _NAME_WIDTH - 1 * MM
            own = story.owned(part.add("P"), value, _VALUE, width) if value else []
            blanks.append((name, Words(left + _NAME_WIDTH + 1 * MM, width, own) if own else None, end))
        story.add(BlankFields(blanks))

    def _consents(self) -> None:
        story = self._story
        story.heading(2, self._("Einwilligungen"))
        told = self._("Freiwillig, und jederzeit für die Zukunft zu widerrufen.")
        story.paragraph(told, _PLAIN, leads=True)
        consents = self._record.consents
        if consents:
            story.add(self._tables.consents(consents, [self._standing(one) for one in consents]))
        story.signatures(
            [self._("Ort, Datum"), self._("Unterschrift der ratsuchenden Person oder ihrer Vertretung")]
        )

    def _standing(self, consent: ConsentLine) -> str:
        if consent.given_on is None:
            return self._("noch offen")
        return self._("liegt vor seit {date}").format(
            date=short_date(consent.given_on, self._record.language)
        )

    def _rooms(self) -> None:
        story, record = self._story, self._record
        story.heading(2, self._("So wird gemessen"))
        letters = ", ".join(f"{method[:1]}{NBSP}={NBSP}{method}" for method in record.methods)
        told = [
            self._("{points} Punkte in der Reihenfolge des Wegs.").format(points=record.points),
            self._("Wie gemessen wurde: {letters}.").format(letters=letters),
            self._("Ein Strich heißt: trifft nicht zu. Ein leeres Feld heißt: nicht geprüft."),
        ]
        if self._marks_what_matters():
            told.append(self._("Fett: zählt hier besonders."))
        story.paragraph(" ".join(told), _PLAIN)
        for room in record.rooms:
            self._room(room)

    def _room(self, room: SheetRoom) -> None:
        story = self._story
        name = room.name.strip() or self._("Raum ohne Namen")
        story.heading(2, name)
        story.paragraph(room.note, _PLAIN, leads=bool(room.groups))
        for group in room.groups:
            story.add(self._tables.group(self._marked(group)))
            if group.repeatable:
                title = self._("{element}, weitere: wohin?").format(element=group.element)
                story.add(self._tables.further(group, title, _FURTHER_DOORS))
        self._notes_and_sketch(name)

    def _marked(self, group: SheetGroup) -> SheetGroup:
        if self._marks_what_matters():
            return group
        return replace(group, lines=tuple(replace(line, matters=False) for line in group.lines))

    def _marks_what_matters(self) -> bool:
        """Where nearly everything matters, bold type says nothing."""
        lines = [line for room in self._record.rooms for group in room.groups for line in group.lines]
        return 0 < sum(line.matters for line in lines) <= _SHARE_WORTH_MARKING * len(lines)

    def _notes_and_sketch(self, room: str) -> None:
        part, story = self._story.part(), self._story
        width = A4.text_width - _SKETCH - 5 * MM
        notes = story.owned(part.add("P"), self._("Notizen: {room}").format(room=room), _LABEL, width)
        sketch = story.owned(part.add("P"), self._("Skizze: {room}").format(room=room), _LABEL, _SKETCH)
        left = A4.text_width - _SKETCH
        story.add(NotesAndSketch(Words(0, width, notes), Words(left, _SKETCH, sketch), lines=_ROOM_LINES))

    def _closing(self) -> None:
        story = self._story
        for title, lines in (
            (self._("Weitere Notizen"), _LAST_LINES),
            (self._("Verabredet: was, wer, bis wann"), 4),
        ):
            story.heading(2, title)
            story.add(WritingLines(A4.text_width, lines))

    def _number(self) -> str:
        number = self._record.case_number
        return self._("Fall {number}").format(number=number) if number else ""

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=" · ".join(part for part in (self._("Bogen für den Hausbesuch"), self._number()) if part),
            author=record.letterhead.office.strip() or record.advisor.strip() or CREATOR,
            subject=self._number() or self._("Bogen für den Hausbesuch"),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        """The case number on every page, never the name: sheets get parted and left behind."""
        secret = self._("Sozialgeheimnis – vertraulich")
        return Furniture(
            header=" · ".join(part for part in (self._("Bogen für den Hausbesuch"), self._number()) if part),
            footer=" · ".join(part for part in (self._number(), secret) if part),
            numbering=self._("Seite {page} von {pages}"),
        )
