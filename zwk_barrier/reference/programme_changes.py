"""What an office has confirmed of a programme since it was shipped: a value from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, NoReturn, TypeVar

from zwk_barrier.reference.programme import STATUS, Amount, Programme, Source, State, Status, unit_of
from zwk_barrier.reference.table import Validity

_STATES: Final[dict[str, State]] = {"active": "active", "closed": "closed", "unclear": "unclear"}
_Row = TypeVar("_Row", bound=Amount | Status)


@dataclass(frozen=True, slots=True)
class Change:
    """A field has a value from a day on.

    ``value`` is text: amounts in whole euro cents, percent and months as whole numbers, a status as
    ``active``, ``closed`` or ``unclear``.  ``confirmed_on`` is the day a second person looked it up.
    """

    programme: str
    field: str
    value: str
    valid_from: date
    source: str
    confirmed_on: date | None = None


def with_changes(programme: Programme, changes: Sequence[Change]) -> Programme:
    """The programme with the changes; the row before each ends the day before, later rows stay as they are.

    Raises ValueError naming programme, field and what is wrong.
    """
    for change in sorted(changes, key=lambda one: one.valid_from):
        programme = _with_change(programme, change)
    return programme


def _with_change(programme: Programme, change: Change) -> Programme:
    unit = unit_of(change.field)
    if not change.source.strip():
        _fail(change, "the source is missing")
    source = Source(change.source, "H", change.confirmed_on or change.valid_from)
    if unit == "state":
        if change.field != STATUS or change.value not in _STATES:
            _fail(change, f"no status: {change.value}")
        state = Status(_STATES[change.value], Validity(change.valid_from), source)
        return replace(programme, statuses=_set_in(programme.statuses, state))
    known = [row for row in programme.amounts if row.field == change.field]
    if unit is None or not known:
        _fail(change, "the programme has no such field")
    if not (change.value.isascii() and change.value.isdigit()):
        _fail(change, f"no whole number: {change.value}")
    if unit == "percent" and int(change.value) > 100:  # noqa: PLR2004 - the whole
        _fail(change, f"more than the whole: {change.value} %")
    newest = known[-1]
    row = Amount(
        change.field,
        int(change.value),
        Validity(change.valid_from),
        source,
        newest.note_de,
        newest.note_en,
    )
    others = tuple(one for one in programme.amounts if one.field != change.field)
    return replace(programme, amounts=(*others, *_set_in(tuple(known), row)))


def _set_in(rows: tuple[_Row, ...], new: _Row) -> tuple[_Row, ...]:
    """The rows by their days with a further one: it holds until the next begins, and replaces one of its day."""
    begin = _begin(new)
    earlier: list[_Row] = sorted((row for row in rows if _begin(row) < begin), key=_begin)
    later: list[_Row] = sorted((row for row in rows if _begin(row) > begin), key=_begin)
    eve = begin - timedelta(days=1)
    if earlier and (earlier[-1].valid.end is None or earlier[-1].valid.end > eve):
        earlier[-1] = replace(earlier[-1], valid=Validity(earlier[-1].valid.begin, eve))
    if later:
        new = replace(new, valid=Validity(begin, _begin(later[0]) - timedelta(days=1)))
    return (*earlier, new, *later)


def _begin(row: Amount | Status) -> date:
    return row.valid.begin or date.min


def _fail(change: Change, why: str) -> NoReturn:
    raise ValueError(f"{change.programme}, {change.field} from {change.valid_from}: {why}")
