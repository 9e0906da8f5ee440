"""What follows from keeping a record, done in the same deed, so that undo takes both back.

A feature that keeps something worked out from other records (a deadline from an application) is one line
here; the verbs of :mod:`zwk_barrier.casework.records` call :func:`follow` after every change.
"""

from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from typing import Final, cast
from uuid import UUID

from sqlalchemy.orm import Session

Consequence = Callable[[Session, UUID], None]

_CONSEQUENCES: Final[Mapping[str, str]] = {}
"""The function that follows a table's changes, as ``module:function``: loaded when it is needed."""


def follow(session_of: Callable[[], Session], table: str, row_id: UUID) -> None:
    """Does what follows from a change of one row; most tables have nothing, and need no session then."""
    name = _CONSEQUENCES.get(table)
    if name is not None:
        cast("Consequence", resolve_name(name))(session_of(), row_id)
