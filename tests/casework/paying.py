"""A case with somebody in need of care and measures to be paid for, in one line."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.plan import measures, quotes
from zwk_barrier.model import Dwelling, HouseholdMember, Person
from zwk_barrier.store.office import OfficeStore

DAY: Final = date(2026, 11, 22)


def a_case(
    office: OfficeStore, *, care_grade: str | None = "3", tenure: str = "eigentum_haus", **more: object
) -> UUID:
    """Somebody with a care grade, insured by law, in a house of their own."""
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    view = load(office, case_id)
    records.keep(
        office,
        Person,
        view.person.id,
        care_grade=care_grade,
        **{"insurance_type": "gkv", "born_on": date(1945, 5, 3), **more},
    )
    records.keep(office, Dwelling, view.dwelling.id, tenure=tenure)
    return case_id


def a_measure(
    office: OfficeStore, case_id: UUID, title: str, cost: int, *payers: str, **more: object
) -> UUID:
    """A measure with a chosen quote, in euro cents."""
    values: dict[str, Any] = {
        "kind": "bau_gross",
        "payers": list(payers) or ["pk4"],
        "needs_consent": False,
        **more,
    }
    _changed, measure_id = measures.recommend(office, case_id, title=title, **values)
    _changed, quote_id = quotes.add_quote(office, measure_id, company="Rohr AG", amount=cost)
    quotes.choose_quote(office, measure_id, quote_id)
    return measure_id


def a_member(office: OfficeStore, case_id: UUID, **values: object) -> UUID:
    """Somebody else in need of care in the same dwelling."""
    person_id = load(office, case_id).person.id
    return records.add(office, HouseholdMember, person_id=person_id, **values)[1]


def an_application(
    office: OfficeStore, case_id: UUID, programme: str, *measure_ids: UUID, **values: object
) -> UUID:
    """An application, begun and with these fields."""
    _changed, application_id = applications.start(office, case_id, programme, measure_ids)
    if values:
        applications.keep(office, application_id, values)
    return application_id


def load(office: OfficeStore, case_id: UUID) -> cases.CaseView:
    """The case as it stands."""
    with office.reading() as session:
        return cases.load_case(session, case_id)
