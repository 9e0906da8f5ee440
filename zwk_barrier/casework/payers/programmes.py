"""The funding programmes as this office knows them: the shipped ones with what two people have confirmed."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import ProgrammeChange
from zwk_barrier.reference.programme_checks import looked_up
from zwk_barrier.reference.programmes import Change, Programmes, load_programmes, with_changed

CHECKED: Final = "checked_on"
"""The field of a change that only says: looked up on that day and found unchanged."""


def programmes_for(session: Session) -> Programmes:
    """All programmes with the confirmed changes of this office; the same object while nothing changes."""
    rows = session.execute(
        select(
            ProgrammeChange.programme,
            ProgrammeChange.field,
            ProgrammeChange.value,
            ProgrammeChange.valid_from,
            ProgrammeChange.source,
            ProgrammeChange.confirmed_at,
        )
        .where(ProgrammeChange.confirmed_at.is_not(None), ProgrammeChange.rejected_at.is_(None))
        .where(ProgrammeChange.removed_at.is_(None))
        .order_by(ProgrammeChange.valid_from, ProgrammeChange.confirmed_at)
    )
    return _with(
        tuple(
            Change(programme, field, value, valid_from, source, at.astimezone().date())
            for programme, field, value, valid_from, source, at in rows
            if at is not None
        )
    )


def is_usable(programmes: Programmes, change: Change) -> bool:
    """Whether these programmes can take a change; one of an older version may not fit a newer."""
    try:
        _changed(programmes, change)
    except ValueError:
        return False
    return True


def changed(programmes: Programmes, changes: Iterable[Change]) -> Programmes:
    """The programmes with further changes; one that does not fit is left out, for no old row may stop all work."""
    for change in changes:
        if is_usable(programmes, change):
            programmes = _changed(programmes, change)
    return programmes


@lru_cache(maxsize=8)
def _with(changes: tuple[Change, ...]) -> Programmes:
    return changed(load_programmes(), changes)


def _changed(programmes: Programmes, change: Change) -> Programmes:
    """Raises ValueError for a change that cannot be."""
    if change.field != CHECKED:
        return with_changed(programmes, [change])
    seen = programmes.get(change.programme)
    if seen is None:
        raise ValueError(f"{change.programme}: no such programme")
    now = looked_up(seen, date.fromisoformat(change.value))
    return Programmes([now if one.code == now.code else one for one in programmes])
