"""Contacts: the phone call that becomes a case without retyping anything."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, or_, select, type_coerce
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.alphabet import like_patterns
from zwk_barrier.casework.case.cases import CaseView, load_case, new_case, next_number
from zwk_barrier.casework.case.contact_codes import RELATION_OF_ENQUIRER
from zwk_barrier.casework.case.contact_values import fill, keep_next_step, next_step, split_values
from zwk_barrier.casework.network.referrals import follow_to_case
from zwk_barrier.casework.records import get
from zwk_barrier.model import (
    Building,
    CaseFile,
    Contact,
    Dwelling,
    Person,
    RelatedPerson,
    SearchEntry,
    Staff,
    Task,
)
from zwk_barrier.rules import folding
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One line of the list of contacts; codes as they are kept, ``name`` empty when anonymous.

    Name and area are those of the case where there is one.
    """

    id: UUID
    case_id: UUID | None
    case_number: str
    happened_at: datetime
    channel: str | None
    kind: str | None
    topics: tuple[str, ...]
    name: str
    is_anonymous: bool
    area: str | None
    note: str
    staff: str
    next_step: str
    due_on: date | None


def begin_contact(store: OfficeStore, *, case_id: UUID | None = None, **values: Any) -> tuple[Changed, UUID]:
    """Keeps the first thing known about a new contact; the moment and the person logged in are set.

    ``values`` are those of :func:`keep_contact`.
    """
    columns, apart = split_values(values)
    with store.deed("contact_added", case_id=case_id) as deed:
        contact = Contact(
            happened_at=datetime.now(UTC), staff_id=store.staff_id, case_id=case_id, direction="ein"
        )
        deed.session.add(contact)
        fill(contact, columns, apart)
        deed.session.flush()
        keep_next_step(deed.session, contact, store.staff_id, apart)
    return deed.changed, contact.id


def keep_contact(store: OfficeStore, contact_id: UUID, **values: Any) -> Changed:
    """Keeps values of a contact; raises InputProblem for one that cannot be true.

    Beside its columns there are ``happened_on`` (a day; the time of day stays) and ``next_step_title``
    and ``next_step_due``, which are kept as the one task agreed in this contact.  Becoming anonymous lets
    go of names and phone; the kind follows the channel until somebody chooses another.
    """
    columns, apart = split_values(values)
    with store.deed("contact_kept") as deed:
        contact = get(deed.session, Contact, contact_id)
        fill(contact, columns, apart)
        keep_next_step(deed.session, contact, store.staff_id, apart)
    return deed.changed


def make_anonymous(store: OfficeStore, contact_id: UUID, *, anonymous: bool) -> Changed:
    """Marks a contact as anonymous and lets go of names and phone, or takes the mark away."""
    return keep_contact(store, contact_id, is_anonymous=anonymous)


def set_next_step(store: OfficeStore, contact_id: UUID, title: str | None, due_on: date | None) -> Changed:
    """Keeps the one next step of a contact as a task; without title and date the task goes away."""
    return keep_contact(store, contact_id, next_step_title=title, next_step_due=due_on)


def make_case(store: OfficeStore, contact_id: UUID) -> tuple[Changed, UUID]:
    """Opens a case from a contact: name, phone, area, occasion and next step go along.

    A contact that belongs to a case already gives that case, so that pressing twice opens one.
    """
    with store.deed("case_opened") as deed:
        contact = get(deed.session, Contact, contact_id)
        if contact.case_id is not None:
            return deed.changed, contact.case_id
        case = new_case(
            deed.session,
            _person_of(contact),
            advisor_id=store.staff_id,
            opened_at=contact.happened_at,
            area=contact.area,
            number=next_number(deed.session, contact.happened_at),
        )
        case.channel, case.enquirer = contact.channel, contact.enquirer
        case.main_occasion, case.concern = contact.occasion, contact.note
        case.counselling_type = contact.counselling_type
        if contact.enquirer_name:
            deed.session.add(_enquirer_of(contact, case.id))
        _attach(deed.session, contact, case.id)
    return deed.changed, case.id


def _person_of(contact: Contact) -> Person:
    """Who seeks advice; the phone number is theirs unless somebody else asks under their own name."""
    return Person(
        given_name=contact.caller_given_name,
        family_name=contact.caller_family_name,
        phone=None if contact.enquirer_name else contact.caller_phone,
    )


def _enquirer_of(contact: Contact, case_id: UUID) -> RelatedPerson:
    return RelatedPerson(
        case_id=case_id,
        name=contact.enquirer_name,
        phone=contact.caller_phone,
        relation=RELATION_OF_ENQUIRER.get(contact.enquirer or "", "sonst"),
    )


def attach_to_case(store: OfficeStore, contact_id: UUID, case_id: UUID) -> Changed:
    """Files a contact and its next step under a case that is there already."""
    with store.deed("contact_attached", case_id=case_id) as deed:
        get(deed.session, CaseFile, case_id)
        _attach(deed.session, get(deed.session, Contact, contact_id), case_id)
    return deed.changed


def _attach(session: Session, contact: Contact, case_id: UUID) -> None:
    contact.case_id = case_id
    if (task := next_step(session, contact.id)) is not None:
        task.case_id = case_id
    follow_to_case(session, contact.id, case_id)


def contact_ids(
    session: Session, *, without_case: bool = False, words: str = "", newest_first: bool = True
) -> list[UUID]:
    """The ids of the contacts to list; every one of ``words`` stands in the note, a name or a number."""
    keys = contact_keys(session, without_case=without_case, words=words, newest_first=newest_first)
    return [UUID(key) for key in keys]


def contact_keys(
    session: Session, *, without_case: bool = False, words: str = "", newest_first: bool = True
) -> list[str]:
    """The same as :func:`contact_ids` as hexadecimal keys: 200,000 of them are not made objects for nothing."""
    query = select(type_coerce(Contact.id, String)).where(Contact.removed_at.is_(None))
    if without_case:
        query = query.where(Contact.case_id.is_(None))
    for word in words.split():
        query = _with_word(query, word)
    order = (Contact.happened_at, Contact.id)
    return list(session.scalars(query.order_by(*((key.desc() for key in order) if newest_first else order))))


def _with_word(query: Select[str], word: str) -> Select[str]:
    """Notes are compared letter by letter, names by their folded words (Mueller finds Müller), numbers anywhere."""
    found: list[ColumnElement[bool]] = [
        text.like(pattern, escape="\\")
        for text in (Contact.note, Contact.result)
        for pattern in like_patterns(word)
    ]
    if folded := " ".join(folding.words(word)):
        named: ColumnElement[bool] = (" " + SearchEntry.names + " " + SearchEntry.words).like(f"% {folded}%")
        if digits := folding.phone_key(word):
            named = or_(named, SearchEntry.numbers.contains(digits))
        subjects = select(SearchEntry.subject_id).where(named)
        found += [Contact.id.in_(subjects), Contact.case_id.in_(subjects)]
    return query.where(or_(*found))


def contact_rows(session: Session, ids: list[UUID]) -> list[ContactRow]:
    """The lines for these contacts, in the order asked for."""
    found = session.execute(
        select(Contact, CaseFile.number, Person, Staff.name, Task, Building.area)
        .outerjoin(CaseFile, CaseFile.id == Contact.case_id)
        .outerjoin(Person, Person.id == CaseFile.person_id)
        .outerjoin(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .outerjoin(Staff, Staff.id == Contact.staff_id)
        .outerjoin(
            Task, and_(Task.contact_id == Contact.id, Task.removed_at.is_(None), Task.done_at.is_(None))
        )
        .where(Contact.id.in_(ids))
    )
    rows = {
        contact.id: _row(contact, number, person, staff, task, area)
        for contact, number, person, staff, task, area in found
    }
    return [rows[row_id] for row_id in ids if row_id in rows]


def _row(
    contact: Contact,
    number: str | None,
    person: Person | None,
    staff: str | None,
    task: Task | None,
    area: str | None,
) -> ContactRow:
    return ContactRow(
        contact.id,
        contact.case_id,
        number or "",
        contact.happened_at,
        contact.channel,
        contact.kind,
        tuple(contact.topics or ()),
        contact.caller_name if person is None else person.full_name,
        contact.is_anonymous,
        contact.area or area,
        contact.note or "",
        staff or "",
        "" if task is None else task.title or "",
        None if task is None else task.due_on,
    )


def load_contact(session: Session, contact_id: UUID) -> tuple[Contact, Task | None]:
    """A contact and its next step, free of the session."""
    return get(session, Contact, contact_id), next_step(session, contact_id)


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact with its next step and the whole case it belongs to, if any, free of the session."""

    contact: Contact
    next_step: Task | None
    case: CaseView | None


def contact_view(session: Session, contact_id: UUID) -> ContactView:
    """A contact as its page shows it; raises NotFound."""
    contact, step = load_contact(session, contact_id)
    return ContactView(
        contact, step, None if contact.case_id is None else load_case(session, contact.case_id)
    )
