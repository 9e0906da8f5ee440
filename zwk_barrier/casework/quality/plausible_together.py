"""What cannot be true together: days in the wrong order, more granted than asked for; each with its sentence."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from zwk_barrier.model import Record
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed import format_date, format_money
from zwk_barrier.wording import N_, _

_Order = tuple[str, str, str]

_RECEIVED_LATE: Final = N_("Der Eingang ({later}) kann nicht vor dem Absenden ({earlier}) liegen.")
_NOTICE_EARLY: Final = N_("Der Bescheid ({later}) kann nicht älter sein als der Eingang ({earlier}).")

_DAYS: Final[Mapping[str, tuple[_Order, ...]]] = {
    "application": (
        ("applied_on", "received_on", _RECEIVED_LATE),
        ("applied_on", "lodged_elsewhere_on", _RECEIVED_LATE),
        ("received_on", "notice_on", _NOTICE_EARLY),
        ("lodged_elsewhere_on", "notice_on", _NOTICE_EARLY),
        (
            "received_on",
            "involved_on",
            N_("Die Beteiligung ({later}) kann nicht vor dem Eingang ({earlier}) mitgeteilt sein."),
        ),
        (
            "received_on",
            "reasons_on",
            N_("Gründe ({later}) können nicht vor dem Eingang ({earlier}) mitgeteilt sein."),
        ),
        (
            "reasons_on",
            "decide_by",
            N_("Die angekündigte Entscheidung ({later}) liegt nicht vor ihrer Ankündigung ({earlier})."),
        ),
        (
            "notice_on",
            "posted_on",
            N_(
                "Der Bescheid kann nicht zur Post gegeben sein ({later}), bevor er geschrieben war ({earlier})."
            ),
        ),
        (
            "notice_on",
            "delivered_on",
            N_("Der Bescheid kann nicht angekommen sein ({later}), bevor er geschrieben war ({earlier})."),
        ),
        (
            "posted_on",
            "delivered_on",
            N_("Der Bescheid kann nicht angekommen sein ({later}), bevor er zur Post ging ({earlier})."),
        ),
        (
            "notice_on",
            "objection_on",
            N_("Der Widerspruch ({later}) kann nicht vor dem Bescheid ({earlier}) liegen."),
        ),
        (
            "objection_on",
            "objection_decided_on",
            N_("Über den Widerspruch kann nicht vor ihm ({earlier}) entschieden sein ({later})."),
        ),
        (
            "applied_on",
            "paid_on",
            N_("Die Auszahlung ({later}) kann nicht vor dem Antrag ({earlier}) liegen."),
        ),
    ),
    "evidence": (
        (
            "dated_on",
            "sent_on",
            N_("Ein Nachweis vom {earlier} kann nicht schon am {later} abgeschickt sein."),
        ),
    ),
    "measure": (
        (
            "ordered_on",
            "done_on",
            N_("Umgesetzt ({later}) kann nicht sein, was erst danach beauftragt wurde ({earlier})."),
        ),
    ),
    "absence": (
        ("first_on", "last_on", N_("Das Ende ({later}) kann nicht vor dem Anfang ({earlier}) liegen.")),
    ),
    "outreach_place": (
        ("begins_on", "ends_on", N_("Das Ende ({later}) kann nicht vor dem Anfang ({earlier}) liegen.")),
    ),
    "document_request": (
        (
            "requested_on",
            "due_on",
            N_("Die Frist ({later}) kann nicht vor der Nachforderung ({earlier}) enden."),
        ),
        (
            "requested_on",
            "answered_on",
            N_("Nachgereicht ({later}) wird nicht vor der Nachforderung ({earlier})."),
        ),
    ),
}
"""The earlier and the later day of each table, and what is said when they lie the other way round."""

_AMOUNTS: Final[Mapping[str, tuple[_Order, ...]]] = {
    "application": (
        (
            "amount_granted",
            "amount_requested",
            N_("Bewilligt ({less}) kann nicht mehr sein als beantragt ({more})."),
        ),
        (
            "amount_paid",
            "amount_granted",
            N_("Ausgezahlt ({less}) kann nicht mehr sein als bewilligt ({more})."),
        ),
    ),
}


def check_together(row: Record, changed: Collection[str]) -> None:
    """Raises InputProblem, naming the changed field, when values of ``row`` cannot be true together."""
    table = row.__tablename__
    for earlier, later, sentence in _DAYS.get(table, ()):
        field = _changed_one(changed, later, earlier)
        first, last = _day(row, earlier), _day(row, later)
        if field and first and last and last < first:
            raise InputProblem(field, _(sentence).format(earlier=format_date(first), later=format_date(last)))
    for less, more, sentence in _AMOUNTS.get(table, ()):
        field = _changed_one(changed, less, more)
        part, whole = getattr(row, less), getattr(row, more)
        if field and part is not None and whole is not None and part > whole:
            raise InputProblem(field, _(sentence).format(less=format_money(part), more=format_money(whole)))


def _changed_one(changed: Collection[str], *columns: str) -> str:
    return next((column for column in columns if column in changed), "")


def _day(row: Record, column: str) -> date | None:
    value = getattr(row, column)
    return value if isinstance(value, date) else None
