"""Comparing two visits: which room of the later one is which of the earlier, and what became of a barrier.

What was not looked at again has no verdict, and never counts as solved (docs/decisions/0017).
"""

from collections.abc import Hashable, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.requirements import MISSED, Verdict

Result: TypeAlias = Literal["solved", "partly", "remaining", "not_checked", "new"]

K = TypeVar("K", bound=Hashable)


class Place(NamedTuple):
    """A room or a part of one: its kind and what it is called; the order is that of the list it stands in."""

    kind: str
    name: str = ""


def same_places(before: Sequence[tuple[K, Place]], after: Sequence[tuple[K, Place]]) -> dict[K, K]:
    """For each place of the later visit the one it was before; those without have no entry.

    Same kind and same name belong together, in their order.  What is left of a kind follows in its order when
    one of the two has no name, so that a room named in between is found again; two different names are two
    places, or a barrier would count as solved that nobody has looked at.
    """
    found: dict[K, K] = {}
    free = list(before)
    for is_same in (_same_name, _named_since):
        for key, place in after:
            there = next((one for one in free if key not in found and is_same(one[1], place)), None)
            if there is not None:
                found[key] = there[0]
                free.remove(there)
    return found


def result(before: Verdict | None, after: Verdict | None) -> Result | None:
    """What became of a place to measure; ``None`` when nothing was in the way before or after.

    ``not_applicable`` afterwards means that somebody looked and the thing is gone, the tub for instance.
    """
    was, is_now = before in MISSED, after in MISSED
    if not was:
        return "new" if is_now else None
    if after is None or after == "not_checked":
        return "not_checked"
    if not is_now:
        return "solved"
    return "partly" if (before, after) == ("not_met", "partly") else "remaining"


def _same_name(one: Place, other: Place) -> bool:
    return one.kind == other.kind and fold(one.name) == fold(other.name)


def _named_since(one: Place, other: Place) -> bool:
    return one.kind == other.kind and not (one.name and other.name)
