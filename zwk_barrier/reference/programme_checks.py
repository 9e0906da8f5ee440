"""When what a programme says was last looked up: its "Stand"."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from zwk_barrier.reference.programme import Amount, Programme, Status

_Row = TypeVar("_Row", Amount, Status)


def checked_on(programme: Programme, day: date) -> date:
    """The day since which nothing that holds on ``day`` has been looked up again: the oldest of all checks."""
    status = programme.status_on(day)
    sources = [programme.source, *(row.source for row in programme.amounts_on(day))]
    return min(source.checked_on for source in (*sources, *([status.source] if status else [])))


def is_uncertain(programme: Programme, day: date) -> bool:
    """Whether the programme, or anything that holds on ``day``, must be shown as "zu prüfen"."""
    status = programme.status_on(day)
    is_unclear = status is None or status.state == "unclear" or status.source.is_uncertain
    rows = programme.amounts_on(day)
    return is_unclear or programme.source.is_uncertain or any(row.source.is_uncertain for row in rows)


def looked_up(programme: Programme, on: date) -> Programme:
    """The same programme, what holds on ``on`` found unchanged that day; how certain it is stays as it was."""
    return replace(
        programme,
        source=replace(programme.source, checked_on=max(programme.source.checked_on, on)),
        amounts=tuple(_seen(row, on) for row in programme.amounts),
        statuses=tuple(_seen(row, on) for row in programme.statuses),
    )


def _seen(row: _Row, on: date) -> _Row:
    if not row.valid.holds_on(on) or row.source.checked_on >= on:
        return row
    return replace(row, source=replace(row.source, checked_on=on))
