"""Sets one text about a person's rights: its heading, its paragraphs, and lines that begin with a dash as a list."""

from dataclasses import replace
from itertools import groupby
from typing import Final

from zwk_barrier.model.rights_sheet import SheetText
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import BODY, HEADINGS, Face, TextStyle

_ITEM: Final = "- "
_TEXT: Final = TextStyle(10.5, 15, after=5)
_LIST: Final = TextStyle(10.5, 15, after=2)
_EASY: Final = TextStyle(BODY.size, BODY.leading, after=3)
_HEADING: Final = TextStyle(13, 17, Face.BOLD, HEADINGS[2].colour, before=13, after=4, even=True)
_APART: Final = 10.0  # what follows a list or another text


def write_text(story: Story, one: SheetText, *, level: int = 2, easy: bool = False) -> None:
    """One text under a heading of ``level``; in easy German each line is a sentence of its own."""
    if one.heading:
        story.heading(level, one.heading, None if easy or level > 2 else _HEADING)
    lines = [line.strip() for line in one.text.split("\n") if line.strip()]
    style, apart = (_EASY if easy else _TEXT), not one.heading
    for is_item, group in groupby(lines, key=lambda line: line.startswith(_ITEM)):
        if is_item:
            items = _EASY if easy else _LIST
            story.items([[(line.removeprefix(_ITEM), items)] for line in group])
        else:
            for line in group:
                leads = line.endswith(":")  # to a list, or to what is named on the next line
                story.paragraph(line, replace(style, before=_APART if apart else 0), leads=leads)
                apart = False
