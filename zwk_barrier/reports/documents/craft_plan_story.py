"""How a plan for craftsmen is told: where, then trade by trade what and how large, then drawings and photos."""

from dataclasses import replace
from typing import Final

from zwk_barrier.model.craft_plan import CraftMeasure, CraftPlan, CraftRoom, CraftTrade
from zwk_barrier.model.visit_report import RoomSection
from zwk_barrier.reports.documents.visit_report_photos import Plates
from zwk_barrier.reports.setting.floor_plan import PlanDrawing, scale_for
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, CELL, CELL_NOTE, CELL_STRONG, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column, plain
from zwk_barrier.wording import translator

_ADDRESS: Final = TextStyle(13, 18, Face.SEMIBOLD)


class CraftPlanStory:
    """The plan of one record, told once."""

    def __init__(self, record: CraftPlan) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        self._opening()
        if not record.trades:
            story.heading(2, self._("Maßnahmen"))
            story.paragraph(self._("Für dieses Gewerk ist nichts zu tun."))
        for trade in record.trades:
            self._trade(trade)
        if record.rooms:
            story.heading(2, self._("Räume"))
            for room in record.rooms:
                self._room(room)
        if record.photos:
            story.heading(2, self._("Fotos"))
            rows = Plates(self._).rows(RoomSection(self._("Fotos"), photos=record.photos))
            story.photos(rows, self._("Das Bild ist nicht lesbar."))
        story.note(self._note())
        return story.pdf(self._document_title(), self._furniture())

    def _opening(self) -> None:
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._title())
        made = self._("Erstellt am {date}").format(date=long_date(record.printed_on, record.language))
        measured = (
            self._("aufgemessen am {date}").format(date=long_date(record.measured_on, record.language))
            if record.measured_on
            else ""
        )
        story.paragraph(" · ".join(part for part in (made, measured) if part), SMALL)
        story.heading(2, self._("Ort der Arbeiten"))
        lines = record.address or (self._("Die Anschrift ist nicht festgehalten."),)
        for line in lines:
            story.paragraph(line, _ADDRESS if line is not lines[-1] else replace(_ADDRESS, after=6))
        if record.place:
            story.facts(record.place)

    def _trade(self, trade: CraftTrade) -> None:
        self._story.heading(2, trade.name)
        columns = [
            Column(self._("Maßnahme"), 68),
            Column(self._("Raum"), 36),
            Column(self._("Gemessen, und was nötig ist"), 62),
        ]
        self._story.table(columns, [self._measure(one) for one in trade.measures])

    def _measure(self, measure: CraftMeasure) -> list[Cell]:
        sizes = []
        for found, needed in measure.dimensions:
            sizes.append((found, TextStyle(CELL.size, CELL.leading)))
            if needed:
                sizes.append((self._("nötig: {size}").format(size=needed), CELL_NOTE))
        return [
            Cell(
                [(measure.title, CELL_STRONG), *((text, CELL_NOTE) for text in measure.warnings)], header=True
            ),
            plain(measure.room or "–"),
            Cell(sizes or [(self._elsewhere(measure.room), CELL_NOTE)]),
        ]

    def _elsewhere(self, room: str) -> str:
        if any(one.name == room and one.sizes for one in self._record.rooms):
            return self._("Maße unten bei „{room}“").format(room=room)
        return self._("vor Ort aufmessen")

    def _room(self, room: CraftRoom) -> None:
        story = self._story
        story.heading(3, room.name)
        if room.sizes:
            columns = [Column(self._("Zu klein, zu hoch oder im Weg"), 110), Column(self._("Nötig"), 56)]
            prose = TextStyle(CELL.size, CELL.leading)
            rows = [
                [Cell([(found, prose)], header=True), plain(needed or "–")] for found, needed in room.sizes
            ]
            story.table(columns, rows)
        if room.plan is not None:
            figure = story.part().add("Figure")
            story.add(PlanDrawing(room.plan, figure, A4.text_width, story.owned))
            scale = scale_for(room.plan.plan, A4.text_width)
            story.paragraph(self._("Maßstab 1:{scale}.").format(scale=scale), SMALL)

    def _note(self) -> str:
        return self._(
            "Die Maße sind bei einem Hausbesuch genommen und ersetzen kein eigenes Aufmaß. Dieser Plan ist keine "
            "Ausführungsplanung und kein Auftrag."
        )

    def _title(self) -> str:
        trades = self._record.trades
        if len(trades) == 1 and trades[0].is_known:
            return self._("Maßnahmenplan: {trade}").format(trade=trades[0].name)
        return self._("Maßnahmenplan")

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title(),
            author=record.letterhead.office.strip() or CREATOR,
            subject=", ".join(record.address),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        record = self._record
        return Furniture(
            header=" · ".join(part for part in (self._title(), *record.address[:1]) if part),
            footer=record.letterhead.office,
            numbering=self._("Seite {page} von {pages}"),
        )
