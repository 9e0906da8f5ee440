"""What a programme has granted for the measure that is running, and from which day's amounts its limit comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zwk_barrier.reference.programme import Programme
from zwk_barrier.rules.funding_records import Grant


@dataclass(frozen=True, slots=True)
class Used:
    """Euro cents granted for the same measure; ``is_open`` when nobody has said whether the need has changed.

    ``rule_day`` is the day whose amounts hold: that of the first grant of the running measure, else today.
    """

    amount: int
    rule_day: date
    is_open: bool


def used_of(programme: Programme, grants: Sequence[Grant], day: date) -> Used:
    """What counts against the limit: all that is needed at one time is one measure, a changed need opens another."""
    if not programme.pays_for.is_one_measure:
        return Used(0, day, is_open=False)
    own = sorted(
        (one for one in grants if one.programme == programme.code), key=lambda one: one.day or date.max
    )
    starts = [place for place, one in enumerate(own) if one.is_new_need]
    running = own[starts[-1] :] if starts else own
    amount = sum(one.amount for one in running)
    if not amount:
        return Used(0, day, is_open=False)
    first = next((one.day for one in running if one.day is not None), None)
    is_open = all(one.is_new_need is None for one in own)
    return Used(amount, min(first, day) if first is not None else day, is_open)
