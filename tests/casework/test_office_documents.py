"""Hand-over sheet, caseload list and plan for craftsmen say what they should, and to whom they may."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from sqlalchemy import func, select

from tests.builders import TODAY, a_demonstration
from tests.casework.visiting import plan
from zwk_barrier.casework import records
from zwk_barrier.casework.case import tasks
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.printing.case_report import gather_case_report
from zwk_barrier.casework.printing.caseload_list import gather_caseload
from zwk_barrier.casework.printing.craft_plan import gather_craft_plan
from zwk_barrier.casework.printing.handover_sheet import gather_handover
from zwk_barrier.casework.printing.identities import identities_of
from zwk_barrier.model import (
    Application,
    Building,
    CaseFile,
    Contact,
    Disclosure,
    Dwelling,
    Finding,
    Letter,
    Measure,
    OutcomeSurvey,
    Person,
    Photo,
    PrintedDocument,
    RelatedPerson,
    Room,
    Staff,
    Task,
    Visit,
)
from zwk_barrier.model.case_report import ReportChoice
from zwk_barrier.problems import NotAllowed, NotFound
from zwk_barrier.reports.documents.handover_sheet import build_handover_sheet
from zwk_barrier.rules.folding import words
from zwk_barrier.rules.redaction import name_parts
from zwk_barrier.rules.sketch import from_drawing
from zwk_barrier.store.office import OfficeStore

KEY = b"k" * 32


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    with a_demonstration(tmp_path_factory.mktemp("documents") / "office", cases=30) as store:
        yield store


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a record, pictures and drawings aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def report(office: OfficeStore, case_id: UUID, choice: ReportChoice, staff_id: UUID | None = None) -> str:
    with office.reading() as session:
        record = gather_case_report(
            session, office.photos, case_id, choice, staff_id=staff_id or office.staff_id, key=KEY, day=TODAY
        )
    return " ".join(texts_of(record))


def test_a_case_report_is_for_who_leads_and_for_the_advisor_of_the_case(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    for role, has_case, may in (
        ("leitung", False, True),
        ("beratung", True, True),
        ("beratung", False, False),
        ("verwaltung", False, False),
        ("statistik", True, False),
    ):
        records.keep(office, Staff, office.staff_id, role=role)
        records.keep(office, CaseFile, case_id, advisor_id=office.staff_id if has_case else None)
        if may:
            assert "Olga Petrova" in report(office, case_id, ReportChoice())
        else:
            with pytest.raises(NotAllowed, match="nur die Leitung und die zuständige Beratung"):
                report(office, case_id, ReportChoice(is_redacted=True))


def test_diagnoses_come_only_when_chosen_and_personal_notes_never(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    with office.reading() as session:
        person_id = session.get_one(CaseFile, case_id).person_id
    records.keep(office, Person, person_id, diagnoses="Morbus Beispiel")
    records.keep(office, CaseFile, case_id, personal_note="nur für mich")
    assert "Morbus Beispiel" not in report(office, case_id, ReportChoice())
    everything = report(office, case_id, ReportChoice(with_diagnoses=True, with_photos=True))
    assert "Morbus Beispiel" in everything
    assert "nur für mich" not in everything


def test_only_chosen_sections_are_told_and_the_rest_is_named(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    with office.reading() as session:
        choice = ReportChoice(("measures", "dwelling"))
        made = gather_case_report(
            session, office.photos, case_id, choice, staff_id=office.staff_id, key=KEY, day=TODAY
        )
    assert [section.title for section in made.sections] == ["Wohnung", "Maßnahmen und Kosten"]
    assert made.left_out[0].startswith(
        "Nicht gewählte Abschnitte: Person, Haushalt und Bezugspersonen, Kontakte"
    )


def test_somebody_has_one_pseudonym_in_every_report_and_another_in_another_office(
    office: OfficeStore,
) -> None:
    case_id, _visit_id = plan(office)
    with office.reading() as session:
        view, own = load_case(session, case_id), office_settings(session)
        first, again = (identities_of(session, view, own, KEY) for _time in range(2))
        elsewhere = identities_of(session, view, own, b"x" * 32)
    assert first.named("person", "Olga Petrova") == first.named("person", "olga  PETROVA")
    assert first.named("person", "Olga Petrova") == again.of("person", view.person.id.hex)
    assert first.named("person", "Olga Petrova") != elsewhere.named("person", "Olga Petrova")
    assert first.named("organisation", "Pflegekasse") == "Pflegekasse"


def test_free_texts_stay_out_of_a_redacted_report_unless_they_are_wanted(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    concern = "Frau Petrova kommt nicht in die Wanne, sagt ihre Nachbarin Frau Beispielova."
    records.keep(office, CaseFile, case_id, concern=concern)
    assert "Wanne" not in report(office, case_id, ReportChoice(is_redacted=True))
    kept = report(office, case_id, ReportChoice(is_redacted=True, with_texts=True))
    assert "kommt nicht in die Wanne, sagt ihre Nachbarin Frau [Name]" in kept
    assert "Petrova" not in kept


def test_the_sheet_of_every_case_is_one_page(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        for case_id in session.scalars(select(CaseFile.id)):
            with pypdfium2.PdfDocument(build_handover_sheet(gather_handover(session, case_id, TODAY))) as pdf:
                assert len(pdf) == 1


def test_the_fullest_sheet_is_one_page_and_says_what_it_leaves_out(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    long = "Sehr langer Text, der mehr sagt als nötig. " * 40
    records.keep(office, CaseFile, case_id, summary=long)
    for number in range(8):
        tasks.add_task(office, case_id, f"{long} {number}", date(2026, 12, 1))
        records.add(
            office, RelatedPerson, case_id=case_id, name=f"Ina Beispiel {number}", organisation=long[:80]
        )
        records.add(office, Contact, case_id=case_id, happened_at=_moment(), note=long)
    with office.reading() as session:
        sheet = build_handover_sheet(gather_handover(session, case_id, TODAY))
    with pypdfium2.PdfDocument(sheet) as pdf:
        said = pdf[0].get_textpage().get_text_range()
        assert len(pdf) == 1
    assert re.search(
        r"Im Programm stehen noch mehr: Aufgaben \(\d\), Personen \(\d\)", " ".join(said.split())
    )


def _moment() -> Any:
    from tests.builders import noon  # noqa: PLC0415

    return noon(TODAY)


def test_a_caseload_list_has_every_running_case_of_everybody_and_is_for_who_leads(
    demonstration: OfficeStore,
) -> None:
    with demonstration.reading() as session:
        made = gather_caseload(session, None, TODAY, staff_id=demonstration.staff_id)
        running = session.scalar(select(func.count()).where(CaseFile.status != "closed"))
        adviser = session.scalars(select(Staff.id).where(Staff.role == "beratung")).first()
        assert adviser is not None
        assert sum(len(one.cases.rows) for one in made.advisors) == running
        (own,) = gather_caseload(session, adviser, TODAY, staff_id=demonstration.staff_id).advisors
        assert own in made.advisors
        with pytest.raises(NotAllowed):
            gather_caseload(session, None, TODAY, staff_id=adviser)


def test_a_craftsman_learns_nothing_of_anybody_but_the_address(demonstration: OfficeStore) -> None:
    office = demonstration
    with office.reading() as session:
        cases = session.scalars(select(Measure.case_id).distinct()).all()
        for case_id in cases:
            photos = session.scalars(select(Photo.id).where(Photo.case_id == case_id)).all()
            made = gather_craft_plan(session, office.photos, case_id, TODAY, chosen=photos)
            case = session.get_one(CaseFile, case_id)
            person = session.get_one(Person, case.person_id)
            related = session.scalars(
                select(RelatedPerson.name).where(RelatedPerson.case_id == case_id)
            ).all()
            said = f" {' '.join(words(' '.join(texts_of(replaced(made)))))} "
            names = name_parts(person.given_name, person.family_name, *related)
            assert [name for name in names if f" {' '.join(words(name))} " in said] == []
            assert case.number not in said
            assert not person.phone or " ".join(words(person.phone)) not in said
            assert made.address


def replaced(made: Any) -> tuple[Any, ...]:
    """All of a plan but who writes it and where the work is."""
    return tuple(
        getattr(made, field.name) for field in fields(made) if field.name not in {"letterhead", "address"}
    )


def test_a_drawing_for_a_craftsman_has_no_aid_in_it(demonstration: OfficeStore) -> None:
    office = demonstration
    with office.reading() as session:
        drawn = session.execute(
            select(Room.sketch, Measure.case_id)
            .join(Measure, Measure.room_id == Room.id)
            .where(Room.sketch.is_not(None))
        ).all()
        with_aid = {
            case_id for sketch, case_id in drawn if (one := from_drawing(sketch)) and (one.aid or one.circle)
        }
        assert with_aid
        for case_id in with_aid:
            made = gather_craft_plan(session, office.photos, case_id, TODAY)
            plans = [room.plan.plan for room in made.rooms if room.plan is not None]
            assert all(one.aid is None and one.circle is None for one in plans)


def test_a_plan_is_for_one_trade_and_leaves_out_what_is_done_or_dropped(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    added = {}
    for title, trade, status in (
        ("Haltegriff", "sanitaer", "empfohlen"),
        ("Schwelle", "tischler", "empfohlen"),
        ("Lampe", "elektro", "umgesetzt"),
    ):
        _changed, key = measures.recommend(office, case_id, visit_id=visit_id, title=title)
        records.keep(office, Measure, key, trade=trade, status=status)
        added[title] = key
    with office.reading() as session:
        every = gather_craft_plan(session, office.photos, case_id, TODAY)
        one = gather_craft_plan(session, office.photos, case_id, TODAY, trade="tischler")
    assert [m.title for trade in every.trades for m in trade.measures] == ["Haltegriff", "Schwelle"]
    assert [trade.name for trade in one.trades] == ["Tischlerei"]


def test_a_case_that_is_not_there_has_no_documents(office: OfficeStore) -> None:
    with office.reading() as session:
        for gather in (
            lambda: gather_handover(session, office.staff_id, TODAY),
            lambda: gather_craft_plan(session, office.photos, office.staff_id, TODAY),
        ):
            with pytest.raises(NotFound):
                gather()


def test_the_history_of_a_case_tells_who_let_which_report_out(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    records.add(
        office,
        PrintedDocument,
        case_id=case_id,
        staff_id=office.staff_id,
        kind="case_report",
        variant="redacted",
        title="Fallbericht",
        digest="ab" * 32,
        pages=7,
        printed_at=_moment(),
    )
    with office.reading() as session:
        line = case_history(session, case_id)[0]
    assert (line.staff, line.subject, line.what) == (
        "Marie Albers",
        "Gedrucktes Dokument „Fallbericht“",
        "added",
    )
    assert "Fassung: unkenntlich gemacht; Seiten: 7" in line.after
    assert "case_report" not in line.after


POISON = "Olga Petrova, Goethestr. 41, Tel. 040/669690-39, Petrovas Sohn Andrej"
POISONED = {
    CaseFile: ("concern", "summary"),
    Person: ("note", "diagnoses"),
    Dwelling: ("note", "landlord_name"),
    Contact: ("note", "result"),
    Task: ("title",),
    Visit: ("summary", "participants_note"),
    Room: ("name", "note"),
    Finding: ("text",),
    Measure: ("title", "reason"),
    RelatedPerson: ("organisation", "note"),
    Disclosure: ("what", "recipient", "norm"),
    Application: ("recipient", "reference", "note"),
    Letter: ("title", "recipient"),
    OutcomeSurvey: ("note",),
}


def poison(office: OfficeStore, case_id: UUID) -> None:
    """Writes who it is into every field that somebody may type freely."""
    rooms = select(Room.id).join(Visit, Visit.id == Room.visit_id).where(Visit.case_id == case_id)
    for record, columns in POISONED.items():
        with office.reading() as session:
            case = session.get_one(CaseFile, case_id)
            key: Any = record.__table__.c
            own = {
                CaseFile: key.id == case_id,
                Person: key.id == case.person_id,
                Dwelling: key.id == case.dwelling_id,
                Room: key.id.in_(rooms),
            }.get(record)
            if own is None:
                of_visit = "case_id" not in key
                visits = select(Visit.id).where(Visit.case_id == case_id)
                own = key.visit_id.in_(visits) if of_visit else key.case_id == case_id
            found = session.scalars(select(key.id).where(own)).all()
        for row_id in found:
            records.keep(office, record, row_id, **dict.fromkeys(columns, POISON))


def test_a_name_typed_into_every_field_is_in_none_of_a_redacted_report(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        case = session.get_one(CaseFile, case_id)
        dwelling = session.get_one(Dwelling, case.dwelling_id)
    records.keep(office, Person, case.person_id, phone="040 66969039")
    records.keep(office, Building, dwelling.building_id, street="Goethestraße", house_number="41", area="111")
    records.add(office, RelatedPerson, case_id=case_id, name="Andrej Petrova", phone="040 66969040")
    records.add(office, Contact, case_id=case_id, happened_at=_moment())
    records.add(office, Finding, visit_id=visit_id, text="–")
    records.add(office, OutcomeSurvey, case_id=case_id, safety=3)
    tasks.add_task(office, case_id, "–", TODAY)
    measures.recommend(office, case_id, visit_id=visit_id, title="–")
    for record in (Disclosure, Application):
        records.add(office, record, case_id=case_id)
    records.add(office, Letter, case_id=case_id, template="referral")
    poison(office, case_id)
    assert report(office, case_id, ReportChoice(with_diagnoses=True)).count("Petrova") > 20
    for with_texts in (False, True):
        said = report(
            office, case_id, ReportChoice(is_redacted=True, with_texts=with_texts, with_diagnoses=True)
        )
        for name in ("petrova", "olga", "andrej", "goethe", "66969", "669690"):
            assert name not in said.casefold(), (name, with_texts)


def test_a_name_typed_into_every_field_is_in_none_of_a_plan_for_craftsmen(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    measures.recommend(office, case_id, visit_id=visit_id, title="–")
    poison(office, case_id)
    with office.reading() as session:
        made = gather_craft_plan(session, office.photos, case_id, TODAY)
    assert made.trades
    said = " ".join(texts_of(replaced(made))).casefold()
    assert not [name for name in ("petrova", "olga") if name in said]
