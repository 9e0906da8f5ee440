"""Journey 6 in the whole window, by keys alone: what is missing, two people in need of care, the dated result."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_case
from tests.desktop.running import Running
from tests.end_to_end.keyboard import ALT, CTRL, Keyboard, log_in, set_the_clock
from zwk_barrier.casework import records
from zwk_barrier.model import FundingCheck, HouseholdMember, Measure, Person
from zwk_barrier.store.office import OfficeStore

MONDAY = date(2026, 11, 23)
GRANT = "programme_sgb11_40_4"


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """Insured by law, no care grade known, one measure of at most 12,000 euros that the care fund may pay for."""
    case_id = a_case(
        office, "2026-0001", date(2026, 10, 1), family_name="Petrova", insurance_type="gkv", is_employed=False
    )
    records.add(
        office,
        Measure,
        case_id=case_id,
        title="Bodengleiche Dusche",
        kind="bau_gross",
        payers=["pk4"],
        cost_low=900_000,
        cost_high=1_200_000,
        cost_quoted=1_200_000,
    )
    return case_id


@pytest.fixture
def keys(running: Running, case_id: UUID, office_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """At the funding check of the case."""
    del case_id  # it only has to be there
    set_the_clock(monkeypatch, MONDAY)
    keys = log_in(running, office_folder)
    keys.open_case("Petrova", "funding")
    return keys


def test_two_people_in_need_of_care_may_have_twice_the_amount(keys: Keyboard) -> None:
    assert keys.text(f"{GRANT}_standing") == "es fehlt noch etwas"
    keys.use(f"{GRANT}_missing_0_jump")
    assert keys.place == "person_care_grade"
    keys.type("2")
    keys.key(Qt.Key.Key_Tab)
    assert [one.care_grade for one in keys.kept(Person)] == ["2"]
    keys.key(Qt.Key.Key_Left, ALT)
    assert keys.text(f"{GRANT}_amount") == "möglich sind bis zu 4.180 €"

    keys.use(f"{GRANT}_missing_0_jump")
    assert keys.place == "dwelling_tenure"
    keys.type("Eigen")
    keys.key(Qt.Key.Key_Tab)
    keys.key(Qt.Key.Key_Left, ALT)
    assert keys.text(f"{GRANT}_amount") == "kann beantragt werden: bis zu 4.180 €"

    add_a_second_person(keys)
    assert keys.text(f"{GRANT}_amount") == "kann beantragt werden: bis zu 8.360 €"
    assert keys.text(f"{GRANT}_stand").startswith("§ 40 Abs. 4 und 7, ")
    assert keys.text("funding_check_basis").endswith("Keine Zusage: Es entscheidet, wer zahlt.")
    assert keys.text("financing_own_figure") == "3.640 €"


def add_a_second_person(keys: Keyboard) -> None:
    """The husband, care grade 3, insured by law."""
    keys.turn_to("person")
    keys.press(Qt.Key.Key_W, ALT)
    assert keys.place == "household_member_care_grade"
    for letters in ("3", "g"):
        keys.type(letters)
        keys.key(Qt.Key.Key_Tab)
    [member] = keys.kept(HouseholdMember)
    assert (member.care_grade, member.insurance_type) == ("3", "gkv")
    keys.turn_to("funding")


def test_a_check_that_was_kept_stays_as_it_was(keys: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.use(f"{GRANT}_missing_0_jump")
    keys.type("2")
    keys.key(Qt.Key.Key_Tab)
    keys.turn_to("funding")
    keys.press(Qt.Key.Key_F, ALT)
    keys.rest()
    [check] = keys.kept(FundingCheck)
    assert (check.checked_on, check.staff_id) == (MONDAY, keys.store.staff_id)

    add_a_second_person(keys)
    set_the_clock(monkeypatch, date(2026, 12, 1))
    keys.key(Qt.Key.Key_Tab, CTRL)
    keys.turn_to("funding")
    assert keys.text(f"{GRANT}_amount") == "möglich sind bis zu 8.360 €"
    assert "den Regeln vom 01.12.2026" in keys.text("funding_check_basis")
    keys.use("funding_checks_button")
    keys.use(f"funding_check_{check.id.hex}_button")
    assert keys.texts(f"{GRANT}_amount")[-1] == "möglich sind bis zu 4.180 €"

    for _what in ("second person", "her insurance", "the check"):
        keys.key(Qt.Key.Key_Z, CTRL)
    assert keys.kept(FundingCheck) == []
