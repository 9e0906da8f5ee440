"""Who asks what is kept about them gets all of it in words, and nothing of others (Art. 15 DSGVO)."""

import io
import time
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from tests.builders import TODAY, a_demonstration
from tests.casework.lettering import Lettered, full_case
from tests.casework.visiting import picture
from tests.reports.listening import Listener
from zwk_barrier.casework import records
from zwk_barrier.casework.case import rights
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.printing.access_columns import (
    NOT_OF_A_CASE,
    OTHERS,
    SECTIONS,
    TABLES_OF_A_CASE,
    reason_for,
    told_as,
)
from zwk_barrier.casework.printing.access_report import gather_access
from zwk_barrier.casework.printing.access_rows import RowWords, rows_of
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.model import (
    CaseFile,
    Contact,
    HouseholdMember,
    Measurement,
    Person,
    Photo,
    RelatedPerson,
    Room,
    Task,
    Visit,
    journaled_tables,
)
from zwk_barrier.model.access_report import AccessChoice, AccessReport
from zwk_barrier.model.report_parts import Part
from zwk_barrier.problems import InputProblem, NotAllowed
from zwk_barrier.reports.documents.access_report import build_access_report
from zwk_barrier.store.office import OfficeStore

COLUMNS = [
    (record.__tablename__, column.name)
    for record in journaled_tables()
    if record.__tablename__ not in NOT_OF_A_CASE
    for column in record.__table__.columns
]


@pytest.fixture
def case(office: OfficeStore) -> Lettered:
    return full_case(office)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    with a_demonstration(tmp_path_factory.mktemp("access") / "office", cases=8) as store:
        yield store


def report(office: OfficeStore, case_id: UUID, choice: AccessChoice | None = None) -> AccessReport:
    with office.reading() as session:
        return gather_access(
            session, office.photos, case_id, choice or AccessChoice(), TODAY, staff_id=office.staff_id
        )


def everything(told: AccessReport) -> str:
    parts = [part for section in told.sections for part in section.parts]
    rows = [cell for part in parts if part.grid for row in part.grid.rows for cell in row]
    facts = [text for part in parts for fact in part.facts for text in fact]
    texts = [text for part in parts for text in part.texts]
    return "\n".join((*rows, *facts, *texts, *(section.nothing for section in told.sections), *told.left_out))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_each_column_is_told_or_has_a_reason_not_to_be(table: str, column: str) -> None:
    assert table in TABLES_OF_A_CASE
    assert bool(told_as(table, column)) != bool(reason_for(table, column))


def test_no_two_columns_of_a_table_are_told_under_one_name() -> None:
    told = [(table, told_as(table, column)) for table, column in COLUMNS if told_as(table, column)]
    assert len(told) == len(set(told))


def test_a_column_nobody_has_thought_of_is_noticed() -> None:
    assert told_as("person", "shoe_size") == ""
    assert reason_for("person", "shoe_size") is None


def test_what_is_kept_of_columns_still_exists() -> None:
    assert set(COLUMNS) >= {tuple(key.split(".")) for key in OTHERS}


def test_every_value_of_a_person_stands_in_it(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        cases = session.scalars(select(CaseFile)).all()
        for case in cases:
            told = everything(
                gather_access(
                    session,
                    demonstration.photos,
                    case.id,
                    AccessChoice(),
                    TODAY,
                    staff_id=demonstration.staff_id,
                )
            )
            person = session.get_one(Person, case.person_id)
            for value in (person.given_name, person.family_name, person.phone, person.note, case.concern):
                assert value is None or value in told
            notes = session.scalars(select(Contact.result).where(Contact.case_id == case.id))
            assert all(note in told for note in notes if note)


def says(parts: list[Part], label: str, value: str) -> bool:
    """Whether one of these parts says the fact: as one, in a column of that name, as a title or in running text."""
    fact = f"{label}: {value}"
    for part in parts:
        if (label, value) in part.facts or fact in "\n".join(part.texts):
            return True
        for row in part.grid.rows if part.grid else ():
            cells = dict(
                zip([one.heading for one in part.grid.columns] if part.grid else (), row, strict=True)
            )
            if value in row[0] or cells.get(label) == value or any(fact in cell for cell in row[1:]):
                return True
    return any(value in text for part in parts for text in part.texts)  # a row that is only called something


def test_laying_rows_out_loses_no_fact(demonstration: OfficeStore) -> None:
    checked = 0
    with demonstration.reading() as session:
        for case in session.scalars(select(CaseFile)).all():
            choice = AccessChoice(with_others=True, with_photos=False)
            told = gather_access(
                session, demonstration.photos, case.id, choice, TODAY, staff_id=demonstration.staff_id
            )
            rows = rows_of(session, case)
            words = RowWords(session, rows, with_others=True)
            for title, tables in SECTIONS.values():
                parts = [part for one in told.sections if one.title == title for part in one.parts]
                for row in (row for table in tables for row in rows[table]):
                    for label, value in words.facts(row):
                        assert says(parts, label, value), (title, label, value)
                        checked += 1
    assert checked > 1000


def test_what_is_empty_is_named_once(case: Lettered) -> None:
    told = report(case.office, case.case_id)
    last = told.sections[-1]
    assert last.title == "Wozu nichts gespeichert ist"
    assert "Nachbefragung" in last.nothing
    assert all(section.parts for section in told.sections[:-1])


def test_an_ordinary_case_is_told_on_few_pages(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        busiest = session.scalars(
            select(Room.visit_id).join(Measurement).group_by(Room.visit_id).order_by(func.count().desc())
        ).first()
        visit = session.get_one(Visit, busiest)
    content = build_access_report(report(demonstration, visit.case_id))
    assert len(PdfReader(io.BytesIO(content)).pages) <= 16


def test_a_value_says_in_which_room_it_was_measured(case: Lettered) -> None:
    with case.office.reading() as session:
        visits = select(Visit.id).where(Visit.case_id == case.case_id)
        room = session.scalars(select(Room).where(Room.visit_id.in_(visits), Room.kind == "bad")).first()
    assert room is not None
    records.add(case.office, Measurement, room_id=room.id, criterion="D03", note="Zwischen Wanne und WC")
    told = report(case.office, case.case_id)
    parts = [part for section in told.sections for part in section.parts]
    (values,) = (part for part in parts if says([part], "Notiz", "Zwischen Wanne und WC"))
    assert says([values], "Raum", "Bad")


def test_what_was_removed_is_still_kept_and_so_is_told(case: Lettered) -> None:
    _changed, task_id = records.add(case.office, Task, case_id=case.case_id, title="Handlauf anfragen")
    records.remove(case.office, Task, task_id)
    told = everything(report(case.office, case.case_id))
    assert "Handlauf anfragen" in told
    assert "Entfernt am: " in told


def test_others_are_hidden_in_their_fields_in_texts_and_in_the_history(case: Lettered) -> None:
    office, case_id = case.office, case.case_id
    _changed, other = records.add(
        office, RelatedPerson, case_id=case_id, name="Ingeborg Xanthopoulos", relation="tochter"
    )
    records.keep(office, RelatedPerson, other, phone="0221 4710777")
    records.keep(office, RelatedPerson, other, phone="0221 4710778")
    with office.reading() as session:
        person_id = load_case(session, case_id).person.id
    records.add(office, HouseholdMember, person_id=person_id, name="Egon Quastenflosser")
    records.keep(office, Person, person_id, note="Frau Xanthopoulos hat den Schlüssel, Egon hört schlecht.")
    hidden, open_ = report(office, case_id), report(office, case_id, AccessChoice(with_others=True))
    for word in ("Xanthopoulos", "Ingeborg", "Quastenflosser", "Egon", "4710777", "4710778"):
        assert word not in everything(hidden)
    assert "Xanthopoulos" in everything(open_)
    assert any("Art. 15 Abs. 4 DSGVO" in sentence for sentence in hidden.left_out)


def test_the_family_name_a_relative_shares_stays(case: Lettered) -> None:
    with case.office.reading() as session:
        family = load_case(session, case.case_id).person.family_name
    records.add(case.office, RelatedPerson, case_id=case.case_id, name=f"Wendelgard {family}")
    told = everything(report(case.office, case.case_id))
    assert family
    assert family in told
    assert "Wendelgard" not in told


def test_personal_notes_are_nowhere_in_it_and_it_says_why(case: Lettered) -> None:
    records.keep(case.office, CaseFile, case.case_id, personal_note="Wirkt heute sehr traurig")
    told = report(case.office, case.case_id, AccessChoice(with_others=True))
    assert "traurig" not in everything(told)
    assert any("Gedächtnisstützen" in sentence for sentence in told.left_out)


def test_a_section_held_back_has_its_reason_instead(case: Lettered) -> None:
    choice = AccessChoice(without=("contacts",), reason="Geschäftsgeheimnis eines Betriebs")
    told = report(case.office, case.case_id, choice)
    section = next(one for one in told.sections if one.title == SECTIONS["contacts"][0])
    assert section.parts == ()
    assert (
        section.nothing
        == "Nicht enthalten (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X). Grund: Geschäftsgeheimnis eines Betriebs"
    )


def test_nothing_is_held_back_without_a_reason(case: Lettered) -> None:
    with pytest.raises(InputProblem):
        report(case.office, case.case_id, AccessChoice(without=("contacts",), reason=" "))


def test_only_who_leads_or_has_the_case_gives_it(case: Lettered) -> None:
    with case.office.reading() as session, pytest.raises(NotAllowed):
        gather_access(session, case.office.photos, case.case_id, AccessChoice(), TODAY, staff_id=UUID(int=7))


def photo_of(case: Lettered, caption: str) -> UUID:
    with case.office.reading() as session:
        visit = session.scalars(select(Visit).where(Visit.case_id == case.case_id)).first()
        assert visit is not None
        room = session.scalars(select(Room).where(Room.visit_id == visit.id, Room.kind == "bad")).one()
    return take_photo(case.office, visit.id, picture(), room_id=room.id, caption=caption)[1]


def pictures(told: AccessReport) -> list[tuple[str, str]]:
    plates = [one for section in told.sections for part in section.parts for one in part.photos]
    return [(one.caption, one.alternative) for one in plates]


def test_copies_of_the_photos_are_in_it_with_words_unless_nobody_wants_them(case: Lettered) -> None:
    before = len(pictures(report(case.office, case.case_id)))
    photo_of(case, "Wanne")
    assert ("Wanne", "Bad: Wanne") in pictures(report(case.office, case.case_id))
    assert len(pictures(report(case.office, case.case_id))) == before + 1
    without = report(case.office, case.case_id, AccessChoice(with_photos=False))
    assert pictures(without) == []
    assert any("Auf Wunsch bekommen Sie Kopien der Bilder" in said for said in without.left_out)
    held_back = report(case.office, case.case_id, AccessChoice(without=("photos",), reason="Gefahr"))
    assert pictures(held_back) == []


def test_a_photo_that_was_taken_away_but_is_kept_is_in_it_and_a_lost_one_is_named(case: Lettered) -> None:
    gone, lost = photo_of(case, "Alte Wanne"), photo_of(case, "Verlorene Wanne")
    records.remove(case.office, Photo, gone)
    case.office.photos.forget(lost)
    told = report(case.office, case.case_id)
    captions = [caption for caption, _said in pictures(told)]
    assert any(caption.startswith("Alte Wanne · entfernt am ") for caption in captions)
    texts = [text for section in told.sections for part in section.parts for text in part.texts]
    assert any(text.startswith("Das Foto „Verlorene Wanne“ fehlt: ") for text in texts)


def test_the_pictures_reach_the_document_with_their_words(case: Lettered) -> None:
    photo_of(case, "Wanne")
    heard = Listener(build_access_report(report(case.office, case.case_id)))
    assert "Bad: Wanne" in [one.alternative for one in heard.heard if one.tag == "Figure"]


def test_giving_it_settles_the_request_and_keeps_what_was_held_back(case: Lettered) -> None:
    _changed, task_id = rights.request_access(case.office, case.case_id, date(2026, 11, 3))
    rights.give_access(case.office, case.case_id, TODAY, held_back="Ohne Kontakte (§ 83 SGB X): Grund.")
    with case.office.reading() as session:
        assert session.get_one(Task, task_id).done_at is not None
        titles = session.scalars(select(Task.title).where(Task.case_id == case.case_id)).all()
    given = f"Auskunft nach Art. 15 DSGVO erteilt am {TODAY:%d.%m.%Y}."
    assert f"{given} Ohne Kontakte (§ 83 SGB X): Grund." in titles


def test_a_huge_case_takes_less_than_half_a_minute(case: Lettered) -> None:
    with case.office.deed("many") as deed:
        rooms = deed.session.scalars(select(Room.id)).all()
        for number in range(800):
            note = f"Notiz {number} " * 10
            deed.session.add(Measurement(room_id=rooms[number % len(rooms)], criterion="D03", note=note))
    began = time.perf_counter()
    assert build_access_report(report(case.office, case.case_id)).startswith(b"%PDF")
    assert time.perf_counter() - began < 30
