"""A funding check in words: never a promise, always with law, day and what is uncertain."""

from datetime import date
from typing import Final

from zwk_barrier.casework.payers.funding import FundingLine, Sentence
from zwk_barrier.desktop.destinations import CaseTab
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.rules.typed import NBSP, format_date, format_money
from zwk_barrier.wording import N_, _

_STANDINGS: Final = {
    "possible": (N_("kann beantragt werden"), Tone.GOOD, "check"),
    "missing": (N_("es fehlt noch etwas"), Tone.SOON, "contrast"),
    "unclear": (N_("zu prüfen"), Tone.PLAIN, "circle-question-mark"),
    "closed": (N_("nimmt keine Anträge an"), Tone.PLAIN, "x"),
    "excluded": (N_("trifft nicht zu"), Tone.PLAIN, "x"),
}

PLACES: Final[dict[str, tuple[CaseTab, str]]] = {
    "care_grade": ("person", "person_care_grade"),
    "insurance_type": ("person", "person_insurance_type"),
    "insurance_share": ("person", "person_insurance_share"),
    "income": ("person", "person_income"),
    "disability": ("person", "person_disability_degree"),
    "disability_degree": ("person", "person_disability_degree"),
    "employment": ("person", "person_is_employed"),
    "household_members": ("person", "person_household_add"),
    "tenure": ("dwelling", "dwelling_tenure"),
    "landlord_consent": ("dwelling", "dwelling_consent_state"),
    "owners_resolution": ("dwelling", "dwelling_resolution_state"),
    "escape_route": ("dwelling", "building_escape_route_note"),
    "quote": ("measures", ""),
    "measures": ("measures", "case_measure_list_add"),
}
"""Where what is missing is entered: the tab and the objectName of the field."""


def standing(line: FundingLine) -> tuple[str, Tone, str]:
    """The word, tone and icon of where a programme stands."""
    word, tone, icon = _STANDINGS[line.standing]
    return _(word), tone, icon


def amount_in_words(line: FundingLine) -> str:
    """What could be applied for, ``bis zu 8.360 €``; empty when there is no figure."""
    amount = line.amount
    if line.standing not in {"possible", "missing", "unclear"} or amount is None:
        return ""
    if line.kind == "loan":
        return _("Kredit bis zu {amount}").format(amount=format_money(amount))
    if line.kind in {"grant", "in_kind"}:
        words = (
            _("kann beantragt werden: bis zu {amount}")
            if line.standing == "possible"
            else _("möglich sind bis zu {amount}")
        )
        return words.format(amount=format_money(amount))
    return _("bis zu {amount}").format(amount=format_money(amount))


def costs_in_words(line: FundingLine) -> str:
    """What that means at the costs known now, when they leave less than the limit; and what was used."""
    parts = []
    if line.cap is not None and line.most is not None and 0 < line.most < line.cap:
        parts.append(_("nach den jetzigen Kosten höchstens {amount}").format(amount=format_money(line.most)))
    if line.used:
        parts.append(_("schon bewilligt {amount}").format(amount=format_money(line.used)))
    return " · ".join(parts)


def stand_in_words(line: FundingLine) -> str:
    """Law and day of the last look: ``§ 40 Abs. 4 SGB XI · Stand 29.4.2026``."""
    stand = _("Stand {day}").format(day=format_date(date.fromisoformat(line.checked_on)))
    parts = [_bound(line.law), stand]
    if line.is_uncertain:
        parts.append(_("Angaben zu prüfen"))
    return " · ".join(parts)


def told(sentence: Sentence) -> str:
    """A sentence with its law in brackets."""
    return f"{sentence.text} ({_bound(sentence.law)})" if sentence.law else sentence.text


def jump_in_words(code: str) -> str:
    """The button to where something missing is entered; empty when there is no such place."""
    place = PLACES.get(code)
    if place is None:
        return ""
    return {
        "person": _("Zur Person"),
        "dwelling": _("Zur Wohnung"),
        "measures": _("Zu den Maßnahmen"),
    }[place[0]]


def _bound(law: str) -> str:
    """A law whose signs stay with their numbers where a line ends."""
    for sign in ("§ ", "Abs. ", "Nr. ", "Satz ", "Buchst. "):
        law = law.replace(sign, sign.rstrip() + NBSP)
    return law
