"""What has changed since a period was closed, and the rare revision of one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.model import FrozenPeriod
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.base_table import BaseTable, Row
from zwk_barrier.statistics.counting import UNITS, Freeze, booking_of, count_base, freezes_of, in_period
from zwk_barrier.statistics.counting.unit import People
from zwk_barrier.statistics.periods.freezing import frozen_row
from zwk_barrier.statistics.periods.frozen import content_of, frozen_base, period_of, standing
from zwk_barrier.statistics.questions.case_lists import require_cases
from zwk_barrier.wording import _

_A_YEAR: Final = 4  # quarters

_Pair = tuple[BaseTable, BaseTable]
"""A table as it was frozen and as it would be counted now."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One count of a closed period, exact: as it was frozen and as it would be counted now."""

    unit: str
    dimension: str
    code: str
    frozen: int
    now: int


def changes_since(session: Session, period: Period, *, may_see_cases: bool) -> tuple[Difference, ...]:
    """Every count by one dimension, and every total (dimension empty), that is another now than when it was frozen.

    As if nothing had been closed: what came late counts at its day.  Exact, so for the internal view alone: raises
    NotAllowed for those who may not open cases, NotFound for a period that is not frozen.
    """
    require_cases(may_see_cases)
    base = frozen_base(session, period)
    if base is None:
        raise NotFound(_("{period} ist noch nicht abgeschlossen.").format(period=period_title(period)))
    now = count_base(session, booking_of(session, period.quarters, ()))
    return tuple(
        found
        for name, table in now.items()
        if name in base.exact.tables
        for found in _differences(base.exact.tables[name], in_period(table, period))
    )


def revise(session: Session, period: Period, *, staff_id: UUID | None, now: datetime) -> FrozenPeriod:
    """Closes a period anew, exactly as it was closed; what came late counts in it then. To be done in a final deed.

    So that nobody can tell single late cases by comparing the two, that is refused unless every count that
    changed changed by records of as many persons as may be shown, or it is the one revision a year of a whole year
    that was rounded, and each thing that changed did so by records of as many persons.  Only persons of whom there
    is something now can be told apart: what was only thrown away is no revision.  What did not change stays rounded
    as it was: counts that are rounded again and again could be averaged.  Raises InputProblem, and NotFound for a
    period that is not frozen as such.
    """
    row = next((one for one in standing(session) if period_of(one) == period), None)
    if row is None:
        raise NotFound(_("{period} ist so nicht abgeschlossen.").format(period=period_title(period)))
    before = content_of(row)
    freezes = (*freezes_of(session), Freeze(period, now, is_revision=True))
    booking = booking_of(session, period.quarters, freezes)
    after = count_base(session, booking)
    is_yearly = row.method == "rounding" and len(period.quarters) >= _A_YEAR and row.frozen_at.year < now.year
    changed = _changed_units(before.exact, after)
    people = {name: UNITS[name].people(session, booking, _common(*pair)) for name, pair in changed.items()}
    if not _may_be_revised(changed, people, row.threshold, is_yearly=is_yearly):
        raise InputProblem(
            "period",
            _("Seit dem Abschluss hat sich zu wenig geändert, um ihn zu berichtigen."),
            advice=_(
                "Späte Fälle zählen im offenen Quartal; ein ganzes Jahr lässt sich einmal im Jahr berichtigen."
            ),
        )
    revised = frozen_row(session, period, row.method, row.threshold, freezes=freezes, before=before)
    revised.revision, revised.replaces_id = row.revision + 1, row.id
    revised.staff_id, revised.frozen_at = staff_id, now
    session.add(revised)
    session.flush()
    return revised


def _differences(frozen: BaseTable, now: BaseTable) -> Iterator[Difference]:
    if frozen.total() != now.total():
        yield Difference(frozen.unit, "", "", frozen.total(), now.total())
    for name in (each for each in now.dimensions if each in frozen.dimensions):
        before, after = frozen.cells([name]), now.cells([name])
        for key in sorted({*before, *after}):
            if before.get(key, 0) != after.get(key, 0):
                yield Difference(frozen.unit, name, key[0], before.get(key, 0), after.get(key, 0))


def _changed_units(before: Mapping[str, BaseTable], after: Mapping[str, BaseTable]) -> dict[str, _Pair]:
    """What changed; an earlier version of the program may have counted fewer things."""
    pairs = {name: (before[name], table) for name, table in after.items() if name in before}
    return {name: pair for name, pair in pairs.items() if _base_changes(*pair)}


def _may_be_revised(
    changed: Mapping[str, _Pair],
    people: Mapping[str, People],
    least: int,
    *,
    is_yearly: bool,
) -> bool:
    """Whether what changed is enough to be told."""
    if not changed:
        return False
    if all(
        _fewest_people({cell: change}, people[name]) >= least
        for name, pair in changed.items()
        for cell, change in _base_changes(*pair).items()
    ):
        return True
    return is_yearly and all(
        _fewest_people(_base_changes(*pair), people[name]) >= least for name, pair in changed.items()
    )


def _fewest_people(changes: Mapping[Row, int], people: People) -> int:
    """How many persons the records that came must be of, at least; one that became something else came, too."""
    more = {cell: change for cell, change in changes.items() if change > 0}
    most: Counter[str | int] = Counter()
    for cell, change in more.items():
        most.update({person: min(count, change) for person, count in people.get(cell, {}).items()})
    left, fewest = sum(more.values()), 0
    for count in sorted(most.values(), reverse=True):
        if left <= 0:
            break
        left, fewest = left - count, fewest + 1
    return fewest


def _common(before: BaseTable, after: BaseTable) -> list[str]:
    """The dimensions both have; an earlier version of the program may have had fewer."""
    return [name for name in after.dimensions if name in before.dimensions]


def _base_changes(before: BaseTable, after: BaseTable) -> dict[Row, int]:
    """By how much each base cell changed, where it did."""
    names = _common(before, after)
    was, is_now = before.cells(names), after.cells(names)
    changes = {key: is_now.get(key, 0) - was.get(key, 0) for key in {*was, *is_now}}
    return {key: change for key, change in changes.items() if change}
