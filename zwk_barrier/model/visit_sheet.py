"""What the paper sheet for a visit is made from: plain frozen records, complete before the document begins.

Gathered by ``casework.printing.visit_sheet``, set by ``reports.documents.visit_sheet``; neither knows the other.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from zwk_barrier.model.visit_report import Letterhead

Entry = Literal["number", "pair", "yes_no", "grade"]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One thing to find out: what is entered and in which unit, and what is required, ready to read.

    ``individual`` is what the person's own dimensions ask, where that is something else.
    """

    criterion: str
    entry: Entry
    unit: str
    required: str
    individual: str = ""
    matters: bool = False


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """What belongs to one part of the building, e.g. ``Innentür``; a room may have several of a ``repeatable`` one."""

    element: str
    lines: tuple[SheetLine, ...]
    repeatable: bool = False


@dataclass(frozen=True, slots=True)
class SheetRoom:
    """One room as it will be walked through."""

    name: str
    groups: tuple[SheetGroup, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One purpose to agree to; ``given_on`` when the consent is there already."""

    purpose: str
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """Everything one sheet shows, in its order.  Person and address are empty on a sheet without names."""

    letterhead: Letterhead
    case_number: str
    person: str
    address: tuple[str, ...]
    planned: date | None
    begins: str
    advisor: str
    profile: str
    points: int
    consents: tuple[ConsentLine, ...]
    methods: tuple[str, ...]
    rooms: tuple[SheetRoom, ...]
    printed_on: date
    language: str = "de"
