"""Who writes, at the head of the first page; tagged and read out, because nobody should have to guess the sender."""

import logging
from collections.abc import Sequence
from typing import Final

from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reports.setting.figures import Figure, FigureRow
from zwk_barrier.reports.setting.flowables import Block, Paragraph, Rule, SideBySide
from zwk_barrier.reports.setting.images import UnreadablePicture, drawing
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import A4, ACCENT, MM, SMALL, Face, TextStyle

logger = logging.getLogger(__name__)

_OFFICE: Final = TextStyle(13.5, 17.5, Face.BOLD, ACCENT, after=2, even=True)
_SMALL_OFFICE: Final = TextStyle(10, 14, Face.SEMIBOLD, ACCENT)
_DEPARTMENT: Final = TextStyle(10, 14, colour=SMALL.colour, even=True)
_CONTACT: Final = TextStyle(SMALL.size, SMALL.leading, colour=SMALL.colour, before=14)
_SHARE: Final = 0.64
_SHARES: Final = (_SHARE, 0.56, 0.5)  # of the office; less where an e-mail address would be parted
_LOGO_HEIGHT: Final = 16 * MM
_SMALL_LOGO: Final = 10 * MM
_LOGO_WIDTH: Final = 70 * MM


def write_letterhead(story: Story, letterhead: Letterhead, language: str = "") -> None:
    """Office and department at the left, under the logo if there is one; address, phone and e-mail at the right.

    ``language`` is its tag, such as ``de-DE``, where that is not the document's.
    """
    for block in letterhead_blocks(story, letterhead, language):
        story.add(block)


def write_small_letterhead(story: Story, letterhead: Letterhead) -> None:
    """Office and logo in one line, for a sheet that stays in the house and has little room; nothing without a name."""
    story.wear(letterhead.look)
    if not letterhead.office.strip():
        return
    part = story.part()
    left = _text(story, part, letterhead.office, _SMALL_OFFICE, A4.text_width * _SHARE)
    logo = _logo(letterhead.logo_png, part, letterhead.office, _SMALL_LOGO) if letterhead.logo_png else []
    story.add(SideBySide(left, logo, A4.text_width - (logo[0].figures[0].width if logo else 0)))


def write_contact(story: Story, letterhead: Letterhead) -> None:
    """How else the office is reached, at the end of what a client receives; nothing where the office says nothing."""
    story.paragraph(letterhead.look.contact, _CONTACT)


def letterhead_blocks(story: Story, letterhead: Letterhead, language: str = "") -> list[Block]:
    """The same as blocks, for a page that places them itself; none for an office without a name."""
    story.wear(letterhead.look)
    said = (letterhead.office, letterhead.department, *letterhead.address, letterhead.phone, letterhead.email)
    if not any(text.strip() for text in said):
        return []
    part = story.part()
    part.language = language
    contact = (*letterhead.address, letterhead.phone, letterhead.email)
    left_width = A4.text_width * _share(story, contact)
    left: list[Block] = []
    if letterhead.logo_png:
        left += _logo(letterhead.logo_png, part, letterhead.office, _LOGO_HEIGHT)
    for text, style in ((letterhead.office, _OFFICE), (letterhead.department, _DEPARTMENT)):
        left += _text(story, part, text, style, left_width - 6 * MM)
    right: list[Block] = []
    for text in contact:
        right += _text(story, part, text, SMALL, A4.text_width - left_width)
    return [SideBySide(left, right, left_width), Rule(A4.text_width, before=10, colour=ACCENT)]


def _share(story: Story, contact: Sequence[str]) -> float:
    """How much of the line the office has, so that each line of the contact stays one."""
    for share in _SHARES:
        width = A4.text_width * (1 - share)
        if all(len(story.lines(text, SMALL, width)) == 1 for text in contact if text.strip()):
            return share
    return _SHARES[-1]


def _text(story: Story, parent: Element, text: str, style: TextStyle, width: float) -> list[Block]:
    if not text.strip():
        return []
    return [Paragraph(story.owned(parent.add("P"), text, style, width), width, style)]


def _logo(content: bytes, parent: Element, office: str, most: float) -> list[FigureRow]:
    try:
        picture = drawing(content, most)
    except UnreadablePicture as reason:
        logger.warning("the logo cannot be read and is left out: %s", reason)
        return []
    height = min(most, _LOGO_WIDTH / picture.ratio)
    element = parent.add("Figure")
    element.alternative = f"Logo: {office}"
    width = height * picture.ratio
    return [FigureRow([Figure(picture, element, (), width, height, width)])]
