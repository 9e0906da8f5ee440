"""How the state of an application and its deadlines look, and which letter answers each: the same on every page."""

from typing import Final

from zwk_barrier.casework.payers.application_state import GRANTED, REFUSED, ApplicationState
from zwk_barrier.casework.payers.deadline_views import DeadlineView
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.wording import _

_QUIET: Final = frozenset({"planned", "withdrawn", "passed_on"})
_SOON: Final = 7  # days
_ANSWERS: Final = {
    "decision": "reminder",
    "fiction": "reminder",
    "report": "reminder",
    "announced_decision": "reminder",
    "objection_decision": "reminder",
    "objection": "objection",
    "papers": "evidence_list",
}


def state_tone(state: ApplicationState) -> Tone:
    """How a state looks beside its word."""
    if state.stage in GRANTED:
        return Tone.GOOD
    if state.stage in REFUSED:
        return Tone.LATE
    if state.stage == "expired":
        return Tone.SOON
    return Tone.PLAIN if state.stage in _QUIET else Tone.ACCENT


def deadline_sign(view: DeadlineView) -> tuple[Tone, str]:
    """How a deadline looks beside its words: tone and icon."""
    if not view.is_open:
        return Tone.GOOD, "check"
    if view.days_left < 0:
        return Tone.LATE, "circle-alert"
    return (Tone.SOON, "triangle-alert") if view.days_left <= _SOON else (Tone.PLAIN, "calendar")


def answer_to(view: DeadlineView) -> str:
    """The template of the letter that is due, empty when none is: a payer is reminded once its time is over."""
    letter = _ANSWERS.get(view.kind, "")
    if not view.is_open or (letter == "reminder" and not view.is_overdue):
        return ""
    return letter


def letter_words(code: str) -> str:
    """What the button says that writes this letter; empty for none."""
    return {
        "application": _("Antrag schreiben"),
        "landlord_consent": _("Vermietung um Zustimmung bitten"),
        "receipt": _("Eingang bestätigen"),
        "evidence_list": _("Nachweise nachreichen"),
        "reminder": _("Erinnerung schreiben"),
        "objection": _("Widerspruch schreiben"),
    }.get(code, "")
