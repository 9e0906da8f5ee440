"""Where an application stands, in one word and with the day it rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from zwk_barrier.model import Application
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import N_, _

Stage = Literal[
    "planned",
    "sent",
    "received",
    "examined",
    "expired",
    "passed_on",
    "withdrawn",
    "granted",
    "partly",
    "refused",
    "objecting",
    "objecting_further",
    "objection_won",
    "objection_lost",
    "paid",
]

_WORDS: Final[Mapping[Stage, str]] = {
    "planned": N_("geplant"),
    "sent": N_("gestellt"),
    "received": N_("eingegangen"),
    "examined": N_("in Prüfung"),
    "expired": N_("Frist abgelaufen, Fiktion prüfen"),
    "passed_on": N_("weitergeleitet"),
    "withdrawn": N_("zurückgenommen"),
    "granted": N_("bewilligt"),
    "partly": N_("teilweise bewilligt"),
    "refused": N_("abgelehnt"),
    "objecting": N_("Widerspruch läuft"),
    "objecting_further": N_("bewilligt, Widerspruch läuft"),
    "objection_won": N_("Widerspruch erfolgreich"),
    "objection_lost": N_("Widerspruch zurückgewiesen"),
    "paid": N_("ausgezahlt"),
}
_NOTICES: Final[Mapping[str, Stage]] = {
    "bewilligt_voll": "granted",
    "bewilligt_teil": "partly",
    "abgelehnt": "refused",
    "fiktion_eingetreten": "expired",
    "zurueckgenommen": "withdrawn",
    "weitergeleitet": "passed_on",
}
_OBJECTIONS: Final[Mapping[str, Stage]] = {
    "stattgegeben": "objection_won",
    "teilweise": "objection_won",
    "zurueckgewiesen": "objection_lost",
}
WAITING: Final[frozenset[Stage]] = frozenset({"sent", "received", "examined", "expired"})
"""Applied for, and nothing decided yet."""
GRANTED: Final[frozenset[Stage]] = frozenset(
    {"granted", "partly", "objecting_further", "objection_won", "paid"}
)
"""Something was granted, also while an objection asks for more."""
REFUSED: Final[frozenset[Stage]] = frozenset({"refused", "objecting", "objection_lost"})


@dataclass(frozen=True, slots=True)
class ApplicationState:
    """The stage of an application and the day it was reached, as far as that is known."""

    stage: Stage
    on: date | None

    @property
    def word(self) -> str:
        """The stage in a word or two, never more than was decided."""
        return _(_WORDS[self.stage])

    def in_words(self, today: date) -> str:
        """The word with its day: ``eingegangen am 2.11.``."""
        if self.on is None:
            return self.word
        lasts = self.stage in ("examined", "objecting", "objecting_further")
        words = _("{state} seit {day}") if lasts else _("{state} am {day}")
        return words.format(state=self.word, day=format_near_date(self.on, today))


def state_of(application: Application) -> ApplicationState:
    """Where an application stands: the last thing known to have happened counts."""
    for find in _LATEST_FIRST:
        if (state := find(application)) is not None:
            return state
    return ApplicationState("planned", None)


def _withdrawn(one: Application) -> ApplicationState | None:
    return ApplicationState("withdrawn", one.notice_on) if one.notice == "zurueckgenommen" else None


def _paid(one: Application) -> ApplicationState | None:
    is_paid = one.paid_on is not None or bool(one.amount_paid)
    return ApplicationState("paid", one.paid_on) if is_paid else None


def _objecting(one: Application) -> ApplicationState | None:
    """An objection that is still open; what was granted meanwhile stays granted."""
    if one.objection_on is None or one.objection_outcome not in (None, "offen"):
        return None
    is_granted = _NOTICES.get(one.notice or "") in ("granted", "partly")
    return ApplicationState("objecting_further" if is_granted else "objecting", one.objection_on)


def _objected(one: Application) -> ApplicationState | None:
    """An objection that was decided; one dismissed leaves a grant as it was."""
    stage = _OBJECTIONS.get(one.objection_outcome or "")
    is_granted = _NOTICES.get(one.notice or "") in ("granted", "partly")
    if stage is None or (stage == "objection_lost" and is_granted):
        return None
    return ApplicationState(stage, one.objection_decided_on)


def _decided(one: Application) -> ApplicationState | None:
    stage = _NOTICES.get(one.notice or "")
    return (
        None if stage is None else ApplicationState(stage, one.notice_on or one.posted_on or one.delivered_on)
    )


def _examined(one: Application) -> ApplicationState | None:
    is_examined = one.involvement not in (None, "keine")
    return ApplicationState("examined", one.involved_on or one.received_on) if is_examined else None


def _received(one: Application) -> ApplicationState | None:
    on = one.received_on or one.lodged_elsewhere_on
    return None if on is None else ApplicationState("received", on)


def _sent(one: Application) -> ApplicationState | None:
    return None if one.applied_on is None else ApplicationState("sent", one.applied_on)


_LATEST_FIRST: Final[tuple[Callable[[Application], ApplicationState | None], ...]] = (
    _withdrawn,
    _objecting,
    _paid,
    _objected,
    _decided,
    _examined,
    _received,
    _sent,
)
