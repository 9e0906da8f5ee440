"""What became of the barriers, in the report of a visit that measures again: before, after, and the result."""

from functools import partial
from typing import Final

from zwk_barrier.model.visit_report import ComparedLine, ComparisonSection, VerdictWord
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.signs import SIGN_WIDTH, VERDICT_COLOURS, draw_sign, verdict_word
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import CELL, CELL_NOTE, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column
from zwk_barrier.wording import translator

_SIGNS: Final[dict[str, VerdictWord]] = {
    "solved": "met",
    "partly": "partly",
    "remaining": "not_met",
    "not_checked": "not_checked",
    "new": "not_met",
}


class ComparisonTable:
    """Tells the comparison of one record into a story."""

    def __init__(self, section: ComparisonSection, story: Story, language: str) -> None:
        self._section = section
        self._story = story
        self._language = language
        self._ = translator(language)

    def tell(self) -> None:
        """Heading, the result in a sentence, what it is compared with, and a line for each barrier."""
        section, story = self._section, self._story
        story.heading(2, self._("Was sich verändert hat"))
        story.paragraph(section.summary)
        if section.compared_on is not None:
            day = long_date(section.compared_on, self._language)
            told = self._("Verglichen mit dem Hausbesuch am {date}, nach denselben Anforderungen.")
            story.paragraph(told.format(date=day), SMALL, leads=bool(section.lines))
        if section.lines:
            columns = [
                Column(self._("Barriere"), 62),
                Column(self._("Vorher"), 31, "right"),
                Column(self._("Nachher"), 31, "right"),
                Column(self._("Ergebnis"), 50),
            ]
            story.table(columns, [self._line(line) for line in section.lines])

    def _line(self, line: ComparedLine) -> list[Cell]:
        sign = _SIGNS[line.result]
        strong = TextStyle(CELL.size, CELL.leading, Face.SEMIBOLD, VERDICT_COLOURS[sign])
        place = [(line.room, CELL_NOTE)] if line.room.strip() else []
        note = [(line.note, CELL_NOTE)] if line.note.strip() else []
        return [
            Cell([(line.text, CELL), *place], header=True),
            self._seen(line.before, line.before_verdict, has_word=not line.is_in_words),
            self._seen(line.after, line.after_verdict, has_word=not line.is_in_words),
            Cell(
                [(self._result(line.result), strong), *note],
                sign=partial(draw_sign, sign),
                indent=SIGN_WIDTH,
            ),
        ]

    def _seen(self, value: str, verdict: VerdictWord, *, has_word: bool) -> Cell:
        word = verdict_word(verdict, self._language)
        if not value.strip():
            return Cell([(word, CELL)])
        return Cell([(value, CELL), *([(word, CELL_NOTE)] if has_word else [])])

    def _result(self, result: str) -> str:
        return {
            "solved": self._("gelöst"),
            "partly": self._("teilweise gelöst"),
            "remaining": self._("noch da"),
            "not_checked": self._("nicht nachgeprüft"),
            "new": self._("neu"),
        }[result]
