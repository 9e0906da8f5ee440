"""What is in the way: findings and missed measurements, the worst first."""

from decimal import Decimal
from uuid import UUID

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.barriers import Barrier, barriers_of_visit
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.model import Room, Visit
from zwk_barrier.store.office import OfficeStore


def planned(office: OfficeStore) -> tuple[UUID, Room]:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    _changed, visit_id = visits.plan_visit(office, case_id, None)
    with office.reading() as session:
        rooms = visits.load_visit(session, visit_id).rooms
    return visit_id, next(view.room for view in rooms if view.room.kind == "bad")


def found(office: OfficeStore, visit_id: UUID) -> tuple[Barrier, ...]:
    with office.reading() as session:
        return barriers_of_visit(session, visit_id)


def test_findings_say_where_they_are_and_what_they_keep_from(office: OfficeStore) -> None:
    visit_id, bath = planned(office)
    findings.add_finding(
        office, visit_id, "Wanneneinstieg 58 cm", room_id=bath.id, hazard="3", activities=["duschen_baden"]
    )

    [barrier] = found(office, visit_id)
    told = (barrier.text, barrier.detail, barrier.verdict)
    assert told == ("Wanneneinstieg 58 cm", "Bad · Duschen oder Baden", "not_met")
    assert (barrier.room_kind, barrier.activities, barrier.is_finding) == ("bad", ("duschen_baden",), True)


def test_the_worst_comes_first_and_what_is_no_barrier_stays_out(office: OfficeStore) -> None:
    visit_id, _bath = planned(office)
    for text, hazard in (("etwas eng", "1"), ("gar nicht schlimm", "0"), ("unbenutzbar", "3")):
        findings.add_finding(office, visit_id, text, hazard=hazard)

    assert [barrier.text for barrier in found(office, visit_id)] == ["unbenutzbar", "etwas eng"]


def test_what_was_measured_too_small_is_a_barrier_with_its_number(office: OfficeStore) -> None:
    visit_id, bath = planned(office)
    entering.enter_measurement(
        office, bath.id, "W04", Measured(value=Decimal(63)), unit="cm", method="zollstock"
    )

    [barrier] = found(office, visit_id)

    assert barrier.verdict == "not_met"
    assert "63\N{NO-BREAK SPACE}cm" in barrier.text
    assert "80" in barrier.detail


def test_words_that_see_no_hazard_hide_no_measurement(office: OfficeStore) -> None:
    visit_id, bath = planned(office)
    entering.enter_measurement(office, bath.id, "W04", Measured(value=Decimal(63)), unit="cm", method=None)
    findings.add_finding(office, visit_id, "Tür geht auf", room_id=bath.id, hazard="0", criterion="W04")

    [barrier] = found(office, visit_id)
    assert (barrier.is_finding, barrier.verdict) == (False, "not_met")


def test_a_measurement_told_by_a_finding_is_told_once(office: OfficeStore) -> None:
    visit_id, bath = planned(office)
    entering.enter_measurement(
        office, bath.id, "W04", Measured(value=Decimal(63)), unit="cm", method="zollstock"
    )
    findings.add_finding(office, visit_id, "Tür zu schmal", room_id=bath.id, criterion="W04", hazard="2")

    assert [barrier.text for barrier in found(office, visit_id)] == ["Tür zu schmal"]


def test_a_measurement_that_fits_is_no_barrier(office: OfficeStore) -> None:
    visit_id, bath = planned(office)
    entering.enter_measurement(
        office, bath.id, "W04", Measured(value=Decimal(90)), unit="cm", method="zollstock"
    )
    records.keep(office, Visit, visit_id, method="zollstock")

    assert found(office, visit_id) == ()


def test_an_answer_reads_like_a_sentence_and_a_thing_is_named_once(office: OfficeStore) -> None:
    visit_id, bath = planned(office)
    with office.reading() as session:
        rooms = visits.load_visit(session, visit_id).rooms
    bedroom = next(view.room for view in rooms if view.room.kind == "schlafzimmer")
    for room, criterion in ((bath, "D01"), (bedroom, "N02")):
        entering.enter_measurement(
            office, room.id, criterion, Measured(answer=False), unit="bool", method=None
        )

    told = {barrier.text for barrier in found(office, visit_id)}
    assert told == {"Innentür: Tür schlägt nicht in den Raum: nein", "Rauchwarnmelder vorhanden: nein"}
