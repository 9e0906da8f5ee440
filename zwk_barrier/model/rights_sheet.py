"""What a sheet about a person's rights is made from: the information under Art. 13 DSGVO, or a consent to sign."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.visit_report import Letterhead


@dataclass(frozen=True, slots=True)
class SheetText:
    """One text, perhaps under a heading; a line that begins with ``- `` is an item of a list."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class RightsSheet:
    """One sheet, ready to read; ``code`` names its words, ``version`` which edition of them this is.

    ``blanks`` are rows of lines to write on, ``signatures`` one, each with their captions; ``statement`` is what
    is signed.  It is a pattern until the office has made the words its own; ``to_check`` says what to mind then.
    """

    code: str
    letterhead: Letterhead
    title: str
    introduction: str
    facts: tuple[tuple[str, str], ...]
    blanks: tuple[tuple[str, ...], ...]
    texts: tuple[SheetText, ...]
    statement: str
    signatures: tuple[str, ...]
    version: str
    is_pattern: bool
    to_check: str
    file_name: str
    printed_on: date
    is_easy: bool = False
    language: str = "de"
