"""The measures of a visit report: by urgency, with what they cost."""

from collections.abc import Sequence
from typing import Final

from zwk_barrier.model.visit_report import MeasureLine, VisitReport
from zwk_barrier.reports.setting.formats import euro_range
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import CELL, CELL_NOTE, CELL_STRONG, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column, plain
from zwk_barrier.reports.setting.typesetting import Span, Text
from zwk_barrier.wording import translator

_PROSE: Final = TextStyle(CELL.size, CELL.leading)
_PRIORITIES: Final = ("A", "B", "C", "D")


class Measures:
    """Tells the measures of one record into a story."""

    def __init__(self, record: VisitReport, story: Story) -> None:
        self._record = record
        self._story = story
        self._ = translator(record.language)

    def tell(self) -> None:
        """Heading, one table, and the sum."""
        story, measures = self._story, self._record.measures
        story.heading(2, self._("Empfohlene Maßnahmen"))
        if not measures:
            story.paragraph(self._("Es wurden keine Maßnahmen empfohlen."))
            return
        priority, title = (44, 104) if self._record.large else (28, 108)
        columns = [
            Column(self._("Priorität"), priority),
            Column(self._("Maßnahme"), title),
            Column(
                self._("Kosten")
                if any(line.cost_quoted is not None for line in measures)
                else self._("Kosten, geschätzt"),
                38,
                "right",
            ),
        ]
        ordered = sorted(measures, key=lambda line: (*_PRIORITIES, "").index(line.priority))
        story.table(columns, [self._measure(line) for line in ordered], self._total(measures))

    def _measure(self, line: MeasureLine) -> list[Cell]:
        label = line.priority_label.removeprefix(line.priority).strip(" –-:")
        priority = (
            [Span(line.priority, Face.BOLD), Span(f" {label}")] if line.priority else [Span(label or "–")]
        )
        details = [(line.reason, _PROSE)] if line.reason.strip() else []
        costs, quoted = _costs(line), line.cost_quoted is not None
        return [
            Cell([(priority, CELL)]),
            Cell([(line.title, CELL_STRONG), *details, *self._further(line)], header=True),
            Cell(
                [
                    (euro_range(*costs, self._record.language) if costs else self._("noch offen"), CELL),
                    *_notes(self._("laut Angebot") if quoted else ""),
                ]
            ),
        ]

    def _further(self, line: MeasureLine) -> list[tuple[Text, TextStyle]]:
        """Where, by whom and how far it is in one line; who could pay and what to mind in lines of their own."""
        where = [
            self._("Raum: {room}").format(room=line.room) if line.room.strip() else "",
            self._("Gewerk: {trade}").format(trade=line.trade) if line.trade else "",
            self._("Stand: {status}").format(status=line.status) if line.status.strip() else "",
        ]
        told = [
            " · ".join(part for part in where if part),
            self._("Könnte zahlen: {payers}").format(payers=line.payers) if line.payers else "",
            line.consent,
            *line.warnings,
        ]
        return [note for text in dict.fromkeys(told) for note in _notes(text)]

    def _total(self, measures: Sequence[MeasureLine]) -> list[Cell]:
        wanted = [line for line in measures if not line.is_dropped]
        known = [costs for line in wanted if (costs := _costs(line))]
        if not known:
            return []
        quoted = sum(line.cost_quoted is not None for line in wanted)
        basis = self._("Davon {quoted} von {priced} mit Angebot.") if quoted else ""
        missing = self._("Noch offene Kosten sind nicht enthalten.") if len(known) < len(wanted) else ""
        notes = " ".join(part for part in (basis.format(quoted=quoted, priced=len(known)), missing) if part)
        low, high = (sum(side) for side in zip(*known, strict=True))
        return [
            Cell([(self._("Summe"), CELL_STRONG), *_notes(notes)], header=True, columns=2),
            plain(euro_range(low, high, self._record.language), CELL_STRONG),
        ]


def _notes(note: str) -> list[tuple[Text, TextStyle]]:
    return [(note, CELL_NOTE)] if note.strip() else []


def _costs(line: MeasureLine) -> tuple[int, int] | None:
    if line.cost_quoted is not None:
        return line.cost_quoted, line.cost_quoted
    low = line.cost_high if line.cost_low is None else line.cost_low
    high = line.cost_low if line.cost_high is None else line.cost_high
    return None if low is None or high is None else (min(low, high), max(low, high))
