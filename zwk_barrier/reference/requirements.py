"""Measurable requirements on a dwelling: DIN 18040-2 (B and R), KfW, the person's own, the office's own.

Only facts and numbers stand here, in own words.  In existing buildings they are a target, never a
duty; what a measured value means against them is decided in ``rules.requirements``.  One thing is
measured once: what KfW asks of the same thing as the standard is a further requirement of the same
criterion, not a criterion of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from zwk_barrier import wording
from zwk_barrier.reference.table import ALWAYS, Confidence, Validity

Level: TypeAlias = str
"""Whose requirement: ``B``, ``R``, ``KfW``, ``individuell``, or the code of an office's own profile."""

Comparison: TypeAlias = Literal[">=", "<=", "=", "range", ""]
Kind: TypeAlias = Literal["number", "pair", "yes_no", "grade"]
Later: TypeAlias = Literal["", "messgeraet", "falls_vorhanden", "umbau"]
Dimension: TypeAlias = Literal[
    "aid_width", "aid_length", "turning_circle", "reach", "reach_low", "reach_high", "seat_height"
]

INDIVIDUAL: Final = "individuell"


class Pair(NamedTuple):
    """Two measures, width before depth."""

    first: Decimal
    second: Decimal


class Span(NamedTuple):
    """A range; both ends belong to it."""

    low: Decimal
    high: Decimal


Required: TypeAlias = Decimal | Pair | Span | bool | str

NO_GRADE = "keine"
# From the worst to the best: slip resistance in shoes, and barefoot.
GRADES: tuple[tuple[str, ...], ...] = (
    (NO_GRADE, "R9", "R10", "R11", "R12", "R13"),
    (NO_GRADE, "A", "B", "C"),
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What one level asks of a criterion, and where that stands.

    ``partly_gap`` is the absolute gap, in the criterion's unit, up to which it counts as partly met;
    ``None`` leaves that to the usual ten per cent.  ``is_turnable`` says that the two measures of a pair
    may change places.  ``later`` says why a visit does not ask for it at first (docs/decisions/0009): it
    takes an instrument or a data sheet, the thing is rarely there, or only the planning of a conversion
    needs it; empty for what every visit asks.  ``rooms`` are the room codes where it is asked.
    """

    value: Required
    comparison: Comparison
    rooms: tuple[str, ...]
    source: str
    confidence: Confidence
    checked_on: date
    later: Later = ""
    is_turnable: bool = False
    partly_gap: Decimal | None = None
    confirmed_by: str = ""
    note: str = ""
    valid: Validity = ALWAYS


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is measured; lengths in ``unit``, ``rooms`` are the room codes where it is measured.

    ``required`` has no entry for a level that asks nothing.
    """

    id: str
    group: str
    element_de: str
    element_en: str
    text_de: str
    text_en: str
    rooms: tuple[str, ...]
    unit: str
    required: Mapping[Level, Requirement] = field(hash=False)

    def text(self, language: str | None = None) -> str:
        """The criterion in words, in ``de`` or ``en``; without a language, that of the screen."""
        return self.text_en if (language or wording.language()) == "en" else self.text_de

    def element(self, language: str | None = None) -> str:
        """The part of the building it is about, e.g. ``Innentür``."""
        return self.element_en if (language or wording.language()) == "en" else self.element_de

    def title(self) -> str:
        """The part of the building and the criterion: ``Innentür: Lichte Breite der Tür``."""
        return f"{self.element()}: {self.text()}"

    @property
    def kind(self) -> Kind:
        """What is entered: a number, a pair, yes or no, or a grade."""
        if self.unit == "bool":
            return "yes_no"
        if self.unit == "Klasse":
            return "grade"
        return "pair" if any(isinstance(one.value, Pair) for one in self.required.values()) else "number"

    @property
    def grades(self) -> tuple[str, ...]:
        """What may be chosen for a grade, from the worst to the best; empty for all other kinds."""
        asked = {one.value for one in self.required.values()}
        return next((ladder for ladder in GRADES if asked & set(ladder)), ())

    def asked_in(self, room: str) -> "Criterion":
        """The criterion with only what is asked of it in a room of that code."""
        required = {level: one for level, one in self.required.items() if room in one.rooms}
        return self if len(required) == len(self.required) else self.asking(required)

    def asking(self, required: Mapping[Level, Requirement]) -> "Criterion":
        """The criterion with other requirements."""
        return replace(self, required=MappingProxyType(dict(required)))


@dataclass(frozen=True, slots=True)
class Profile:
    """What a visit is measured against: of each criterion the first of ``levels`` that asks something."""

    code: str
    label_de: str
    label_en: str
    word_de: str
    word_en: str
    levels: tuple[Level, ...]
    edition: str

    def label(self, language: str | None = None) -> str:
        """Its full name."""
        return self.label_en if (language or wording.language()) == "en" else self.label_de

    def word(self, language: str | None = None) -> str:
        """Its short name, for a chip or a column."""
        return self.word_en if (language or wording.language()) == "en" else self.word_de

    def level_for(self, criterion: Criterion) -> Level | None:
        """The level the criterion is judged by; ``None`` when the profile asks nothing of it."""
        return next((level for level in self.levels if level in criterion.required), None)


@dataclass(frozen=True, slots=True)
class IndividualRow:
    """How a criterion follows from a dimension of the person: the dimension and ``allowance`` cm."""

    criterion: str
    dimension: Dimension
    comparison: Comparison
    allowance: Decimal
    reason_de: str
    reason_en: str
    source: str
    confidence: Confidence
    checked_on: date

    def reason(self) -> str:
        """Why, in the language of the screen."""
        return self.reason_en if wording.language() == "en" else self.reason_de


class RequirementSet:
    """All criteria of one edition, in their order, its profiles, and how exact each method is."""

    __slots__ = ("_by_id", "_in_room", "_retired", "individual", "profiles", "tolerances")

    def __init__(
        self,
        criteria: Mapping[str, Criterion],
        retired: Mapping[str, Criterion],
        profiles: Mapping[str, Profile],
        individual: tuple[IndividualRow, ...],
        tolerances: Mapping[str, Decimal],
    ) -> None:
        self.profiles = profiles
        self.individual = individual
        self.tolerances = tolerances
        self._by_id = dict(criteria)
        self._retired = dict(retired)
        self._in_room: dict[str, tuple[Criterion, ...]] = {}

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, also one that is no longer asked for; ``None`` when nobody knows it."""
        return self._by_id.get(criterion_id) or self._retired.get(criterion_id)

    def retired(self, criterion_id: str) -> Criterion | None:
        """A criterion that is measured as part of another one by now; ``None`` for all others."""
        return self._retired.get(criterion_id)

    def measured_in(self, room: str) -> tuple[Criterion, ...]:
        """Everything that can be measured in a room of that code, with what is asked of it there, in order."""
        if room not in self._in_room:
            asked = (one.asked_in(room) for one in self if room in one.rooms)
            self._in_room[room] = tuple(one for one in asked if one.required)
        return self._in_room[room]

    def in_room(self, room: str, level: Level) -> tuple[Criterion, ...]:
        """What is measured in a room of that code because the level asks for it, in order."""
        return tuple(one for one in self.measured_in(room) if level in one.required)

    def with_criteria(self, criteria: Mapping[str, Criterion]) -> "RequirementSet":
        """The same set with other criteria."""
        return RequirementSet(criteria, self._retired, self.profiles, self.individual, self.tolerances)

    def profile(self, code: str | None) -> Profile:
        """The profile of that code; B when nobody knows it."""
        return self.profiles.get(code or "B") or self.profiles["B"]
