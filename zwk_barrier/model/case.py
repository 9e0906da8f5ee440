"""The case file: one person, one dwelling, one need."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from zwk_barrier.model.base import Codes, Record
from zwk_barrier.model.dwelling import Dwelling
from zwk_barrier.model.office import Staff
from zwk_barrier.model.person import Person


class CaseFile(Record):
    """A case; ``number`` is ``JJJJ-NNNN``.

    Codes: case_status, channel, enquirer, access_path, occasion, urgency, counselling_type, privacy_form,
    legal_basis, outcome.
    """

    __tablename__ = "case_file"
    # Everything the list of cases filters, sorts and joins by: 100,000 are listed from the first alone.  The second
    # answers for thousands of deadlines whether their case is shown, and whose it is.
    __table_args__ = (
        Index(
            "ix_case_file_listed",
            *("removed_at", "opened_at", "id", "status", "number", "person_id", "dwelling_id", "advisor_id"),
        ),
        Index(
            "ix_case_file_whose",
            *("id", "removed_at", "status", "advisor_id", "opened_at", "counselling_type", "outcome"),
        ),
    )

    number: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    dwelling_id: Mapped[UUID] = mapped_column(ForeignKey("dwelling.id"), index=True)
    advisor_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    status: Mapped[str] = mapped_column(default="open")
    opened_at: Mapped[datetime]
    channel: Mapped[str | None]
    enquirer: Mapped[str | None]
    access_path: Mapped[str | None]
    main_occasion: Mapped[str | None]
    occasions: Mapped[Codes | None]
    concern: Mapped[str | None]
    summary: Mapped[str | None]
    urgency: Mapped[str | None]
    discharge_on: Mapped[date | None]
    counselling_type: Mapped[str | None]
    legal_basis: Mapped[str | None]
    privacy_given_on: Mapped[date | None]
    privacy_version: Mapped[str | None]
    privacy_form: Mapped[str | None]
    closed_on: Mapped[date | None]
    outcome: Mapped[str | None]
    personal_note: Mapped[str | None]

    person: Mapped[Person] = relationship(lazy="raise")
    dwelling: Mapped[Dwelling] = relationship(lazy="raise")
    advisor: Mapped[Staff | None] = relationship(lazy="raise")


class Consent(Record):
    """A consent for one purpose. Codes: consent_purpose, consent_form."""

    __tablename__ = "consent"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    purpose: Mapped[str | None]
    recipient: Mapped[str | None]
    form: Mapped[str | None]
    given_on: Mapped[date | None]
    revoked_on: Mapped[date | None]
    note: Mapped[str | None]


class PlanApproval(Record):
    """A plan of measures shown to a second person. Code: plan_decision.

    ``digest`` is the SHA-256 of the measures as they were presented: a plan changed since is shown again.
    """

    __tablename__ = "plan_approval"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    presented_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    presented_at: Mapped[datetime | None]
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    decided_at: Mapped[datetime | None]
    decision: Mapped[str | None]
    comment: Mapped[str | None]
    digest: Mapped[str | None]


class Handover(Record):
    """A case given from one person responsible to another, with the reason that was typed for it."""

    __tablename__ = "handover"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    from_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    to_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    reason: Mapped[str | None]
