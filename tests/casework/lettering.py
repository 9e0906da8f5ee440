"""A case with everything letters ask for: person, dwelling, barriers, measures, an application, consents."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tests.casework.visiting import measure, picture, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.case.disclosures import Basis
from zwk_barrier.casework.office.staff import all_staff, office_settings
from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.printing import letters
from zwk_barrier.casework.printing.letter_documents import print_record
from zwk_barrier.casework.printing.letter_draft import LetterDraft, Wanted, draft
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.model import (
    Application,
    Building,
    CaseFile,
    Consent,
    Deadline,
    Dwelling,
    Evidence,
    Office,
    Person,
    RelatedPerson,
    Staff,
)
from zwk_barrier.model.letter_document import LetterDocument
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Lettered:
    """The case and what belongs to it, by id."""

    office: OfficeStore
    case_id: UUID
    visit_id: UUID
    application_id: UUID
    measure_id: UUID

    def wanted(self, template: str) -> Wanted:
        """A new letter from a template, about the application where that is needed."""
        is_about = template not in {"landlord_consent", "owners_meeting", "referral"}
        return Wanted(self.case_id, template, self.application_id if is_about else None)

    def draft(self, template: str, today: date = TODAY) -> LetterDraft:
        """The letter as it would be."""
        with self.office.reading() as session:
            return draft(session, self.wanted(template), today)

    def draft_of(self, letter_id: UUID, today: date = TODAY) -> LetterDraft:
        """A letter as it stands."""
        with self.office.reading() as session:
            return draft(session, Wanted(self.case_id, letter_id=letter_id), today)

    def start(self, template: str, **values: Any) -> UUID:
        """Files a letter."""
        _changed, letter_id = letters.start(self.office, self.wanted(template), TODAY, values)
        return letter_id

    def send(self, letter_id: UUID, sending: str = "post", basis: Basis | None = None) -> None:
        """Sends a letter today."""
        letters.sent(self.office, letter_id, TODAY, sending, basis)


def document(case: Lettered, wanted: Wanted, today: date = TODAY) -> LetterDocument:
    """What a letter says, as it would be printed."""
    with case.office.reading() as session:
        return print_record(session, case.office.photos, wanted, today)


def empty_case(office: OfficeStore) -> Lettered:
    """A case of which only the name is known, with a visit and an application nobody has filled in."""
    case_id, visit_id = plan(office, date(2026, 11, 9))
    _changed, measure_id = measures.recommend(office, case_id)
    _changed, application_id = records.add(office, Application, case_id=case_id)
    return Lettered(office, case_id, visit_id, application_id, measure_id)


def full_case(office: OfficeStore) -> Lettered:
    """A case in which nothing is missing for any letter."""
    case_id, visit_id = plan(office, date(2026, 11, 9))
    _tell_office(office)
    _tell_person(office, case_id)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    barrier = next(one for one in room_of(view_of(office, visit_id), "bad").measurements.values())
    _changed, measure_id = measures.recommend(
        office,
        case_id,
        visit_id=visit_id,
        room_id=room_of(view, "bad").room.id,
        title="Badtür verbreitern",
        reason="Mit dem Rollator ist das Bad sonst nicht zu erreichen",
        kind="bau_klein",
        trade="tischler",
        cost_low=120_000,
        cost_high=180_000,
        needs_consent=True,
        barriers=[barrier.id.hex],
    )
    take_photo(office, visit_id, picture(), room_id=room_of(view, "bad").room.id, caption="Badtür")
    return Lettered(office, case_id, visit_id, _apply(office, case_id, measure_id), measure_id)


def _tell_office(office: OfficeStore) -> None:
    with office.reading() as session:
        settings, staff = office_settings(session), all_staff(session)[0]
    records.keep(office, Office, settings.id, street="Hafenstraße 12", postcode="27999", town="Musterhaven")
    records.keep(office, Office, settings.id, phone="0221 4710100")
    records.keep(office, Staff, staff.id, phone="0221 4710101", email="albers@musterhaven.example")


def _tell_person(office: OfficeStore, case_id: UUID) -> None:
    with office.reading() as session:
        view = load_case(session, case_id)
    records.keep(
        office,
        Person,
        view.person.id,
        born_on=date(1945, 5, 3),
        care_grade="3",
        aids=["rollator"],
        aid_width_cm=65,
        insurance="Pflegekasse Nord",
        insurance_number="A123456789",
    )
    records.keep(office, Building, view.building.id, street="Goethestraße", house_number="41")
    records.keep(office, Building, view.building.id, postcode="27999", town="Musterhaven")
    records.keep(office, Dwelling, view.dwelling.id, floor=2, tenure="miete_privat")
    records.keep(office, Dwelling, view.dwelling.id, landlord_name="Wohnbau Musterhaven")
    records.keep(office, Dwelling, view.dwelling.id, landlord_address="Am Markt 1\n27999 Musterhaven")
    records.keep(office, CaseFile, case_id, concern="Frau Petrova braucht Hilfe beim Einkaufen")
    records.add(
        office,
        RelatedPerson,
        case_id=case_id,
        relation="hausverwaltung",
        organisation="Hausverwaltung Kranich",
        name="Am Hafen 3, 27999 Musterhaven",
    )
    for purpose in ("weitergabe_kasse", "weitergabe_vermieter", "weitergabe_amt"):
        records.add(office, Consent, case_id=case_id, purpose=purpose, given_on=date(2026, 11, 9))


def _apply(office: OfficeStore, case_id: UUID, measure_id: UUID) -> UUID:
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4", [measure_id])
    records.keep(
        office,
        Application,
        application_id,
        recipient="Pflegekasse Nord",
        recipient_address="Postfach 10 01\n28001 Bremen",
        reference="WU-4711",
        amount_requested=150_000,
        lodged_elsewhere_on=date(2026, 10, 28),
        received_on=date(2026, 10, 30),
        notice_on=date(2026, 11, 18),
    )
    with office.reading() as session:
        kinds = list(session.query(Evidence).filter(Evidence.application_id == application_id))
    records.keep(office, Evidence, kinds[0].id, present_on=date(2026, 11, 10), dated_on=date(2026, 11, 5))
    with office.deed("deadline") as deed:
        standing = deed.session.query(Deadline).filter(Deadline.application_id == application_id)
        if not standing.filter(Deadline.kind == "decision").count():
            deed.session.add(
                Deadline(
                    case_id=case_id,
                    application_id=application_id,
                    kind="decision",
                    starts_on=date(2026, 10, 31),
                    due_on=date(2026, 11, 20),
                )
            )
    return application_id
