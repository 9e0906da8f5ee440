"""Every dimension by name."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from zwk_barrier.statistics.dimensions import makers
from zwk_barrier.statistics.dimensions.dimension import NOT_KNOWN, Dimension
from zwk_barrier.statistics.dimensions.kinds import (
    ages,
    areas,
    classes,
    counted,
    days,
    euros,
    listed,
    minutes,
    programmes,
    quarters,
    worded,
    yes_no,
)
from zwk_barrier.wording import N_

_WAITS: Final = (0, 4, 8, 15, 22, 29, 43, 57, 85, 113, 169, 253, 366, 731)
_GRADES: Final = {str(mark): str(mark) for mark in range(1, 6)} | {NOT_KNOWN: N_("nicht beantwortet")}
Make = Callable[[], Dimension]


@cache
def dimension(name: str, region: str = "bremerhaven") -> Dimension:
    """The dimension of that name; only ``area`` depends on the region.  Raises KeyError for one there is none of."""
    return areas(region) if name == "area" else _MAKERS[name]()


def dimension_names() -> tuple[str, ...]:
    """The names of all dimensions."""
    return ("area", *_MAKERS)


def _waits(name: str, title: str, empty: str) -> Make:
    return lambda: classes(name, title, _WAITS, days, empty=empty)


def _mark(name: str, title: str) -> Make:
    return lambda: worded(name, title, _GRADES, NOT_KNOWN)


def _simple(name: str, title: str, code_list: str) -> Make:
    return lambda: listed(name, title, code_list)


_MAKERS: Final[Mapping[str, Make]] = {
    "quarter": quarters,
    "age": ages,
    "arrival": lambda: worded(
        "arrival", N_("Neu oder übernommen"), {"new": N_("neu"), "carried": N_("aus dem Vorquartal")}, "new"
    ),
    "gender": lambda: listed("gender", N_("Geschlecht"), "gender", unknown="keine_angabe"),
    "household": makers.household,
    "care_grade": makers.care_grade,
    "migration": makers.migration,
    "language": makers.language,
    "interpreter": lambda: yes_no("interpreter", N_("Dolmetschbedarf"), has_unknown=True, is_sensitive=True),
    "disability": makers.disability,
    "dementia": lambda: yes_no("dementia", N_("Demenz"), has_unknown=True, is_sensitive=True),
    "impairment": lambda: listed("impairment", N_("Einschränkung"), "impairment", is_sensitive=True),
    "falls": lambda: listed("falls", N_("Stürze"), "fall_count", is_sensitive=True),
    "income": _simple("income", N_("Einkommenslage"), "income"),
    "tenure": makers.tenure,
    "landlord": _simple("landlord", N_("Vermietung"), "landlord"),
    "building_type": makers.building_type,
    "building_age": makers.building_age,
    "floor": makers.floor,
    "lift": lambda: yes_no("lift", N_("Aufzug"), has_unknown=True),
    "steps": lambda: classes(
        "steps", N_("Stufen bis zur Wohnung"), (0, 1, 4, 10, 20), counted, empty=N_("nicht angegeben")
    ),
    "suitability": lambda: listed(
        "suitability", N_("Eignung der Wohnung"), "suitability", unknown="nicht_geprueft"
    ),
    "occasion": _simple("occasion", N_("Anlass"), "occasion"),
    "access_path": _simple("access_path", N_("Zugangsweg"), "access_path"),
    "channel": _simple("channel", N_("Kanal"), "channel"),
    "enquirer": _simple("enquirer", N_("Anfragende Person"), "enquirer"),
    "counselling_type": _simple("counselling_type", N_("Beratungsart"), "counselling_type"),
    "managed": lambda: yes_no("managed", N_("Fallmanagement")),
    "first_of_person": lambda: yes_no("first_of_person", N_("Erster Fall der Person im Jahr")),
    "first_of_dwelling": lambda: yes_no("first_of_dwelling", N_("Erster Fall des Haushalts im Jahr")),
    "contacts_per_case": lambda: classes(
        "contacts_per_case",
        N_("Kontakte je Fall"),
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30),
        counted,
    ),
    "outcome": _simple("outcome", N_("Ergebnis"), "outcome"),
    "days_open": _waits("days_open", N_("Dauer des Falls"), N_("nicht angegeben")),
    "with_case": lambda: yes_no("with_case", N_("Mit Fall")),
    "anonymous": lambda: yes_no("anonymous", N_("Anonym")),
    "length": lambda: worded(
        "length",
        N_("Länge"),
        {
            "short": N_("bis 15 Minuten"),
            "longer": N_("länger als 15 Minuten"),
            NOT_KNOWN: N_("nicht angegeben"),
        },
        NOT_KNOWN,
    ),
    "contact_kind": _simple("contact_kind", N_("Kontaktart"), "contact_kind"),
    "direction": _simple("direction", N_("Richtung"), "contact_direction"),
    "purpose": _simple("purpose", N_("Anlass des Besuchs"), "visit_purpose"),
    "repeat": lambda: worded(
        "repeat",
        N_("Erster oder weiterer Besuch"),
        {"first": N_("erster Besuch"), "further": N_("weiterer Besuch")},
        "further",
    ),
    "minutes": lambda: classes("minutes", N_("Dauer"), (0, 16, 31, 46, 61, 91, 121), minutes),
    "days_to_visit": _waits("days_to_visit", N_("Tage bis zum Besuch"), N_("kein Besuch")),
    "measure_kind": _simple("measure_kind", N_("Art der Maßnahme"), "measure_kind"),
    "measure_status": _simple("measure_status", N_("Status"), "measure_status"),
    "state": makers.state,
    "applied": lambda: yes_no("applied", N_("Beantragt")),
    "carried_out": lambda: yes_no("carried_out", N_("Umgesetzt")),
    "case_closed": lambda: yes_no("case_closed", N_("Fall abgeschlossen")),
    "not_done_reason": lambda: listed("not_done_reason", N_("Grund der Nichtumsetzung"), "not_done_reason"),
    "room": makers.room,
    "payer_hint": _simple("payer_hint", N_("Vorgesehener Kostenträger"), "payer"),
    "trade": _simple("trade", N_("Gewerk"), "trade"),
    "cost": lambda: classes(
        "cost",
        N_("Kosten"),
        (0, 5_000, 10_000, 25_000, 50_000, 100_000, 200_000, 400_000, 600_000, 800_000, 1_200_000, 2_000_000),
        euros,
        empty=N_("Kosten nicht erfasst"),
    ),
    "days_from_visit": _waits("days_from_visit", N_("Tage seit dem Besuch"), N_("ohne Besuch")),
    "days_from_request": _waits("days_from_request", N_("Tage seit der Anfrage"), N_("nicht angegeben")),
    "barrier_kind": lambda: worded(
        "barrier_kind",
        N_("Art der Barriere"),
        {"measured": N_("gemessen"), "described": N_("beschrieben")},
        "described",
    ),
    "result": lambda: worded(
        "result",
        N_("Was daraus wurde"),
        {"solved": N_("beseitigt"), "partly": N_("gemindert"), "remaining": N_("besteht noch")},
        "remaining",
    ),
    "programme": programmes,
    "notice": lambda: listed("notice", N_("Bescheid"), "notice", unknown="offen"),
    "days_to_notice": _waits("days_to_notice", N_("Tage bis zum Bescheid"), N_("Eingang nicht erfasst")),
    "late": lambda: yes_no("late", N_("Frist überschritten")),
    "objection": lambda: yes_no("objection", N_("Widerspruch")),
    "objection_outcome": lambda: listed(
        "objection_outcome", N_("Ausgang des Widerspruchs"), "objection_outcome", unknown="offen"
    ),
    "asked_when": lambda: listed(
        "asked_when", N_("Zeitpunkt der Befragung"), "survey_time", unknown="anderer_zeitpunkt"
    ),
    "safety": _mark("safety", N_("Sicherheit")),
    "independence": _mark("independence", N_("Selbstständigkeit")),
    "relief": _mark("relief", N_("Entlastung der Pflege")),
    "staying": _mark("staying", N_("Verbleib in der Wohnung (Einschätzung)")),
    "satisfaction": _mark("satisfaction", N_("Zufriedenheit")),
    "whereabouts": _simple("whereabouts", N_("Verbleib"), "whereabouts"),
    "at_home": lambda: yes_no("at_home", N_("Lebt in der Wohnung"), has_unknown=True),
    "offer_kind": _simple("offer_kind", N_("Art des Angebots"), "offer_kind"),
    "referral_outcome": lambda: listed(
        "referral_outcome", N_("Was daraus wurde"), "referral_outcome", unknown="offen"
    ),
    "activity_kind": lambda: listed(
        "activity_kind", N_("Art der Arbeit"), "activity_kind", unknown="sonstiges"
    ),
}
