"""How a visit report is told, part by part, in the order it is read."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from zwk_barrier.model.visit_report import (
    MeasuredLine,
    MeasureLine,
    NextStep,
    RoomSection,
    VerdictWord,
    VisitReport,
)
from zwk_barrier.reports.formats import euro_range, long_date, short_date
from zwk_barrier.reports.letterhead import write_letterhead
from zwk_barrier.reports.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.page import Furniture
from zwk_barrier.reports.signs import SIGN_WIDTH, VERDICT_COLOURS, draw_sign
from zwk_barrier.reports.story import Facts, Story
from zwk_barrier.reports.styles import BODY, CELL, CELL_NOTE, CELL_STRONG, SMALL, Face, TextStyle
from zwk_barrier.reports.tables import Cell, Column, plain
from zwk_barrier.reports.typesetting import Span, Text
from zwk_barrier.reports.visit_report_photos import Plates
from zwk_barrier.wording import translator

_NAME: Final = TextStyle(13, 18, Face.SEMIBOLD, before=14)
_ADDRESS: Final = TextStyle(BODY.size, BODY.leading)
_FINDING: Final = TextStyle(BODY.size, BODY.leading, after=5)
_PROSE: Final = TextStyle(CELL.size, CELL.leading)
_PRIORITIES: Final = ("A", "B", "C", "D")


class VisitReportStory:
    """The report of one record, told once."""

    def __init__(self, record: VisitReport) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()
        self._plates = Plates(self._)
        sources = {line.source.strip() for room in record.rooms for line in room.measured}
        self._one_source = sources.pop() if len(sources) == 1 else ""

    def pdf(self) -> bytes:
        """The finished file."""
        self._opening()
        self._people_and_place()
        self._rooms()
        self._measures()
        self._next_steps()
        self._closing()
        return self._story.pdf(self._document_title(), self._furniture())

    def _opening(self) -> None:
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._title())
        made = self._("Erstellt am {date}").format(date=long_date(record.printed_on, record.language))
        number = self._("Fall {number}").format(number=record.case_number) if record.case_number else ""
        story.paragraph(" · ".join(part for part in (number, made) if part), SMALL)
        story.paragraph(record.person or self._("Ohne Namen"), _NAME)
        for line in record.address:
            story.paragraph(line, _ADDRESS)
        story.heading(2, self._("Der Besuch"))
        story.facts([(label, value) for label, value in self._visit_facts() if value.strip()])
        story.heading(2, self._("Zusammenfassung"))
        story.paragraph(
            record.summary if record.summary.strip() else self._("Eine Zusammenfassung fehlt noch.")
        )

    def _title(self) -> str:
        date = long_date(self._record.visited_on, self._record.language)
        return self._("Bericht über den Hausbesuch am {date}").format(date=date)

    def _visit_facts(self) -> list[tuple[str, str]]:
        record = self._record
        day = long_date(record.visited_on, record.language)
        return [
            (self._("Tag und Dauer"), ", ".join(part for part in (day, record.time_and_duration) if part)),
            (self._("Beratung"), record.advisor),
            (self._("Anwesend"), "\n".join(record.participants) or self._("nicht festgehalten")),
            (self._("Maßstab"), record.profile),
            (self._("Umfang"), record.coverage),
        ]

    def _people_and_place(self) -> None:
        record, story = self._record, self._story
        person, dwelling = _filled(record.person_facts), _filled(record.dwelling_facts)
        if person and dwelling:
            story.two_facts((self._("Zur Person"), person), (self._("Zur Wohnung"), dwelling))
        elif person or dwelling:
            self._facts(self._("Zur Person"), person, self._("Zur Person ist nichts weiter festgehalten."))
            self._facts(
                self._("Zur Wohnung"), dwelling, self._("Zur Wohnung ist nichts weiter festgehalten.")
            )
        else:
            nothing = self._("Zur Person und zur Wohnung ist nichts weiter festgehalten.")
            self._facts(self._("Zur Person und zur Wohnung"), (), nothing)

    def _facts(self, title: str, facts: Facts, nothing: str) -> None:
        self._story.heading(2, title)
        if facts:
            self._story.facts(facts)
        else:
            self._story.paragraph(nothing)

    def _rooms(self) -> None:
        self._story.heading(2, self._("Raum für Raum"))
        if not self._record.rooms:
            self._story.paragraph(self._("Bei diesem Besuch wurde kein Raum aufgenommen."))
        elif self._one_source:
            told = self._("Alle Anforderungen nach: {source}.").format(source=self._one_source)
            self._story.paragraph(told, SMALL, leads=True)
        for room in self._record.rooms:
            self._room(room)

    def _room(self, room: RoomSection) -> None:
        story = self._story
        story.heading(3, room.name.strip() or self._("Raum ohne Namen"))
        story.paragraph(room.note, leads=bool(room.measured))
        if room.measured:
            story.table(self._measured_columns(), [self._measured(line) for line in room.measured])
        if room.findings:
            story.heading(4, self._("Feststellungen"))
            story.items([self._finding(line.text, line.hazard, line.activity) for line in room.findings])
        if room.photos:
            story.heading(4, self._("Fotos"))
            story.photos(self._plates.rows(room), self._("Das Bild ist nicht lesbar."))
        if not (room.note.strip() or room.measured or room.findings or room.photos):
            story.paragraph(self._("Zu diesem Raum ist nichts festgehalten."))

    def _measured_columns(self) -> list[Column]:
        return [
            Column(self._("Kriterium"), 53),
            Column(self._("Gemessen"), 28, "right"),
            Column(self._("Erforderlich"), 45, "right"),
            Column(self._("Ergebnis"), 48),
        ]

    def _measured(self, line: MeasuredLine) -> list[Cell]:
        strong = TextStyle(CELL.size, CELL.leading, Face.SEMIBOLD, VERDICT_COLOURS[line.verdict])
        return [
            Cell(_criterion(line.criterion), header=True),
            _cell(line.measured or "–", line.method),
            _cell(line.required or "–", "" if self._one_source else line.source),
            Cell(
                [(self._verdict(line.verdict), strong), *_notes(line.remark)],
                sign=partial(draw_sign, line.verdict),
                indent=SIGN_WIDTH,
            ),
        ]

    def _verdict(self, verdict: VerdictWord) -> str:
        return {
            "met": self._("erreicht"),
            "partly": self._("teilweise erreicht"),
            "not_met": self._("nicht erreicht"),
            "not_applicable": self._("entfällt"),
            "not_checked": self._("nicht geprüft"),
        }[verdict]

    def _finding(self, text: str, hazard: str, activity: str) -> list[tuple[Text, TextStyle]]:
        parts = [
            self._("Gefährdung: {hazard}").format(hazard=hazard) if hazard else "",
            self._("betrifft: {activity}").format(activity=activity) if activity else "",
        ]
        told = " · ".join(part for part in parts if part)
        return [(text, _FINDING), *([(told, SMALL)] if told else [])]

    def _measures(self) -> None:
        story, measures = self._story, self._record.measures
        story.heading(2, self._("Empfohlene Maßnahmen"))
        if not measures:
            story.paragraph(self._("Es wurden keine Maßnahmen empfohlen."))
            return
        columns = [
            Column(self._("Priorität"), 28),
            Column(self._("Maßnahme"), 72),
            Column(self._("Raum"), 28),
            Column(self._("Kosten, geschätzt"), 38, "right"),
        ]
        ordered = sorted(measures, key=lambda line: (*_PRIORITIES, "").index(line.priority))
        story.table(columns, [self._measure(line) for line in ordered], self._total(measures))

    def _measure(self, line: MeasureLine) -> list[Cell]:
        label = line.priority_label.removeprefix(line.priority).strip(" –-:")
        priority = (
            [Span(line.priority, Face.BOLD), Span(f" {label}")] if line.priority else [Span(label or "–")]
        )
        details = [(line.reason, _PROSE)] if line.reason.strip() else []
        status = (
            [(self._("Stand: {status}").format(status=line.status), CELL_NOTE)] if line.status.strip() else []
        )
        costs = _costs(line)
        return [
            Cell([(priority, CELL)]),
            Cell([(line.title, CELL_STRONG), *details, *status], header=True),
            plain(line.room or "–"),
            plain(euro_range(*costs, self._record.language) if costs else self._("noch offen")),
        ]

    def _total(self, measures: Sequence[MeasureLine]) -> list[Cell]:
        known = [costs for line in measures if (costs := _costs(line))]
        if not known:
            return []
        missing = self._("Noch offene Kosten sind nicht enthalten.") if len(known) < len(measures) else ""
        low, high = (sum(side) for side in zip(*known, strict=True))
        return [
            Cell([(self._("Summe"), CELL_STRONG), *_notes(missing)], header=True, columns=3),
            plain(euro_range(low, high, self._record.language), CELL_STRONG),
        ]

    def _next_steps(self) -> None:
        self._story.heading(2, self._("Nächste Schritte"))
        if not self._record.next_steps:
            self._story.paragraph(self._("Es wurden keine weiteren Schritte vereinbart."))
            return
        columns = [Column(self._("Was"), 92), Column(self._("Wer"), 43), Column(self._("Bis"), 30, "right")]
        self._story.table(columns, [self._step(step) for step in self._record.next_steps])

    def _step(self, step: NextStep) -> list[Cell]:
        due = short_date(step.due, self._record.language) if step.due else "–"
        return [Cell([(step.what, _PROSE)], header=True), plain(step.who or "–"), plain(due)]

    def _closing(self) -> None:
        self._story.note(
            self._(
                "Dieser Bericht ist eine Arbeitshilfe. Die Anforderungen orientieren sich an DIN 18040-2; "
                "er ist keine Zertifizierung und ersetzt keine Planung. Kosten sind Schätzungen, keine Angebote."
            )
        )
        self._story.signatures([self._("Ort, Datum"), self._record.advisor.strip() or self._("Beratung")])

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title(),
            author=record.letterhead.office.strip() or record.advisor.strip() or CREATOR,
            subject=self._("Fall {number}").format(number=record.case_number),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        number = (
            self._("Fall {number}").format(number=self._record.case_number)
            if self._record.case_number
            else ""
        )
        secret = self._("Sozialgeheimnis – vertraulich")
        return Furniture(
            header=" · ".join(part for part in (self._title(), self._record.person) if part),
            footer=" · ".join(part for part in (number, secret) if part),
            numbering=self._("Seite {page} von {pages}"),
        )


def _filled(facts: Facts) -> list[tuple[str, str]]:
    return [(label, value) for label, value in facts if value.strip()]


def _criterion(criterion: str) -> list[tuple[Text, TextStyle]]:
    """Of ``Tür: lichte Breite`` what is measured first and where below it, as every column has its note below."""
    place, _, measured = criterion.partition(": ")
    return [(measured, CELL), *_notes(place)] if measured else [(criterion, CELL)]


def _cell(value: str, note: str) -> Cell:
    return Cell([(value, CELL), *_notes(note)])


def _notes(note: str) -> list[tuple[Text, TextStyle]]:
    return [(note, CELL_NOTE)] if note.strip() else []


def _costs(line: MeasureLine) -> tuple[int, int] | None:
    low = line.cost_high if line.cost_low is None else line.cost_low
    high = line.cost_low if line.cost_high is None else line.cost_high
    return None if low is None or high is None else (min(low, high), max(low, high))
