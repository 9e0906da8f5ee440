"""Gathers everything one visit report says, so that the document itself asks nobody."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.comparison_section import comparison_section
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_fit import fit_section
from zwk_barrier.casework.printing.report_sections import label, labels, measure_line, sections
from zwk_barrier.casework.visit.basis import PersonThen
from zwk_barrier.casework.visit.measuring import coverage_of
from zwk_barrier.casework.visit.photo_pairs import befores_of
from zwk_barrier.casework.visit.visits import VisitView, load_visit
from zwk_barrier.model import Staff, Visit
from zwk_barrier.model.visit_report import (
    NextStep,
    VisitReport,
)
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date, format_duration, format_time
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _


def gather(session: Session, photos: PhotoStore, visit_id: UUID, printed_on: date) -> VisitReport:
    """The complete record of one visit's report, in the language texts come in now.

    A picture that is damaged or missing is named in its room, so that the rest can be printed.  Raises
    NotFound for a visit that is not there.
    """
    view = load_visit(session, visit_id)
    case = load_case(session, view.case.id)
    visit, office = view.visit, office_settings(session)
    return VisitReport(
        letterhead=letterhead_of(office),
        case_number=case.case.number,
        person=case.person.full_name,
        address=address_of(case),
        visited_on=visit.visited_on or printed_on,
        time_and_duration=_time_and_duration(visit),
        advisor=_name_of(visit.staff_id, case),
        participants=_participants(visit),
        profile=view.basis.profile.label(),
        person_facts=_person_facts(case, view.basis.person),
        dwelling_facts=_dwelling_facts(case, office.region),
        summary=visit.summary or "",
        rooms=sections(view, photos, befores_of(session, view.case.id)),
        measures=tuple(measure_line(measure, view) for measure in view.measures or case.measures),
        next_steps=tuple(
            NextStep(task.title or "", task.due_on, _name_of(task.staff_id, case))
            for task in case.tasks
            if task.done_at is None
        ),
        coverage=_coverage(view),
        printed_on=printed_on,
        language=wording.language(),
        fit=fit_section(view),
        comparison=comparison_section(session, visit),
        is_dated=visit.visited_on is not None,
        signatory=_signatory(session, visit),
    )


def address_of(case: CaseView) -> tuple[str, ...]:
    """Street and town of the dwelling, as on an envelope; what is not known is left out."""
    building = case.building
    lines = (
        " ".join(part for part in (building.street, building.house_number) if part),
        " ".join(part for part in (building.postcode, building.town) if part),
    )
    return tuple(line for line in lines if line)


def _coverage(view: VisitView) -> str:
    coverage = coverage_of(view)
    return _("{checked} von {all} Punkten geprüft").format(checked=coverage.checked, all=coverage.of)


def _time_and_duration(visit: Visit) -> str:
    parts = []
    if visit.begins_at is not None:
        parts.append(_("{time}\N{NO-BREAK SPACE}Uhr").format(time=format_time(visit.begins_at)))
    if visit.minutes:
        parts.append(format_duration(visit.minutes))
    return ", ".join(parts)


def _signatory(session: Session, visit: Visit) -> str:
    """Who signs, with what they are in the office."""
    advisor = None if visit.staff_id is None else session.get(Staff, visit.staff_id)
    return "" if advisor is None else ", ".join(part for part in (advisor.name, advisor.job_title) if part)


def _participants(visit: Visit) -> tuple[str, ...]:
    labels = load_code_list("participant")
    names = [labels.label(code) for code in visit.participants or ()]
    return (*names, visit.participants_note) if visit.participants_note else tuple(names)


def _person_facts(case: CaseView, then: PersonThen) -> tuple[tuple[str, str], ...]:
    """What the verdicts rest on as it was then, the rest as it is."""
    person = case.person
    born = format_date(person.born_on) if person.born_on else str(person.birth_year or "")
    return _filled(
        (_("Geboren"), born),
        (_("Pflegegrad"), label("care_grade", person.care_grade)),
        (_("Einschränkungen"), labels("impairment", list(then.impairments))),
        (_("Hilfsmittel"), _aids(then)),
        (_("Haushalt"), label("household_form", person.household_form)),
    )


def _aids(then: PersonThen) -> str:
    aids, width_cm = labels("aid", list(then.aids)), then.dimensions.aid_width
    if width_cm is None:
        return aids
    width = _("Breite {width}\N{NO-BREAK SPACE}cm").format(width=width_cm)
    return f"{aids} ({width})" if aids else width


def _dwelling_facts(case: CaseView, region: str) -> tuple[tuple[str, str], ...]:
    building, dwelling = case.building, case.dwelling
    lift = {True: _("vorhanden"), False: _("keiner")}
    return _filled(
        (_("Stadtteil"), load_areas(region).label(building.area) if building.area else ""),
        (_("Gebäude"), label("building_type", building.building_type)),
        (_("Baujahr"), label("building_age", building.building_age)),
        (_("Lage der Wohnung"), dwelling.location or floor_text(dwelling.floor)),
        (_("Aufzug"), lift.get(building.has_lift, "") if building.has_lift is not None else ""),
        (_("Stufen bis zur Haustür"), _count(building.steps_to_entrance)),
        (_("Stufen bis zur Wohnung"), _count(dwelling.steps_to_dwelling)),
        (_("Wohnverhältnis"), label("tenure", dwelling.tenure)),
        (_("Vermieter"), dwelling.landlord_name or label("landlord", dwelling.landlord)),
    )


def floor_text(floor: int | None) -> str:
    """The floor in words: ``Erdgeschoss``, ``2. Stock``."""
    if floor is None:
        return ""
    if floor == 0:
        return _("Erdgeschoss")
    return _("Untergeschoss") if floor < 0 else _("{floor}. Stock").format(floor=floor)


def _name_of(staff_id: UUID | None, case: CaseView) -> str:
    return "" if staff_id is None else case.staff_names.get(staff_id, "")


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _filled(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(fact for fact in facts if fact[1])
