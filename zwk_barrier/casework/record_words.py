"""How a kept value reads that names other records or a programme: their titles, not their ids."""

import json
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.programmes import programmes_for
from zwk_barrier.model import Measure
from zwk_barrier.wording import N_, _

_MEASURES: Final = "application.measures"
_DOCUMENT: Final = "printed_document.kind"
_VARIANT: Final = "printed_document.variant"
_VARIANTS: Final[Mapping[str, str]] = {
    "redacted": N_("unkenntlich gemacht"),
    "large": N_("Großdruck"),
    "with_german": N_("mit Deutsch daneben"),
    "easy": N_("Leichte Sprache"),
}
_PROGRAMMES: Final = frozenset({"application.programme", "programme_change.programme"})


def words_of(session: Session, table: str, column: str, kept: object) -> str:
    """A value the way a person reads it, from the model or as it stands in the journal; empty for nothing."""
    field = f"{table}.{column}"
    if kept and field == _MEASURES:
        return _measures(session, json.loads(kept) if isinstance(kept, str) else kept)
    if field == _DOCUMENT:
        return ""  # its title says what it is
    if field == _VARIANT and isinstance(kept, str):
        return ", ".join(_(_VARIANTS[one]) for one in kept.split(",") if one in _VARIANTS)
    if field in _PROGRAMMES and isinstance(kept, str):
        programme = programmes_for(session).get(kept)
        return kept if programme is None else programme.title()
    return value_in_words(table, column, kept)


def _measures(session: Session, ids: object) -> str:
    if not isinstance(ids, Iterable):
        return ""
    found = (session.get(Measure, UUID(each)) for each in ids)
    return ", ".join((one and one.title) or _("Maßnahme ohne Namen") for one in found)
