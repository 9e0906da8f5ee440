"""What the person's own dimensions ask of a dwelling: the width of an aid, a turning circle, a reach."""

from dataclasses import dataclass, fields
from decimal import Decimal

from zwk_barrier.reference.requirements import (
    INDIVIDUAL,
    Comparison,
    Criterion,
    IndividualRow,
    Pair,
    Required,
    Requirement,
    RequirementSet,
    Span,
)


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The person's dimensions in cm; ``None`` is not known.  Widths with the hands on the rims."""

    aid_width: int | None = None
    aid_length: int | None = None
    turning_circle: int | None = None
    reach_low: int | None = None
    reach_high: int | None = None
    seat_height: int | None = None

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return any(getattr(self, one.name) is not None for one in fields(self))


def individualised(requirements: RequirementSet, person: Dimensions) -> RequirementSet:
    """The requirements with those that follow from the person's dimensions; each by the rows of its edition."""
    criteria = {one.id: one for one in requirements}
    for row in requirements.individual:
        criterion = criteria[row.criterion]
        asked = _asked(criterion, row, person)
        if asked is not None:
            criteria[criterion.id] = criterion.asking({**criterion.required, INDIVIDUAL: asked})
    return requirements.with_criteria(criteria)


def _asked(criterion: Criterion, row: IndividualRow, person: Dimensions) -> Requirement | None:
    found = _reach(person) if row.dimension == "reach" else _from_dimension(criterion, row, person)
    if found is None:
        return None
    value, comparison = found
    return Requirement(
        value=value,
        comparison=comparison,
        rooms=criterion.rooms,
        # An aid does not nearly pass: only the play on both sides may be missing.
        partly_gap=row.allowance if row.dimension in ("aid_width", "aid_length") else None,
        source=row.reason(),
        confidence=row.confidence,
        checked_on=row.checked_on,
    )


def _from_dimension(
    criterion: Criterion, row: IndividualRow, person: Dimensions
) -> tuple[Required, Comparison] | None:
    own: int | None = getattr(person, row.dimension)
    if own is None:
        return None
    if row.comparison == "range":
        return Span(own - row.allowance, own + row.allowance), "range"
    length = own + row.allowance
    return (Pair(length, length) if criterion.kind == "pair" else length), row.comparison


def _reach(person: Dimensions) -> tuple[Required, Comparison] | None:
    """A range; open at the end that is not known."""
    low, high = person.reach_low, person.reach_high
    if low is not None and high is not None:
        return Span(Decimal(min(low, high)), Decimal(max(low, high))), "range"
    if high is not None:
        return Decimal(high), "<="
    return None if low is None else (Decimal(low), ">=")
