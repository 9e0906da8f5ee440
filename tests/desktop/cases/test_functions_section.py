"""What a person finds hard is answered with digits and Enter, and what is known is suggested."""

from uuid import UUID

from PySide6.QtCore import Qt

from tests.desktop.cases.conftest import CaseHands
from zwk_barrier.casework import records
from zwk_barrier.casework.case import limitations
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import NoteText, SoftText
from zwk_barrier.desktop.widgets.scale_field import ScaleField
from zwk_barrier.model import Person
from zwk_barrier.reference.codes import load_code_list


def answers(hands: CaseHands) -> dict[str, int]:
    with hands.office.reading() as session:
        return limitations.degrees_of(session, hands.view().person.id)


def words(hands: CaseHands, name: str) -> str:
    label = hands.page.findChild(SoftText, name) or hands.page.findChild(NoteText, name)
    assert label is not None
    return label.text()


def test_digits_and_enter_go_through_the_functions(hands: CaseHands) -> None:
    hands.open("person")
    hands.go_to("limitation_F01")
    for digit in "210":
        hands.type(digit)
        hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert answers(hands) == {"F01": 2, "F02": 1, "F03": 0}
    assert hands.place.startswith("limitation_F04")
    assert words(hands, "person_functions_asked") == "3 von 24 gefragt"


def test_delete_takes_an_answer_back(hands: CaseHands) -> None:
    limitations.keep_limitation(hands.office, hands.view().person.id, "F14", 2)
    hands.open("person")
    hands.go_to("limitation_F14")
    hands.press(Qt.Key.Key_Delete)
    hands.rest()

    assert answers(hands) == {}


def test_every_function_is_asked_once(hands: CaseHands) -> None:
    hands.open("person")
    fields = [field.objectName() for field in hands.page.findChildren(ScaleField)]

    assert sorted(fields) == [f"limitation_{one.code}" for one in load_code_list("function")]


def test_what_is_known_is_proposed_taken_over_at_once_and_undone(
    hands: CaseHands, said: list[tuple[str, bool]]
) -> None:
    records.keep(hands.office, Person, hands.view().person.id, aids=["rollator"], falls="1")
    hands.open("person")
    assert "Rollator: deutlich – Nutzt einen Rollator." in words(hands, "person_suggestions_text")
    accept = hands.page.findChild(Button, "person_suggestions_accept")
    assert accept is not None
    accept.click()
    hands.rest()

    assert answers(hands) == {"F05": 2, "F07": 2, "F24": 1}
    assert said == [("Vorschläge übernommen.", True)]
    card = hands.page.findChild(Card, "person_suggestions")
    assert card is not None
    assert not card.isVisible()

    hands.office.undo()
    assert answers(hands) == {}


def test_the_form_says_that_it_is_no_validated_instrument(hands: CaseHands) -> None:
    hands.open("person")
    assert "kein validiertes Testinstrument" in words(hands, "person_functions_note")


def test_the_dimensions_are_kept(hands: CaseHands, case_id: UUID) -> None:
    assert hands.case_id == case_id
    hands.open("person")
    hands.go_to("person_seat_height_cm")
    hands.type("52")
    hands.tab()
    hands.rest()

    assert hands.view().person.seat_height_cm == 52
