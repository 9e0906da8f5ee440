"""One value, several verdicts; and what a room has more than once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableWidget, QWidget

from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.model import Person, RoomPart, Visit


def know(advisor: Advisor, **values: object) -> None:
    """Records something about the person."""
    with advisor.office.reading() as session:
        person_id = cases.load_case(session, advisor.case_id).person.id
    advisor.desk.do(lambda store: records.keep(store, Person, person_id, **values))
    advisor.rest()


def add_part(advisor: Advisor, letters: str) -> None:
    """Ctrl+T, the first letters, Enter."""
    advisor.press(Qt.Key.Key_T, CTRL)
    advisor.type(letters)
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()


def test_beside_the_main_verdict_stand_those_of_the_other_levels(newcomer: Advisor) -> None:
    know(newcomer, aid_width_cm=65, aids=["rollator"])
    newcomer.begin()
    newcomer.enter_room("Bad")
    assert newcomer.words("criterion_W04_others") == ""

    newcomer.enter("63")

    assert newcomer.words("criterion_W04_verdict") == "nicht erreicht"
    assert newcomer.words("criterion_W04_gap") == "17 cm zu wenig"
    others = "R ✕ 27 cm zu wenig · KfW ✕ ebenso · individuell ✕ 4 cm zu wenig"
    assert newcomer.words("criterion_W04_others") == others


def test_a_screen_reader_hears_every_level_in_words(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("85")
    told = advisor.shown(QWidget, "criterion_W04_field").accessibleDescription()

    assert "erreicht. R: teilweise, 5" in told
    assert "KfW: erreicht" in told


def test_the_line_names_what_the_standard_and_what_the_aid_asks(newcomer: Advisor) -> None:
    know(newcomer, aid_width_cm=65, aids=["rollator"])
    newcomer.begin()
    newcomer.enter_room("Bad")

    assert newcomer.words("criterion_W04_asked") == "mindestens 80 cm nach DIN, Rollator braucht 67 cm"
    assert newcomer.words("visit_profile_chip") == "Maßstab: DIN 18040-2 B und Rollator 65 cm"


def test_f5_opens_the_table_of_all_levels_and_esc_leads_back(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.press(Qt.Key.Key_F5)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    table = dialog.findChild(QTableWidget, "levels_table")
    assert table is not None
    cells = [[table.item(row, column) for column in range(5)] for row in range(table.rowCount())]
    texts = [[one.text().replace("\N{NO-BREAK SPACE}", " ") for one in row if one] for row in cells]

    assert texts[0] == [
        "B",
        "mindestens 80 cm",
        "nicht erreicht, 17 cm zu wenig",
        "DIN 18040-2:2011-09",
        "hoch",
    ]
    assert [row[0] for row in texts] == ["B", "R", "KfW"]
    advisor.press(Qt.Key.Key_Escape)
    focus = advisor.workplace.focusWidget()
    assert focus is not None
    assert focus.objectName() == "criterion_W04_field"


def test_new_dimensions_of_the_person_judge_the_shown_lines_anew(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("75")
    know(advisor, aid_width_cm=70, aids=["rollator"])
    advisor.desk.do(lambda store: records.keep(store, Visit, advisor.visit_id, note="Rollator gemessen"))
    advisor.rest()

    assert "Rollator braucht 72 cm" in advisor.words("criterion_W04_asked")
    assert advisor.words("criterion_W04_others").endswith("individuell ✓")


def test_a_second_door_is_added_named_and_measured_by_keys(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    add_part(advisor, "inn")
    (part,) = advisor.room("bad").parts
    assert (part.kind, part.name) == ("Innentür", "Innentür 2")
    assert advisor.place == f"part_{part.id.hex}_name"

    advisor.enter("Tür zum Flur")
    assert advisor.place == f"criterion_W04_{part.id.hex}_field"
    advisor.enter("90")

    kept = advisor.room("bad").measurements
    assert {key: one.value for key, one in kept.items()} == {"W04": 63, f"W04/{part.id.hex}": 90}
    assert advisor.room("bad").parts[0].name == "Tür zum Flur"
    assert advisor.words(f"criterion_W04_{part.id.hex}_verdict") == "erreicht"


def test_a_part_that_was_removed_comes_back_with_its_values(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    add_part(advisor, "inn")
    (part,) = advisor.room("bad").parts
    advisor.enter("Tür zum Flur")
    advisor.enter("90")
    advisor.go_to(f"part_{part.id.hex}_remove")
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()
    assert not advisor.sees(f"criterion_W04_{part.id.hex}")

    advisor.undo()

    assert advisor.shown(QLineEdit, f"part_{part.id.hex}_name").text() == "Tür zum Flur"
    assert advisor.shown(QLineEdit, f"criterion_W04_{part.id.hex}_field").text() == "90"


def test_parts_have_their_own_barriers(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    add_part(advisor, "inn")
    advisor.enter("Tür zum Flur")
    advisor.enter("60")

    assert [one.text.partition(":")[0] for one in barriers(advisor.view())] == ["Innentür", "Tür zum Flur"]


def test_plus_says_that_a_barrier_should_go_and_a_second_one_takes_that_back(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.type("+")
    assert advisor.kept("W04").is_wanted
    advisor.rest()
    assert advisor.words("criterion_W04_gap") == "17 cm zu wenig · soll weg"

    advisor.type("+")

    assert advisor.kept("W04").is_wanted is False
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"


def test_what_is_met_cannot_be_wanted_away(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("90")
    advisor.press(Qt.Key.Key_Up)
    advisor.type("+")

    assert not advisor.kept("W04").is_wanted


def test_a_finding_says_how_often_and_that_it_should_go_and_may_move_to_another_room(
    advisor: Advisor,
) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_F4)
    advisor.rest()
    advisor.type("Wanne ohne Griff")
    for name, letters in (("finding_frequency", "tägl"), ("finding_room", "fl")):
        advisor.go_to(name)
        advisor.type(letters)
        advisor.press(Qt.Key.Key_Return)
        advisor.rest()

    assert advisor.room("bad").findings == ()
    (finding,) = advisor.room("flur").findings
    assert (finding.text, finding.frequency) == ("Wanne ohne Griff", "taeglich")
    advisor.enter_room("Flur")
    advisor.go_to("finding_is_wanted")
    advisor.press(Qt.Key.Key_Space)
    assert advisor.room("flur").findings[0].is_wanted


@pytest.mark.parametrize(("steps", "place"), [((1,), 5), ((-1,), 3), ((-1, -1), 2)])
def test_rooms_change_places_by_keys_in_the_rail(
    advisor: Advisor, steps: tuple[int, ...], place: int
) -> None:
    bath = advisor.room_id("bad")
    advisor.go_to(f"station_{bath}")
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    for step in steps:
        advisor.press(Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up, both)
        advisor.rest()

    assert [room.room.kind for room in advisor.view().rooms].index("bad") == place
    assert advisor.place == f"station_{bath}"
    assert advisor.shown(QWidget, "visit_voice").accessibleName() == f"Bad ist jetzt Raum {place + 1} von 7."


def test_rooms_change_places_by_a_button_for_fingers(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.shown(QAbstractButton, "room_up").click()

    assert [room.room.kind for room in advisor.view().rooms][3:5] == ["bad", "flur"]


def test_to_a_screen_reader_places_are_one_of_several(advisor: Advisor) -> None:
    button = advisor.shown(QWidget, "station_details")
    interface = QAccessible.queryAccessibleInterface(button)

    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.state().checked


def test_arrows_walk_the_rail_without_leaving_it(advisor: Advisor) -> None:
    advisor.go_to("station_details")
    advisor.press(Qt.Key.Key_Down)

    assert advisor.place == f"station_{advisor.room_id('hauseingang')}"
    assert advisor.title == "Angaben zum Besuch"
    advisor.press(Qt.Key.Key_Space)
    assert advisor.title == "Hauseingang"


def test_a_part_is_removed_with_its_name_on_the_way(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    add_part(advisor, "fen")
    (part,) = advisor.room("bad").parts
    advisor.desk.do(lambda store: records.remove(store, RoomPart, part.id))
    advisor.rest()

    assert advisor.room("bad").parts == ()
    assert not advisor.sees(f"part_{part.id.hex}")
