"""Applications to payers as rows: what was sent, received, decided and paid, and which documents went with it."""

from datetime import date, time, timedelta
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft, moment
from zwk_barrier.casework.demonstration.remedies import Recommended
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.timeline import workday
from zwk_barrier.model import Absence, Application, DocumentRequest, Evidence, HouseholdMember

_CARE_FUND: Final = "pk4"
_PROGRAMME: Final = "SGB11-40-4"
_MOST: Final = 418_000  # cents, as a demonstration of 2026 has it; the program itself reads the programmes
_LATE: Final = 8  # of one hundred that wait
_INVOLVED: Final = 25  # of one hundred that wait
_PROOFS: Final = ("begruendung", "kostenvoranschlag", "fotos_ist", "pflegegradbescheid")
_DAYS: Final = frozenset(
    {
        *("applied_on", "lodged_elsewhere_on", "received_on", "involved_on", "notice_on", "posted_on"),
        *("delivered_on", "paid_on", "objection_on"),
    }
)


def household_rows(rows: Rows, draft: Draft, person_id: UUID) -> None:
    """Others in need of care in the same dwelling, where a story tells of them."""
    for member in draft.known.get("household", ()):
        rows.add(HouseholdMember, draft.opened_at, person_id=person_id, **member)


def absence_rows(rows: Rows, advisors: dict[str, UUID], today: date) -> None:
    """One colleague is ill this week, and another looks after the deadlines."""
    away, deputy = advisors.get("Jens Petersen"), advisors.get("Maria Albers")
    if away is None or deputy is None:
        return
    first = workday(today - timedelta(days=2))
    rows.add(
        Absence,
        moment(first, time(8)),
        staff_id=away,
        deputy_id=deputy,
        first_on=first,
        last_on=today + timedelta(days=5),
        note="krank gemeldet",
    )


def application_rows(rows: Rows, draft: Draft, case_id: UUID, measures: list[Recommended]) -> None:
    """The application to the care fund, when the case has come so far and there is something to pay for."""
    covered = [one for one in measures if _CARE_FUND in one.payers and one.status != "zurueckgestellt"]
    known: dict[str, Any] | None = draft.known.get("application")
    values = _as_told(draft, known) if known else _by_chance(draft)
    if values is None or not covered:
        return
    requested = min(_MOST, sum(one.cost for one in covered)) or _MOST
    if "notice" in values and values["notice"] != "abgelehnt":
        values.setdefault("amount_granted", requested)
    if values.get("paid_on") is not None:
        values.setdefault("amount_paid", values.get("amount_granted"))
    applied = values["applied_on"]
    application = rows.add(
        Application,
        moment(applied, time(11)),
        case_id=case_id,
        measures=[one.id.hex for one in covered],
        **{
            "programme": _PROGRAMME,
            "recipient": draft.person.values["insurance"] or "Pflegekasse",
            "recipient_land": "HB",
            "delivery": "post" if values.get("notice_on") else None,
            "amount_requested": requested,
            **values,
        },
    )
    _evidence_rows(rows, draft, application, applied)


def _as_told(draft: Draft, known: dict[str, Any]) -> dict[str, Any]:
    """What a known case says: days as days before today."""
    return {
        name: draft.today - timedelta(days=value) if name in _DAYS else value for name, value in known.items()
    }


def _by_chance(draft: Draft) -> dict[str, Any] | None:
    sent = draft.course.day_of("application")
    if sent is None or not draft.has_care:
        return None
    dice = Dice("application", draft.number)
    decided = draft.course.day_of("approved") or draft.course.day_of("rejected")
    if decided is None:
        return _waiting(draft, dice, sent)
    received = min(sent + timedelta(days=int(dice.between(1, 3))), decided)
    is_refused = draft.course.day_of("approved") is None
    values: dict[str, Any] = {
        "applied_on": sent,
        "received_on": received,
        "notice": "abgelehnt" if is_refused else "bewilligt_voll",
        "notice_on": decided,
        "posted_on": decided,
        "has_instruction": True,
    }
    works = draft.course.day_of("acceptance")
    if works is not None and not is_refused and works < draft.today:
        values["paid_on"] = min(works + timedelta(days=12), draft.today)
    if is_refused:
        values["objection_on"] = min(decided + timedelta(days=int(dice.between(9, 20))), draft.today)
        values["objection_outcome"] = "offen"
    return values


def _waiting(draft: Draft, dice: Dice, sent: date) -> dict[str, Any] | None:
    """One that waits for its answer: most of them within their time."""
    if draft.course.stage == "closed":
        return None
    ago = int(dice.between(22, 30) if dice.chance(_LATE) else dice.between(2, 19))
    received = max(sent, workday(draft.today - timedelta(days=ago)))
    values: dict[str, Any] = {"applied_on": max(sent, received - timedelta(days=2)), "received_on": received}
    if dice.chance(_INVOLVED):
        values |= {"involvement": "md", "involved_on": min(received + timedelta(days=4), draft.today)}
    return values


def _evidence_rows(rows: Rows, draft: Draft, application_id: UUID, sent: date) -> None:
    is_rented = str(draft.dwelling.get("tenure") or "").startswith("miete")
    kinds = (*_PROOFS, "vermieterzustimmung") if is_rented else _PROOFS
    dice = Dice("evidence", draft.number)
    for position, kind in enumerate(kinds):
        dated = sent - timedelta(days=int(dice.between(1, 12)))
        rows.add(
            Evidence,
            moment(sent, time(10)),
            application_id=application_id,
            kind=kind,
            dated_on=dated,
            present_on=dated,
            sent_on=sent,
            position=position,
        )
    for request in draft.known.get("requests", ()):
        asked = draft.today - timedelta(days=request["back"])
        rows.add(
            DocumentRequest,
            moment(asked, time(9)),
            application_id=application_id,
            requested_on=asked,
            what=request["what"],
            due_on=draft.today + timedelta(days=request["due"]),
        )
