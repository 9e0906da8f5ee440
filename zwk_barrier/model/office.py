"""The office itself and the people who work in it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class Office(Record):
    """The one row of settings an office shares: what stands in the letterhead, and the house rules.

    Code: land, whose public holidays count where nothing else is known; ``silence_days`` after which a case
    without contact is shown; ``wants_plan_approval`` asks a second person before a plan goes out.
    ``logo`` is a PNG as base64 text, ``accent`` a colour as ``#rrggbb``; the lines stand at the foot of letters.
    """

    __tablename__ = "office"

    name: Mapped[str] = mapped_column(default="")
    department: Mapped[str | None]
    street: Mapped[str | None]
    postcode: Mapped[str | None]
    town: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    region: Mapped[str] = mapped_column(default="bremerhaven")
    lock_after_minutes: Mapped[int] = mapped_column(default=10)
    land: Mapped[str] = mapped_column(default="HB", server_default="HB")
    wants_plan_approval: Mapped[bool] = mapped_column(default=False, server_default="0")
    silence_days: Mapped[int] = mapped_column(default=30, server_default="30")
    logo: Mapped[str | None]
    accent: Mapped[str | None]
    bank_line: Mapped[str | None]
    contact_line: Mapped[str | None]
    closing_line: Mapped[str | None]


class Staff(Record):
    """A person who logs in. ``role`` is a code of ``role.csv``; what a role may do is decided elsewhere."""

    __tablename__ = "staff"

    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="beratung")
    job_title: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]


class Absence(Record):
    """When somebody is away, and who sees their deadlines meanwhile; both days included."""

    __tablename__ = "absence"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    first_on: Mapped[date | None]
    last_on: Mapped[date | None]
    note: Mapped[str | None]
