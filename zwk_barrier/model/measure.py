"""Recommended measures."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class Measure(Record):
    """A recommended measure. Codes: measure_kind, priority, measure_status, trade, not_done_reason.

    ``catalogue_number`` is M01 to M84 or empty for an own one; costs in euro cents.
    """

    __tablename__ = "measure"

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
    cost_actual: Mapped[int | None]
    payer_note: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="empfohlen")
    needs_consent: Mapped[bool | None]
    trade: Mapped[str | None]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    not_done_reason: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
