"""Work without a case: events and networking, hours of work, local offers and who was referred to them."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Record


class Activity(Record):
    """An event, a lecture, a meeting, advice to an institution, or hours on the spot in a quarter.

    Codes: activity_kind, audience, topic; ``area`` is a key of the region's areas; ``participants`` how many came,
    ``advised`` how many sought advice there, ``minutes`` of work including preparation, ``travel_minutes`` on the way.
    ``outreach_place_id`` is where consultation hours are held regularly.
    """

    __tablename__ = "activity"
    __table_args__ = (Index("ix_activity_listed", "removed_at", "held_on", "id", "kind"),)

    kind: Mapped[str | None]
    title: Mapped[str | None]
    outreach_place_id: Mapped[UUID | None] = mapped_column(ForeignKey("outreach_place.id"), index=True)
    held_on: Mapped[date | None]
    begins_at: Mapped[time | None]
    place: Mapped[str | None]
    area: Mapped[str | None]
    partner: Mapped[str | None]
    audiences: Mapped[Codes | None]
    topics: Mapped[Codes | None]
    participants: Mapped[int | None]
    advised: Mapped[int | None]
    minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    note: Mapped[str | None]


class OutreachPlace(Record):
    """A place in a quarter where the office holds regular consultation hours."""

    __tablename__ = "outreach_place"

    name: Mapped[str | None]
    area: Mapped[str | None]
    address: Mapped[str | None]
    hours: Mapped[str | None]
    is_step_free: Mapped[bool | None]
    begins_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    note: Mapped[str | None]


class StaffMonth(Record):
    """The hours of one month, of one person or of the office: in minutes; ``share`` is the percentage of a full post.

    ``cost`` is what this month's staff cost the office, in euro cents.
    """

    __tablename__ = "staff_month"
    __table_args__ = (Index("ix_staff_month_listed", "removed_at", "month", "staff_id"),)

    month: Mapped[date]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    share: Mapped[int | None]
    direct_minutes: Mapped[int | None]
    indirect_minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    cost: Mapped[int | None]
    note: Mapped[str | None]


class LocalOffer(Record):
    """Somewhere to refer people to. Code: offer_kind; ``checked_on`` when somebody last made sure it is right."""

    __tablename__ = "local_offer"

    kind: Mapped[str | None]
    name: Mapped[str | None]
    organisation: Mapped[str | None]
    contact_person: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    address: Mapped[str | None]
    area: Mapped[str | None]
    hours: Mapped[str | None]
    costs: Mapped[str | None]
    is_step_free: Mapped[bool | None]
    languages: Mapped[Codes | None]
    checked_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    note: Mapped[str | None]


class Referral(Record):
    """Somebody referred to a local offer, from a case or from a contact without one. Code: referral_outcome."""

    __tablename__ = "referral"

    offer_id: Mapped[UUID] = mapped_column(ForeignKey("local_offer.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    referred_on: Mapped[date | None]
    outcome: Mapped[str | None]
    note: Mapped[str | None]
