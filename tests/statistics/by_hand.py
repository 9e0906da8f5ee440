"""Every indicator of the report once more, written out in plain Python over the rows of an office.

Nothing here knows base tables, dimensions or expressions: each function says what its definition says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import (
    Activity,
    Application,
    Building,
    CaseFile,
    Contact,
    Deadline,
    Dwelling,
    Finding,
    Measure,
    Measurement,
    OutcomeSurvey,
    Person,
    Referral,
    Room,
    StaffMonth,
    Visit,
)

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
RENTED: Final = {"miete_privat", "miete_wohnungsuntern", "miete_genossenschaft", "sozialwohnung"}
ACCESS: Final = {"aussen", "stellplatz", "hauseingang", "aufzug", "wohnungseingang"}
GRANTED: Final = {"bewilligt_voll", "bewilligt_teil"}
HOME_GRANT: Final = "SGB11-40-4"
DONE: Final = {"umgesetzt", "teilweise"}
DROPPED: Final = {"nicht_umgesetzt", "entfallen"}


def local(moment: datetime) -> date:
    """The day here."""
    return moment.astimezone().date()


def quarter_end(day: date) -> date:
    """The last day of its quarter."""
    month = (day.month + 2) // 3 * 3
    return date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def within(day: date | None) -> bool:
    """Whether it lies in the year."""
    return day is not None and FIRST <= day <= LAST


@dataclass
class World:
    """The rows of an office that still stand, by table."""

    rows: dict[type, list[Any]]

    @classmethod
    def of(cls, session: Session) -> "World":
        """Everything the indicators need."""
        tables = (
            *(Activity, Application, Building, CaseFile, Contact, Deadline, Dwelling, Finding, Measure),
            *(Measurement, OutcomeSurvey, Person, Referral, Room, StaffMonth, Visit),
        )
        return cls(
            {one: list(session.scalars(select(one).where(one.removed_at.is_(None)))) for one in tables}
        )

    @cached_property
    def _by_id(self) -> dict[UUID, Any]:
        return {row.id: row for rows in self.rows.values() for row in rows}

    @cached_property
    def _of(self) -> dict[tuple[type, UUID], list[Any]]:
        found: dict[tuple[type, UUID], list[Any]] = defaultdict(list)
        for table, rows in self.rows.items():
            for row in rows:
                for name in ("case_id", "application_id", "person_id"):
                    if getattr(row, name, None) is not None:
                        found[table, getattr(row, name)].append(row)
        return found

    def by_id(self, table: type, row_id: UUID | None) -> Any:
        """One row of a table, or nothing."""
        row = None if row_id is None else self._by_id.get(row_id)
        return row if isinstance(row, table) else None

    def belonging(self, table: type, owner_id: UUID) -> list[Any]:
        """The rows that belong to a case, an application or a person."""
        return self._of.get((table, owner_id), [])

    def of_case(self, table: type, case: CaseFile) -> list[Any]:
        """The rows that belong to a case."""
        return self.belonging(table, case.id)

    def person(self, case: CaseFile) -> Person:
        """Whose case it is."""
        return self.by_id(Person, case.person_id)  # type: ignore[no-any-return]

    def dwelling(self, case: CaseFile) -> Dwelling:
        """Which dwelling it is about."""
        return self.by_id(Dwelling, case.dwelling_id)  # type: ignore[no-any-return]

    def building(self, dwelling: Dwelling) -> Building:
        """Where it is."""
        return self.by_id(Building, dwelling.building_id)  # type: ignore[no-any-return]

    @property
    def served(self) -> list[CaseFile]:
        """Cases open on a day of the year."""
        return [
            case
            for case in self.rows[CaseFile]
            if local(case.opened_at) <= LAST
            and (case.closed_on is None or max(case.closed_on, local(case.opened_at)) >= FIRST)
        ]

    @property
    def new(self) -> list[CaseFile]:
        """Cases opened in the year."""
        return [case for case in self.rows[CaseFile] if within(local(case.opened_at))]

    @property
    def closed(self) -> list[CaseFile]:
        """Cases closed in the year."""
        return [case for case in self.rows[CaseFile] if case.status == "closed" and within(case.closed_on)]

    def counts_in(self, case: CaseFile) -> date:
        """The end of the quarter a case is counted in: the one it began in, or the first of the year."""
        return quarter_end(max(local(case.opened_at), FIRST))

    def age(self, case: CaseFile) -> int:
        """In years at the end of that quarter; -1 unknown."""
        person, day = self.person(case), self.counts_in(case)
        if person.born_on:
            born = person.born_on
            return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        return day.year - person.birth_year if person.birth_year else -1

    def is_managed(self, case: CaseFile) -> bool:
        """A visit, an application, or three contacts by the end of that quarter."""
        day = self.counts_in(case)
        visited = any(visit.visited_on and visit.visited_on <= day for visit in self.of_case(Visit, case))
        applied = any(
            (one.applied_on or one.received_on or LAST.replace(year=2999)) <= day
            for one in self.of_case(Application, case)
        )
        spoken = [one for one in self.of_case(Contact, case) if local(one.happened_at) <= day]
        return visited or applied or len(spoken) >= 3

    @property
    def contacts(self) -> list[Contact]:
        """What was spoken in the year, home visits left out."""
        return [
            one for one in self.rows[Contact] if within(local(one.happened_at)) and one.kind != "hausbesuch"
        ]

    @property
    def without_case(self) -> list[Contact]:
        """Contacts of the year without a case, of whatever kind."""
        return [one for one in self.rows[Contact] if within(local(one.happened_at)) and one.case_id is None]

    @property
    def visits(self) -> list[Visit]:
        """Visits made in the year."""
        return [one for one in self.rows[Visit] if within(one.visited_on)]

    @property
    def first_visits(self) -> list[Visit]:
        """Those before which the case had none."""
        found = []
        for one in self.visits:
            others = [each for each in self.belonging(Visit, one.case_id) if each.visited_on]
            if min(others, key=lambda each: (each.visited_on, each.id.hex)) is one:
                found.append(one)
        return found

    def recommended_on(self, measure: Measure) -> date:
        """The day of its visit, else the day it was written down."""
        visit = self.by_id(Visit, measure.visit_id)
        return visit.visited_on if visit and visit.visited_on else local(measure.created_at)

    @property
    def measures(self) -> list[Measure]:
        """Those recommended in the year."""
        return [one for one in self.rows[Measure] if within(self.recommended_on(one))]

    @property
    def done(self) -> list[Measure]:
        """Those carried out in the year."""
        return [one for one in self.rows[Measure] if one.status in DONE and within(one.done_on)]

    @property
    def barriers(self) -> list[tuple[str, str]]:
        """Room and result of each barrier whose first standing measure was recommended in the year."""
        measures_of: dict[UUID, list[Measure]] = {}
        for measure in self.rows[Measure]:
            for barrier in measure.barriers or () if measure.status not in DROPPED else ():
                measures_of.setdefault(UUID(str(barrier)), []).append(measure)
        found = []
        for barrier, measures in measures_of.items():
            if within(self.recommended_on(min(measures, key=lambda one: one.id.hex))):
                of = self.by_id(Measurement, barrier) or self.by_id(Finding, barrier)
                room = self.by_id(Room, of.room_id if of else None)
                states = {one.status for one in measures}
                result = (
                    "solved" if "umgesetzt" in states else "partly" if "teilweise" in states else "remaining"
                )
                found.append((room.kind if room else "", result))
        return found

    @property
    def applications(self) -> list[Application]:
        """Those made in the year."""
        return [
            one
            for one in self.rows[Application]
            if within(one.applied_on or one.lodged_elsewhere_on or one.received_on)
        ]

    def due(self, application: Application) -> date | None:
        """By when it had to be decided."""
        kinds = {"decision", "fiction", "announced_decision"}
        days = [one.due_on for one in self.belonging(Deadline, application.id) if one.kind in kinds]
        return min(days, default=None)

    def told_on(self, one: Application) -> date | None:
        """The day the notice was announced, where there is one."""
        return one.delivered_on or one.notice_on or one.posted_on

    @property
    def notices(self) -> list[Application]:
        """Those decided in the year, or whose time ran out in it."""
        found = []
        for one in self.rows[Application]:
            if one.notice in {None, "offen"}:
                continue
            ran_out = self.due(one) if one.notice == "fiktion_eingetreten" else None
            asked = one.applied_on or one.lodged_elsewhere_on or one.received_on
            if within(self.told_on(one) or ran_out or asked):
                found.append(one)
        return found

    def is_late(self, one: Application) -> bool:
        """Decided after its time, or never."""
        due, told = self.due(one), self.told_on(one)
        return one.notice == "fiktion_eingetreten" or bool(due and told and due < told)

    @property
    def surveys(self) -> list[OutcomeSurvey]:
        """Those of the year."""
        return [one for one in self.rows[OutcomeSurvey] if within(one.asked_on)]

    def activities(self, *kinds: str) -> list[Activity]:
        """Work without a case of the year."""
        return [one for one in self.rows[Activity] if within(one.held_on) and one.kind in kinds]

    @property
    def months(self) -> list[StaffMonth]:
        """The months of the year."""
        return [one for one in self.rows[StaffMonth] if within(one.month)]

    @property
    def dwellings(self) -> list[Dwelling]:
        """Those first recorded in the year."""
        return [one for one in self.rows[Dwelling] if within(local(one.created_at))]

    def steps(self, one: Dwelling) -> int | None:
        """All steps up to the door, as far as known."""
        known = [
            steps
            for steps in (self.building(one).steps_to_entrance, one.steps_to_dwelling)
            if steps is not None
        ]
        return sum(known) if known else None


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
        (
            sum(local(one.happened_at) <= quarter_end(case.closed_on) for one in w.of_case(Contact, case))
            for case in w.closed
        ),
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
