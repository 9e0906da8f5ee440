"""The rows of an office in plain Python, for indicators counted by hand.

Nothing here knows base tables, dimensions or expressions.
"""

from collections import defaultdict
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
                for name in ("case_id", "application_id", "person_id", "dwelling_id"):
                    if getattr(row, name, None) is not None:
                        found[table, getattr(row, name)].append(row)
        return found

    def by_id(self, table: type, row_id: UUID | None) -> Any:
        """One row of a table, or nothing."""
        row = None if row_id is None else self._by_id.get(row_id)
        return row if isinstance(row, table) else None

    def belonging(self, table: type, owner_id: UUID) -> list[Any]:
        """The rows that belong to a case, an application, a person or a dwelling."""
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

    def suitability(self, one: Dwelling) -> str | None:
        """What its last finished visit made of it."""
        finished = [
            visit
            for case in self.belonging(CaseFile, one.id)
            for visit in self.of_case(Visit, case)
            if visit.finished_on is not None
        ]
        last = max(finished, key=lambda each: (each.visited_on, each.id.hex), default=None)
        return None if last is None else last.suitability

    def steps(self, one: Dwelling) -> int | None:
        """All steps up to the door, as far as known."""
        known = [
            steps
            for steps in (self.building(one).steps_to_entrance, one.steps_to_dwelling)
            if steps is not None
        ]
        return sum(known) if known else None
