"""The facts of one application that its periods follow from, as somebody has recorded them."""

from dataclasses import dataclass
from datetime import date
from typing import Final

APPROVED: Final = frozenset({"bewilligt_voll", "bewilligt_teil"})
REFUSED: Final = frozenset({"bewilligt_teil", "abgelehnt"})
DEEMED: Final = "fiktion_eingetreten"
"""No notice: somebody has noted that the period is over and that deemed approval is to be checked."""
_NO_NOTICE: Final = "offen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The course of one application; fields are named as those of ``model.funding.Application``.

    ``rule`` is a code of ``resources/deadlines/courses.toml``, ``land`` that of the place of the act: where the
    recipient has its seat.  ``recommended_on`` is the date of a nursing professional's recommendation,
    ``report_on`` the day an expert report was there, ``papers_requested_on`` the last request for papers,
    ``entitled_on`` the day since when a claim with a period of its own could be made.  ``is_private`` says that the
    recipient is a private insurer, whom the periods for public bodies do not bind.
    """

    rule: str = "none"
    land: str = "HB"
    proof_months: int | None = None
    is_private: bool = False
    applied_on: date | None = None
    lodged_elsewhere_on: date | None = None
    received_on: date | None = None
    entitled_on: date | None = None
    recommended_on: date | None = None
    is_recommended_aid: bool | None = None
    involvement: str | None = None
    involved_on: date | None = None
    report_on: date | None = None
    papers_requested_on: date | None = None
    reasons_on: date | None = None
    decide_by: date | None = None
    notice: str | None = None
    notice_on: date | None = None
    posted_on: date | None = None
    delivered_on: date | None = None
    delivery: str | None = None
    has_instruction: bool | None = None
    proof_sent_on: date | None = None
    objection_on: date | None = None
    objection_outcome: str | None = None
    objection_decided_on: date | None = None

    @property
    def made_on(self) -> date | None:
        """The day the application counts as made: receipt at whatever office came first (§ 16 Abs. 2 SGB I)."""
        return min((day for day in (self.lodged_elsewhere_on, self.received_on) if day), default=None)

    @property
    def was_lodged_elsewhere(self) -> bool:
        """Whether another office had the application before its recipient."""
        return self.made_on is not None and self.made_on != self.received_on

    @property
    def has_notice(self) -> bool:
        """Whether there is a notice with at least one of its days."""
        return self.notice != _NO_NOTICE and any((self.notice_on, self.posted_on, self.delivered_on))

    @property
    def is_refused(self) -> bool:
        """Whether the notice refuses something, or nobody has said yet what it says."""
        return self.notice is None or self.notice in REFUSED
