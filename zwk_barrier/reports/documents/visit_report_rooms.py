"""The rooms of a visit report: what was measured, found, drawn and photographed in each."""

from functools import partial
from typing import Final

from zwk_barrier.model.visit_report import (
    FloorPlan,
    MeasuredLine,
    OtherVerdict,
    RoomSection,
    VisitReport,
)
from zwk_barrier.reports.documents.visit_report_photos import Plates
from zwk_barrier.reports.setting.floor_plan import PlanDrawing, scale_for
from zwk_barrier.reports.setting.signs import SIGN_WIDTH, VERDICT_COLOURS, draw_sign, verdict_word
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, BODY, CELL, CELL_NOTE, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column
from zwk_barrier.reports.setting.typesetting import Text
from zwk_barrier.wording import translator

_FINDING: Final = TextStyle(BODY.size, BODY.leading, after=5)


class Rooms:
    """Tells the rooms of one record into a story."""

    def __init__(self, record: VisitReport, story: Story) -> None:
        self._record = record
        self._story = story
        self._ = translator(record.language)
        self._plates = Plates(self._)
        sources = {line.source.strip() for room in record.rooms for line in room.measured}
        self._one_source = sources.pop() if len(sources) == 1 else ""

    def tell(self) -> None:
        """Heading, a line for where the requirements stand, and room after room."""
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
        if room.plan is not None:
            self._floor_plan(room.plan)
        if room.photos:
            story.heading(4, self._("Fotos"))
            story.photos(self._plates.rows(room), self._("Das Bild ist nicht lesbar."))
        if not (room.note.strip() or room.measured or room.findings or room.photos or room.plan):
            story.paragraph(self._("Zu diesem Raum ist nichts festgehalten."))

    def _floor_plan(self, plan: FloorPlan) -> None:
        story = self._story
        story.heading(4, self._("Grundriss"))
        figure = story.part().add("Figure")
        story.add(PlanDrawing(plan, figure, A4.text_width, story.owned))
        scale = self._("Maßstab 1:{scale}.").format(scale=scale_for(plan.plan, A4.text_width))
        told = [scale, plan.remark, "" if plan.collisions else self._("Es stößt nichts an.")]
        story.paragraph(" ".join(part for part in told if part), SMALL, leads=bool(plan.collisions))
        if plan.collisions:
            story.items([[(sentence, _FINDING)] for sentence in plan.collisions])

    def _measured_columns(self) -> list[Column]:
        # In large print the longest words take so much room that nothing is left to weigh the columns by.
        shares = (125, 94, 98, 108) if self._record.large else (50, 26, 43, 55)
        criterion, measured, required, verdict = shares
        return [
            Column(self._("Kriterium"), criterion),
            Column(self._("Gemessen"), measured, "right"),
            Column(self._("Erforderlich"), required, "right"),
            Column(self._("Ergebnis"), verdict),
        ]

    def _measured(self, line: MeasuredLine) -> list[Cell]:
        strong = TextStyle(CELL.size, CELL.leading, Face.SEMIBOLD, VERDICT_COLOURS[line.verdict])
        return [
            Cell(_criterion(line.criterion), header=True),
            _cell(line.measured or "–", line.method),
            _cell(line.required or "–", "" if self._one_source else line.source),
            Cell(
                [
                    (verdict_word(line.verdict, self._record.language), strong),
                    *_notes(line.remark),
                    *(note for other in line.others for note in _notes(self._other(other))),
                ],
                sign=partial(draw_sign, line.verdict),
                indent=SIGN_WIDTH,
            ),
        ]

    def _other(self, other: OtherVerdict) -> str:
        """Another level in one line: ``KfW (mindestens 80 cm): nicht erreicht, 10 cm zu wenig``."""
        told = ", ".join(
            part for part in (verdict_word(other.verdict, self._record.language), other.gap) if part
        )
        asked = [other.required] if other.required else []
        if other.is_to_check:
            asked.append(self._("zu prüfen"))
        return f"{other.level} ({', '.join(asked)}): {told}" if asked else f"{other.level}: {told}"

    def _finding(self, text: str, hazard: str, activity: str) -> list[tuple[Text, TextStyle]]:
        parts = [
            self._("Gefährdung: {hazard}").format(hazard=hazard) if hazard else "",
            self._("betrifft: {activity}").format(activity=activity) if activity else "",
        ]
        told = " · ".join(part for part in parts if part)
        return [(text, _FINDING), *([(told, SMALL)] if told else [])]


def _criterion(criterion: str) -> list[tuple[Text, TextStyle]]:
    """Of ``Tür: lichte Breite`` what is measured first and where below it, as every column has its note below."""
    place, _, measured = criterion.partition(": ")
    return [(measured, CELL), *_notes(place)] if measured else [(criterion, CELL)]


def _cell(value: str, note: str) -> Cell:
    return Cell([(value, CELL), *_notes(note)])


def _notes(note: str) -> list[tuple[Text, TextStyle]]:
    return [(note, CELL_NOTE)] if note.strip() else []
