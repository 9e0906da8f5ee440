"""Cards of records come, go and stand side by side without losing what is being typed."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import type_text
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.model import Finding
from zwk_barrier.model.ids import new_id


class FindingCard(Card):
    """A card with one field."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"card_{finding.text}")
        self.field = self.add(TextField("field", title="Feststellung"))

    def show_record(self, record: Finding) -> None:
        self.field.set_value(record.text)

    def first_field(self) -> QWidget:
        return self.field


def finding(text: str, finding_id: UUID | None = None) -> Finding:
    return Finding(id=finding_id or new_id(), text=text)


@pytest.fixture
def cards(qtbot: QtBot, theme: Theme) -> Iterator[RecordCards[Finding]]:
    assert theme.look.scale == 100
    page = QWidget()
    qtbot.addWidget(page)
    cards: RecordCards[Finding] = RecordCards("cards", FindingCard, least_width=200)
    QVBoxLayout(page).addWidget(cards)
    page.resize(460, 600)
    with qtbot.waitActive(page):
        page.show()
    cards.show_records([finding("eins"), finding("zwei"), finding("drei")])
    QApplication.processEvents()
    yield cards
    page.close()


def places(cards: RecordCards[Finding]) -> list[tuple[str, int, int]]:
    for _round in range(4):
        QApplication.processEvents()
    shown = [card for card in cards.findChildren(FindingCard) if card.isVisible()]
    columns = sorted({card.x() for card in shown})
    rows = sorted({card.y() for card in shown})
    placed = [(card.objectName(), rows.index(card.y()), columns.index(card.x())) for card in shown]
    return sorted(placed, key=lambda each: each[1:])


def test_as_many_cards_stand_side_by_side_as_there_is_room_for(cards: RecordCards[Finding]) -> None:
    assert places(cards) == [("card_eins", 0, 0), ("card_zwei", 0, 1), ("card_drei", 1, 0)]

    cards.window().resize(300, 600)

    assert places(cards) == [("card_eins", 0, 0), ("card_zwei", 1, 0), ("card_drei", 2, 0)]


def test_larger_text_takes_the_room_of_a_second_card(cards: RecordCards[Finding], theme: Theme) -> None:
    theme.set_scale(200)

    assert [place[2] for place in places(cards)] == [0, 0, 0]


def test_the_others_move_up_when_a_card_goes_and_keep_what_is_typed(cards: RecordCards[Finding]) -> None:
    kept = [finding("zwei"), finding("drei"), finding("vier")]
    cards.show_records(kept)
    last = cards.findChild(FindingCard, "card_vier")
    assert last is not None
    type_text(last.field, "vier und mehr", replace=True)

    cards.show_records(kept[1:])

    assert places(cards) == [("card_drei", 0, 0), ("card_vier", 0, 1)]
    assert last.field.text() == "vier und mehr"
    assert QApplication.focusWidget() is last.field


def test_a_new_card_gets_the_keyboard_when_it_was_asked_for(cards: RecordCards[Finding]) -> None:
    fresh = finding("fünf")
    cards.focus_next(fresh.id)
    cards.show_records([fresh])

    focus = QApplication.focusWidget()
    assert isinstance(focus, TextField)
    assert focus.value() == "fünf"


def test_without_records_nothing_is_shown(cards: RecordCards[Finding]) -> None:
    cards.show_records([])

    assert cards.isHidden()
