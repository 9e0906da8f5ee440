"""The directory of local offers: somewhere to refer people to, each checked from time to time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import LocalOffer, Referral
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.folding import fold, phone_key, words
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

STALE_DAYS: Final = 365
"""After so many days without a look an offer is marked: telephone numbers and hours change."""


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """Which offers to list; an empty part does not filter, ``area`` takes everything below and above it.

    ``only_stale`` keeps those not checked for long, ``with_ended`` shows those that are no more as well.
    """

    words: str = ""
    kind: str | None = None
    area: str | None = None
    language: str | None = None
    step_free: bool = False
    only_stale: bool = False
    with_ended: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is filtered."""
        return self == OfferFilter()


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer and how many were referred there: by outcome code, by year, altogether."""

    offer: LocalOffer
    outcomes: Mapping[str, int]
    years: Mapping[int, int]

    @property
    def referred(self) -> int:
        """How many referrals there were."""
        return sum(self.years.values())


def begin_offer(store: OfficeStore, day: date, **values: Any) -> tuple[Changed, UUID]:
    """Keeps the first thing known about an offer; what is entered on ``day`` counts as checked then."""
    with store.deed("local_offer_added") as deed:
        offer = LocalOffer(**{"checked_on": day, **clean(LocalOffer, values)})
        deed.session.add(offer)
        deed.session.flush()
    return deed.changed, offer.id


def mark_checked(store: OfficeStore, offer_id: UUID, day: date) -> Changed:
    """Keeps that somebody has made sure on ``day`` that an offer is right as it stands."""
    with store.deed("local_offer_checked") as deed:
        get(deed.session, LocalOffer, offer_id).checked_on = day
        deed.session.flush()
    return deed.changed


def is_stale(offer: LocalOffer, day: date) -> bool:
    """Whether nobody has made sure of an offer for more than a year."""
    return offer.checked_on is None or offer.checked_on < day - timedelta(days=STALE_DAYS)


def has_ended(offer: LocalOffer, day: date) -> bool:
    """Whether an offer is no more."""
    return offer.ended_on is not None and offer.ended_on <= day


def find_offers(session: Session, wanted: OfferFilter, day: date) -> list[LocalOffer]:
    """The offers to list, by name; words are compared folded, so that Mueller finds Müller.

    A directory has some hundreds of entries: they are read and compared here.
    """
    offers = session.scalars(select(LocalOffer).where(LocalOffer.removed_at.is_(None)))
    found = [offer for offer in offers if _is_wanted(offer, wanted, day)]
    return sorted(found, key=lambda offer: fold(offer.name or ""))


def load_offer(session: Session, offer_id: UUID) -> OfferView:
    """One offer with its referrals; raises NotFound."""
    offer = get(session, LocalOffer, offer_id)
    year = func.strftime("%Y", Referral.referred_on)
    query = (
        select(Referral.outcome, year, func.count())
        .where(Referral.offer_id == offer_id, Referral.removed_at.is_(None))
        .group_by(Referral.outcome, year)
    )
    outcomes: dict[str, int] = {}
    years: dict[int, int] = {}
    for outcome, each, count in session.execute(query):
        outcomes[outcome or "offen"] = outcomes.get(outcome or "offen", 0) + count
        years[int(each or 0)] = years.get(int(each or 0), 0) + count
    return OfferView(offer, outcomes, years)


def _is_wanted(offer: LocalOffer, wanted: OfferFilter, day: date) -> bool:
    return (
        (not wanted.kind or offer.kind == wanted.kind)
        and (not wanted.area or _serves(offer.area, wanted.area))
        and (not wanted.language or wanted.language in (offer.languages or ()))
        and (not wanted.step_free or offer.is_step_free is True)
        and (not wanted.only_stale or is_stale(offer, day))
        and (wanted.with_ended or not has_ended(offer, day))
        and _has_words(offer, wanted.words)
    )


def _serves(area: str | None, wanted: str) -> bool:
    """An offer without a place is for the whole region; one for a district serves what lies in it."""
    return not area or area.startswith(wanted) or wanted.startswith(area)


def _has_words(offer: LocalOffer, typed: str) -> bool:
    asked = words(typed)
    if not asked:
        return True
    told: Sequence[str | None] = (
        *(offer.name, offer.organisation, offer.contact_person, offer.address, offer.note, offer.costs),
        load_code_list("offer_kind").label(offer.kind),
    )
    standing = [word for text in told for word in words(text or "")]
    number = phone_key(typed)
    has_number = bool(number) and number in phone_key(offer.phone or "")
    return has_number or all(any(word.startswith(each) for word in standing) for each in asked)
