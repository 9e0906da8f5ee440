"""How a visit report is told, part by part, in the order it is read."""

from typing import Final

from zwk_barrier.model.visit_report import NextStep, VisitReport
from zwk_barrier.reports.documents.visit_report_comparison import ComparisonTable
from zwk_barrier.reports.documents.visit_report_fit import Fit
from zwk_barrier.reports.documents.visit_report_measures import Measures
from zwk_barrier.reports.documents.visit_report_rooms import Rooms
from zwk_barrier.reports.setting.formats import long_date, short_date
from zwk_barrier.reports.setting.letterhead import write_contact, write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Facts, Story
from zwk_barrier.reports.setting.styles import BODY, CELL, LARGE_PRINT, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column, plain
from zwk_barrier.wording import translator

_NAME: Final = TextStyle(13, 18, Face.SEMIBOLD, before=14)
_ADDRESS: Final = TextStyle(BODY.size, BODY.leading)
_PROSE: Final = TextStyle(CELL.size, CELL.leading)
_FEW_STEPS: Final = 5  # so few do not stay behind when the signature turns the page


class VisitReportStory:
    """The report of one record, told once."""

    def __init__(self, record: VisitReport) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story(least_size=LARGE_PRINT if record.large else 0.0)

    def pdf(self) -> bytes:
        """The finished file."""
        self._opening()
        self._people_and_place()
        if self._record.comparison is not None:
            ComparisonTable(self._record.comparison, self._story, self._record.language).tell()
        if self._record.fit is not None:
            Fit(self._record.fit, self._story, self._record.language).tell()
        if self._record.rooms or self._record.measures or self._record.next_steps:
            Rooms(self._record, self._story).tell()
            Measures(self._record, self._story).tell()
            self._next_steps()
        else:
            self._nothing_found()
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
        if not self._record.is_dated:
            return self._("Bericht über den Hausbesuch")
        date = long_date(self._record.visited_on, self._record.language)
        return self._("Bericht über den Hausbesuch am {date}").format(date=date)

    def _visit_facts(self) -> list[tuple[str, str]]:
        record = self._record
        day = long_date(record.visited_on, record.language) if record.is_dated else ""
        return [
            (
                self._("Tag und Dauer"),
                ", ".join(part for part in (day, record.time_and_duration) if part)
                or self._("nicht festgehalten"),
            ),
            (self._("Beratung"), record.advisor),
            (self._("Anwesend"), "\n".join(record.participants) or self._("nicht festgehalten")),
            (self._("Maßstab"), record.profile),
            (self._("Umfang"), record.coverage),
        ]

    def _people_and_place(self) -> None:
        record = self._record
        person, dwelling = _filled(record.person_facts), _filled(record.dwelling_facts)
        if person or dwelling:
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
            self._story.short_facts(facts)
        else:
            self._story.paragraph(nothing)

    def _nothing_found(self) -> None:
        """Three sentences under one heading: each under its own would make a second page of nothing."""
        self._story.heading(2, self._("Räume, Maßnahmen, nächste Schritte"))
        self._story.paragraph(self._("Bei diesem Besuch wurde kein Raum aufgenommen."))
        self._story.paragraph(self._("Es wurden keine Maßnahmen empfohlen."))
        self._story.paragraph(self._("Es wurden keine weiteren Schritte vereinbart."), leads=True)

    def _next_steps(self) -> None:
        self._story.heading(2, self._("Nächste Schritte"))
        if not self._record.next_steps:
            self._story.paragraph(self._("Es wurden keine weiteren Schritte vereinbart."), leads=True)
            return
        columns = [Column(self._("Was"), 92), Column(self._("Wer"), 43), Column(self._("Bis"), 30, "right")]
        steps = [self._step(step) for step in self._record.next_steps]
        self._story.table(columns, steps, leads=len(steps) <= _FEW_STEPS)

    def _step(self, step: NextStep) -> list[Cell]:
        due = short_date(step.due, self._record.language) if step.due else "–"
        return [Cell([(step.what, _PROSE)], header=True), plain(step.who or "–"), plain(due)]

    def _closing(self) -> None:
        self._story.note(
            self._(
                "Dieser Bericht ist eine Arbeitshilfe. Die Anforderungen orientieren sich an DIN 18040-2; "
                "er ist keine Zertifizierung und ersetzt keine Planung. Kosten sind Schätzungen, "
                "soweit nicht „laut Angebot“ dabeisteht."
            )
        )
        signatory = self._record.signatory.strip() or self._record.advisor.strip() or self._("Beratung")
        self._story.signatures([self._("Ort, Datum"), signatory])
        write_contact(self._story, self._record.letterhead)

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
