"""Who pays and by when: applications, evidence, deadlines, and what an office changed in the programmes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Drawing, Record


class Application(Record):
    """An application to one payer under one programme.

    Codes: land, involvement, notice, delivery, objection_outcome; ``programme`` is a code of
    ``resources/programmes``.  ``measures`` are the ids of the measures it is for, together one "Maßnahme"
    in the sense of § 40 (4) SGB XI; ``is_new_need`` says that the need has changed since an earlier grant.
    ``recipient_land`` is the Land of the place of the act, whose public holidays count.
    ``lodged_elsewhere_on`` is the receipt at another office (§ 16 SGB I), ``received_on`` that at the
    recipient's, ``notice_on`` the date on the notice and ``delivered_on`` the day it was really announced,
    where known; ``report_on`` when an expert report was there, ``entitled_on`` since when a claim that must be
    made within a time of its own could be made.  ``rule_day`` is the day whose amounts hold, empty when it
    follows from the rest.
    Amounts in euro cents.
    """

    __tablename__ = "application"
    # What waits for an answer is found among all applications from this index alone.
    __table_args__ = (
        Index(
            "ix_application_waiting",
            *("removed_at", "notice", "received_on", "lodged_elsewhere_on", "applied_on"),
            *("objection_on", "objection_outcome", "case_id", "id"),
        ),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    programme: Mapped[str | None]
    recipient: Mapped[str | None]
    recipient_address: Mapped[str | None]
    recipient_land: Mapped[str | None]
    reference: Mapped[str | None]
    measures: Mapped[Codes | None]
    is_new_need: Mapped[bool | None]
    is_recommended_aid: Mapped[bool | None]
    entitled_on: Mapped[date | None]
    applied_on: Mapped[date | None]
    lodged_elsewhere_on: Mapped[date | None]
    received_on: Mapped[date | None]
    involvement: Mapped[str | None]
    involved_on: Mapped[date | None]
    report_on: Mapped[date | None]
    reasons_on: Mapped[date | None]
    decide_by: Mapped[date | None]
    notice: Mapped[str | None]
    notice_on: Mapped[date | None]
    posted_on: Mapped[date | None]
    delivered_on: Mapped[date | None]
    delivery: Mapped[str | None]
    has_instruction: Mapped[bool | None]
    amount_requested: Mapped[int | None]
    amount_granted: Mapped[int | None]
    amount_paid: Mapped[int | None]
    paid_on: Mapped[date | None]
    proof_sent_on: Mapped[date | None]
    objection_on: Mapped[date | None]
    objection_outcome: Mapped[str | None]
    objection_decided_on: Mapped[date | None]
    rule_day: Mapped[date | None]
    note: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class Evidence(Record):
    """A document an application needs. Code: evidence.

    ``dated_on`` is the document's own date, which decides how old it is; ``present_on`` since when the
    office has it, ``sent_on`` when it went to the payer.
    """

    __tablename__ = "evidence"

    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id"), index=True)
    kind: Mapped[str | None]
    dated_on: Mapped[date | None]
    present_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    note: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class DocumentRequest(Record):
    """The payer asks for a further document; this does not suspend the payer's own period."""

    __tablename__ = "document_request"

    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id"), index=True)
    requested_on: Mapped[date | None]
    what: Mapped[str | None]
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    note: Mapped[str | None]


class Deadline(Record):
    """A period that follows from an application, kept so that thousands of them are read in one step.

    Only ``casework.payers.deadlines`` writes it, in the deed that changed what it follows from; how it was
    computed is computed again when it is shown.  ``edition`` names the version of the rule; ``is_ours``
    says that the person or the office must act by then, not the other side.
    """

    __tablename__ = "deadline"
    # What the first page reads: the open ones of all cases by their day, from this index alone.
    __table_args__ = (
        Index(
            "ix_deadline_open",
            *("removed_at", "settled_on", "due_on", "id", "case_id", "application_id", "kind", "is_ours"),
        ),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id"), index=True)
    kind: Mapped[str]
    starts_on: Mapped[date]
    due_on: Mapped[date]
    edition: Mapped[str | None]
    is_ours: Mapped[bool] = mapped_column(default=False)
    settled_on: Mapped[date | None]


class FundingCheck(Record):
    """What a funding check said on its day, kept with the case as it was shown."""

    __tablename__ = "funding_check"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    checked_on: Mapped[date]
    content: Mapped[Drawing]


class ProgrammeChange(Record):
    """A value of a funding programme from a day on, as the office has found it; it holds once a second person confirms.

    ``value`` is text as ``reference.programmes`` reads it, amounts in euro cents.  ``rejected_because`` is
    why it does not hold, or why one that was confirmed was taken back.
    """

    __tablename__ = "programme_change"

    programme: Mapped[str]
    field: Mapped[str]
    value: Mapped[str]
    valid_from: Mapped[date]
    source: Mapped[str]
    note: Mapped[str | None]
    proposed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    confirmed_at: Mapped[datetime | None]
    rejected_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    rejected_at: Mapped[datetime | None]
    rejected_because: Mapped[str | None]
