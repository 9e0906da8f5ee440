"""What a caseload list is made from: the running cases of each advisor with what is late."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.report_parts import Grid
from zwk_barrier.model.visit_report import Letterhead


@dataclass(frozen=True, slots=True)
class AdvisorCases:
    """The running cases of one person, or of nobody, under a name and a sentence that counts them."""

    name: str
    summary: str
    cases: Grid


@dataclass(frozen=True, slots=True)
class CaseloadList:
    """Everybody who was asked for; ``silence_days`` is after how many days without contact a case is named."""

    letterhead: Letterhead
    advisors: tuple[AdvisorCases, ...]
    silence_days: int
    printed_on: date
    language: str = "de"
