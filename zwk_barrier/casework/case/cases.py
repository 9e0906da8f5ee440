"""Cases: opened, listed, read whole, closed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, Literal, TypeVar
from uuid import UUID

from sqlalchemy import Select, String, func, select, type_coerce
from sqlalchemy.orm import Session, joinedload

from zwk_barrier.casework.case.case_sorting import MAY_BE_EMPTY, NEXT_DUE, SORTS
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import (
    Building,
    CaseFile,
    Consent,
    Contact,
    Deadline,
    Dwelling,
    Measure,
    Person,
    Photo,
    Record,
    RelatedPerson,
    SearchEntry,
    Staff,
    Task,
    Visit,
)
from zwk_barrier.rules import case_numbers, folding
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

T = TypeVar("T", bound=Record)
SortKey = Literal["number", "name", "area", "status", "advisor", "opened", "due"]


RUNNING: Final = "running"
"""In place of a status: every case that is not closed."""


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list; an empty part does not filter, ``status`` may be RUNNING."""

    status: str | None = None
    advisor_id: UUID | None = None
    area: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list of cases; codes as they are kept."""

    id: UUID
    number: str
    name: str
    birth_year: int | None
    street: str
    area: str | None
    status: str
    urgency: str | None
    advisor: str
    opened_at: datetime
    next_due: date | None


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case, free of the session: what the case page shows."""

    case: CaseFile
    person: Person
    building: Building
    dwelling: Dwelling
    advisor: Staff | None
    contacts: tuple[Contact, ...]
    tasks: tuple[Task, ...]
    consents: tuple[Consent, ...]
    related: tuple[RelatedPerson, ...]
    visits: tuple[Visit, ...]
    measures: tuple[Measure, ...]
    photos: tuple[Photo, ...]
    staff_names: dict[UUID, str]

    @property
    def next_task(self) -> Task | None:
        """The open task that is due first."""
        open_tasks = [task for task in self.tasks if task.done_at is None]
        return min(open_tasks, key=lambda task: task.due_on or date.max, default=None)


def open_case(store: OfficeStore, **person_values: object) -> tuple[Changed, UUID]:
    """Opens an empty case for a person of whom at least a name is known."""
    with store.deed("case_opened") as deed:
        now = datetime.now(UTC)
        case = new_case(
            deed.session,
            Person(**clean(Person, person_values)),
            advisor_id=store.staff_id,
            opened_at=now,
            number=next_number(deed.session, now),
        )
    return deed.changed, case.id


def new_case(
    session: Session,
    person: Person,
    *,
    advisor_id: UUID | None,
    opened_at: datetime,
    number: str,
    area: str | None = None,
) -> CaseFile:
    """Person, building, dwelling and case in one go, inside a deed that is open."""
    building = Building(area=area)
    session.add_all([person, building])
    session.flush()
    dwelling = Dwelling(building_id=building.id)
    session.add(dwelling)
    session.flush()
    case = CaseFile(
        number=number,
        person_id=person.id,
        dwelling_id=dwelling.id,
        advisor_id=advisor_id,
        opened_at=opened_at,
        status="open",
    )
    session.add(case)
    session.flush()
    return case


def next_number(session: Session, opened_at: datetime) -> str:
    """The next free case number of the year, safe inside a deed because only one deed writes at a time."""
    year = opened_at.astimezone().year
    last = session.scalar(
        select(CaseFile.number)
        .where(CaseFile.number.like(f"{year}-%"))
        .order_by(func.length(CaseFile.number).desc(), CaseFile.number.desc())
        .limit(1)
    )
    return case_numbers.next_number(year, last)


def close_case(store: OfficeStore, case_id: UUID, outcome: str | None, closed_on: date) -> Changed:
    """Closes a case with its outcome; it can be opened again."""
    values = clean(CaseFile, {"outcome": outcome, "closed_on": closed_on})
    with store.deed("case_closed", case_id=case_id) as deed:
        case = get(deed.session, CaseFile, case_id)
        case.status, case.outcome, case.closed_on = "closed", values["outcome"], values["closed_on"]
    return deed.changed


def reopen_case(store: OfficeStore, case_id: UUID) -> Changed:
    """Opens a closed case again; the outcome so far stays in the journal."""
    with store.deed("case_reopened", case_id=case_id) as deed:
        case = get(deed.session, CaseFile, case_id)
        case.status, case.outcome, case.closed_on = "open", None, None
    return deed.changed


def case_ids(
    session: Session, wanted: CaseFilter, sort: SortKey = "opened", *, descending: bool = True
) -> list[UUID]:
    """The ids of the cases to list, sorted by the database; no table is joined that is not asked for.

    What a case has no value for comes last, in both directions.
    """
    return [UUID(key) for key in case_keys(session, wanted, sort, descending=descending)]


def case_keys(
    session: Session, wanted: CaseFilter, sort: SortKey = "opened", *, descending: bool = True
) -> list[str]:
    """The same as :func:`case_ids` as hexadecimal keys: 100,000 of them are not made objects for nothing."""
    query = select(type_coerce(CaseFile.id, String)).where(CaseFile.removed_at.is_(None))
    query = _filtered(query, wanted)
    if sort == "name":
        query = query.join(Person, Person.id == CaseFile.person_id)
    if sort == "area" and not wanted.area:
        query = _with_building(query)
    if sort == "advisor":
        query = query.outerjoin(Staff, Staff.id == CaseFile.advisor_id)
    if sort == "due":
        query = query.outerjoin(NEXT_DUE, NEXT_DUE.c.case_id == CaseFile.id)
    keys = [key.desc() if descending else key.asc() for key in SORTS[sort]]
    if sort in MAY_BE_EMPTY:
        keys = [key.nulls_last() for key in keys]
    last = CaseFile.id.desc() if descending else CaseFile.id.asc()  # one direction: an index has only one
    return list(session.scalars(query.order_by(*keys, last)))


def _filtered(query: Select[str], wanted: CaseFilter) -> Select[str]:
    if wanted.status == RUNNING:
        query = query.where(CaseFile.status != "closed")
    elif wanted.status:
        query = query.where(CaseFile.status == wanted.status)
    if wanted.advisor_id:
        query = query.where(CaseFile.advisor_id == wanted.advisor_id)
    if wanted.area:
        query = _with_building(query).where(Building.area.startswith(wanted.area, autoescape=True))
    for word in folding.words(wanted.name):
        # The folded names lie ready in the search entries: Muell finds Müller, and no name is folded per row.
        named = (" " + SearchEntry.names).like(f"% {word}%")
        query = query.where(
            CaseFile.id.in_(select(SearchEntry.subject_id).where(SearchEntry.kind == "case", named))
        )
    return query


def _with_building(query: Select[str]) -> Select[str]:
    return query.join(Dwelling, Dwelling.id == CaseFile.dwelling_id).join(
        Building, Building.id == Dwelling.building_id
    )


def case_rows(session: Session, ids: list[UUID]) -> list[CaseRow]:
    """The lines for these cases, in the order asked for."""
    of_task = (
        select(func.min(Task.due_on))
        .where(Task.case_id == CaseFile.id, Task.removed_at.is_(None), Task.done_at.is_(None))
        .scalar_subquery()
    )
    of_application = (
        select(func.min(Deadline.due_on))
        .where(Deadline.case_id == CaseFile.id, Deadline.removed_at.is_(None), Deadline.settled_on.is_(None))
        .scalar_subquery()
    )
    found = session.execute(
        select(CaseFile, Person, Building, Staff.name, of_task, of_application)
        .join(Person, Person.id == CaseFile.person_id)
        .join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .outerjoin(Staff, Staff.id == CaseFile.advisor_id)
        .where(CaseFile.id.in_(ids))
    )
    rows = {
        case.id: CaseRow(
            case.id,
            case.number,
            person.full_name,
            person.born_on.year if person.born_on else person.birth_year,
            " ".join(part for part in (building.street, building.house_number) if part),
            building.area,
            case.status,
            case.urgency,
            advisor or "",
            case.opened_at,
            min((day for day in due if day is not None), default=None),
        )
        for case, person, building, advisor, *due in found
    }
    return [rows[row_id] for row_id in ids if row_id in rows]


def load_case(session: Session, case_id: UUID) -> CaseView:
    """A whole case, newest first where time matters; raises NotFound."""
    get(session, CaseFile, case_id)
    case = session.scalars(
        select(CaseFile)
        .where(CaseFile.id == case_id)
        .options(joinedload(CaseFile.person), joinedload(CaseFile.dwelling), joinedload(CaseFile.advisor))
        .execution_options(populate_existing=True)
    ).one()
    return CaseView(
        case,
        case.person,
        get(session, Building, case.dwelling.building_id),
        case.dwelling,
        case.advisor,
        _of_case(session, Contact, case_id, Contact.happened_at.desc()),
        _of_case(session, Task, case_id, Task.due_on),
        _of_case(session, Consent, case_id, Consent.created_at),
        _of_case(session, RelatedPerson, case_id, RelatedPerson.created_at),
        _of_case(session, Visit, case_id, Visit.visited_on.desc()),
        _of_case(session, Measure, case_id, Measure.position),
        _of_case(session, Photo, case_id, Photo.position),
        dict(session.execute(select(Staff.id, Staff.name)).all()),
    )


def case_by_number(session: Session, number: str) -> UUID | None:
    """The id of the case with this number, in any way of writing it, or None."""
    written = case_numbers.normalise(number)
    return session.scalar(select(CaseFile.id).where(CaseFile.number == written))


def _of_case(session: Session, record: type[T], case_id: UUID, order: Any) -> tuple[T, ...]:
    of_this_case = record.__table__.c.case_id == case_id
    standing = record.removed_at.is_(None)
    return tuple(session.scalars(select(record).where(of_this_case, standing).order_by(order, record.id)))
