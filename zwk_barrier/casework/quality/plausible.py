"""What can be true: bounds for dates and numbers, each with the sentence that says why not."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.colours import contrast_to_white, is_colour, readable
from zwk_barrier.wording import _

_LONGEST_TEXT: Final = 20_000
_FIRST_YEAR: Final = 1990
_OLDEST: Final = 1900
_YEARS_AHEAD: Final = 5

SURVEY_QUESTIONS: Final = ("safety", "independence", "relief", "staying", "satisfaction")
"""The columns of the five questions asked afterwards, in their order; answers from 1 to 5."""

_HAPPENED: Final = (
    *("applied_on", "lodged_elsewhere_on", "received_on", "involved_on", "report_on"),
    *("reasons_on", "entitled_on"),
    *("notice_on", "posted_on", "delivered_on", "paid_on", "proof_sent_on"),
    *("objection_on", "objection_decided_on"),
)
"""The days of an application on which something has happened: none of them can lie ahead."""
_AMOUNTS: Final = ("amount_requested", "amount_granted", "amount_paid")

Check = Callable[[str, object, date], None]


def check(table: str, name: str, value: object, today: date) -> object:
    """The value itself; raises InputProblem with field ``name`` when it cannot be true."""
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        raise InputProblem(name, _("Der Text ist zu lang: höchstens 20.000 Zeichen."))
    rule = _RULES.get(f"{table}.{name}") or _RULES.get(name)
    if rule is not None and value is not None:
        rule(name, value, today)
    return value


def _day(earliest: int, years_ahead: int) -> Check:
    def rule(name: str, value: object, today: date) -> None:
        day = value.date() if isinstance(value, datetime) else value
        if not isinstance(day, date):
            return
        if day.year < earliest:
            raise InputProblem(
                name,
                _("{year} liegt zu weit zurück.").format(year=day.year),
                advice=_("Frühestens {year} ist möglich.").format(year=earliest),
            )
        if years_ahead == 0 and day > today:
            raise InputProblem(name, _("Dieser Tag liegt in der Zukunft."))
        if day > today + timedelta(days=366 * years_ahead):
            raise InputProblem(name, _("Dieser Tag liegt zu weit in der Zukunft."))

    return rule


def _number(least: int, most: int) -> Check:
    def rule(name: str, value: object, _today: date) -> None:
        if isinstance(value, int | Decimal) and not least <= value <= most:
            raise InputProblem(name, _("Möglich sind {least} bis {most}.").format(least=least, most=most))

    return rule


def _birth_year(name: str, value: object, today: date) -> None:
    _number(_OLDEST, today.year)(name, value, today)


def _degree(name: str, value: object, _today: date) -> None:
    if isinstance(value, int) and (value % 10 or not 20 <= value <= 100):  # noqa: PLR2004 - § 152 SGB IX
        raise InputProblem(name, _("Der Grad der Behinderung steht in Zehnern von 20 bis 100."))


def _accent(name: str, value: object, _today: date) -> None:
    """Text in this colour is read by people who see badly: WCAG 2.2, 1.4.3."""
    if not isinstance(value, str):
        return
    if not is_colour(value):
        raise InputProblem(name, _("Eine Farbe schreibt sich so: #0a5673."))
    if (better := readable(value)) != value.lower():
        ratio = f"{contrast_to_white(value):.1f}".replace(".", ",")
        raise InputProblem(
            name,
            _("Zu hell: Kontrast {ratio}:1 auf Weiß, nötig sind 4,5:1. Gut zu lesen ist {colour}.").format(
                ratio=ratio, colour=better
            ),
        )


_past: Final = _day(_OLDEST, 0)
_around: Final = _day(_FIRST_YEAR, _YEARS_AHEAD)
_RULES: Final[dict[str, Check]] = {
    "born_on": _past,
    "birth_year": _birth_year,
    "care_grade_since": _day(1995, 0),
    "given_on": _day(_FIRST_YEAR, 0),
    "revoked_on": _day(_FIRST_YEAR, 0),
    "privacy_given_on": _day(_FIRST_YEAR, 0),
    "happened_at": _day(_FIRST_YEAR, 0),
    "visited_on": _around,
    "due_on": _around,
    "done_on": _day(_FIRST_YEAR, 0),
    "closed_on": _day(_FIRST_YEAR, 0),
    "discharge_on": _around,
    "disability_degree": _degree,
    "household_size": _number(1, 30),
    "household_in_care": _number(0, 30),
    "aid_width_cm": _number(20, 200),
    "aid_length_cm": _number(20, 250),
    "turning_circle_cm": _number(50, 300),
    "reach_low_cm": _number(0, 200),
    "reach_high_cm": _number(20, 260),
    "seat_height_cm": _number(20, 90),
    "floors": _number(0, 60),
    "floor": _number(-3, 60),
    "steps_to_entrance": _number(0, 500),
    "steps_to_dwelling": _number(0, 1500),
    "living_space": _number(5, 2000),
    "room_count": _number(1, 50),
    "lived_since": _number(_OLDEST, 2100),
    "minutes": _number(0, 24 * 60),
    "travel_minutes": _number(0, 24 * 60),
    "lock_after_minutes": _number(1, 240),
    "cost_low": _number(0, 100_000_000),
    "cost_high": _number(0, 100_000_000),
    "cost_actual": _number(0, 100_000_000),
    "quote.amount": _number(0, 100_000_000),
    "quoted_on": _day(_FIRST_YEAR, 0),
    "valid_until": _around,
    "asked_on": _day(_FIRST_YEAR, 0),
    **{f"application.{name}": _day(_FIRST_YEAR, 0) for name in _HAPPENED},
    **{f"application.{name}": _number(0, 100_000_000) for name in _AMOUNTS},
    "decide_by": _around,
    "absence.first_on": _around,
    "absence.last_on": _around,
    "rule_day": _around,
    **{f"evidence.{name}": _day(_FIRST_YEAR, 0) for name in ("dated_on", "present_on", "sent_on")},
    **{f"document_request.{name}": _day(_FIRST_YEAR, 0) for name in ("requested_on", "answered_on")},
    "letter.sent_on": _day(_FIRST_YEAR, 0),
    "written_on": _around,
    "office.accent": _accent,
    **{f"activity.{name}": _number(0, 10_000) for name in ("participants", "advised")},
    "activity.held_on": _around,
    "staff_month.share": _number(0, 100),
    **{f"staff_month.{kind}_minutes": _number(0, 400 * 60) for kind in ("direct", "indirect", "travel")},
    "staff_month.cost": _number(0, 100_000_000),
    **{f"local_offer.{name}": _around for name in ("checked_on", "ended_on")},
    "referred_on": _day(_FIRST_YEAR, 0),
    "disclosed_on": _day(_FIRST_YEAR, 0),
    **{f"outcome_survey.{name}": _number(1, 5) for name in SURVEY_QUESTIONS},
}
