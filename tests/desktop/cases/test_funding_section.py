"""The funding check and the financing plan on the page of a case, with the keyboard alone."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.casework import paying
from tests.desktop.cases.conftest import CaseHands
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.payers import funding
from zwk_barrier.casework.payers.applications import applications_of
from zwk_barrier.casework.payers.funding_facts import household
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToApplication, ToCase
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.amount_table import AmountTable
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.model import Application, Dwelling, Person
from zwk_barrier.store.office import OfficeStore

CARD = "programme_sgb11_40_4"


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """Olga Petrova's case: care grade 3, a tenant, a bathroom that needs the landlord's consent."""
    case_id = paying.a_case(office, tenure="miete_privat")
    paying.a_measure(office, case_id, "Bad", 1_200_000, needs_consent=True)
    return case_id


@pytest.fixture
def on_the_way(desk: Desk, hands: CaseHands) -> None:
    """The page follows where it asks to go within the case."""

    def go(destination: Destination) -> None:
        if isinstance(destination, ToCase):
            hands.case_page.show_destination(destination)

    desk.going.connect(go)


def words(hands: CaseHands, name: str) -> str:
    """What a label says, empty while it is not shown."""
    shown = [label for label in hands.page.findChildren(QLabel, name) if label.isVisible()]
    return shown[0].text().replace("\N{NO-BREAK SPACE}", " ") if shown else ""


def sees(hands: CaseHands, name: str) -> bool:
    return any(widget.isVisible() for widget in hands.page.findChildren(QWidget, name))


def begun(hands: CaseHands) -> list[Application]:
    hands.rest()
    with hands.office.reading() as session:
        return list(applications_of(session, hands.case_id))


def table(hands: CaseHands) -> dict[str, tuple[str, ...]]:
    [shown] = hands.page.findChildren(AmountTable, "financing_table")
    assert isinstance(shown.parentWidget(), Card)
    return {
        row.title: tuple(one.replace("\N{NO-BREAK SPACE}", " ") for one in row.amounts)
        for row in shown.rows()
    }


@pytest.mark.usefixtures("on_the_way")
def test_from_what_is_missing_enter_leads_to_its_field_and_back_it_can_be_applied_for(
    hands: CaseHands,
) -> None:
    hands.open("funding")
    assert words(hands, f"{CARD}_standing") == "es fehlt noch etwas"
    assert words(hands, f"{CARD}_amount") == "möglich sind bis zu 4.180 €"

    hands.go_to(f"{CARD}_missing_0_jump")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert hands.place == "dwelling_consent_state"
    hands.type("Ert")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    hands.open("funding")

    assert words(hands, f"{CARD}_standing") == "kann beantragt werden"
    assert words(hands, f"{CARD}_amount") == "kann beantragt werden: bis zu 4.180 €"


def test_a_programme_names_its_law_and_when_it_was_looked_up(hands: CaseHands) -> None:
    hands.open("funding")

    assert words(hands, f"{CARD}_stand") == "§ 40 Abs. 4 und 7, § 28a Abs. 1 Nr. 4 SGB XI · Stand 29.04.2026"


def test_enter_begins_an_application_for_its_measures(hands: CaseHands, went: list[Destination]) -> None:
    hands.open("funding")
    hands.go_to(f"{CARD}_apply")
    hands.press(Qt.Key.Key_Return)

    [application] = begun(hands)
    assert (application.programme, application.measures) == ("SGB11-40-4", [hands.view().measures[0].id.hex])
    assert went == [ToApplication(application.id)]


def test_a_kept_check_is_listed_and_unfolds_as_it_was(hands: CaseHands, said: list[tuple[str, bool]]) -> None:
    hands.open("funding")
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    hands.rest()
    assert said == [("Förderprüfung festgehalten.", True)]
    records.keep(hands.office, Person, hands.view().person.id, care_grade="keiner")
    with hands.office.reading() as session:
        [kept] = funding.kept_checks(session, hands.case_id)
    hands.open("funding")
    assert not sees(hands, f"{CARD}_amount")

    hands.go_to("funding_checks_button")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    assert hands.place == f"funding_check_{kept.id.hex}_button"
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert words(hands, f"{CARD}_amount") == "möglich sind bis zu 4.180 €"
    assert not sees(hands, f"{CARD}_apply")


def test_what_does_not_apply_is_folded_with_its_reason(hands: CaseHands) -> None:
    records.keep(hands.office, Person, hands.view().person.id, care_grade="keiner")
    hands.open("funding")
    assert not sees(hands, "funding_programmes_not_0")

    hands.go_to("funding_programmes_not_button")
    hands.press(Qt.Key.Key_Space)

    assert "Pflegegrad" in " ".join(words(hands, f"funding_programmes_not_{place}") for place in range(9))


def test_the_plan_shows_who_pays_and_what_is_left(hands: CaseHands) -> None:
    hands.open("funding")

    assert words(hands, "financing_own_figure") == "7.820 €"
    assert table(hands)["Bad"] == ("12.000 €", "4.180 €", "7.820 €")
    [shown] = hands.page.findChildren(AmountTable, "financing_table")
    first = shown.findChild(QWidget, "financing_table_0")
    assert isinstance(first, QWidget)
    spoken = first.accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    assert (
        spoken
        == "Bad, Kosten 12.000 €, Wohnumfeldverbessernde Maßnahmen (Pflegekasse) 4.180 €, Eigenanteil 7.820 €"
    )


def test_the_best_combination_is_taken_by_one_key_and_undone_by_another(
    hands: CaseHands, desk: Desk, said: list[tuple[str, bool]]
) -> None:
    hands.open("funding")
    hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert [one.amount_requested for one in begun(hands)] == [418_000]
    assert said == [("1 Antrag angelegt.", True)]
    assert not sees(hands, "financing_take")
    assert table(hands)["Beantragt"][1] == "4.180 €"

    desk.undo()

    assert begun(hands) == []
    assert sees(hands, "financing_take")


def test_another_person_in_need_of_care_doubles_the_limit(hands: CaseHands) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert hands.place == "household_member_care_grade"
    hands.type("Pflegegrad 2")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    hands.type("Ges")
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    with hands.office.reading() as session:
        [member] = household(session, hands.view().person.id)
    assert (member.care_grade, member.insurance_type) == ("2", "gkv")
    hands.open("funding")
    assert "8.360 €" in words(hands, f"{CARD}_amount")


def test_the_tab_stands_in_nobody_s_way_with_everything_unfolded(hands: CaseHands, theme: Theme) -> None:
    dwelling = hands.view().dwelling
    records.keep(hands.office, Dwelling, dwelling.id, consent_state="erteilt")
    funding.keep_check(hands.office, hands.case_id, paying.DAY)
    hands.open("funding")
    for name in ("funding_programmes_single", "funding_checks", f"{CARD}_why", "financing_more"):
        hands.go_to(f"{name}_button")
        hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert obstacles(hands.page, theme) == []


def test_tab_goes_through_the_check_the_plan_and_the_applications_in_this_order(hands: CaseHands) -> None:
    hands.open("funding")
    hands.rest()
    hands.go_to("funding_check_keep")
    passed = []
    while hands.place != "new_application":
        hands.tab()
        passed.append(hands.place)
        assert len(passed) < 40
    wanted = [f"{CARD}_apply", "financing_table_0", "financing_take", "new_application_programme"]
    assert [name for name in passed if name in wanted] == wanted
