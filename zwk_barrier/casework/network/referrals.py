"""Somebody is referred to a local offer: from a case, or from a contact without one; counted either way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.network.offers import OfferFilter, find_offers
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import CaseFile, Contact, LocalOffer, Referral
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

OPEN: Final = "offen"
"""The code of referral_outcome as long as nobody knows what became of it."""


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A referral with the offer it leads to, free of the session."""

    referral: Referral
    offer: LocalOffer


@dataclass(frozen=True, slots=True)
class Source:
    """From where somebody is referred: a case, or a contact that may belong to none."""

    case_id: UUID | None = None
    contact_id: UUID | None = None


def refer(store: OfficeStore, source: Source, offer_id: UUID, day: date) -> tuple[Changed, UUID]:
    """Keeps that the person of a case or contact was referred to an offer on ``day``; the outcome is open.

    A contact that belongs to a case is that case's referral.  Raises NotFound for an offer that is gone.
    """
    with store.deed("referral_added", case_id=source.case_id) as deed:
        get(deed.session, LocalOffer, offer_id)
        case_id = source.case_id
        if case_id is not None:
            get(deed.session, CaseFile, case_id)
        elif source.contact_id is not None:
            case_id = deed.case_id = get(deed.session, Contact, source.contact_id).case_id
        referral = Referral(
            offer_id=offer_id,
            case_id=case_id,
            contact_id=source.contact_id,
            staff_id=store.staff_id,
            outcome=OPEN,
            **clean(Referral, {"referred_on": day}),
        )
        deed.session.add(referral)
        deed.session.flush()
    return deed.changed, referral.id


def referrals_of(session: Session, source: Source) -> tuple[ReferralView, ...]:
    """Where somebody was referred to, the latest first."""
    of_case = Referral.case_id == source.case_id
    of_contact = Referral.contact_id == source.contact_id
    query = (
        select(Referral, LocalOffer)
        .join(LocalOffer, LocalOffer.id == Referral.offer_id)
        .where(Referral.removed_at.is_(None), of_case if source.case_id is not None else of_contact)
        .order_by(Referral.referred_on.desc(), Referral.id.desc())
    )
    return tuple(ReferralView(referral, offer) for referral, offer in session.execute(query))


def offers_to_choose(session: Session, day: date) -> Sequence[tuple[UUID, str]]:
    """Every offer there still is, as it is chosen: its name, and its kind behind it."""
    kinds = load_code_list("offer_kind")
    return [
        (offer.id, " · ".join(part for part in (offer.name, kinds.label(offer.kind)) if part))
        for offer in find_offers(session, OfferFilter(), day)
    ]


def follow_to_case(session: Session, contact_id: UUID, case_id: UUID) -> None:
    """Files the referrals of a contact under the case it now belongs to."""
    query = select(Referral).where(Referral.contact_id == contact_id, Referral.removed_at.is_(None))
    for referral in session.scalars(query):
        referral.case_id = case_id


def recipient_of(offer: LocalOffer) -> str:
    """Name, body, person and address of an offer, a line each, as they stand on an envelope."""
    person = offer.contact_person
    lines = (offer.name, offer.organisation if offer.organisation != offer.name else None, person)
    address = (offer.address or "").replace(", ", "\n").splitlines()
    return "\n".join(line for line in (*lines, *address) if line)
