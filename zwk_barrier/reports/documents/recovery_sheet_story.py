"""How the recovery sheet is told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, OwnedLine
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, ACCENT_GROUND, BODY, SMALL, Face, TextStyle
from zwk_barrier.wording import translator

_KEY: Final = TextStyle(25, 40, Face.SEMIBOLD)
_GROUP: Final = 4
_GROUPS_IN_ROW: Final = 4
_PADDING: Final = 18.0


class KeyPlate(Block):
    """The groups of the key in columns, on a tinted ground; read as one sentence, group by group."""

    before = 14
    after = 6

    def __init__(self, rows: Sequence[Sequence[OwnedLine]]) -> None:
        self.rows = rows

    @property
    def height(self) -> float:
        """All rows and the ground around them."""
        return len(self.rows) * _KEY.leading + 2 * _PADDING - 8

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the ground, then the groups row by row."""
        canvas.ground(left, top - self.height, A4.text_width, self.height, ACCENT_GROUND)
        column = (A4.text_width - 2 * _PADDING) / _GROUPS_IN_ROW
        with canvas.tagged(self.rows[0][0].element):
            for number, row in enumerate(self.rows):
                for at, owned in enumerate(row):
                    line = replace(owned.line, blank_after=True)
                    x, y = left + _PADDING + at * column, top - _PADDING + 4 - number * _KEY.leading
                    canvas.lines([line], x, y, column)


class RecoverySheetStory:
    """The sheet of one office, told once."""

    def __init__(self, office: str, key: str, printed_on: date, language: str) -> None:
        self._office = office
        self._key = key
        self._printed_on = printed_on
        self._language = language
        self._ = translator(language)

    def pdf(self) -> bytes:
        """The finished file."""
        story = Story()
        write_letterhead(story, Letterhead(self._office))
        story.heading(1, self._("Wiederherstellungsschlüssel"))
        day = long_date(self._printed_on, self._language)
        story.paragraph(self._("Gedruckt am {date}").format(date=day), SMALL)
        element = story.part().add("P")
        groups = [
            [story.owned(element, group, _KEY, A4.text_width)[0] for group in row] for row in rows(self._key)
        ]
        story.add(KeyPlate(groups))
        for title, points in self._advice():
            story.heading(2, title)
            story.items([[(point, BODY)] for point in points])
        return story.pdf(self._title(), self._furniture())

    def _advice(self) -> list[tuple[str, list[str]]]:
        return [
            (
                self._("Wozu er da ist"),
                [
                    self._("Er öffnet die Daten dieser Beratungsstelle, wenn niemand mehr ein Passwort weiß."),
                    self._("Wer ihn hat, kann alle Fälle lesen. Er ist so wertvoll wie ein Generalschlüssel."),
                    self._("Ohne Passwort und ohne diesen Schlüssel sind die Daten für immer verloren."),
                ],
            ),
            (
                self._("Wo er liegen soll"),
                [
                    self._("In einem verschlossenen Umschlag im Tresor der Dienststelle, getrennt von den Geräten."),
                    self._("Nicht im Büro der Beratung, nicht in einer E-Mail, nicht als Foto."),
                    self._("Datum und Namen derer, die den Umschlag öffnen, auf dem Umschlag festhalten."),
                ],
            ),
            (
                self._("Wenn er gebraucht wird"),
                [
                    self._("Beim Anmelden „Passwort vergessen“ wählen und die Zeichen abtippen."),
                    self._("Groß oder klein ist gleich; Striche und Leerzeichen sind nicht nötig."),
                    self._("Danach einen neuen Schlüssel erzeugen und dieses Blatt vernichten."),
                ],
            ),
        ]  # fmt: skip

    def _title(self) -> DocumentTitle:
        return DocumentTitle(
            title=self._("Wiederherstellungsschlüssel"),
            author=self._office.strip() or CREATOR,
            subject=self._("Wiederherstellungsschlüssel"),
            dated=self._printed_on,
            language=self._language,
        )

    def _furniture(self) -> Furniture:
        return Furniture(
            header=self._("Wiederherstellungsschlüssel"),
            footer=self._("Streng vertraulich – verschlossen aufbewahren"),
            numbering=self._("Seite {page} von {pages}"),
        )


def rows(key: str) -> list[list[str]]:
    """The key in rows of four groups; groups are as the key parts them, else four characters each."""
    groups = [group for group in re.split(r"[\s–-]+", key.strip()) if group]
    if len(groups) == 1:
        groups = [groups[0][at : at + _GROUP] for at in range(0, len(groups[0]), _GROUP)]
    return [groups[at : at + _GROUPS_IN_ROW] for at in range(0, len(groups), _GROUPS_IN_ROW)]
