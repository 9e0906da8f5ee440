"""How far a criterion is missed, from 0 (met) to 3 (cannot be used), by a rule for each kind.

- at least, at most, exactly: by the share of what is required; up to the row's ``slight`` (usually
  10 %) it is 1, up to ``clear`` (25 %) it is 2, else 3;
- a range: by the distance to the nearer bound as a share of that bound;
- a pair: its worse side; turned first where the requirement allows it;
- thresholds, slopes and counts, and whatever asks for 0: by the absolute gap in the criterion's unit;
- a grade: by steps of its ladder, and 3 without any grade;
- yes or no: what the row says, usually 2.

What is met, also within the accuracy of the method, is 0; what is missed by ever so little is 1.
Nothing measured has no deficit at all.
"""

from collections.abc import Sequence
from decimal import Decimal

from zwk_barrier.reference.fit import MOST_DEFICIT, DeficitRule
from zwk_barrier.reference.requirements import NO_GRADE, Pair, Requirement, Span
from zwk_barrier.rules.requirements import MISSED, Measured, Verdict


def deficit_of(
    rule: DeficitRule, asked: Requirement, measured: Measured, verdict: Verdict, grades: Sequence[str] = ()
) -> int | None:
    """The deficit of a measured value; ``None`` for what was not checked or does not apply.

    Raises TypeError when a value of another kind than the requirement's comes in.
    """
    if verdict == "met":
        return 0
    if verdict not in MISSED or measured is None:
        return None
    match asked.value, measured:
        case bool(), bool():
            return rule.no
        case str() as grade, str():
            return _by_grade(rule, grades, grade, measured)
        case Pair() as pair, (Decimal(), Decimal()):
            gap = _worse_side(rule, asked, pair, Pair(*measured))
        case ((Decimal() | Span()) as bound, Decimal()):
            gap = _gap(rule, asked, bound, measured)
        case _:
            raise TypeError(f"{measured!r} cannot be judged by {asked.value!r}")
    return _by_gap(rule, gap)


def _by_gap(rule: DeficitRule, gap: Decimal) -> int:
    if gap <= rule.slight:
        return 1
    return 2 if gap <= rule.clear else MOST_DEFICIT


def _by_grade(rule: DeficitRule, ladder: Sequence[str], asked: str, measured: str) -> int:
    if measured == NO_GRADE or measured not in ladder or asked not in ladder:
        return MOST_DEFICIT
    return _by_gap(rule, Decimal(ladder.index(asked) - ladder.index(measured)))


def _worse_side(rule: DeficitRule, asked: Requirement, required: Pair, measured: Pair) -> Decimal:
    ways = [measured, Pair(measured.second, measured.first)] if asked.is_turnable else [measured]
    return min(
        max(_gap(rule, asked, required.first, way.first), _gap(rule, asked, required.second, way.second))
        for way in ways
    )


def _gap(rule: DeficitRule, asked: Requirement, required: Decimal | Span, measured: Decimal) -> Decimal:
    """How far off, in the criterion's unit or as a share of the nearer bound; below 0 when met."""
    if isinstance(required, Span):
        below, above = required.low - measured, measured - required.high
        by, bound = (below, required.low) if below >= above else (above, required.high)
    else:
        gap = required - measured
        by, bound = {">=": gap, "<=": -gap}.get(asked.comparison, abs(gap)), required
    return by if rule.kind == "absolute" or bound == 0 else by / bound
