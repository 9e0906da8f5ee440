"""What a client's copy is made from: plain frozen records of codes and numbers, told in any of its languages.

Gathered by ``casework.printing.client_copy``, set by ``reports.documents.client_copy``; neither knows the
other.  Texts in ``german`` are the advisor's own words, which nobody has translated.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from zwk_barrier.model.visit_report import Letterhead

AdviceState = Literal["", "applied", "decided", "ordered", "done"]


@dataclass(frozen=True, slots=True)
class MeasuredSize:
    """A measured length or slope, and what would be good: ``least`` and ``most`` in the same unit.

    One or two numbers each, width before depth; ``None`` where nothing is asked.
    """

    unit: Literal["cm", "m", "%"]
    value: tuple[Decimal, ...]
    least: tuple[Decimal, ...] | None = None
    most: tuple[Decimal, ...] | None = None


@dataclass(frozen=True, slots=True)
class SeenBarrier:
    """One barrier: the key of its sentence, or the ``activities`` (code list activity) it makes hard."""

    key: str = ""
    size: MeasuredSize | None = None
    activities: tuple[str, ...] = ()
    german: str = ""
    is_wanted: bool = False
    is_dangerous: bool = False


@dataclass(frozen=True, slots=True)
class SeenRoom:
    """The barriers of one room, those the person wants changed first; ``name`` is its own if it has one."""

    kind: str
    barriers: tuple[SeenBarrier, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class AdvisedMeasure:
    """One recommended measure; costs in euro cents, ``None`` where nobody knows; ``payers`` are codes.

    ``number`` is that of the catalogue, empty for one in own words.
    """

    number: str
    german: str = ""
    priority: Literal["A", "B", "C", "D", ""] = ""
    room_kind: str = ""
    room_name: str = ""
    cost_low: int | None = None
    cost_high: int | None = None
    cost_quoted: int | None = None
    is_monthly: bool = False
    payers: tuple[str, ...] = ()
    needs_consent: bool = False
    state: AdviceState = ""


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """Something agreed, in the advisor's words, until when and by whom."""

    german: str
    due: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class ClientCopy:
    """Everything the copy of one visit says, alone in ``language`` or ``with_german`` beside it.

    While nobody has reviewed the texts of its language (not ``is_reviewed``) it says so itself.
    """

    letterhead: Letterhead
    language: str
    person: str
    address: tuple[str, ...]
    case_number: str
    visited_on: date | None
    advisor: str
    rooms: tuple[SeenRoom, ...]
    measures: tuple[AdvisedMeasure, ...]
    steps: tuple[AgreedStep, ...]
    printed_on: date
    next_visit: date | None = None
    reachable: str = ""
    with_german: bool = False
    large: bool = False
    is_reviewed: bool = False

    @property
    def barriers(self) -> int:
        """How many barriers were seen."""
        return sum(len(room.barriers) for room in self.rooms)
