"""What a letter is made from: plain frozen records, complete before the document begins.

Gathered by ``casework.printing.letter_documents``, set by ``reports.documents.letter``; neither knows the other.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from zwk_barrier.model.visit_report import Letterhead, PhotoPlate


@dataclass(frozen=True, slots=True)
class LetterMeasure:
    """One measure in a letter: where, what it costs in words, and why or how, a sentence or more each."""

    title: str
    room: str
    cost: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One document of an application: its name, the day it bears, and whether it is enclosed, all ready to read."""

    title: str
    dated: str
    state: str


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A paragraph with its heading, and what follows it."""

    text: str
    heading: str = ""
    block: Literal["", "reasons", "works", "evidence"] = ""


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """Everything one letter says, in the order it says it.

    ``reference_lines`` are label and value of the block beside the address; ``reply`` is a declaration for the
    recipient to sign and send back.  ``is_secret`` says that the office writes it, under the secrecy of social data.
    """

    letterhead: Letterhead
    return_line: str
    recipient: tuple[str, ...]
    reference_lines: tuple[tuple[str, str], ...]
    case_number: str
    written_on: date
    subject: str
    greeting: str
    parts: tuple[LetterPart, ...]
    closing: str
    signatory: str
    measures: tuple[LetterMeasure, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    enclosures: tuple[str, ...] = ()
    photos: tuple[PhotoPlate, ...] = ()
    reply: str = ""
    is_secret: bool = True
    file_name: str = ""
    language: str = "de"
