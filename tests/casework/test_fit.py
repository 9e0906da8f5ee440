"""The fit of a visit: what each barrier means to the person, in which order, and where the way is weakest."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case import limitations
from zwk_barrier.casework.visit import findings
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.fit import Fit, fit_of
from zwk_barrier.casework.visit.judging import judged
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import Measurement, Person
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def visit_id(office: OfficeStore) -> UUID:
    """A visit to somebody with a rollator of 65 cm who falls at times."""
    _case_id, visit_id = plan(office)
    person_id = view_of(office, visit_id).case.person_id
    records.keep(office, Person, person_id, aids=["rollator"], aid_width_cm=65)
    for function, degree in {"F07": 2, "F24": 1, "F16": 0}.items():
        limitations.keep_limitation(office, person_id, function, degree)
    return visit_id


def fit(office: OfficeStore, visit_id: UUID) -> Fit:
    return fit_of(view_of(office, visit_id))


def enter(office: OfficeStore, visit_id: UUID, room: str, criterion: str, value: str | Measured) -> VisitView:
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, room), criterion, value, "massband")
    return view_of(office, visit_id)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_a_door_narrower_than_the_rollator_is_told_as_such(office: OfficeStore, visit_id: UUID) -> None:
    enter(office, visit_id, "bad", "W04", "63")
    (door,) = fit(office, visit_id).barriers

    assert plain(door.reason) == "Tür Bad 63 cm, Rollator 65 cm: passt nicht; betrifft Toilette, täglich"
    assert door.why == "Durch eine Tür, die schmaler ist als der Rollator, kommt man nicht."
    assert (door.deficit, door.impact, door.priority, door.does_not_fit) == (3, Decimal(9), "A", True)


def test_a_door_that_meets_the_standard_but_not_the_wheelchair_is_a_barrier(
    office: OfficeStore, visit_id: UUID
) -> None:
    records.keep(
        office, Person, view_of(office, visit_id).case.person_id, aids=["rollstuhl_hand"], aid_width_cm=84
    )
    enter(office, visit_id, "bad", "W04", "82")
    (door,) = fit(office, visit_id).barriers

    assert plain(door.reason).startswith("Tür Bad 82 cm, Rollstuhl 84 cm: passt nicht")
    assert door.barrier.verdict == "not_met"


def test_what_matters_most_comes_first(office: OfficeStore, visit_id: UUID) -> None:
    enter(office, visit_id, "bad", "W07", "2.5")  # 1·3·2/2 = 3, daily 9: C
    enter(office, visit_id, "flur", "W07", "6")  # 3·3·2/2 = 9, daily 27: A
    enter(office, visit_id, "kueche", "G08", "30")  # nothing of it is hard for this person, or not asked

    shown = [
        (one.barrier.criterion, one.barrier.room_kind, one.priority) for one in fit(office, visit_id).barriers
    ]
    assert shown == [("W07", "flur", "A"), ("W07", "bad", "C"), ("G08", "kueche", None)]


def test_the_way_from_kerb_to_bed_has_one_weakest_place_and_says_what_is_unknown(
    office: OfficeStore, visit_id: UUID
) -> None:
    enter(office, visit_id, "bad", "W04", "63")
    enter(office, visit_id, "wohnungseingang", "T18", "2.5")
    found = fit(office, visit_id)

    assert found.weakest is not None
    assert found.weakest.barrier.room_kind == "bad"
    assert [step.room_kind for step in found.way] == [
        *("hauseingang", "treppenhaus", "wohnungseingang", "flur", "bad", "kueche", "schlafzimmer")
    ]
    states = {step.room_kind: step.state for step in found.way}
    assert states["bad"] == states["wohnungseingang"] == "barrier"
    assert states["treppenhaus"] == "unknown"
    assert "unbekannt: Treppenhaus nicht geprüft" in found.unknown


def test_of_two_equal_barriers_the_first_on_the_way_is_the_weakest(
    office: OfficeStore, visit_id: UUID
) -> None:
    enter(office, visit_id, "schlafzimmer", "W07", "6")
    enter(office, visit_id, "flur", "W07", "6")
    found = fit(office, visit_id).weakest

    assert found is not None
    assert found.barrier.room_kind == "flur"


def test_a_room_that_nobody_went_to_is_unknown(office: OfficeStore, visit_id: UUID) -> None:
    for room in view_of(office, visit_id).rooms:
        if room.room.kind in ("bad", "schlafzimmer"):
            records.remove(office, type(room.room), room.room.id)

    assert {"unbekannt: Bad nicht geprüft", "unbekannt: Schlafzimmer nicht geprüft"} <= set(
        fit(office, visit_id).unknown
    )


def test_nothing_measured_is_never_fine(office: OfficeStore, visit_id: UUID) -> None:
    found = fit(office, visit_id)

    assert found.barriers == ()
    assert found.weakest is None
    assert {step.state for step in found.way} == {"unknown"}
    assert found.not_judged > 0
    assert found.coverage.checked == 0


def test_nobody_asked_means_not_judged(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    enter(office, visit_id, "bad", "W07", "6")
    found = fit(office, visit_id)
    (step,) = [one for one in found.way if one.room_kind == "bad"]

    assert found.asked == 0
    assert (found.barriers[0].impact, found.barriers[0].priority) == (None, None)
    assert "im Profil ist nichts angegeben" in found.barriers[0].reason
    assert step.state == "unknown"


def test_a_finding_in_words_counts_by_its_hazard_and_activities(office: OfficeStore, visit_id: UUID) -> None:
    room = room_of(view_of(office, visit_id), "flur")
    findings.add_finding(
        office, visit_id, "Lose Teppiche.", room_id=room.room.id, hazard="3", activities=["toilette"]
    )
    (rugs,) = fit(office, visit_id).barriers

    assert rugs.priority == "A"
    assert rugs.is_safety
    assert rugs.reason.startswith("Lose Teppiche (Flur): Nicht nutzbar oder akute Unfallgefahr; zählt wegen")


def test_a_finding_about_something_measured_takes_the_worse_of_both(
    office: OfficeStore, visit_id: UUID
) -> None:
    view = enter(office, visit_id, "bad", "W04", "63")
    findings.add_finding(
        office, visit_id, "Enge Tür", room_id=room_of(view, "bad").room.id, hazard="1", criterion="W04"
    )
    (door,) = fit(office, visit_id).barriers

    assert (door.deficit, door.does_not_fit) == (3, True)


def test_how_often_somebody_meets_it_counts(office: OfficeStore, visit_id: UUID) -> None:
    view = enter(office, visit_id, "bad", "W07", "4")
    assert fit(office, visit_id).barriers[0].priority == "B"
    row = room_of(view, "bad").measurements["W07"]
    records.keep(office, Measurement, row.id, frequency="selten")

    assert fit(office, visit_id).barriers[0].priority == "C"


def test_a_finished_visit_keeps_the_person_of_its_day(office: OfficeStore, visit_id: UUID) -> None:
    enter(office, visit_id, "bad", "W04", "63")
    before = fit(office, visit_id)
    finish_visit(office, visit_id, date(2026, 11, 23))
    person_id = view_of(office, visit_id).case.person_id
    records.keep(office, Person, person_id, aids=None, aid_width_cm=None)
    limitations.keep_limitation(office, person_id, "F07", 0)

    after = fit(office, visit_id)
    assert [one.reason for one in after.barriers] == [one.reason for one in before.barriers]
    assert (after.weakest and after.weakest.priority) == "A"


def test_an_estimate_that_might_turn_is_unsure(office: OfficeStore, visit_id: UUID) -> None:
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", "76", "geschaetzt")

    assert [one.is_unsure for one in fit(office, visit_id).barriers] == [True]


def test_every_result_says_what_it_is(office: OfficeStore, visit_id: UUID) -> None:
    found = fit(office, visit_id)
    assert found.hint == (
        "Arbeitshilfe, kein validiertes Testinstrument (Passung 2026-11). "
        "3 von 24 Fähigkeiten gefragt: Was nicht gefragt ist, kann eine Barriere größer machen."
    )
    assert found.model_version == "2026-11"


def test_proposals_go_by_the_fit_and_by_the_verdict_where_nobody_was_asked(
    office: OfficeStore, visit_id: UUID
) -> None:
    view = enter(office, visit_id, "bad", "W04", "63")
    (door,) = judged(view).values()
    assert (door.priority, plain(door.reason)[-29:]) == ("A", "; betrifft Toilette, täglich.")

    _case_id, other_id = plan(office)
    (same,) = judged(enter(office, other_id, "bad", "W04", "63")).values()
    assert (same.priority, plain(same.reason)) == (
        "B",
        "Innentür: Lichte Breite der Tür 63 cm (Bad · mindestens 80 cm).",
    )
