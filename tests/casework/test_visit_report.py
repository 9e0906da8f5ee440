"""The report says what was entered at the visit, in words, and goes without what is missing."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from tests.casework.visiting import DAY, measure, picture, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.case.limitations import keep_limitation
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.plan import measures, quotes
from zwk_barrier.casework.printing.visit_report import floor_text, gather
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.model import Building, CaseFile, Dwelling, Finding, Office, Person, Photo, Room, Task, Visit
from zwk_barrier.model.visit_report import VisitReport
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)


def report(office: OfficeStore, visit_id: UUID) -> VisitReport:
    with office.reading() as session:
        return gather(session, office.photos, visit_id, TODAY)


def case_of(office: OfficeStore, case_id: UUID) -> CaseView:
    with office.reading() as session:
        return cases.load_case(session, case_id)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_empty_visit_gives_a_report_without_rooms_and_without_empty_facts(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)

    made = report(office, visit_id)

    assert (made.person, made.visited_on, made.printed_on) == ("Olga Petrova", DAY, TODAY)
    assert made.rooms == ()
    assert made.measures == ()
    assert (made.time_and_duration, made.participants, made.summary) == ("", (), "")
    assert all(label and value for label, value in (*made.person_facts, *made.dwelling_facts))
    assert made.coverage.startswith("0 von ")


def test_a_visit_that_is_not_there_gives_no_report(office: OfficeStore) -> None:
    with pytest.raises(NotFound):
        report(office, office.staff_id)


def test_person_dwelling_and_circumstances_are_told_in_words(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    case = case_of(office, case_id)
    records.keep(
        office, Person, case.person.id, birth_year=1945, care_grade="3", aids=["rollator"], aid_width_cm=65
    )
    records.keep(
        office,
        Building,
        case.building.id,
        street="Goethestraße",
        house_number="41",
        postcode="27576",
        town="Bremerhaven",
        has_lift=False,
        steps_to_entrance=3,
    )
    records.keep(office, Dwelling, case.dwelling.id, floor=2)
    records.keep(
        office,
        Visit,
        visit_id,
        begins_at=time(10, 30),
        minutes=75,
        participants=["klient", "angehoerige"],
        participants_note="Tochter Irina",
        summary="Das Bad ist zu eng.",
    )

    made = report(office, visit_id)

    assert made.address == ("Goethestraße 41", "27576 Bremerhaven")
    assert made.participants[-1] == "Tochter Irina"
    assert "10:30 Uhr" in plain(made.time_and_duration)
    assert made.summary == "Das Bad ist zu eng."
    facts = {label: plain(value) for label, value in (*made.person_facts, *made.dwelling_facts)}
    assert facts["Geboren"] == "1945"
    assert facts["Hilfsmittel"] == "Rollator (Breite 65 cm)"
    assert facts["Lage der Wohnung"] == "2. Stock"
    assert facts["Aufzug"] == "keiner"
    assert facts["Stufen bis zur Haustür"] == "3"


@pytest.mark.parametrize(
    ("floor", "text"),
    [(None, ""), (0, "Erdgeschoss"), (1, "1. Stock"), (4, "4. Stock"), (-1, "Untergeschoss")],
)
def test_a_floor_is_told_as_people_say_it(floor: int | None, text: str) -> None:
    assert floor_text(floor) == text


@pytest.mark.parametrize(("has_lift", "told"), [(True, "vorhanden"), (False, "keiner"), (None, None)])
def test_a_lift_is_told_only_when_it_is_known(
    office: OfficeStore, has_lift: bool | None, told: str | None
) -> None:
    case_id, visit_id = plan(office)
    records.keep(office, Building, case_of(office, case_id).building.id, has_lift=has_lift)

    assert dict(report(office, visit_id).dwelling_facts).get("Aufzug") == told


def test_a_measured_value_stands_with_what_is_asked_and_what_it_means(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63, method="laser")
    entering.keep_remark(office, bath.room.id, "W04", "Tür klemmt")
    measure(office, view, bath, "D01", Measured(answer=False))
    measure(office, view, bath, "D05", Measured(is_applicable=False))
    measure(office, view, bath, "W07", Measured())

    (section,) = report(office, visit_id).rooms
    lines = {line.criterion: line for line in section.measured}
    door = lines["Innentür: Lichte Breite der Tür"]
    assert (plain(door.measured), plain(door.required)) == ("63 cm", "mindestens 80 cm")
    assert (door.verdict, plain(door.remark)) == ("not_met", "17 cm zu wenig. Tür klemmt")
    assert door.method == "Laser"
    assert lines["Innentür: Tür schlägt nicht in den Raum"].measured == "nein"
    assert lines["Badewanne: Bewegungsfläche vor der Badewanne"].verdict == "not_applicable"
    assert len(lines) == 3


def test_rooms_come_in_the_order_they_were_walked_and_by_their_own_name(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    visits.add_room(office, visit_id, "bad", "Bad oben")
    view = view_of(office, visit_id)
    for room in reversed(view.rooms):
        if room.room.kind in {"hauseingang", "bad"}:
            findings.add_finding(
                office, visit_id, "Zu eng", room_id=room.room.id, hazard="2", activities=["waschen"]
            )
    records.keep(office, Room, room_of(view, "flur").room.id, note="Viele Teppiche")

    made = report(office, visit_id)

    assert [room.name for room in made.rooms] == ["Hauseingang", "Flur", "Bad", "Bad oben"]
    assert made.rooms[1].note == "Viele Teppiche"
    (finding,) = made.rooms[0].findings
    assert (finding.text, finding.hazard) == ("Zu eng", "Hilfe nötig")
    assert finding.activity


def test_what_belongs_to_no_room_stands_at_the_end(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    findings.add_finding(office, visit_id, "Sprechanlage zu leise")
    take_photo(office, visit_id, picture())

    (section,) = report(office, visit_id).rooms
    assert section.name == "Wohnung insgesamt"
    assert [finding.text for finding in section.findings] == ["Sprechanlage zu leise"]
    assert [plate.alternative for plate in section.photos] == ["Wohnung insgesamt"]


def test_removed_findings_and_photos_are_not_told(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    _changed, finding_id = findings.add_finding(office, visit_id, "Sprechanlage zu leise")
    _changed, photo_id = take_photo(office, visit_id, picture())
    records.remove(office, Finding, finding_id)
    records.remove(office, Photo, photo_id)

    assert report(office, visit_id).rooms == ()


def test_a_damaged_photo_is_named_and_all_else_is_told(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room.id
    _changed, damaged = take_photo(office, visit_id, picture(), room_id=bath, caption="Wanne")
    take_photo(office, visit_id, picture(colour="red"), room_id=bath, caption="WC")
    (file,) = (office.folder / "photos").glob(f"{damaged.hex}*")
    file.write_bytes(file.read_bytes()[:-20])

    (section,) = report(office, visit_id).rooms

    assert [plate.caption for plate in section.photos] == ["WC"]
    assert section.note == "Das Foto „Wanne“ fehlt: Die Bilddatei ist beschädigt."


def test_measures_stand_with_room_reason_priority_and_cost(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room.id
    measures.recommend(
        office,
        case_id,
        visit_id=visit_id,
        room_id=bath,
        title="Haltegriff",
        reason="Sturz im Mai",
        priority="A",
        cost_low=8_000,
        cost_high=35_000,
    )

    (line,) = report(office, visit_id).measures
    assert (line.title, line.room, line.reason) == ("Haltegriff", "Bad", "Sturz im Mai")
    assert (line.priority, line.cost_low, line.cost_high) == ("A", 8_000, 35_000)
    assert line.priority_label.startswith("A")


def test_a_measure_says_who_pays_who_does_it_what_it_is_quoted_at_and_what_to_mind(
    office: OfficeStore,
) -> None:
    case_id, visit_id = plan(office)
    entry = load_catalogue().get("M31")
    assert entry is not None
    values = measures.from_catalogue(entry) | {"cost_low": None, "status": "entfallen"}
    _changed, measure_id = measures.recommend(office, case_id, visit_id=visit_id, **values)
    _changed, quote_id = quotes.add_quote(office, measure_id, amount=820_000)
    quotes.choose_quote(office, measure_id, quote_id)

    (line,) = report(office, visit_id).measures
    assert (line.cost_low, line.cost_high, line.cost_quoted) == (0, 900_000, 820_000)
    assert line.payers.endswith("KfW, Eigene Mittel")
    assert (line.trade, line.consent, line.is_dropped) == ("Aufzug und Lift", "Zustimmung nötig", True)
    assert line.warnings[0] == "Im Treppenhaus den Rettungsweg prüfen."


def test_next_steps_are_the_tasks_that_are_still_open(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    records.add(office, Task, case_id=case_id, title="Angebot einholen", due_on=date(2026, 12, 1))
    _changed, done = records.add(office, Task, case_id=case_id, title="Termin bestätigen")
    records.keep(office, Task, done, done_at=datetime.now(UTC))

    (step,) = report(office, visit_id).next_steps
    assert (step.what, step.due) == ("Angebot einholen", date(2026, 12, 1))


def test_the_letterhead_comes_from_the_settings_without_empty_lines(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    with office.reading() as session:
        settings = office_settings(session)
    records.keep(office, Office, settings.id, street="Musterkaje 12", phone="030-23125001")

    head = report(office, visit_id).letterhead
    assert (head.office, head.department) == ("Beratungsstelle Testhafen", "")
    assert head.address == ("Musterkaje 12",)
    assert head.phone == "030-23125001"


def test_coverage_is_told_as_it_stands_on_the_screen(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)

    assert report(office, visit_id).coverage == "1 von 60 Punkten geprüft"


def test_what_matters_to_the_person_stands_with_its_reason(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        person_id = session.get_one(CaseFile, case_id).person_id
    records.keep(office, Person, person_id, aid_width_cm=65, aids=["rollator"])
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    assert report(office, visit_id).fit is None  # nobody was asked what is hard

    keep_limitation(office, person_id, "F07", 2)
    fit = report(office, visit_id).fit

    assert fit is not None
    assert (
        plain(fit.lines[0].reason) == "Tür Bad 63 cm, Rollator 65 cm: passt nicht; betrifft Toilette, täglich"
    )
    assert fit.lines[0].priority in ("A", "B")
    assert "Testinstrument" in fit.hint
    assert {step.state for step in fit.way if step.place != "Bad"} == {"unknown"}
