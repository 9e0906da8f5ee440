"""How dwelling and person fit, in a visit report: the weakest link, the way from kerb to bed, what matters first."""

from functools import partial
from typing import Final

from zwk_barrier.model.visit_report import FitLine, FitSection, VerdictWord, WayStep
from zwk_barrier.reports.setting.signs import SIGN_WIDTH, VERDICT_COLOURS, draw_sign
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import CELL, CELL_NOTE, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column
from zwk_barrier.reports.setting.typesetting import Span
from zwk_barrier.wording import translator

_SIGNS: Final[dict[str, VerdictWord]] = {"barrier": "not_met", "free": "met", "unknown": "not_checked"}


class Fit:
    """Tells the fit of one record into a story."""

    def __init__(self, section: FitSection, story: Story, language: str) -> None:
        self._section = section
        self._story = story
        self._ = translator(language)

    def tell(self) -> None:
        """Heading, the weakest link, the way, the barriers, and what this is not."""
        section, story = self._section, self._story
        story.heading(2, self._("Was im Alltag am meisten hindert"))
        story.paragraph(section.weakest, leads=bool(section.way or section.lines))
        if section.way:
            columns = [
                Column(self._("Weg von der Straße bis ins Bett"), 74),
                Column(self._("Stand"), 100),
            ]
            story.table(columns, [self._step(step) for step in section.way])
        if section.lines:
            columns = [Column(self._("Priorität"), 32), Column(self._("Was es bedeutet"), 142)]
            story.table(columns, [self._line(line) for line in section.lines])
        story.paragraph(" ".join(part for part in (section.not_judged, section.hint) if part), SMALL)

    def _step(self, step: WayStep) -> list[Cell]:
        sign = _SIGNS[step.state]
        word = {
            "barrier": self._("Barriere"),
            "free": self._("frei"),
            "unknown": self._("nicht vollständig geprüft"),
        }[step.state]
        strong = TextStyle(CELL.size, CELL.leading, Face.SEMIBOLD, VERDICT_COLOURS[sign])
        told = [(word, strong), *([(step.reason, CELL_NOTE)] if step.reason else [])]
        return [
            Cell([(step.place, CELL)], header=True),
            Cell(told, sign=partial(draw_sign, sign), indent=SIGN_WIDTH),
        ]

    def _line(self, line: FitLine) -> list[Cell]:
        label = line.priority_label.removeprefix(line.priority).strip(" –-:")
        priority = [Span(line.priority, Face.BOLD), Span(f" {label}")] if line.priority else [Span("–")]
        place = [(line.place, CELL_NOTE)] if line.place else []
        return [Cell([(priority, CELL)]), Cell([(line.reason, CELL), *place], header=True)]
