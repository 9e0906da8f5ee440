"""What stands on the first page, made in one line each: staff, cases, deadlines, tasks, letters, absences."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any, Final, TypeVar
from uuid import UUID

from tests.builders import a_case, noon
from zwk_barrier.model import (
    Absence,
    Application,
    CaseFile,
    Contact,
    Deadline,
    Dwelling,
    Letter,
    Measure,
    Person,
    Record,
    Staff,
    Task,
    Visit,
)
from zwk_barrier.store.office import OfficeStore

R = TypeVar("R", bound=Record)

MONDAY: Final = date(2026, 11, 23)
LATELY: Final = MONDAY - timedelta(days=20)
GRANT: Final = "§ 40 Abs. 7 SGB XI, Fassung ab 01.01.2026"
OBJECTION: Final = "§ 84 Abs. 1 SGG"


def in_days(days: int) -> date:
    """So many days from the Monday."""
    return MONDAY + timedelta(days=days)


@dataclass
class Agenda:
    """Fills an office; whose case it is says ``advisor_id``, nobody's when empty."""

    office: OfficeStore
    numbers: Any = field(default_factory=lambda: count(1))

    def add(self, record: type[R], **values: Any) -> UUID:
        """One row, as it is given."""
        with self.office.deed("added") as deed:
            row = record(**values)
            deed.session.add(row)
            deed.session.flush()
        return row.id

    def set(self, record: type[R], row_id: UUID, **values: Any) -> None:
        """Changes a row without asking whether that can be."""
        with self.office.deed("changed") as deed:
            row = deed.session.get_one(record, row_id)
            for name, value in values.items():
                setattr(row, name, value)

    def colleague(self, name: str = "Jens Petersen", role: str = "beratung") -> UUID:
        """Somebody else who works here."""
        return self.add(Staff, name=name, role=role)

    def case(self, name: str = "Brandt", opened: date = LATELY, **values: Any) -> UUID:
        """A running case with a contact yesterday, so that nobody misses it."""
        number = f"2026-{next(self.numbers):04d}"
        case_id = a_case(self.office, number, opened, given_name="Hilde", family_name=name, **values)
        self.contact(case_id, in_days(-1))
        return case_id

    def quiet_case(self, name: str = "Brandt", opened: date = LATELY, **values: Any) -> UUID:
        """A running case without any contact."""
        number = f"2026-{next(self.numbers):04d}"
        return a_case(self.office, number, opened, given_name="Hilde", family_name=name, **values)

    def close(self, case_id: UUID, outcome: str = "massnahmen_umgesetzt") -> None:
        """Closes a case."""
        self.set(CaseFile, case_id, status="closed", outcome=outcome, closed_on=in_days(-1))

    def remove(self, record: type[Record], row_id: UUID) -> None:
        """Takes a row away."""
        self.set(record, row_id, removed_at=noon(in_days(-1)))

    def contact(self, case_id: UUID, on: date) -> UUID:
        """Somebody was spoken to, at noon."""
        return self.add(Contact, case_id=case_id, happened_at=noon(on))

    def application(self, case_id: UUID, **values: Any) -> UUID:
        """An application to the care fund."""
        return self.add(
            Application,
            case_id=case_id,
            **{"programme": "SGB11-40-4", "recipient": "Pflegekasse", "received_on": in_days(-12), **values},
        )

    def deadline(self, case_id: UUID, days: int, kind: str = "decision", **values: Any) -> UUID:
        """An open deadline of an application of its own."""
        application_id = values.pop("application_id", None) or self.application(case_id)
        edition = {"decision": GRANT, "objection": OBJECTION}.get(kind)
        return self.add(
            Deadline,
            case_id=case_id,
            application_id=application_id,
            kind=kind,
            starts_on=in_days(days - 21),
            due_on=in_days(days),
            edition=edition,
            is_ours=kind == "objection",
            **values,
        )

    def task(self, case_id: UUID | None, days: int, title: str = "Anrufen", **values: Any) -> UUID:
        """Something to do."""
        return self.add(Task, case_id=case_id, title=title, due_on=in_days(days), **values)

    def visit(self, case_id: UUID, days: int | None, at: time | None = None, **values: Any) -> UUID:
        """A visit, planned or without a day."""
        on = None if days is None else in_days(days)
        return self.add(Visit, case_id=case_id, visited_on=on, begins_at=at, **values)

    def done(self, case_id: UUID, on: date, status: str = "umgesetzt") -> UUID:
        """A measure that was carried out."""
        return self.add(Measure, case_id=case_id, title="Dusche", status=status, done_on=on)

    def letter(self, case_id: UUID, template: str, sent_on: date) -> UUID:
        """A letter that went out."""
        return self.add(Letter, case_id=case_id, template=template, sent_on=sent_on)

    def consent(self, case_id: UUID, **values: str) -> None:
        """What landlord or owners have said."""
        with self.office.deed("consent") as deed:
            case = deed.session.get_one(CaseFile, case_id)
            dwelling = deed.session.get_one(Dwelling, case.dwelling_id)
            for name, value in values.items():
                setattr(dwelling, name, value)

    def away(self, staff_id: UUID, deputy_id: UUID | None, first: int, last: int | None) -> UUID:
        """Somebody is away from one day to another, both included."""
        return self.add(
            Absence,
            staff_id=staff_id,
            deputy_id=deputy_id,
            first_on=in_days(first),
            last_on=None if last is None else in_days(last),
        )

    def name_of(self, case_id: UUID) -> str:
        """The family name of whose case it is."""
        with self.office.reading() as session:
            case = session.get_one(CaseFile, case_id)
            return session.get_one(Person, case.person_id).family_name or ""


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day, here."""
    return datetime.combine(day, time(hour, minute)).astimezone()
