"""What a visit report is made from: plain frozen records, complete before the document begins.

Gathered by ``casework.printing.visit_report``, set by ``reports.documents.visit_report``; neither knows the other.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from zwk_barrier.model.document_look import PLAIN, DocumentLook
from zwk_barrier.rules.marks import Mark
from zwk_barrier.rules.sketch import Plan

VerdictWord = Literal["met", "partly", "not_met", "not_applicable", "not_checked"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the office as it stands in the settings."""

    office: str
    department: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    logo_png: bytes | None = None
    look: DocumentLook = PLAIN


@dataclass(frozen=True, slots=True)
class OtherVerdict:
    """What the same value means for another level, e.g. ``KfW``; words ready to read."""

    level: str
    required: str
    verdict: VerdictWord
    gap: str = ""
    is_to_check: bool = False


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """One criterion in one room; values are ready to read, with unit, e.g. ``63 cm`` and ``mindestens 80 cm``.

    ``others`` are the levels beside the visit's profile whose verdict is another one.
    """

    criterion: str
    measured: str
    required: str
    verdict: VerdictWord
    remark: str = ""
    method: str = ""
    source: str = ""
    others: tuple[OtherVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One barrier in words, with its hazard and the daily activity it affects, as labels."""

    text: str
    hazard: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class PhotoPlate:
    """One picture as JPEG without camera data, its caption, its text alternative and the marks over it.

    ``before`` is the picture of the same place before the work.
    """

    jpeg: bytes
    caption: str
    alternative: str
    marks: tuple[Mark, ...] = ()
    before: "PhotoPlate | None" = None


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """A room to scale; ``names`` are those of its things by id, ``collisions`` sentences, all ready to read.

    ``alternative`` says the whole drawing in words: size, doors, fixtures and what collides.
    """

    plan: Plan
    names: tuple[tuple[str, str], ...]
    alternative: str
    collisions: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RoomSection:
    """All that was seen in one room."""

    name: str
    note: str = ""
    measured: tuple[MeasuredLine, ...] = ()
    findings: tuple[FindingLine, ...] = ()
    photos: tuple[PhotoPlate, ...] = ()
    plan: FloorPlan | None = None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One recommended measure; cost in euro cents, ``None`` when not estimated; priority A to D.

    ``cost_quoted`` is that of the chosen quote and replaces the estimate in every sum; one that ``is_dropped``
    is in none.  ``payers``, ``trade`` and ``consent`` are labels, ``warnings`` sentences.
    """

    title: str
    room: str
    reason: str
    priority: Literal["A", "B", "C", "D", ""]
    priority_label: str
    cost_low: int | None
    cost_high: int | None
    status: str = ""
    cost_quoted: int | None = None
    payers: str = ""
    trade: str = ""
    consent: str = ""
    warnings: tuple[str, ...] = ()
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class WayStep:
    """One place along the way from kerb to bed: a barrier, free, or not known because not all was looked at."""

    place: str
    state: Literal["barrier", "free", "unknown"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FitLine:
    """What one barrier means for the person, as a sentence, with its priority A to D."""

    priority: Literal["A", "B", "C", "D", ""]
    priority_label: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class FitSection:
    """How dwelling and person fit: the weakest link, the way, the barriers by priority, and what this is not.

    ``hint`` says that it is a working aid and which version of the model; ``not_judged`` what is missing.
    """

    weakest: str
    way: tuple[WayStep, ...]
    lines: tuple[FitLine, ...]
    not_judged: str
    hint: str


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One barrier at an earlier visit and at this one; values ready to read, empty for none; ``note`` what was done.

    One that ``is_in_words`` has its hazard as value, beside which the verdict says nothing more.
    """

    text: str
    room: str
    before: str
    before_verdict: VerdictWord
    after: str
    after_verdict: VerdictWord
    result: Literal["solved", "partly", "remaining", "not_checked", "new"]
    note: str = ""
    is_in_words: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonSection:
    """What became of the barriers of the visit of ``compared_on``, in a sentence and one by one."""

    summary: str
    compared_on: date | None
    lines: tuple[ComparedLine, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something agreed, by whom and until when."""

    what: str
    due: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class VisitReport:
    """Everything one visit report says, in the order it says it; in ``large`` print for those who need it.

    A visit that is not ``is_dated`` has the day of printing in place of its own.  ``signatory`` is who signs as
    what, the advisor where it is empty.
    """

    letterhead: Letterhead
    case_number: str
    person: str
    address: tuple[str, ...]
    visited_on: date
    time_and_duration: str
    advisor: str
    participants: tuple[str, ...]
    profile: str
    person_facts: tuple[tuple[str, str], ...]
    dwelling_facts: tuple[tuple[str, str], ...]
    summary: str
    rooms: tuple[RoomSection, ...]
    measures: tuple[MeasureLine, ...]
    next_steps: tuple[NextStep, ...]
    coverage: str
    printed_on: date
    language: str = "de"
    fit: FitSection | None = None
    comparison: ComparisonSection | None = None
    large: bool = False
    is_dated: bool = True
    signatory: str = ""
