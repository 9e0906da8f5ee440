"""A photo is marked by mouse or by keys alone; each finished change is one deed, and undo takes back just that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.desktop.photos.conftest import Marker
from tests.desktop.typist import ALT
from zwk_barrier.casework import records
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Photo
from zwk_barrier.rules.marks import Arrow, Dimension, Frame, Label, Mark, Spot, as_drawing, spots

SHIFT = Qt.KeyboardModifier.ShiftModifier
DOOR = Dimension(Spot(0.2, 0.5), Spot(0.6, 0.5), "63 cm")
STEP = Arrow(Spot(0.8, 0.2), Spot(0.6, 0.8), "Stufe")


def give(marker: Marker, *marks: Mark) -> None:
    """As if they had been drawn before."""
    marker.advisor.desk.do(lambda store: records.keep(store, Photo, marker.photo_id, marks=as_drawing(marks)))
    marker.advisor.rest()


def selected(marker: Marker) -> Mark | None:
    return marker.canvas.editing.mark


def shown(marker: Marker) -> tuple[Mark, ...]:
    return marker.canvas.editing.marks


def corners(mark: Mark) -> list[float]:
    return [round(value, 1) for spot in spots(mark) for value in (spot.x, spot.y)]


def test_the_page_names_what_the_photo_shows(marker: Marker) -> None:
    assert marker.advisor.title == "Bad · Innentür: Lichte Breite der Tür"
    assert marker.advisor.place == "mark_canvas"


def test_a_dimension_drawn_with_the_mouse_says_what_was_measured_there(marker: Marker) -> None:
    marker.advisor.shown(QAbstractButton, "mark_dimension").click()
    marker.drag((0.2, 0.5), (0.6, 0.5))

    (mark,) = marker.kept
    assert isinstance(mark, Dimension)
    assert corners(mark) == [0.2, 0.5, 0.6, 0.5]
    assert mark.words.replace("\N{NO-BREAK SPACE}", " ") == "63 cm"
    assert marker.canvas.tool is None


def test_a_tap_puts_words_down_and_asks_for_them(marker: Marker) -> None:
    marker.advisor.shown(QAbstractButton, "mark_label").click()
    marker.tap(0.3, 0.7)
    assert marker.advisor.place == "mark_words"
    marker.advisor.enter("Wanne")

    (mark,) = marker.kept
    assert isinstance(mark, Label)
    assert (corners(mark), mark.words) == ([0.3, 0.7], "Wanne")
    assert marker.advisor.place == "mark_canvas"


def test_keys_alone_put_an_arrow_down_move_its_ends_and_write_at_it(marker: Marker) -> None:
    advisor = marker.advisor
    advisor.press(Qt.Key.Key_P, ALT)
    advisor.press(Qt.Key.Key_Return)
    before = marker.canvas.editing.marks[0]
    advisor.press(Qt.Key.Key_Right, SHIFT, times=3)
    advisor.press(Qt.Key.Key_Space, times=2)
    advisor.press(Qt.Key.Key_Up)
    advisor.enter("Stufe vor der Tür")

    (mark,) = marker.kept
    assert isinstance(mark, Arrow)
    assert mark.words == "Stufe vor der Tür"
    moved = [round(a - b, 3) for a, b in zip(flat(mark), flat(before), strict=True)]
    assert moved[2] > 0.05  # only the end went to the right
    assert moved[0] == 0
    assert moved[1] < 0


def flat(mark: Mark) -> list[float]:
    return [value for spot in spots(mark) for value in (spot.x, spot.y)]


def test_a_mark_is_seized_and_moved_as_a_whole_or_by_one_end(marker: Marker) -> None:
    give(marker, DOOR)
    marker.drag((0.3, 0.5), (0.4, 0.7))
    assert corners(marker.kept[0]) == [0.3, 0.7, 0.7, 0.7]

    marker.drag((0.7, 0.7), (0.9, 0.5))
    assert corners(marker.kept[0]) == [0.3, 0.7, 0.9, 0.5]


def test_tab_goes_from_mark_to_mark_and_then_on(marker: Marker) -> None:
    give(marker, DOOR, STEP)
    advisor = marker.advisor
    advisor.press(Qt.Key.Key_PageDown)
    assert selected(marker) == DOOR
    advisor.tab()
    assert selected(marker) == STEP
    advisor.tab()
    assert advisor.place != "mark_canvas"


def test_delete_takes_the_selected_mark_away_and_undo_brings_it_back(marker: Marker) -> None:
    give(marker, DOOR, STEP)
    marker.tap(0.4, 0.5)
    marker.advisor.press(Qt.Key.Key_Delete)
    assert [mark.words for mark in marker.kept] == ["Stufe"]

    marker.advisor.undo()
    assert marker.kept == (DOOR, STEP)
    assert shown(marker) == (DOOR, STEP)


def test_undo_right_after_arrow_keys_takes_back_just_them(marker: Marker) -> None:
    give(marker, DOOR)
    marker.advisor.press(Qt.Key.Key_PageDown)
    marker.advisor.press(Qt.Key.Key_Down, times=5)
    assert shown(marker) != (DOOR,)
    marker.advisor.undo()

    assert marker.kept == (DOOR,)
    assert shown(marker) == (DOOR,)


def test_arrow_keys_are_kept_after_a_pause_as_one_deed(marker: Marker) -> None:
    give(marker, DOOR)
    marker.advisor.press(Qt.Key.Key_PageDown)
    marker.advisor.press(Qt.Key.Key_Down, times=4)
    marker.advisor.qtbot.waitUntil(lambda: marker.kept != (DOOR,), timeout=5000)

    marker.advisor.undo()
    assert marker.kept == (DOOR,)


def test_words_go_back_to_what_was_kept_with_escape(marker: Marker) -> None:
    give(marker, DOOR)
    marker.advisor.press(Qt.Key.Key_PageDown)
    marker.advisor.type("99")
    assert marker.canvas.editing.marks[0].words == "99"
    marker.advisor.press(Qt.Key.Key_Escape)

    assert marker.advisor.shown(QLineEdit, "mark_words").text() == "63 cm"
    assert marker.kept == (DOOR,)


def test_the_list_beside_the_picture_reads_every_mark_and_selects_one(marker: Marker) -> None:
    give(marker, DOOR, STEP, Frame(Spot(0, 0), Spot(0.5, 0.5)))
    rows = marker.advisor.shown(RowList, "mark_list")
    assert [row.words() for row in rows.rows()] == ["Maß: 63 cm", "Pfeil: Stufe", "Rahmen"]

    rows.focus_row(1)
    marker.advisor.press(Qt.Key.Key_Return)
    assert selected(marker) == STEP
    spoken = marker.advisor.shown(QLabel, "mark_state").text()
    assert spoken.startswith("Pfeil: Stufe (2 von 3). Ganzes: 80\N{NO-BREAK SPACE}% von links")
    assert marker.canvas.accessibleDescription() == spoken


def test_escape_lays_the_tool_aside_lets_go_and_then_leads_back(marker: Marker) -> None:
    advisor = marker.advisor
    give(marker, DOOR)
    advisor.press(Qt.Key.Key_PageDown)
    advisor.press(Qt.Key.Key_P, ALT)
    for left in ("mark_canvas", "mark_canvas"):
        assert advisor.place == left
        advisor.press(Qt.Key.Key_Escape)
    assert selected(marker) is None
    assert advisor.sees("photo_page")
    advisor.press(Qt.Key.Key_Escape)
    advisor.rest()

    assert advisor.workplace.here == ToVisit(advisor.visit_id)


def test_what_is_typed_is_kept_when_the_page_is_left(marker: Marker) -> None:
    give(marker, DOOR)
    marker.advisor.press(Qt.Key.Key_PageDown)
    marker.advisor.type("64 cm")
    marker.advisor.shown(QAbstractButton, "photo_back").click()

    assert marker.kept[0].words == "64 cm"


def test_a_photo_that_is_taken_back_meanwhile_leads_back_and_says_so(marker: Marker) -> None:
    marker.advisor.desk.do(lambda store: records.remove(store, Photo, marker.photo_id))
    marker.advisor.rest()

    assert marker.advisor.workplace.here == ToVisit(marker.advisor.visit_id)
    assert "nicht mehr da" in marker.advisor.words("notice_text")


def test_a_mark_of_a_later_program_survives_an_edit(marker: Marker) -> None:
    later = {"kind": "ellipse", "start": [0, 0], "end": [1, 1]}
    drawing = as_drawing((DOOR,))
    assert drawing is not None
    drawing["marks"].append(later)
    marker.advisor.desk.do(lambda store: records.keep(store, Photo, marker.photo_id, marks=drawing))
    marker.advisor.rest()
    marker.advisor.press(Qt.Key.Key_PageDown)
    marker.advisor.press(Qt.Key.Key_Delete)
    marker.advisor.rest()

    with marker.advisor.office.reading() as session:
        kept = records.get(session, Photo, marker.photo_id).marks
    assert kept == {"version": 1, "marks": [later]}
