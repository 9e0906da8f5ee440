"""Builds the office of this version that every later version has to open: run once, before a release.

    python tests/migrations/build_released.py

Made of the store alone, so that the script needs no more than a later version still has.
"""

import json
import shutil
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sqlalchemy import func, select, text  # noqa: E402 - the path first
from sqlalchemy.orm import Session  # noqa: E402

import zwk_barrier  # noqa: E402
from tests.store import offices  # noqa: E402
from tests.store.pictures import jpeg_with_camera_data  # noqa: E402
from zwk_barrier.model import (  # noqa: E402
    Absence,
    Activity,
    Application,
    CaseFile,
    Consent,
    Contact,
    Deadline,
    Disclosure,
    DocumentRequest,
    Dwelling,
    Evidence,
    Finding,
    FrozenPeriod,
    FundingCheck,
    Handover,
    HouseholdMember,
    KeptRequirements,
    Letter,
    LetterTemplate,
    Limitation,
    LocalOffer,
    Measure,
    Measurement,
    OutcomeSurvey,
    OutreachPlace,
    OwnTable,
    Person,
    Photo,
    PlanApproval,
    PopulationCount,
    PopulationTable,
    PrintedDocument,
    ProgrammeChange,
    QualityNote,
    Quote,
    Referral,
    Release,
    ReportComment,
    Room,
    RoomPart,
    StaffMonth,
    Task,
    TextReview,
    Visit,
    VisitNote,
    journaled_tables,
)
from zwk_barrier.model.ids import new_id  # noqa: E402
from zwk_barrier.reference.editions import shipped_edition  # noqa: E402
from zwk_barrier.store.office import OfficeStore  # noqa: E402
from zwk_barrier.store.photos import take_in  # noqa: E402

RELEASED = Path(__file__).parent / "released"
MOMENT = datetime(2026, 5, 3, 10, 0, tzinfo=UTC)


def build(folder: Path) -> None:
    """A small office that uses every table, and beside it what a later version must find in it."""
    shutil.rmtree(folder, ignore_errors=True)
    store, _recovery_key = offices.make(folder / "office")
    with store:
        case_id = offices.add_case(
            store,
            "Jürgen Müller-Weiß",
            "2026-0147",
            street="Goethestraße",
            house_number="41",
            phone="0221 4710815",
            related="Ayşe Yılmaz",
        )
        offices.add_case(store, "Olga Petrova", "2026-0148")
        fill(store, case_id)
        fill_visit(store, case_id)
        fill_funding(store, case_id)
        fill_statistics(store, case_id)
        store.undo()
        expected = content(store)
    (folder / "office" / "office.lock").unlink(missing_ok=True)
    (folder / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf-8")


def fill(store: OfficeStore, case_id: object) -> None:
    """A visit with everything a visit has, and a value that is undone again."""
    photo_id, taken = new_id(), take_in(jpeg_with_camera_data(6))
    store.photos.write(photo_id, taken.jpeg)
    with store.deed("visit_filled") as deed:
        visit = Visit(case_id=case_id, visited_on=date(2026, 5, 3), participants=["person"])
        deed.session.add(visit)
        deed.session.flush()
        room = Room(visit_id=visit.id, kind="bad")
        deed.session.add(room)
        deed.session.flush()
        deed.session.add_all(
            [
                Measurement(room_id=room.id, criterion="TUE-01", value=Decimal("62.5"), unit="cm"),
                Finding(visit_id=visit.id, room_id=room.id, text="Schwelle", activities=["baden"]),
                Measure(case_id=case_id, visit_id=visit.id, title="Haltegriff", cost_low=8000),
                Photo(
                    id=photo_id,
                    case_id=case_id,
                    visit_id=visit.id,
                    sha256=taken.sha256,
                    width=taken.width,
                    height=taken.height,
                ),
                Contact(happened_at=MOMENT, caller_family_name="Jäger", caller_phone="040 66969123"),
                Contact(happened_at=MOMENT, case_id=case_id, topics=["bad"]),
                Task(case_id=case_id, title="Rückruf", due_on=date(2026, 5, 10)),
                Consent(case_id=case_id, purpose="kasse", given_on=date(2026, 5, 3)),
            ]
        )
    with store.deed("kept") as deed:
        dwelling = deed.session.scalars(select(Dwelling.id)).first()
        if dwelling is not None:
            deed.keep(Dwelling, dwelling, living_space=Decimal("71.25"))
    with store.deed("kept") as deed:
        deed.keep(CaseFile, case_id, concern="wird wieder rückgängig gemacht")  # type: ignore[arg-type]


def fill_visit(store: OfficeStore, case_id: object) -> None:
    """A finished visit with what came with version 0.2.0, judged by the requirements it keeps."""
    edition = shipped_edition()
    with store.deed("visit_filled_further") as deed:
        visit = Visit(
            case_id=case_id,
            visited_on=date(2026, 5, 4),
            finished_on=date(2026, 5, 4),
            purpose="erstbesuch",
            requirements_edition="DIN 18040-2:2011-09",
            requirements_digest=edition.digest,
            person_then={"dimensions": {"aid_width": 65}, "degrees": {"F07": 2}},
        )
        person = deed.session.scalars(select(Person.id)).first()
        deed.session.add_all([visit, KeptRequirements(digest=edition.digest, content=dict(edition.files))])
        deed.session.flush()
        room = Room(visit_id=visit.id, kind="flur", sketch={"version": 1})
        deed.session.add(room)
        deed.session.flush()
        door = RoomPart(room_id=room.id, kind="Innentür", name="Tür zum Bad")
        measure = Measure(case_id=case_id, visit_id=visit.id, title="Tür nach außen", payers=["pk4"])
        deed.session.add_all([door, measure])
        deed.session.flush()
        deed.session.add_all(
            [
                Measurement(room_id=room.id, criterion="W04", value=Decimal(82), unit="cm"),
                Measurement(
                    room_id=room.id,
                    part_id=door.id,
                    criterion="W04",
                    value=Decimal(63),
                    unit="cm",
                    is_wanted=True,
                ),
                VisitNote(visit_id=visit.id, room_id=room.id, text="Licht geht nicht"),
                Quote(measure_id=measure.id, company="Tischlerei Muster", amount=45_000, is_chosen=True),
                OutcomeSurvey(case_id=case_id, visit_id=visit.id, safety=5),
                Limitation(person_id=person, function="F07", degree=2),
                OwnTable(name="notes", content="code\n"),
            ]
        )


def fill_funding(store: OfficeStore, case_id: object) -> None:
    """What came with version 0.3.0: an application with everything around it, and the office's own upkeep."""
    staff = store.staff_id
    with store.deed("funding_filled") as deed:
        person = deed.session.scalars(select(Person.id)).first()
        measure = deed.session.scalars(select(Measure.id)).first()
        consent = deed.session.scalars(select(Consent.id)).first()
        application = Application(
            case_id=case_id,
            programme="SGB11-40-4",
            recipient="Pflegekasse Muster",
            recipient_land="HB",
            measures=[measure.hex] if measure else None,
            applied_on=date(2026, 4, 1),
            received_on=date(2026, 4, 2),
            amount_requested=418_000,
        )
        deed.session.add(application)
        deed.session.flush()
        letter = Letter(
            case_id=case_id,
            application_id=application.id,
            staff_id=staff,
            template="reminder",
            recipient="Pflegekasse Muster",
            content={"version": 1},
        )
        deed.session.add(letter)
        deed.session.flush()
        deed.session.add_all(
            [
                Evidence(application_id=application.id, kind="begruendung", dated_on=date(2026, 3, 30)),
                DocumentRequest(application_id=application.id, what="Grundriss"),
                Deadline(
                    case_id=case_id,
                    application_id=application.id,
                    kind="decision",
                    starts_on=date(2026, 4, 3),
                    due_on=date(2026, 4, 23),
                ),
                FundingCheck(case_id=case_id, staff_id=staff, checked_on=date(2026, 4, 1), content={}),
                HouseholdMember(person_id=person, care_grade="2", insurance_type="gkv"),
                LetterTemplate(code="reminder", content='title = "Erinnerung"\n'),
                Disclosure(case_id=case_id, letter_id=letter.id, consent_id=consent, basis="einwilligung"),
                Handover(case_id=case_id, from_id=staff, to_id=staff, reason="Urlaub"),
                PrintedDocument(
                    case_id=case_id, letter_id=letter.id, kind="letter", digest="0" * 64, printed_at=MOMENT
                ),
                Absence(staff_id=staff, deputy_id=staff, first_on=date(2026, 4, 1)),
                PlanApproval(case_id=case_id, presented_by_id=staff, decision="vorgelegt", digest="0" * 64),
                ProgrammeChange(
                    programme="SGB11-40-4",
                    field="per_person",
                    value="430000",
                    valid_from=date(2028, 1, 1),
                    source="erfunden",
                    proposed_by_id=staff,
                ),
            ]
        )


def fill_statistics(store: OfficeStore, case_id: object) -> None:
    """What came with version 0.4.0: figures that were frozen and handed out, and work without a case."""
    staff = store.staff_id
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    with store.deed("statistics_filled", is_final=True) as deed:
        table = PopulationTable(kind="einwohner", source="erfunden", counted_on=first)
        place = OutreachPlace(name="Bücherei", area="13")
        offer = LocalOffer(kind="begegnung", name="Seniorentreff", phone="0221 4710816")
        frozen = FrozenPeriod(
            begins_on=first,
            ends_on=last,
            frozen_at=MOMENT,
            staff_id=staff,
            method="rounding",
            threshold=5,
            seed=7,
            areas_edition="2026-11-22",
            definitions_edition="1",
            digest="0" * 64,
            content="",
        )
        deed.session.add_all([table, place, offer, frozen])
        deed.session.flush()
        deed.session.add_all(
            [
                PopulationCount(table_id=table.id, area="13", age_from=65, persons=7_877),
                Activity(
                    kind="sprechstunde", held_on=date(2026, 5, 5), outreach_place_id=place.id, advised=6
                ),
                StaffMonth(month=date(2026, 5, 1), staff_id=staff, share=50, cost=210_000),
                Referral(offer_id=offer.id, case_id=case_id, referred_on=date(2026, 5, 6)),
                ReportComment(
                    begins_on=first, ends_on=last, template="magistrat", section="use", comment="ruhig"
                ),
                QualityNote(rule="no_area", record_id=case_id, staff_id=staff),
                TextReview(language="tr", reviewer="Ayşe Demo", reviewed_on=date(2026, 5, 6)),
                Release(
                    released_at=MOMENT,
                    staff_id=staff,
                    kind="tabellen",
                    title="Zahlen 2025",
                    begins_on=first,
                    ends_on=last,
                    frozen_period_id=frozen.id,
                    method="rounding",
                    threshold=5,
                    files={},
                    report={},
                ),
            ]
        )


def content(store: OfficeStore) -> dict[str, object]:
    """What stands in the office: rows a table, and every row as it is in the database."""
    with store.reading() as session:
        return {
            record.__tablename__: rows_of(session, record.__tablename__) for record in journaled_tables()
        } | {
            "photos": len(store.photos.stored()),
            "kept_visits": session.scalar(
                select(func.count()).select_from(Visit).where(Visit.requirements_digest.is_not(None))
            ),
            "journal": session.scalar(select(func.count()).select_from(text("journal"))),
        }


def rows_of(session: Session, table: str) -> list[dict[str, object]]:
    """The rows of a table as plain values, in the order of their ids."""
    rows = session.execute(select(text("*")).select_from(text(table)).order_by(text("id"))).mappings()
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


if __name__ == "__main__":
    place = RELEASED / zwk_barrier.__version__
    build(place)
    sys.stdout.write(f"{place}\n")
