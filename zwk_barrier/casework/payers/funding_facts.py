"""What a funding check is told of a case: the household, the dwelling, the measures, what was granted before."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers.application_state import GRANTED, state_of
from zwk_barrier.casework.plan.measures import BUILDING_WORK, DROPPED, price_of
from zwk_barrier.model import Application, HouseholdMember, Measure, Person
from zwk_barrier.rules.ages import age_on
from zwk_barrier.rules.funding import Grant, Member, Need, Situation

_GRADES: Final = frozenset({"1", "2", "3", "4", "5"})
_NO_GRADE: Final = frozenset({"keiner"})
_OF_AGE: Final = 18


def situation_of(session: Session, view: CaseView, day: date) -> Situation:
    """The person and the dwelling as the rules of ``day`` see them; what is not recorded stays unknown."""
    person, dwelling = view.person, view.dwelling
    return Situation(
        day=day,
        members=tuple(_members(person, household(session, person.id))),
        tenure=dwelling.tenure,
        household_form=person.household_form,
        income=person.income,
        disability_degree=person.disability_degree,
        disability_marks=tuple(person.disability_marks or ()),
        impairments=tuple(person.impairments or ()),
        is_employed=person.is_employed,
        is_adult=_is_adult(person, day),
        land=office_settings(session).land,
        landlord_consent=dwelling.consent_state,
        owners_resolution=dwelling.resolution_state,
        is_condominium=view.building.is_condominium,
    )


def household(session: Session, person_id: UUID) -> tuple[HouseholdMember, ...]:
    """The others in need of care who live with a person, in the order they were entered."""
    query = select(HouseholdMember).where(
        HouseholdMember.person_id == person_id, HouseholdMember.removed_at.is_(None)
    )
    return tuple(session.scalars(query.order_by(HouseholdMember.created_at, HouseholdMember.id)))


def undescribed(person: Person, members: Sequence[HouseholdMember]) -> int:
    """How many of those in need of care by the number in the household are not described themselves."""
    client = person.care_grade not in _NO_GRADE
    return max(0, (person.household_in_care or 0) - int(client) - len(members))


def needs_of(measures: Sequence[Measure]) -> tuple[Need, ...]:
    """The measures that are still wanted, at what they cost: paid, else quoted, else estimated."""
    return tuple(_need(one) for one in measures if one.status not in DROPPED)


def grants_of(applications: Sequence[Application]) -> tuple[Grant, ...]:
    """What was granted before, and whether the need is said to have changed since."""
    return tuple(_grants(applications))


def rule_day_of(application: Application) -> date | None:
    """The day whose amounts hold for an application: as set, else of its notice, else of the application itself.

    ``None`` while it is only planned.
    """
    one = application
    applied_on = one.lodged_elsewhere_on or one.received_on or one.applied_on
    if one.rule_day is not None or state_of(one).stage not in GRANTED:
        return one.rule_day or applied_on
    return one.notice_on or one.posted_on or one.delivered_on or applied_on


def measure_ids(application: Application) -> tuple[str, ...]:
    """The measures of an application as needs are named."""
    return tuple(UUID(each).hex for each in application.measures or ())


def money_of(application: Application) -> int:
    """What an application has brought: what was granted, else what was paid, in euro cents."""
    granted = application.amount_granted
    return (application.amount_paid or 0) if granted is None else granted


def _members(person: Person, members: Sequence[HouseholdMember]) -> Iterator[Member]:
    yield Member(person.care_grade, person.insurance_type, person.insurance_share, is_client=True)
    for one in members:
        yield Member(one.care_grade, one.insurance_type, one.insurance_share)
    for _more in range(undescribed(person, members)):
        yield Member("1", "unbekannt")  # in need of care is who has a grade, and any grade counts the same


def _grants(applications: Sequence[Application]) -> Iterator[Grant]:
    for one in applications:
        if one.programme is None:
            continue
        if state_of(one).stage in GRANTED:
            yield Grant(one.programme, money_of(one), rule_day_of(one), measure_ids(one), one.is_new_need)
        elif one.is_new_need:
            yield Grant(one.programme, 0, None, measure_ids(one), one.is_new_need)


def _need(measure: Measure) -> Need:
    price = price_of(measure)
    paid = measure.cost_actual
    consent = measure.kind in BUILDING_WORK if measure.needs_consent is None else measure.needs_consent
    return Need(
        id=measure.id.hex,
        title=measure.title or "",
        kind=measure.kind,
        catalogue_number=measure.catalogue_number,
        payers=tuple(measure.payers or ()),
        low=paid if paid is not None else None if price is None else price.low,
        high=paid if paid is not None else None if price is None else price.high,
        has_quote=measure.cost_quoted is not None or paid is not None,
        needs_consent=consent,
        status=measure.status,
        ordered_on=measure.ordered_on,
        done_on=measure.done_on,
    )


def _is_adult(person: Person, day: date) -> bool | None:
    age = age_on(day, person.born_on, person.birth_year)
    is_near = person.born_on is None and age == _OF_AGE  # of age within that year, nobody knows when
    return None if age is None or is_near else age >= _OF_AGE
