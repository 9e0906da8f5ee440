"""Recommended measures and the quotes for them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Record


class Measure(Record):
    """A recommended measure. Codes: measure_kind, priority, measure_status, trade, not_done_reason, payer.

    ``catalogue_number`` is M01 to M84 or empty for an own one; costs in euro cents, ``cost_quoted`` that of
    the chosen quote, which replaces the estimate in every sum.  ``barriers`` are the ids of the
    measurements and findings it is meant to solve; ``payers`` who might pay, the most likely first;
    ``early_start_reason`` why it was ordered although an approval was still to come.
    """

    __tablename__ = "measure"
    # Where something was carried out lately, and so has to be asked about: read from this index alone.
    __table_args__ = (Index("ix_measure_done", "removed_at", "done_on", "status", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    catalogue_number: Mapped[str | None]
    title: Mapped[str | None]
    reason: Mapped[str | None]
    kind: Mapped[str | None]
    priority: Mapped[str | None]
    cost_low: Mapped[int | None]
    cost_high: Mapped[int | None]
    cost_quoted: Mapped[int | None]
    cost_actual: Mapped[int | None]
    barriers: Mapped[Codes | None]
    payers: Mapped[Codes | None]
    payer_note: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="empfohlen")
    needs_consent: Mapped[bool | None]
    trade: Mapped[str | None]
    due_on: Mapped[date | None]
    ordered_on: Mapped[date | None]
    early_start_reason: Mapped[str | None]
    done_on: Mapped[date | None]
    not_done_reason: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class Quote(Record):
    """A firm's offer for one measure; ``amount`` gross in euro cents."""

    __tablename__ = "quote"

    measure_id: Mapped[UUID] = mapped_column(ForeignKey("measure.id"), index=True)
    company: Mapped[str | None]
    amount: Mapped[int | None]
    quoted_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    is_chosen: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
