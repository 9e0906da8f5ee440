"""What a measured value means against a requirement: met, partly, not met.

"Partly" is missed by a little; what a little is depends on the kind of criterion:

- at least, at most, exactly: by at most 10 % of the required value;
- a range: by at most 10 % of the nearer bound, measured from that bound;
- a pair: each of its two measures by at most 10 %.  Width stays width, unless the criterion is
  turnable (the floor of a whole room); for a square that makes no difference;
- thresholds, cross slopes and counts, where 10 % would be below what can be measured or of nothing at
  all: by an absolute gap that stands in the row (0.5 cm for thresholds; one missing handrail of two;
  but no step is a little step, for a wheelchair stands before one as before ten);
- a grade: by one grade, never by having none;
- yes or no: never.

A miss within the accuracy of the method is none, up to 0.5 cm and 1 % of the required value: 79.8 cm
read from a folding rule passes for 80, an estimate of 76 does not.  A verdict that the accuracy of the
method could turn is marked as uncertain.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from zwk_barrier.reference.requirements import NO_GRADE, Criterion, Level, Pair, Requirement, Span
from zwk_barrier.reference.table import Confidence
from zwk_barrier.rules.typed import format_decimal, format_pair, format_quantity
from zwk_barrier.wording import _

Verdict: TypeAlias = Literal["met", "partly", "not_met", "not_applicable", "not_checked"]
Measured: TypeAlias = Decimal | tuple[Decimal, Decimal] | bool | str | None

MISSED: Final[tuple[Verdict, ...]] = ("not_met", "partly")
"""What is in the way, the worst first."""

PARTLY_SHARE = Decimal("0.1")
_WORST_FIRST: Final[tuple[Verdict, ...]] = (*MISSED, "met", "not_applicable")
_FORGIVEN_CM = Decimal("0.5")
_FORGIVEN_SHARE = Decimal("0.01")
UNITS_NOT_SPOKEN = frozenset({"Anzahl", "Klasse", "K", "bool"})


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one criterion, and why: texts are ready to read, empty where there is nothing to say.

    ``is_uncertain`` says that the accuracy of the method could turn it; ``confidence`` is that of the
    requirement, ``L`` to be shown as "zu prüfen", and empty where nothing is asked.
    """

    verdict: Verdict
    required_text: str
    gap_text: str
    source: str
    is_uncertain: bool = False
    confidence: Confidence | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class _Miss:
    """How far one number is off: ``by`` above zero is a miss, ``margin`` the way to the nearest bound."""

    by: Decimal
    bound: Decimal
    margin: Decimal
    is_below: bool


def assess(
    criterion: Criterion,
    level: Level,
    measured: Measured,
    tolerance: Decimal = Decimal(0),
    *,
    is_applicable: bool = True,
) -> Assessment:
    """The verdict on a value measured in the criterion's unit with an accuracy of ``tolerance`` cm.

    Nothing measured is "not checked"; a level that asks nothing is "not applicable".  Raises
    TypeError when a value of another kind than the criterion's comes in.
    """
    asked = criterion.required.get(level)
    if asked is None:
        return Assessment("not_applicable", "", "", "")
    text = required_text(criterion, level)
    if not is_applicable or measured is None:
        verdict: Verdict = "not_checked" if is_applicable else "not_applicable"
        return Assessment(verdict, text, "", asked.source, confidence=asked.confidence)
    accuracy = _in_unit(tolerance, criterion.unit)
    verdict, gap, is_uncertain = _judge(criterion, asked, measured, accuracy)
    if is_uncertain:
        gap = _("{gap} (Messgenauigkeit ± {accuracy}, bitte nachmessen)").format(
            gap=gap or _("knapp"), accuracy=format_quantity(accuracy, criterion.unit)
        )
    return Assessment(verdict, text, gap, asked.source, is_uncertain, asked.confidence)


def worst(verdicts: Iterable[Verdict | None]) -> Verdict | None:
    """The worst of what was said about one thing; what was not checked says nothing, nor does ``None``."""
    said = frozenset(verdicts)
    return next((one for one in _WORST_FIRST if one in said), None)


def required_text(criterion: Criterion, level: Level) -> str:
    """What the level asks, e.g. ``mindestens 80 cm``, ``85 bis 105 cm``; empty when it asks nothing."""
    asked = criterion.required.get(level)
    if asked is None:
        return ""
    match asked.value:
        case bool():
            return _("ja")
        case str() as grade:
            return _("mindestens {value}").format(value=_grade_text(grade))
        case Pair(first, second):
            return format_pair(first, second, unit=criterion.unit)
        case value:
            return _number_text(criterion, asked, value)


def _number_text(criterion: Criterion, asked: Requirement, value: Decimal | Span) -> str:
    if isinstance(value, Span):
        high = _quantity(value.high, criterion.unit)
        if value.low == value.high:
            return high
        return _("{low} bis {high}").format(low=format_decimal(value.low), high=high)
    if value == 0 and criterion.unit == "Anzahl":
        return _("keine")
    quantity = _quantity(value, criterion.unit)
    if asked.comparison == ">=":
        return _("mindestens {value}").format(value=quantity)
    return _("höchstens {value}").format(value=quantity) if asked.comparison == "<=" else quantity


def _judge(
    criterion: Criterion, asked: Requirement, measured: Measured, accuracy: Decimal
) -> tuple[Verdict, str, bool]:
    match asked.value, measured:
        case bool(), bool():
            return ("met" if measured else "not_met"), "", False
        case str() as grade, str():
            return _judge_grade(criterion.grades, grade, measured)
        case Pair() as required, (Decimal(), Decimal()):
            misses = _pair_misses(asked, required, Pair(*measured))
            gap = _pair_gap(misses, criterion.unit)
        case ((Decimal() | Span()) as bound, Decimal()):
            misses = (_miss(asked, bound, measured),)
            gap = _gap(criterion, asked, misses[0])
        case _:
            raise TypeError(f"{criterion.id} cannot be judged by {measured!r}")
    verdict = worst([_verdict(criterion, asked, miss, accuracy) for miss in misses]) or "met"
    is_uncertain = accuracy > _FORGIVEN_CM and any(miss.margin <= accuracy for miss in misses)
    return verdict, "" if verdict == "met" else gap, is_uncertain


def _judge_grade(ladder: Sequence[str], required: str, measured: str) -> tuple[Verdict, str, bool]:
    if measured not in ladder:
        raise TypeError(f"{measured!r} is none of {', '.join(ladder)}")
    missing = ladder.index(required) - ladder.index(measured)
    if missing <= 0:
        return "met", "", False
    if measured == NO_GRADE:
        return "not_met", _("keine Bewertung"), False
    gap = _("{measured} statt {required}").format(measured=_grade_text(measured), required=required)
    return ("partly" if missing == 1 else "not_met"), gap, False


def _grade_text(grade: str) -> str:
    """A single letter would be taken for the level B."""
    return _("Gruppe {grade}").format(grade=grade) if len(grade) == 1 else grade


def _miss(asked: Requirement, required: Decimal | Span, measured: Decimal) -> _Miss:
    if isinstance(required, Span):
        below, above = required.low - measured, measured - required.high
        bound = required.low if abs(below) <= abs(above) else required.high
        return _Miss(max(below, above), bound, min(abs(below), abs(above)), is_below=below > 0)
    gap = required - measured
    by = {">=": gap, "<=": -gap}.get(asked.comparison, abs(gap))
    return _Miss(by, required, abs(gap), is_below=gap > 0)


def _pair_misses(asked: Requirement, required: Pair, measured: Pair) -> tuple[_Miss, ...]:
    ways = [measured, Pair(measured.second, measured.first)] if asked.is_turnable else [measured]
    misses = [
        (_miss(asked, required.first, way.first), _miss(asked, required.second, way.second)) for way in ways
    ]
    return min(misses, key=lambda both: sum(max(miss.by / (miss.bound or 1), Decimal(0)) for miss in both))


def _verdict(criterion: Criterion, asked: Requirement, miss: _Miss, accuracy: Decimal) -> Verdict:
    forgiven = min(accuracy, _FORGIVEN_CM, miss.bound * _FORGIVEN_SHARE)
    if miss.by <= forgiven:
        return "met"
    allowed = miss.bound * PARTLY_SHARE if asked.partly_gap is None else asked.partly_gap
    if criterion.unit == "Anzahl" and miss.by >= miss.bound:
        return "not_met"  # none of what should be there, or something where nothing should be
    return "partly" if miss.by <= allowed else "not_met"


def _gap(criterion: Criterion, asked: Requirement, miss: _Miss) -> str:
    amount = _quantity(miss.by, criterion.unit)
    if asked.comparison == ">=":
        return _("{amount} zu wenig").format(amount=amount)
    if asked.comparison == "<=" or criterion.unit == "Anzahl":
        return _("{amount} zu viel").format(amount=amount)
    return (_("{amount} darunter") if miss.is_below else _("{amount} darüber")).format(amount=amount)


def _pair_gap(misses: tuple[_Miss, ...], unit: str) -> str:
    sides = [_("{amount} Breite"), _("{amount} Tiefe")]
    missing = [
        side.format(amount=_quantity(miss.by, unit))
        for side, miss in zip(sides, misses, strict=True)
        if miss.by > 0
    ]
    return _("{amount} zu wenig").format(amount=_(" und ").join(missing))


def _quantity(value: Decimal, unit: str) -> str:
    return format_quantity(value, "" if unit in UNITS_NOT_SPOKEN else unit)


def _in_unit(tolerance: Decimal, unit: str) -> Decimal:
    """An accuracy in cm says nothing about slopes, forces and counts."""
    return {"cm": tolerance, "m": tolerance / 100}.get(unit, Decimal(0))
