"""What the sheet „In 30 Sekunden“ is made from: one page for the colleague who takes a case over."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.report_parts import Grid
from zwk_barrier.model.visit_report import Letterhead


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """One case on one page, ready to read; ``headline`` is name and age, ``facts`` short words about the person.

    The tables hold everything there is; the document says what the page has no room for.
    """

    letterhead: Letterhead
    case_number: str
    headline: str
    state: str
    facts: tuple[str, ...]
    situation: str
    next_step: str
    is_overdue: bool
    deadlines: Grid
    tasks: Grid
    contacts: Grid
    around: Grid
    printed_on: date
    language: str = "de"
