"""People, tasks, consents and measures are added in place by one key, and a mistake leaves nothing behind."""

import io
from datetime import date, timedelta

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import ALT
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import photos, visits
from zwk_barrier.desktop.cases.photo_strip import PhotoTile
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToVisit
from zwk_barrier.model import Photo


def test_a_person_around_the_case_is_added_by_one_key(hands: CaseHands) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_B, ALT)
    hands.type("Anna Petrova")
    hands.tab()
    hands.type("Toch")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    hands.type("0171 3920012")
    hands.tab()
    hands.rest()

    [related] = hands.view().related
    assert (related.name, related.relation, related.phone) == ("Anna Petrova", "kind", "0171 3920012")


def test_the_cursor_stays_in_a_card_that_has_just_become_a_record(hands: CaseHands) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_B, ALT)
    hands.type("Anna")
    hands.tab()
    hands.rest()

    assert hands.place == "related_person_relation"
    assert len([card for card in hands.page.findChildren(QWidget, "related_card") if card.isVisible()]) == 1


def test_an_entry_begun_by_mistake_leaves_nothing_behind(hands: CaseHands) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_B, ALT)
    hands.tab(3)
    hands.case_page.leave()
    hands.rest()

    assert hands.view().related == ()


def test_what_was_removed_comes_back_with_undo(
    hands: CaseHands, desk: Desk, said: list[tuple[str, bool]]
) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_B, ALT)
    hands.type("Anna")
    hands.tab()
    hands.rest()
    hands.go_to("related_card_remove")
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    assert hands.view().related == ()
    assert said == [("Bezugsperson entfernt.", True)]

    desk.undo()
    hands.rest()

    assert [related.name for related in hands.view().related] == ["Anna"]


def test_a_task_is_a_line_with_a_day(hands: CaseHands) -> None:
    hands.open()
    hands.press(Qt.Key.Key_U, ALT)
    hands.type("Kasse anrufen")
    hands.tab()
    hands.type("+14")
    hands.tab()
    hands.rest()

    [task] = hands.view().tasks
    assert (task.title, task.due_on) == ("Kasse anrufen", date.today() + timedelta(days=14))  # noqa: DTZ011


def test_a_task_is_ticked_off_with_one_key_and_undone(
    hands: CaseHands, desk: Desk, said: list[tuple[str, bool]]
) -> None:
    hands.open()
    hands.press(Qt.Key.Key_U, ALT)
    hands.type("Kasse anrufen")
    hands.tab()
    hands.rest()
    hands.go_to("task_done")
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    assert hands.view().next_task is None
    assert said == [("Aufgabe erledigt.", True)]

    desk.undo()
    hands.rest()

    assert hands.view().next_task is not None


def test_a_consent_says_for_what_and_when(hands: CaseHands) -> None:
    hands.open("intake")
    hands.press(Qt.Key.Key_E, ALT)
    hands.type("Fotos")
    hands.press(Qt.Key.Key_Return)
    hands.go_to("consent_given_on")
    hands.type("heute")
    hands.tab()
    hands.rest()

    [consent] = hands.view().consents
    assert (consent.purpose, consent.given_on) == ("fotos", date.today())  # noqa: DTZ011


def test_a_measure_is_added_priced_and_followed(hands: CaseHands) -> None:
    hands.open("measures")
    hands.press(Qt.Key.Key_M, ALT)
    hands.type("Haltegriffe")
    hands.tab()
    hands.type("B")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    hands.type("Beantragt")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    hands.type("80-350")
    hands.tab()
    hands.rest()

    [measure] = hands.view().measures
    assert (measure.title, measure.priority, measure.status) == ("Haltegriffe", "B", "beantragt")
    assert (measure.cost_low, measure.cost_high) == (8_000, 35_000)
    total = hands.page.findChild(QLabel, "case_measure_sum")
    assert total is not None
    assert total.text() == "Zusammen geschätzt: 80–350\N{NO-BREAK SPACE}€"


def test_a_measure_moves_up_with_its_card(hands: CaseHands) -> None:
    for title in ("Haltegriffe", "Dusche"):
        measures.recommend(hands.office, hands.case_id, title=title)
    hands.open("measures")
    hands.go_to("measure_up", place=1)
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert [measure.title for measure in hands.view().measures] == ["Dusche", "Haltegriffe"]
    titles = [field.property("text") for field in hands.page.findChildren(QWidget, "measure_title")]
    assert sorted(titles) == ["Dusche", "Haltegriffe"]


def a_photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(out, "JPEG")
    return out.getvalue()


def test_photos_stand_with_their_captions_and_lead_to_their_visit(
    hands: CaseHands, went: list[Destination]
) -> None:
    _changed, visit_id = visits.plan_visit(hands.office, hands.case_id, None)
    photos.take_photo(hands.office, visit_id, a_photo(), caption="Wanneneinstieg")
    hands.open()
    [tile] = hands.page.findChildren(PhotoTile)
    assert tile.accessibleName() == "Foto: Wanneneinstieg"
    assert tile.grab().toImage().pixelColor(tile.width() // 2, 40).green() > 100

    tile.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Space)

    assert went == [ToVisit(visit_id)]


def test_a_photo_whose_file_is_missing_says_so_and_stays(hands: CaseHands) -> None:
    _changed, visit_id = visits.plan_visit(hands.office, hands.case_id, None)
    _changed, photo_id = photos.take_photo(hands.office, visit_id, a_photo(), caption="Wanneneinstieg")
    for file in hands.office.folder.rglob(f"{photo_id.hex}*"):
        file.unlink()
    hands.open()

    [tile] = hands.page.findChildren(PhotoTile)
    assert "fehlt" in tile.accessibleDescription()
    with hands.office.reading() as session:
        assert session.get(Photo, photo_id) is not None
