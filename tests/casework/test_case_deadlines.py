"""Whoever answers the phone sees what is overdue and what ends soon in the case."""

from datetime import date

from zwk_barrier.casework.case import cases
from zwk_barrier.casework.case.overview import case_overview
from zwk_barrier.casework.payers import applications, evidence
from zwk_barrier.casework.payers.case_deadlines import open_in_words
from zwk_barrier.store.office import OfficeStore


def told(office: OfficeStore, today: date, *received: date) -> str:
    _changed, case_id = cases.open_case(office, family_name="Petrova", insurance="AOK", insurance_type="gkv")
    for day in received:
        _changed, application_id = applications.start(office, case_id, "SGB11-40-4")
        applications.keep(office, application_id, {"received_on": day})
    with office.reading() as session:
        overview = case_overview(session, case_id)
    assert overview.application_count == len(received)
    return open_in_words(overview.deadlines, today).replace("\N{NO-BREAK SPACE}", " ")


def test_a_period_that_has_run_out_asks_to_check(office: OfficeStore) -> None:
    said = told(office, date(2026, 11, 25), date(2026, 11, 2))

    assert said.startswith("AOK: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen")


def test_two_are_told_and_the_others_counted(office: OfficeStore) -> None:
    said = told(office, date(2026, 11, 20), date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4))

    assert said.count("AOK: ") == 2
    assert "Mo 23.11." in said
    assert said.endswith("; 1 weitere")


def test_what_is_far_off_is_not_told(office: OfficeStore) -> None:
    assert told(office, date(2026, 9, 1), date(2026, 11, 2)) == ""
    assert told(office, date(2026, 9, 1)) == ""


def test_a_further_document_asked_for_is_told_by_its_own_name(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4")
    asked = {"requested_on": date(2026, 11, 9), "due_on": date(2026, 11, 27)}
    evidence.add_request(office, application_id, asked)
    with office.reading() as session:
        deadlines = case_overview(session, case_id).deadlines

    assert open_in_words(deadlines, date(2026, 11, 20)).startswith("Unterlagen nachreichen bis ")
    assert open_in_words(deadlines, date(2026, 11, 28)) == "Unterlagen nachreichen: Frist abgelaufen"
