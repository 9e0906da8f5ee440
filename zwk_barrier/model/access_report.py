"""What an access report under Art. 15 DSGVO is made from: everything kept about a person, ready to read."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.report_parts import Section
from zwk_barrier.model.rights_sheet import SheetText
from zwk_barrier.model.visit_report import Letterhead


@dataclass(frozen=True, slots=True)
class AccessChoice:
    """What is held back for a reason: codes of sections under § 83 SGB X, and whether others are named.

    ``reason`` is typed and printed; ``with_photos`` puts copies of the pictures in, which Art. 15 Abs. 3 DSGVO asks.
    """

    without: tuple[str, ...] = ()
    reason: str = ""
    with_others: bool = False
    with_photos: bool = True


@dataclass(frozen=True, slots=True)
class AccessReport:
    """One report: ``sections`` hold what is kept, ``left_out`` says what is not told and why, a sentence each.

    ``purposes`` are the texts on purposes, recipients, retention and rights.
    """

    letterhead: Letterhead
    case_number: str
    person: str
    address: tuple[str, ...]
    sections: tuple[Section, ...]
    purposes: tuple[SheetText, ...]
    left_out: tuple[str, ...]
    printed_on: date
    printed_by: str
    language: str = "de"
