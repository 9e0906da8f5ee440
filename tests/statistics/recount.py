"""Every unit counted a second time, by plain loops over loaded rows: nothing here is shared with the program's SQL.

Only for records that came in time: what was entered for a closed quarter is tested on its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import (
    Application,
    Building,
    CaseFile,
    Contact,
    Deadline,
    Dwelling,
    Finding,
    LocalOffer,
    Measure,
    Measurement,
    OutcomeSurvey,
    Person,
    Referral,
    Room,
    Visit,
)

Values = dict[str, Any]


@dataclass(frozen=True)
class Span:
    """One quarter."""

    code: str
    first: date
    last: date

    @property
    def starts_a_year(self) -> bool:
        return self.first.month == 1


def spans(year: int) -> list[Span]:
    """The four quarters of a year, written out."""
    ends = ((1, 1, 3, 31), (4, 1, 6, 30), (7, 1, 9, 30), (10, 1, 12, 31))
    return [
        Span(f"{year}-Q{number}", date(year, a, b), date(year, c, d))
        for number, (a, b, c, d) in enumerate(ends, 1)
    ]


def local(moment: datetime) -> date:
    return moment.astimezone().date()


class Recount:
    """All rows of an office in memory."""

    def __init__(self, session: Session) -> None:
        def rows(record: type[Any]) -> dict[UUID, Any]:
            return {one.id: one for one in session.scalars(select(record).where(record.removed_at.is_(None)))}

        self.cases: dict[UUID, CaseFile] = rows(CaseFile)
        self.people: dict[UUID, Person] = rows(Person)
        self.dwellings: dict[UUID, Dwelling] = rows(Dwelling)
        self.buildings: dict[UUID, Building] = rows(Building)
        self.contacts: dict[UUID, Contact] = rows(Contact)
        self.visits: dict[UUID, Visit] = rows(Visit)
        self.measures: dict[UUID, Measure] = rows(Measure)
        self.rooms: dict[UUID, Room] = rows(Room)
        self.measurements: dict[UUID, Measurement] = rows(Measurement)
        self.findings: dict[UUID, Finding] = rows(Finding)
        self.applications: dict[UUID, Application] = rows(Application)
        self.deadlines: dict[UUID, Deadline] = rows(Deadline)
        self.surveys: dict[UUID, OutcomeSurvey] = rows(OutcomeSurvey)
        self.referrals: dict[UUID, Referral] = rows(Referral)
        self.offers: dict[UUID, LocalOffer] = rows(LocalOffer)
        self.of_case: dict[str, dict[UUID, list[Any]]] = {
            name: _by_case(getattr(self, name).values()) for name in ("contacts", "visits", "applications")
        }

    def year(self, unit: str, year: int) -> Iterator[Values]:
        """Every record of a unit in a year, as its values by dimension, ``quarter`` among them."""
        yield from getattr(self, f"_{unit}")(spans(year))

    def margins(self, unit: str, year: int) -> dict[str, Counter[tuple[str, Any]]]:
        """How often each value comes in each quarter, dimension by dimension."""
        found: dict[str, Counter[tuple[str, Any]]] = {}
        for values in self.year(unit, year):
            for name, value in values.items():
                found.setdefault(name, Counter())[values["quarter"], value] += 1
        return found

    # --- who and where ---

    def _person(self, case: CaseFile, last: date) -> Values:
        person = self.people[case.person_id]
        age: int | None = None
        if person.born_on is not None:
            age = (
                sum(1 for years in range(1, 130) if _birthday(person.born_on, years) <= last)
                if person.born_on <= last
                else -1
            )
        elif person.birth_year is not None:
            age = last.year - person.birth_year
        building = self.buildings[self.dwellings[case.dwelling_id].building_id]
        return {"age": age, "area": building.area, "gender": person.gender, "care_grade": person.care_grade}

    def _whole_person(self, case: CaseFile) -> Values:
        person = self.people[case.person_id]
        named = set(person.impairments or ())
        occasions = {case.main_occasion, *(case.occasions or ())}
        needs = set(person.communication or ())
        if "kognition_demenz" in named or "demenz" in occasions:
            dementia: bool | None = True
        else:
            dementia = None if person.impairments is None else False
        helpers = needs & {"dolmetschen_laut", "dgs", "lbg", "schriftmittlung"}
        interpreter = True if helpers else None if person.communication is None else False
        degree = person.disability_degree
        return {
            "household": person.household_form,
            "migration": person.migration,
            "language": person.language,
            "falls": person.falls,
            "income": person.income,
            "dementia": dementia,
            "interpreter": interpreter,
            "disability": None
            if degree is None
            else "none"
            if degree == 0
            else "below_50"
            if degree < 50
            else "50_plus",
        }

    def _home(self, dwelling: Dwelling) -> Values:
        building = self.buildings[dwelling.building_id]
        known = [
            steps for steps in (building.steps_to_entrance, dwelling.steps_to_dwelling) if steps is not None
        ]
        floor = dwelling.floor
        return {
            "tenure": dwelling.tenure,
            "landlord": dwelling.landlord,
            "building_type": building.building_type,
            "building_age": building.building_age,
            "lift": building.has_lift,
            "steps": sum(known) if known else None,
            "floor": None if floor is None else "0" if floor <= 0 else "4plus" if floor >= 4 else str(floor),
        }

    # --- cases ---

    def _open_in(self, quarters: Iterable[Span]) -> Iterator[tuple[Span, CaseFile, str]]:
        for span in quarters:
            for case in self.cases.values():
                begun = local(case.opened_at)
                if begun <= span.last and (case.closed_on is None or case.closed_on >= span.first):
                    yield span, case, "new" if begun >= span.first else "carried"

    def _managed(self, case: CaseFile, until: date, contacts_until: date) -> bool:
        visits = [
            one
            for one in self.of_case["visits"].get(case.id, ())
            if one.visited_on and one.visited_on <= until
        ]
        applied = [
            one
            for one in self.of_case["applications"].get(case.id, ())
            if (one.applied_on or one.received_on) and (one.applied_on or one.received_on) <= until
        ]
        return bool(visits or applied) or self._talks(case, contacts_until) >= 3

    def _talks(self, case: CaseFile, until: date) -> int:
        return sum(local(one.happened_at) <= until for one in self.of_case["contacts"].get(case.id, ()))

    def _is_first(self, span: Span, case: CaseFile, arrival: str, of: str) -> bool:
        """Whether nothing else of the same person or dwelling was open earlier in the year."""
        if arrival == "carried" and not span.starts_a_year:
            return False
        year = date(span.first.year, 1, 1)
        return not any(
            getattr(other, of) == getattr(case, of)
            and (other.opened_at, other.id.hex) < (case.opened_at, case.id.hex)
            and (other.closed_on is None or other.closed_on >= year)
            for other in self._alike(case, of)
        )

    def _alike(self, case: CaseFile, of: str) -> list[CaseFile]:
        if of not in self.of_case:
            grouped: dict[UUID, list[CaseFile]] = {}
            for one in self.cases.values():
                grouped.setdefault(getattr(one, of), []).append(one)
            self.of_case[of] = grouped
        return self.of_case[of][getattr(case, of)]

    def _cases(self, quarters: list[Span]) -> Iterator[Values]:
        for span, case, arrival in self._open_in(quarters):
            visits = [
                one.visited_on
                for one in self.of_case["visits"].get(case.id, ())
                if one.visited_on and one.visited_on <= span.last
            ]
            yield {
                "quarter": span.code,
                "arrival": arrival,
                **self._person(case, span.last),
                **self._whole_person(case),
                **self._home(self.dwellings[case.dwelling_id]),
                "occasion": case.main_occasion,
                "access_path": case.access_path,
                "channel": case.channel,
                "enquirer": case.enquirer,
                "counselling_type": case.counselling_type,
                "managed": self._managed(case, span.last, span.last),
                "first_of_person": self._is_first(span, case, arrival, "person_id"),
                "first_of_dwelling": self._is_first(span, case, arrival, "dwelling_id"),
                "days_to_visit": (min(visits) - local(case.opened_at)).days if visits else None,
            }

    def _closings(self, quarters: list[Span]) -> Iterator[Values]:
        for case in self.cases.values():
            span = span_of(case.closed_on, quarters)
            if span is None or case.closed_on is None or case.status != "closed":
                continue
            yield {
                "quarter": span.code,
                **self._person(case, span.last),
                "household": self.people[case.person_id].household_form,
                "tenure": self.dwellings[case.dwelling_id].tenure,
                "counselling_type": case.counselling_type,
                "managed": self._managed(case, case.closed_on, span.last),
                "outcome": case.outcome,
                "contacts_per_case": self._talks(case, span.last),
                "days_open": (case.closed_on - local(case.opened_at)).days,
            }

    def _mentions(self, quarters: list[Span]) -> Iterator[Values]:
        for span, case, arrival in self._open_in(quarters):
            for code in self.people[case.person_id].impairments or ():
                yield {
                    "quarter": span.code,
                    "arrival": arrival,
                    **self._person(case, span.last),
                    "impairment": code,
                    "first_of_person": self._is_first(span, case, arrival, "person_id"),
                }

    def _occasions(self, quarters: list[Span]) -> Iterator[Values]:
        for span, case, arrival in self._open_in(quarters):
            named = [*(case.occasions or ())]
            if case.main_occasion and case.main_occasion not in named:
                named.append(case.main_occasion)
            for code in named:
                yield {
                    "quarter": span.code,
                    "arrival": arrival,
                    **self._person(case, span.last),
                    "occasion": code,
                }


def span_of(day: date | None, quarters: list[Span]) -> Span | None:
    """The quarter a day lies in, if it is one of these."""
    return next((span for span in quarters if day is not None and span.first <= day <= span.last), None)


def _birthday(born_on: date, years: int) -> date:
    """The day somebody turns so many years; born on 29 February, on 1 March of other years."""
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, 3, 1)


def _by_case(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found
