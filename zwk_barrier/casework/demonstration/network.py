"""Work without a case as rows: offers, consultation hours, activities and the hours of three years, and a few slips.

Nothing here throws the dice of a case, so that the cases stay what they were.
"""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft, moment
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.timeline import workday
from zwk_barrier.casework.network.staff_hours import first_of_month
from zwk_barrier.model import Activity, LocalOffer, OutreachPlace, Referral, StaffMonth
from zwk_barrier.resources import resource

_YEARS: Final = 3
_MONTHS: Final = 12 * _YEARS
_YEAR: Final = 365
_REFERRED: Final = 22  # of one hundred cases
_OUTCOMES: Final = (
    ("angenommen", 52),
    ("offen", 22),
    ("abgelehnt", 12),
    ("kein_platz", 9),
    ("nicht_passend", 5),
)
_POSTS: Final = ((100, 545_000), (75, 402_000), (50, 251_000))
"""Share of a post in percent and its monthly cost in cents, by turns."""

_SLIPS: Final = 12  # of one hundred cases
_MISTYPED: Final = 1904  # for 1940


@cache
def _told() -> dict[str, list[dict[str, Any]]]:
    with resource("demonstration", "network.toml").open("rb") as file:
        return tomllib.load(file)


def offer_rows(rows: Rows, today: date) -> tuple[UUID, ...]:
    """The directory; gives the ids of what is still offered."""
    standing = []
    for told in _told()["offer"]:
        values = dict(told)
        checked, ended = values.pop("checked_back"), values.pop("ended_back", None)
        offer = rows.add(
            LocalOffer,
            moment(today - timedelta(days=_YEARS * _YEAR), time(9)),
            checked_on=today - timedelta(days=checked),
            ended_on=None if ended is None else today - timedelta(days=ended),
            **values,
        )
        if ended is None:
            standing.append(offer)
    return tuple(standing)


def referral_rows(rows: Rows, draft: Draft, case_id: UUID, offers: Sequence[UUID]) -> None:
    """Where the person of a case was referred to, of some cases."""
    dice = Dice("referral", draft.number)
    if not offers or not dice.chance(_REFERRED):
        return
    first, last = draft.opened_at.date(), draft.today - timedelta(days=1)
    day = workday(first + timedelta(days=int(dice.between(0, max(0, min(40, (last - first).days))))))
    day = min(max(day, first), draft.today)
    rows.add(
        Referral,
        moment(day, time(11)),
        offer_id=dice.early(offers),
        case_id=case_id,
        staff_id=draft.staff_id,
        referred_on=day,
        outcome=dice.weighted(_OUTCOMES),
    )


def network_rows(rows: Rows, advisors: Sequence[UUID], today: date) -> None:
    """Places, activities and hours of the last three years."""
    for number, told in enumerate(_told()["place"]):
        _place_rows(rows, told, advisors[number % len(advisors)], today)
    for told in _told()["activity"]:
        _activity_rows(rows, told, advisors, today)
    for number, staff_id in enumerate(advisors):
        _hour_rows(rows, staff_id, *_POSTS[number % len(_POSTS)], today)


def slip(draft: Draft) -> None:
    """Takes something out of a case as it is forgotten in a busy office; well-known cases are whole."""
    dice = Dice("slip", draft.number)
    if draft.known or not dice.chance(_SLIPS):
        return
    is_let = str(draft.dwelling.get("tenure")).startswith("miete")
    is_closed = draft.file.get("status") == "closed"
    matter = dice.one(("area", "birth", "age", *("landlord",) * is_let, *("outcome",) * is_closed))
    if matter == "area":
        draft.building["area"] = None
    elif matter == "landlord":
        draft.dwelling["landlord"] = None
    elif matter == "outcome":
        draft.file["outcome"] = None
    else:
        draft.person.values.update(born_on=None, birth_year=None if matter == "birth" else _MISTYPED)


def _place_rows(rows: Rows, told: dict[str, Any], staff_id: UUID, today: date) -> None:
    values = {name: value for name, value in told.items() if name not in ("weekday", "advised")}
    begins = first_of_month(today, -_MONTHS)
    made = moment(begins, time(9))
    place = rows.add(OutreachPlace, made, begins_on=begins, **values)
    dice = Dice("place", told["name"])
    for day in _days_of(begins, today, told["weekday"]):
        if dice.chance(90):  # somebody is ill, or it is Christmas
            rows.add(
                Activity,
                moment(day, time(16)),
                kind="sprechstunde",
                title=told["name"],
                outreach_place_id=place,
                held_on=day,
                begins_at=time(10),
                place=told["address"],
                area=told["area"],
                advised=int(dice.between(*told["advised"])),
                minutes=150,
                travel_minutes=20,
                staff_id=staff_id,
            )


def _days_of(first: date, today: date, weekday: int) -> Iterable[date]:
    """Of every month the first such weekday, up to yesterday."""
    for months in range(_MONTHS + 1):
        begin = first_of_month(first, months)
        day = begin + timedelta(days=(weekday - begin.weekday()) % 7)
        if day < today:
            yield day


def _activity_rows(rows: Rows, told: dict[str, Any], advisors: Sequence[UUID], today: date) -> None:
    dice = Dice("activity", told["kind"])
    for _number in range(_YEARS * told["often"]):
        day = workday(today - timedelta(days=1 + int(_YEARS * _YEAR * dice.random())))
        rows.add(
            Activity,
            moment(day, time(17)),
            kind=told["kind"],
            title=dice.one(told["titles"]),
            held_on=day,
            place=dice.one(told["places"]) if told["places"] else None,
            area=None if dice.chance(40) else dice.one(("132", "123", "221", "25", "21")),
            partner=dice.one(told["partners"]),
            audiences=told["audiences"],
            topics=told["topics"] or None,
            participants=int(dice.between(*told["people"])) if told["people"] else None,
            advised=int(dice.between(0, 4)) if told["people"] else None,
            minutes=15 * int(dice.between(told["minutes"][0] // 15, told["minutes"][1] // 15)),
            travel_minutes=int(dice.between(0, 60, 10)),
            staff_id=dice.one(advisors),
        )


def _hour_rows(rows: Rows, staff_id: UUID, share: int, cost: int, today: date) -> None:
    """The months that are over; the one that runs is typed when it ends."""
    dice = Dice("hours", share, cost)
    full = 39 * 60 * 52 / 12 * share / 100  # minutes a month
    for back in range(1, _MONTHS + 1):
        month = first_of_month(today, -back)
        present = full * dice.between(0.72, 0.92, 0.01)  # holidays, illness
        direct, travel = present * dice.between(0.42, 0.55, 0.01), present * dice.between(0.06, 0.11, 0.01)
        rows.add(
            StaffMonth,
            moment(first_of_month(month, 1), time(9)),
            month=month,
            staff_id=staff_id,
            share=share,
            direct_minutes=_quarter_hours(direct),
            travel_minutes=_quarter_hours(travel),
            indirect_minutes=_quarter_hours(present - direct - travel),
            cost=cost if month.year == today.year else round(cost * 0.97, -2),
        )


def _quarter_hours(minutes: float) -> int:
    return 15 * round(minutes / 15)
