"""What a template of a letter is: who writes to whom, its paragraphs, and what follows from sending it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from zwk_barrier import wording
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS

Recipient: TypeAlias = Literal["payer", "landlord", "administration", "person", "other"]
"""Who decides on the application, the landlord, who administers the house for its owners, the client, somebody else."""

Sender: TypeAlias = Literal["person", "office"]
"""Who writes and signs: the client, whose claim it is, or the office."""

Block: TypeAlias = Literal["", "reasons", "works", "evidence"]
"""What follows a paragraph: measures with reasons, measures as works without any of health, the evidence."""

NAMED: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; it is there only with every datum of ``only_with`` and none of ``not_with``.

    One that ``joins`` goes on in the same paragraph as what stands before it: whole sentences, never parts of one.
    """

    code: str
    text: str
    heading: str = ""
    only_with: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    block: Block = ""
    joins: bool = False

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The placeholders in its text, in order."""
        return placeholders_in(self.text)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the office looks after ``days`` after sending."""

    days: int
    title: str


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter to be filled from a case.

    ``purpose`` is the code of the consent its passing-on needs (code list consent_purpose, empty when none),
    ``basis`` that of what it rests on else (disclosure_basis) with its ``norm``; ``sets`` names the column of
    the application that sending fills with its day, or of the dwelling that says then that somebody was asked.
    ``disclosed_to`` is whom personal data reach where that is not the recipient. ``answer_days`` is how long
    the letter asks to answer in. ``file`` names the PDF, with the places {number} of the case and {day}.
    ``unfit_with`` are facts with which the letter would make no sense.
    """

    code: str
    title_de: str
    title_en: str
    position: int
    sender: Sender
    recipient: Recipient
    needs_application: bool
    purpose: str
    basis: str
    norm: str
    discloses: str
    file: str
    subject: str
    greeting: str
    closing: str
    paragraphs: tuple[Paragraph, ...]
    required: tuple[str, ...]
    enclosures: tuple[str, ...]
    follow_up: FollowUp | None
    answer_days: int
    checked_on: date
    source: str
    sets: str = ""
    disclosed_to: Literal["", "payer"] = ""
    hint_de: str = ""
    hint_en: str = ""
    reply: str = ""
    takes_photos: bool = False
    unfit_with: tuple[str, ...] = ()
    is_own: bool = False

    def title(self) -> str:
        """What it is called, in the language of the screen."""
        return self.title_en if wording.language() == "en" and self.title_en else self.title_de

    def hint(self) -> str:
        """What to mind before sending, in the language of the screen; often nothing."""
        return self.hint_en if wording.language() == "en" else self.hint_de

    @property
    def placeholders(self) -> frozenset[str]:
        """Every placeholder its texts name."""
        texts = (self.subject, self.greeting, self.closing, self.reply, *self.enclosures)
        texts += tuple(paragraph.text for paragraph in self.paragraphs)
        return frozenset(name for text in texts for name in placeholders_in(text))

    def has_block(self, *blocks: Block) -> bool:
        """Whether one of its paragraphs is followed by one of these."""
        return any(paragraph.block in blocks for paragraph in self.paragraphs)


def placeholders_in(text: str) -> tuple[str, ...]:
    """The names between braces, in order."""
    return tuple(NAMED.findall(text))


def is_printable(name: str) -> bool:
    """Whether a placeholder of that name exists and has a text."""
    return name in PLACEHOLDERS and not PLACEHOLDERS[name].is_flag
