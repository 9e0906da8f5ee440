"""Every indicator of the report once more, written out in plain Python over the rows of an office.

Each function says what its definition says.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from tests.statistics.world import (
    ACCESS,
    DONE,
    FIRST,
    GRANTED,
    HOME_GRANT,
    RENTED,
    World,
    local,
    quarter_end,
    within,
)
from zwk_barrier.model import Application, CaseFile, Contact, Measure, OutcomeSurvey, Referral, Visit


def share(part: Iterable[Any], whole: Iterable[Any]) -> float | None:
    """Per cent; nothing of fewer than ten."""
    parts, wholes = len(list(part)), len(list(whole))
    return 100 * parts / wholes if wholes >= 10 else None


def ranked(values: Iterable[float | None], per_cent: int) -> float | None:
    """The value of the nearest rank; nothing of fewer than ten."""
    known = sorted(value for value in values if value is not None)
    return known[-(-len(known) * per_cent // 100) - 1] if len(known) >= 10 else None


def mean(values: Iterable[int | None]) -> float | None:
    """The mean of the marks given; nothing of fewer than ten."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if len(known) >= 10 else None


def days(first: date | None, last: date | None) -> int | None:
    """Whole days, not below none."""
    return None if first is None or last is None else max(0, (last - first).days)


def opened(world: World, case_id: UUID) -> date:
    """The day a case began."""
    return local(world.by_id(CaseFile, case_id).opened_at)


def estimate(one: Measure) -> int | None:
    """The chosen quote, else the middle of the estimate."""
    if one.cost_quoted is not None:
        return one.cost_quoted
    if one.cost_low is not None and one.cost_high is not None:
        return (one.cost_low + one.cost_high) // 2
    return one.cost_high if one.cost_high is not None else one.cost_low


def persons(cases: Sequence[CaseFile]) -> int:
    """How many different people."""
    return len({case.person_id for case in cases})


def decided_40(world: World, *notices: str) -> list[Application]:
    """Decisions about home adaptation grants."""
    return [one for one in world.notices if one.programme == HOME_GRANT and one.notice in notices]


def notice_days(world: World) -> list[int | None]:
    """Days from receipt to notice of home adaptation grants."""
    found = []
    for one in world.notices:
        if one.programme == HOME_GRANT:
            days_known = [day for day in (one.received_on, one.lodged_elsewhere_on) if day]
            found.append(days(min(days_known, default=None), world.told_on(one)))
    return found


def asked(world: World, when: str) -> list[OutcomeSurvey]:
    """Answers at a time whose whereabouts are known."""
    return [
        one for one in world.surveys if one.asked_when == when and one.whereabouts not in {None, "unbekannt"}
    ]


def at_home(surveys: Iterable[OutcomeSurvey]) -> list[OutcomeSurvey]:
    """Those who live where they lived."""
    return [one for one in surveys if one.whereabouts == "in_wohnung"]


def posts(world: World) -> float:
    """Full posts on average."""
    return sum(one.share or 0 for one in world.months) / 100 / 12


def answered_falls(rows: Iterable[Any]) -> list[Any]:
    """Who was asked about falls and knew."""
    return [row for row in rows if row.falls in {"0", "1", "2plus"}]


def _has_dementia(world: World, case: CaseFile) -> bool:
    occasions = [case.main_occasion, *(case.occasions or ())]
    return "kognition_demenz" in (world.person(case).impairments or ()) or "demenz" in occasions


def _needs_interpreter(world: World, case: CaseFile) -> bool:
    spoken = {"dolmetschen_laut", "dgs", "lbg", "schriftmittlung"}
    return bool(spoken & set(world.person(case).communication or ()))


def _contacts_until_closed(world: World, case: CaseFile) -> int:
    assert case.closed_on is not None
    until = quarter_end(case.closed_on)
    return sum(local(one.happened_at) <= until for one in world.of_case(Contact, case))


def _repeat_askers(world: World) -> int:
    """New cases whose person had another one open in the year before it."""
    return sum(
        any(
            (other.opened_at, other.id.hex) < (case.opened_at, case.id.hex)
            and (other.closed_on is None or other.closed_on >= FIRST)
            for other in world.belonging(CaseFile, case.person_id)
        )
        for case in world.new
    )


BY_HAND: Final[dict[tuple[str, str], Callable[[World], float | None]]] = {
    ("first_requests", "persons"): lambda w: len(w.new) + len(w.without_case) - _repeat_askers(w),
    ("first_requests", "all"): lambda w: len(w.new) + len(w.without_case),
    ("persons_advised", "persons"): lambda w: persons(w.served),
    ("persons_advised", "cases"): lambda w: len(w.served),
    ("persons_advised", "households"): lambda w: len({case.dwelling_id for case in w.served}),
    ("households", ""): lambda w: len({case.dwelling_id for case in w.served}),
    ("cases", ""): lambda w: len(w.served),
    ("cases_new", ""): lambda w: len(w.new),
    ("cases_carried", ""): lambda w: len(w.served) - len(w.new),
    ("cases_closed", ""): lambda w: len(w.closed),
    ("cases_managed", "derived"): lambda w: sum(w.is_managed(case) for case in w.served),
    ("cases_managed", "recorded"): lambda w: sum(c.counselling_type == "beratung_mit_fm" for c in w.served),
    ("cases_unmanaged", "derived"): lambda w: sum(not w.is_managed(case) for case in w.served),
    ("cases_unmanaged", "recorded"): lambda w: sum(
        c.counselling_type == "beratung_ohne_fm" for c in w.served
    ),
    ("moving_help", ""): lambda w: sum(c.counselling_type == "umzugsberatung" for c in w.served),
    ("contacts", "all"): lambda w: len(w.contacts),
    ("contacts", "with_case"): lambda w: sum(one.case_id is not None for one in w.contacts),
    ("short_contacts", "anonymous"): lambda w: sum(
        one.case_id is None and one.is_anonymous for one in w.contacts
    ),
    ("short_contacts", "short"): lambda w: sum(
        one.case_id is None and one.minutes is not None and one.minutes <= 15 for one in w.contacts
    ),
    ("visits", "all"): lambda w: len(w.visits),
    ("visits", "first"): lambda w: len(w.first_visits),
    ("contacts_per_case", ""): lambda w: ranked(
        (_contacts_until_closed(w, case) for case in w.closed),
        50,
    ),
    ("share_80", ""): lambda w: share([c for c in w.served if w.age(c) >= 80], w.served),
    ("share_alone", ""): lambda w: share(
        [c for c in w.served if w.person(c).household_form == "allein"], w.served
    ),
    ("share_care", ""): lambda w: share(
        [c for c in w.served if w.person(c).care_grade in {"1", "2", "3", "4", "5"}], w.served
    ),
    ("share_dementia", ""): lambda w: share([c for c in w.served if _has_dementia(w, c)], w.served),
    ("share_interpreter", ""): lambda w: share([c for c in w.served if _needs_interpreter(w, c)], w.served),
    ("share_rented", ""): lambda w: share([c for c in w.served if w.dwelling(c).tenure in RENTED], w.served),
    ("share_no_lift", ""): lambda w: share(
        [
            c
            for c in w.served
            if (w.dwelling(c).floor or 0) >= 1 and w.building(w.dwelling(c)).has_lift is False
        ],
        w.served,
    ),
    ("barriers", ""): lambda w: len(w.barriers),
    ("share_bath", ""): lambda w: share([b for b in w.barriers if b[0] in {"bad", "wc"}], w.barriers),
    ("share_access", ""): lambda w: share([b for b in w.barriers if b[0] in ACCESS], w.barriers),
    ("share_stairs", ""): lambda w: share([b for b in w.barriers if b[0] == "treppenhaus"], w.barriers),
    ("measures", ""): lambda w: len(w.measures),
    ("measures_done", ""): lambda w: len(w.done),
    ("realisation_rate", "closed"): lambda w: share(
        [m for m in w.measures if m.status in DONE and w.by_id(CaseFile, m.case_id).status == "closed"],
        [m for m in w.measures if w.by_id(CaseFile, m.case_id).status == "closed"],
    ),
    ("realisation_rate", "all"): lambda w: share([m for m in w.measures if m.status in DONE], w.measures),
    ("days_to_visit", ""): lambda w: ranked(
        (days(opened(w, one.case_id), one.visited_on) for one in w.first_visits), 50
    ),
    ("days_to_visit_p90", ""): lambda w: ranked(
        (days(opened(w, one.case_id), one.visited_on) for one in w.first_visits), 90
    ),
    ("days_visit_to_done", ""): lambda w: ranked(
        (days(getattr(w.by_id(Visit, one.visit_id), "visited_on", None), one.done_on) for one in w.done), 50
    ),
    ("days_visit_to_done_p90", ""): lambda w: ranked(
        (days(getattr(w.by_id(Visit, one.visit_id), "visited_on", None), one.done_on) for one in w.done), 90
    ),
    ("days_request_to_done", ""): lambda w: ranked(
        (days(opened(w, one.case_id), one.done_on) for one in w.done), 50
    ),
    ("cost_estimated", ""): lambda w: sum(estimate(one) or 0 for one in w.measures),
    ("cost_actual", ""): lambda w: sum(one.cost_actual or 0 for one in w.done),
    ("cost_median", ""): lambda w: ranked((one.cost_actual for one in w.done), 50),
    ("granted", ""): lambda w: sum(one.amount_granted or 0 for one in w.notices),
    ("applications_40", ""): lambda w: sum(one.programme == HOME_GRANT for one in w.applications),
    ("approval_40", ""): lambda w: share(decided_40(w, *GRANTED), decided_40(w, *GRANTED, "abgelehnt")),
    ("days_to_notice_40", ""): lambda w: ranked(notice_days(w), 50),
    ("deadline_exceeded", ""): lambda w: sum(w.is_late(one) for one in w.notices),
    ("fiction_checked", ""): lambda w: sum(one.notice == "fiktion_eingetreten" for one in w.notices),
    ("objections", ""): lambda w: sum(within(one.objection_on) for one in w.rows[Application]),
    ("objection_success", ""): lambda w: share(
        [
            o
            for o in w.rows[Application]
            if within(o.objection_on) and o.objection_outcome in {"stattgegeben", "teilweise"}
        ],
        [
            o
            for o in w.rows[Application]
            if within(o.objection_on)
            and o.objection_outcome in {"stattgegeben", "teilweise", "zurueckgewiesen"}
        ],
    ),
    ("third_party_ratio", ""): lambda w: (
        sum(one.amount_granted or 0 for one in w.notices) / sum(one.cost or 0 for one in w.months)
        if w.months
        else None
    ),
    ("barriers_solved", ""): lambda w: sum(result == "solved" for _room, result in w.barriers),
    ("share_solved", ""): lambda w: share([b for b in w.barriers if b[1] == "solved"], w.barriers),
    ("stayed_3", ""): lambda w: share(at_home(asked(w, "nach_3_monaten")), asked(w, "nach_3_monaten")),
    ("stayed_12", ""): lambda w: share(at_home(asked(w, "nach_12_monaten")), asked(w, "nach_12_monaten")),
    ("independence", ""): lambda w: mean(one.independence for one in w.surveys),
    ("safety", ""): lambda w: mean(one.safety for one in w.surveys),
    ("satisfaction", ""): lambda w: mean(one.satisfaction for one in w.surveys),
    ("no_falls_after", ""): lambda w: share(
        [one for one in w.surveys if one.falls == "0"], answered_falls(w.surveys)
    ),
    ("no_falls_before", ""): lambda w: share(
        [c for c in w.served if w.person(c).falls == "0"], answered_falls(w.person(c) for c in w.served)
    ),
    ("moved_to_home", ""): lambda w: sum(case.outcome == "umzug_heim" for case in w.closed),
    ("events", ""): lambda w: len(w.activities("veranstaltung", "schulung")),
    ("participants", ""): lambda w: sum(
        one.participants or 0 for one in w.activities("veranstaltung", "schulung")
    ),
    ("networking", ""): lambda w: len(w.activities("netzwerk")),
    ("institutions", ""): lambda w: len(w.activities("institutionsberatung")),
    ("press", ""): lambda w: len(w.activities("presse")),
    ("outreach", ""): lambda w: len(w.activities("sprechstunde")),
    ("exhibition", ""): lambda w: sum(one.participants or 0 for one in w.activities("ausstellung")),
    ("referrals", ""): lambda w: sum(within(one.referred_on) for one in w.rows[Referral]),
    ("full_posts", ""): posts,
    ("cases_per_post", ""): lambda w: len(w.served) / round(posts(w), 2) if posts(w) else None,
    ("hours_direct", ""): lambda w: sum(one.direct_minutes or 0 for one in w.months) / 60,
    ("hours_indirect", ""): lambda w: sum(one.indirect_minutes or 0 for one in w.months) / 60,
    ("hours_travel", ""): lambda w: sum(one.travel_minutes or 0 for one in w.months) / 60,
    ("dwellings", ""): lambda w: len(w.dwellings),
    **{
        (key, ""): lambda w, code=code: sum(w.suitability(one) == code for one in w.dwellings)  # type: ignore[misc]
        for key, code in (
            ("dwellings_wheelchair", "barrierefrei_r"),
            ("dwellings_accessible", "barrierefrei"),
            ("dwellings_low_barrier", "barrierearm"),
            ("dwellings_obstacles", "hindernisse"),
        )
    },
    ("share_step_free", ""): lambda w: share(
        [d for d in w.dwellings if w.steps(d) == 0], [d for d in w.dwellings if w.steps(d) is not None]
    ),
}
"""What each indicator counts in 2025, by its key and the code of its variant."""


def by_hand_applied(world: World) -> int:
    """Measures of the year for which an application was made."""
    named = {
        UUID(str(measure))
        for one in world.rows[Application]
        if one.applied_on or one.received_on
        for measure in one.measures or ()
    }
    states = {"beantragt", "bewilligt", "abgelehnt"}
    return sum(one.status in states or one.id in named for one in world.measures)


BY_HAND["measures_applied", ""] = by_hand_applied
