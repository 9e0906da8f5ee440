"""Periods are kept with the application they follow from, in the same deed, and are taken back with it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers import applications, deadlines, evidence
from zwk_barrier.casework.payers.deadline_views import left_in_words
from zwk_barrier.model import Application, Deadline, Office, Person
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 22)


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """A case of somebody with statutory insurance."""
    return cases.open_case(office, family_name="Petrova", insurance_type="gkv")[1]


def begun(office: OfficeStore, case_id: UUID, programme: str = "SGB11-40-4", **values: Any) -> UUID:
    _changed, application_id = applications.start(office, case_id, programme)
    applications.keep(office, application_id, values)
    return application_id


def kept(office: OfficeStore, *, also_removed: bool = False) -> Sequence[Deadline]:
    with office.reading() as session:
        query = select(Deadline).order_by(Deadline.due_on)
        return session.scalars(query if also_removed else query.where(Deadline.removed_at.is_(None))).all()


def of_kind(office: OfficeStore, kind: str) -> list[Deadline]:
    return [each for each in kept(office) if each.kind == kind]


def test_the_receipt_begins_the_funds_period(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 11, 2))

    # § 40 (7) SGB XI: three weeks from Monday 2.11.2026 end on Monday 23.11.2026
    [decision] = of_kind(office, "decision")
    assert (decision.due_on, decision.is_ours, decision.settled_on) == (date(2026, 11, 23), False, None)
    assert decision.case_id == case_id
    with office.reading() as session:
        view = next(
            each
            for each in deadlines.deadline_views(session, application_id, TODAY)
            if each.kind == "decision"
        )
    assert left_in_words(view) == "morgen"
    assert view.steps[-1].day == view.due_on
    assert "§ 40 Abs. 7 SGB XI" in view.law


def test_involvement_makes_five_weeks_of_three_in_the_same_row(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 11, 2))
    [before] = of_kind(office, "decision")
    applications.keep(office, application_id, {"involvement": "md", "involved_on": date(2026, 11, 5)})

    [after] = of_kind(office, "decision")
    assert (after.id, after.due_on) == (before.id, date(2026, 12, 7))


def test_undo_takes_the_period_back_with_its_reason(office: OfficeStore, case_id: UUID) -> None:
    begun(office, case_id, received_on=date(2026, 11, 2))
    office.undo()
    assert kept(office) == []

    office.redo()
    assert of_kind(office, "decision")


def test_a_notice_settles_the_decision_and_begins_the_objection(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 11, 2))
    applications.keep(office, application_id, {"notice": "abgelehnt", "notice_on": date(2026, 11, 10)})
    applications.keep(office, application_id, {"posted_on": date(2026, 11, 10), "has_instruction": True})

    assert [each.settled_on for each in of_kind(office, "decision")] == [date(2026, 11, 14)]
    # posted 10.11., announced on the 4th day 14.11. (§ 37 (2) SGB X), one month: 14.12.2026, a Monday (§ 84 SGG)
    [objection] = of_kind(office, "objection")
    assert (objection.due_on, objection.is_ours) == (date(2026, 12, 14), True)


def test_a_withdrawn_or_removed_application_has_no_periods(office: OfficeStore, case_id: UUID) -> None:
    withdrawn = begun(office, case_id, received_on=date(2026, 11, 2))
    applications.keep(office, withdrawn, {"notice": "zurueckgenommen"})
    assert kept(office) == []

    begun(office, case_id, received_on=date(2026, 11, 2))
    applications.remove(office, kept(office)[0].application_id)
    assert kept(office) == []


def test_a_request_for_papers_is_ours_to_answer_and_does_not_stop_the_fund(
    office: OfficeStore, case_id: UUID
) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 11, 2))
    asked = {"requested_on": date(2026, 11, 9), "due_on": date(2026, 11, 20), "what": "Grundriss"}
    _changed, request_id = evidence.add_request(office, application_id, asked)
    _changed, _second = evidence.add_request(office, application_id, asked | {"due_on": date(2026, 11, 30)})

    assert [each.due_on for each in of_kind(office, deadlines.PAPERS)] == [
        date(2026, 11, 20),
        date(2026, 11, 30),
    ]
    assert [each.due_on for each in of_kind(office, "decision")] == [date(2026, 11, 23)]
    evidence.keep_request(office, request_id, {"answered_on": date(2026, 11, 18)})
    assert [each.settled_on for each in of_kind(office, deadlines.PAPERS)] == [date(2026, 11, 18), None]


def test_a_recommendation_of_a_nursing_professional_grows_too_old(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id, "SGB11-40-1")
    evidence.add_evidence(
        office, application_id, {"kind": evidence.RECOMMENDATION, "dated_on": date(2026, 11, 12)}
    )

    assert [each.due_on for each in of_kind(office, "recommendation")] == [date(2026, 11, 26)]


def test_another_land_has_other_holidays(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 10, 11), recipient_land="NW")
    # three weeks from Sunday 11.10. end on Sunday 1.11. (Allerheiligen), so on Monday 2.11. in both
    assert of_kind(office, "decision")[0].due_on == date(2026, 11, 2)
    applications.keep(office, application_id, {"received_on": date(2026, 5, 14)})
    # three weeks from Thursday 14.5. end on Thursday 4.6.2026: Fronleichnam in NW, a working day in HB
    assert of_kind(office, "decision")[0].due_on == date(2026, 6, 5)
    applications.keep(office, application_id, {"recipient_land": "HB"})
    assert of_kind(office, "decision")[0].due_on == date(2026, 6, 4)


def test_where_the_land_of_the_recipient_is_unknown_the_offices_counts(
    office: OfficeStore, case_id: UUID
) -> None:
    begun(office, case_id, received_on=date(2026, 5, 14), recipient_land=None)
    with office.reading() as session:
        office_id = office_settings(session).id
    assert of_kind(office, "decision")[0].due_on == date(2026, 6, 4)
    records.keep(office, Office, office_id, land="NW")
    assert of_kind(office, "decision")[0].due_on == date(2026, 6, 5)

    office.undo()
    assert of_kind(office, "decision")[0].due_on == date(2026, 6, 4)


def test_the_periods_for_funds_do_not_bind_a_private_insurer(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 11, 2))
    with office.reading() as session:
        person = cases.load_case(session, case_id).person
    records.keep(office, Person, person.id, insurance_type="pkv")

    assert of_kind(office, "decision") == []
    with office.reading() as session:
        application = records.get(session, Application, application_id)
        facts = deadlines.missing_facts(session, application, TODAY)
    assert any("Private Versicherung" in sentence for sentence in facts)


def test_what_an_older_version_of_the_rules_said_is_worked_out_anew(
    office: OfficeStore, case_id: UUID
) -> None:
    begun(office, case_id, received_on=date(2026, 11, 2))
    assert not deadlines.refresh_outdated(office)
    [row] = of_kind(office, "decision")
    records.keep(office, Deadline, row.id, edition="§ 40 Abs. 7 SGB XI, Fassung von gestern", due_on=TODAY)

    assert deadlines.refresh_outdated(office)
    [fresh] = of_kind(office, "decision")
    assert (fresh.id, fresh.due_on) == (row.id, date(2026, 11, 23))


def test_applications_brought_in_past_the_deeds_get_their_periods_at_once(
    office: OfficeStore, case_id: UUID
) -> None:
    with office.deed("brought_in") as deed:
        deed.session.add(Application(case_id=case_id, programme="SGB11-40-4", received_on=date(2026, 11, 2)))
    assert kept(office) == []
    deadlines.refresh_all(office)

    assert of_kind(office, "decision")
    assert not deadlines.refresh_all(office)
