"""The history of a case tells every change with who and when, in words."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, contacts
from zwk_barrier.casework.case.history import HistoryLine, case_history, field_history
from zwk_barrier.casework.office import staff
from zwk_barrier.casework.payers import applications, evidence
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.model import CaseFile, Measure, Person, Room, VisitNote
from zwk_barrier.store.office import OfficeStore


def told(office: OfficeStore, case_id: UUID) -> list[HistoryLine]:
    with office.reading() as session:
        return list(case_history(session, case_id))


def case_and_person(office: OfficeStore) -> tuple[UUID, UUID]:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    with office.reading() as session:
        return case_id, cases.load_case(session, case_id).person.id


def test_a_changed_field_is_told_with_both_values_and_who(office: OfficeStore) -> None:
    case_id, person_id = case_and_person(office)
    records.keep(office, Person, person_id, care_grade="2")
    records.keep(office, Person, person_id, care_grade="3")

    line = told(office, case_id)[0]

    assert (line.subject, line.field) == ("Person", "Pflegegrad")
    assert (line.before, line.after) == ("Pflegegrad 2", "Pflegegrad 3")
    assert (line.staff, line.what) == ("Marie Albers", "changed")


def test_what_hangs_on_the_case_is_told_by_its_own_name(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, measure_id = measures.recommend(office, case_id, title="Haltegriff", priority="A")
    records.keep(office, Measure, measure_id, cost_low=8_000)

    changed, added = told(office, case_id)[:2]

    assert changed.subject == added.subject == "Maßnahme „Haltegriff“"
    assert (changed.field, changed.after) == ("Kosten von", "80\N{NO-BREAK SPACE}€")
    assert added.what == "added"
    assert "Priorität: A – sofort" in added.after


def test_what_was_taken_away_and_brought_back_is_told(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, measure_id = measures.recommend(office, case_id, title="Haltegriff")
    records.remove(office, Measure, measure_id)
    office.undo()

    restored, removed = told(office, case_id)[:2]

    assert (restored.what, restored.is_undo) == ("restored", True)
    assert (removed.what, removed.is_undo) == ("removed", False)


def test_a_new_advisor_is_told_by_name(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, other = staff.add_staff(office, "Jan Meinken", "auch geheim 2", "beratung")
    records.keep(office, CaseFile, case_id, advisor_id=other)

    line = told(office, case_id)[0]

    assert (line.field, line.before, line.after) == ("Zuständig", "Marie Albers", "Jan Meinken")


def test_the_contact_a_case_began_with_is_part_of_its_history(office: OfficeStore) -> None:
    _changed, contact_id = contacts.begin_contact(office, note="Badewanne zu hoch")
    _changed, case_id = contacts.make_case(office, contact_id)

    assert any("Badewanne zu hoch" in line.after for line in told(office, case_id))


def test_a_measured_value_is_told_by_what_was_measured(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, visit_id = visits.plan_visit(office, case_id, None)
    with office.reading() as session:
        room = visits.load_visit(session, visit_id).rooms[0].room
    entering.enter_measurement(office, room.id, "W04", Measured(value=Decimal(63)), unit="cm", method=None)

    line = told(office, case_id)[0]

    assert line.subject.startswith("Messwert „Innentür: ")
    assert line.after == "Messwert: 63"


def test_notes_doors_and_drawings_of_a_visit_are_told_in_words(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, visit_id = visits.plan_visit(office, case_id, None)
    with office.reading() as session:
        bath = next(
            room for room in visits.load_visit(session, visit_id).rooms if room.room.kind == "bad"
        ).room
    visits.add_part(office, bath.id, "Innentür", "Tür zum Flur")
    _changed, note_id = findings.add_note(office, visit_id, "Lichtschalter fehlt")
    records.keep(office, VisitNote, note_id, room_id=bath.id)
    records.keep(office, Room, bath.id, sketch={"version": 1})
    measures.recommend(office, case_id, title="Haltegriff", barriers=[note_id.hex, visit_id.hex])

    measure, sketch, tied, note, part = told(office, case_id)[:5]

    assert part.subject == "Teil eines Raums „Tür zum Flur“"
    assert note.subject == "Notiz „Lichtschalter fehlt“"
    assert (tied.field, tied.after) == ("Gehört zu Raum", "Raum „Bad“")
    assert (sketch.field, sketch.after) == ("Grundriss", "gezeichnet")
    assert "Löst: 2 Barrieren" in measure.after


def test_other_cases_and_bookkeeping_stay_out(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _other, other_person = case_and_person(office)
    before = len(told(office, case_id))
    records.keep(office, Person, other_person, care_grade="2")
    _changed, measure_id = measures.recommend(office, case_id, title="Haltegriff")
    measures.recommend(office, case_id, title="Duschhocker")
    measures.move(office, measure_id, 1)

    assert len(told(office, case_id)) == before + 2


def test_a_long_history_is_told_in_pieces(office: OfficeStore) -> None:
    case_id, person_id = case_and_person(office)
    for count in range(5):
        records.keep(office, Person, person_id, note=f"Stand {count}")

    with office.reading() as session:
        first = case_history(session, case_id, limit=3)
        rest = case_history(session, case_id, before=first[-1].position)

    assert [line.after for line in first] == ["Stand 4", "Stand 3", "Stand 2"]
    assert [line.after for line in rest[:2]] == ["Stand 1", "Stand 0"]


def test_the_history_of_a_field_reads_in_words_newest_first(office: OfficeStore) -> None:
    _case_id, person_id = case_and_person(office)
    records.keep(office, Person, person_id, born_on=None, birth_year=1945)
    records.keep(office, Person, person_id, aids=["rollator"])
    records.keep(office, Person, person_id, aids=["rollator", "hausnotruf"])

    with office.reading() as session:
        aids = field_history(session, "person", person_id, ["aids"])
        birth = field_history(session, "person", person_id, ["born_on", "birth_year"])

    assert [past.words for past in aids] == ["Rollator, Hausnotruf", "Rollator", ""]
    assert aids[1].value == ["rollator"]
    assert birth[0].words == "1945"
    assert {past.staff for past in aids} == {"Marie Albers"}


def test_an_application_is_told_by_its_programme_and_its_measures_by_their_titles(
    office: OfficeStore,
) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, shower = measures.recommend(office, case_id, title="Dusche")
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4")
    [begun, *_earlier] = told(office, case_id)
    assert (begun.what, begun.subject) == (
        "added",
        "Antrag „Wohnumfeldverbessernde Maßnahmen (Pflegekasse)“",
    )

    applications.keep(office, application_id, {"measures": [shower.hex], "received_on": date(2026, 11, 2)})
    lines = {line.field: line for line in told(office, case_id)[:3]}
    assert lines["Maßnahmen"].after == "Dusche"
    assert lines["Eingang bei der Stelle am"].after == "02.11.2026"
    assert lines["Status"].subject == "Maßnahme „Dusche“"


def test_what_goes_with_an_application_is_told_with_its_case(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4")
    evidence.add_request(office, application_id, {"what": "Grundriss"})
    assert told(office, case_id)[0].subject == "Nachforderung „Grundriss“"
    with office.reading() as session:
        first, *_others = evidence.evidence_of(session, application_id)
    evidence.note_present(office, first.id, date(2026, 11, 2))

    line = told(office, case_id)[0]
    assert (line.subject, line.field) == ("Nachweis „Antrag vor Beginn“", "Liegt vor seit")


def test_the_history_of_a_field_names_programmes_and_measures(office: OfficeStore) -> None:
    case_id, _person_id = case_and_person(office)
    _changed, shower = measures.recommend(office, case_id, title="Dusche")
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4", [shower])
    with office.reading() as session:
        [measures_then] = field_history(session, "application", application_id, ["measures"])
        [programme] = field_history(session, "application", application_id, ["programme"])

    assert (measures_then.words, measures_then.value) == ("Dusche", [shower.hex])
    assert programme.words.startswith("Wohnumfeldverbessernde")
