"""A card says what its photo shows, lets it be changed, stands beside the photo before the work, and opens it large."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.casework.visiting import measure, picture, room_of
from tests.desktop.visits.advisor import Advisor
from tests.reports.listening import Listener
from zwk_barrier.casework import records
from zwk_barrier.casework.printing.visit_report import gather
from zwk_barrier.casework.visit import photo_pairs, visits
from zwk_barrier.casework.visit.photos import Shown, keep_photo
from zwk_barrier.desktop.destinations import ToPhoto
from zwk_barrier.desktop.visits.photo_picture import PhotoPicture
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.model import Photo
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.rules.marks import Dimension, Spot, as_drawing
from zwk_barrier.store.photos import take_in


def take(advisor: Advisor, visit_id: UUID, colour: str, *, criterion: str | None = None) -> UUID:
    """A photo of the bathroom, which is not on the screen yet."""
    with advisor.office.reading() as session:
        bath = room_of(visits.load_visit(session, visit_id), "bad").room.id
    taken = take_in(picture(colour=colour))
    return keep_photo(advisor.office, visit_id, taken, Shown(bath, criterion), caption=colour)[1]


def kept(advisor: Advisor, photo_id: UUID) -> Photo:
    advisor.rest()
    with advisor.office.reading() as session:
        return records.get(session, Photo, photo_id)


def pick(advisor: Advisor, name: str, words: str) -> None:
    """Chooses in a list by its first letters, with keys."""
    advisor.shown(ChoiceField, name).setFocus()
    advisor.type(words)
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()


@pytest.fixture
def photo_id(newcomer: Advisor) -> UUID:
    """A photo taken from a measured line, its card on the screen."""
    view = newcomer.view()
    measure(newcomer.office, view, room_of(view, "bad"), "W04", 63)
    photo_id = take(newcomer, newcomer.visit_id, "red", criterion="W04")
    newcomer.begin()
    newcomer.enter_room("Bad")
    return photo_id


def test_the_card_says_what_was_measured_there(newcomer: Advisor, photo_id: UUID) -> None:
    assert kept(newcomer, photo_id).criterion == "W04"
    assert newcomer.words("photo_place") == "Bad · Innentür: Lichte Breite der Tür"


def test_the_words_for_those_who_do_not_see_it_are_proposed_edited_and_printed(
    newcomer: Advisor, photo_id: UUID
) -> None:
    field = newcomer.shown(TextField, "photo_alternative")
    proposed = "Bad: Innentür: Lichte Breite der Tür, 63 cm, nicht erreicht. red"
    assert field.placeholderText().replace("\N{NO-BREAK SPACE}", " ") == f"Vorschlag: {proposed}"
    newcomer.shown(QAbstractButton, "photo_propose").click()
    newcomer.rest()
    assert newcomer.place == "photo_alternative"
    assert field.text().replace("\N{NO-BREAK SPACE}", " ") == proposed
    assert not newcomer.sees("photo_propose")

    field.selectAll()
    newcomer.enter("Badtür, das Maßband zeigt 63 cm")
    assert kept(newcomer, photo_id).alternative == "Badtür, das Maßband zeigt 63 cm"
    with newcomer.office.reading() as session:
        report = gather(session, newcomer.office.photos, newcomer.visit_id, date(2026, 11, 9))
    pictures = [one for one in Listener(build_visit_report(report)).heard if one.tag == "Figure"]
    assert [one.alternative for one in pictures] == ["Badtür, das Maßband zeigt 63 cm"]


def test_a_photo_is_given_to_another_value_and_to_another_room_with_keys(
    newcomer: Advisor, photo_id: UUID
) -> None:
    newcomer.shown(QAbstractButton, "photo_assign").click()
    assert newcomer.place == "photo_room"
    pick(newcomer, "photo_point", "Innentür: Höhe der Türdrücker")
    assert kept(newcomer, photo_id).criterion not in (None, "W04")
    assert newcomer.words("photo_place").startswith("Bad · Innentür: Höhe")

    pick(newcomer, "photo_room", "Küche")
    assert newcomer.words("notice_text") == "Das Foto steht jetzt bei: Küche."
    assert kept(newcomer, photo_id).room_id == newcomer.room_id("kueche")
    assert not newcomer.sees("photo_caption")

    newcomer.undo()
    assert kept(newcomer, photo_id).room_id == newcomer.room_id("bad")
    assert newcomer.sees("photo_caption")


def test_an_earlier_photo_of_the_case_stands_beside_the_new_one(newcomer: Advisor) -> None:
    advisor = newcomer
    _changed, earlier = visits.plan_visit(advisor.office, advisor.case_id, date(2026, 3, 2))
    before = take(advisor, earlier, "green")
    after = take(advisor, advisor.visit_id, "blue")
    advisor.begin()
    advisor.enter_room("Bad")
    advisor.shown(QAbstractButton, "photo_assign").click()
    advisor.rest()
    pick(advisor, "photo_before", "02.03.2026")

    assert kept(advisor, after).before_id == before
    assert advisor.shown(PhotoPicture, "photo_before_picture").accessibleName() == "Vorher: green"
    assert (advisor.words("photo_before_word"), advisor.words("photo_after_word")) == ("vorher", "nachher")

    advisor.undo()
    assert kept(advisor, after).before_id is None
    assert not advisor.sees("photo_before_picture")


def test_a_photo_that_would_be_before_itself_is_refused_beside_the_field(newcomer: Advisor) -> None:
    advisor = newcomer
    first = take(advisor, advisor.visit_id, "green")
    second = take(advisor, advisor.visit_id, "blue")
    photo_pairs.keep_before(advisor.office, second, first)
    records.keep(advisor.office, Photo, second, room_id=None)
    advisor.begin()
    advisor.enter_room("Bad")
    advisor.shown(QAbstractButton, "photo_assign").click()
    advisor.rest()
    pick(advisor, "photo_before", "09.11.2026")

    assert "selbst schon" in advisor.words("photo_before_error_text")
    assert kept(advisor, first).before_id is None


def test_the_picture_opens_large_by_its_button_by_enter_and_by_a_double_click(
    newcomer: Advisor, photo_id: UUID
) -> None:
    def double_click() -> None:
        QTest.mouseDClick(newcomer.shown(QWidget, "photo_picture"), Qt.MouseButton.LeftButton)

    def press_enter() -> None:
        newcomer.shown(QWidget, "photo_picture").setFocus()
        newcomer.press(Qt.Key.Key_Return)

    for open_it in (newcomer.shown(QAbstractButton, "photo_mark").click, press_enter, double_click):
        open_it()
        newcomer.rest()
        assert newcomer.workplace.here == ToPhoto(photo_id)
        newcomer.press(Qt.Key.Key_Escape)
        newcomer.rest()
        assert newcomer.sees("visit_page")


def test_the_way_back_leads_to_the_same_card(newcomer: Advisor, photo_id: UUID) -> None:
    newcomer.shown(QWidget, "photo_picture").setFocus()
    newcomer.press(Qt.Key.Key_Return)
    newcomer.rest()
    assert newcomer.workplace.here == ToPhoto(photo_id)
    newcomer.press(Qt.Key.Key_Escape)
    newcomer.rest()

    assert newcomer.place == "photo_picture"


def test_the_small_picture_says_its_marks(newcomer: Advisor, photo_id: UUID) -> None:
    drawing = as_drawing([Dimension(Spot(0.2, 0.5), Spot(0.8, 0.5), "63 cm")])
    newcomer.desk.do(lambda store: records.keep(store, Photo, photo_id, marks=drawing))
    newcomer.rest()

    assert newcomer.shown(PhotoPicture, "photo_picture").accessibleName() == "red. Maß: 63 cm"
