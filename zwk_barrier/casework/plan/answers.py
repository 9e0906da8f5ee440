"""Which rows of the table of solutions answer a barrier, for this person and in this place."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.casework.visit.basis import PersonThen
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.solutions import Solution, load_solutions
from zwk_barrier.rules.folding import fold


def answers(view: VisitView, barrier: Barrier) -> Iterator[Solution]:
    """The rows that answer a barrier in its room, as it was measured, for this person, on the day of the visit."""
    table, day, value = load_solutions(), view.visit.visited_on or date.max, _value_of(view, barrier)
    if barrier.criterion is not None:
        found: Iterable[Solution] = table.for_criterion(barrier.criterion, barrier.room_kind)
    else:
        said = fold(barrier.text)
        found = (
            row
            for row in table.in_words(barrier.room_kind)
            if set(row.activities).intersection(barrier.activities)
            or any(word in said for word in _folded(row.words))
        )
    for row in found:
        if row.reason.valid.holds_on(day) and row.allows(value) and _suits(view.basis.person, row):
            yield row


def _value_of(view: VisitView, barrier: Barrier) -> Decimal | None:
    """The one number measured; none for findings, pairs, answers and grades."""
    for room in view.rooms:
        if room.room.id == barrier.room_id and not barrier.is_finding:
            measured = next((one for one in room.measurements.values() if one.id == barrier.id), None)
            return None if measured is None or measured.second_value is not None else measured.value
    return None


def _suits(person: PersonThen, row: Solution) -> bool:
    return _has(person, row.needs) is not False and not (row.without and _has(person, row.without))


def _has(person: PersonThen, codes: tuple[str, ...]) -> bool | None:
    """Whether the person uses one of these aids or is limited in one of these functions; ``None``: not known."""
    if not codes:
        return True
    if any(code in person.aids or person.degrees.get(code, 0) > 0 for code in codes):
        return True
    aids = [code for code in codes if code in load_code_list("aid")]
    is_asked = any(code in person.degrees for code in codes) or bool(aids and person.aids)
    return False if is_asked else None


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)
