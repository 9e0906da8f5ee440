"""How a kept value reads that names other records or a programme: their titles, not their ids."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.quality.quality_rules import check_title
from zwk_barrier.casework.visit.basis import requirements_now
from zwk_barrier.model import LocalOffer, Measure
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.wording import N_, _

_DOCUMENT: Final = "printed_document.kind"
_VARIANT: Final = "printed_document.variant"
_VARIANTS: Final[Mapping[str, str]] = {
    "redacted": N_("unkenntlich gemacht"),
    "large": N_("Großdruck"),
    "with_german": N_("mit Deutsch daneben"),
    "easy": N_("Leichte Sprache"),
}


def words_of(session: Session, table: str, column: str, kept: object) -> str:
    """A value the way a person reads it, from the model or as it stands in the journal; empty for nothing."""
    field = f"{table}.{column}"
    tell = _TELLERS.get(field)
    if kept and tell is not None:
        return tell(session, kept)
    if field == _DOCUMENT:
        return ""  # its title says what it is
    if field == _VARIANT and isinstance(kept, str):
        return ", ".join(_(_VARIANTS[one]) for one in kept.split(",") if one in _VARIANTS)
    return value_in_words(table, column, kept)


def _programme(session: Session, kept: object) -> str:
    programme = programmes_for(session).get(str(kept))
    return str(kept) if programme is None else programme.title()


def _offer(session: Session, kept: object) -> str:
    offer = session.get(LocalOffer, kept if isinstance(kept, UUID) else UUID(str(kept)))
    return (offer and offer.name) or _("Angebot ohne Namen")


def _check(_session: Session, kept: object) -> str:
    return check_title(str(kept))


def _measures(session: Session, kept: object) -> str:
    ids = json.loads(kept) if isinstance(kept, str) else kept
    if not isinstance(ids, Iterable):
        return ""
    found = (session.get(Measure, UUID(each)) for each in ids)
    return ", ".join((one and one.title) or _("Maßnahme ohne Namen") for one in found)


def _area(session: Session, kept: object) -> str:
    return load_areas(office_settings(session).region).label(str(kept))


def _profile(session: Session, kept: object) -> str:
    """Among the office's own, too; one that it has taken back stands for itself."""
    profile = requirements_now(session).profiles.get(str(kept))
    return str(kept) if profile is None else profile.label()


_TELLERS: Final[Mapping[str, Callable[[Session, object], str]]] = {
    "application.measures": _measures,
    "application.programme": _programme,
    "programme_change.programme": _programme,
    "referral.offer_id": _offer,
    "building.area": _area,
    "contact.area": _area,
    "visit.profile": _profile,
    "quality_note.rule": _check,
}
