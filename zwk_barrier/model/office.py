"""The office itself and the people who work in it."""

from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class Office(Record):
    """The one row of settings an office shares: what stands in the letterhead, and the house rules."""

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


class Staff(Record):
    """A person who logs in. ``role`` is a code of ``role.csv``; what a role may do is decided elsewhere."""

    __tablename__ = "staff"

    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="beratung")
    phone: Mapped[str | None]
    email: Mapped[str | None]
