"""The office says who has read a translation; the row tells it, and it can be taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.desktop.access import walkers
from tests.desktop.typist import Typist
from zwk_barrier.casework.printing.text_reviews import language_reviews
from zwk_barrier.desktop.admin.reviews_card import ReviewList
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToReviewSheet
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.lists import Row, RowList


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Iterator[Typist]:
    hands = Typist(qtbot, desk, ReviewList(desk))
    hands.show()
    hands.rest()
    yield hands
    hands.rest()


def row(hands: Typist, language: str) -> Row:
    rows = hands.page.findChild(RowList, "review_rows")
    assert rows is not None
    return next(one for one in rows.rows() if one.key == language)


def asked(hands: Typist) -> QDialog:
    rows = hands.page.findChild(RowList, "review_rows")
    assert rows is not None
    rows.acted.emit("tr")
    dialog = hands.page.window().findChild(QDialog, "reviewing")
    assert dialog is not None
    return dialog


def test_who_has_read_it_is_kept_and_taken_back(hands: Typist, desk: Desk) -> None:
    assert (row(hands, "tr").badge, row(hands, "tr").title) == ("offen", "Türkisch · Türkçe")
    dialog = asked(hands)
    who = dialog.findChild(TextField, "review_who")
    assert who is not None
    who.setText("Ayla Demir, Dolmetscherin")
    hands.press(Qt.Key.Key_Return) if dialog.isActiveWindow() else dialog._keep()  # type: ignore[attr-defined]
    hands.rest()
    hands.rest()
    shown = row(hands, "tr")
    assert shown.badge == "geprüft"
    assert shown.note.startswith("geprüft von Ayla Demir, Dolmetscherin am ")

    rows = hands.page.findChild(RowList, "review_rows")
    assert rows is not None
    rows.acted.emit("tr")
    hands.rest()
    hands.rest()
    assert row(hands, "tr").badge == "offen"
    with desk.store.reading() as session:
        assert not any(one.is_reviewed for one in language_reviews(session))


def test_nobody_is_refused_beside_the_field(hands: Typist) -> None:
    dialog = asked(hands)
    dialog._keep()  # type: ignore[attr-defined]
    hands.rest()
    who = dialog.findChild(TextField, "review_who")
    assert who is not None
    assert dialog.isVisible()
    assert row(hands, "tr").badge == "offen"
    dialog.reject()


@pytest.mark.parametrize("scale", [100, 200])
def test_everybody_can_use_it(hands: Typist, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    dialog = asked(hands)
    walkers.settled(dialog)
    assert walkers.unnamed(dialog) == []
    assert walkers.keyboard_gaps(dialog) == []
    assert walkers.clipped(dialog) == []
    dialog.reject()


def test_a_row_leads_to_all_its_texts_beside_the_german_ones(hands: Typist, went: list[Destination]) -> None:
    rows = hands.page.findChild(RowList, "review_rows")
    assert rows is not None
    rows.focus_row(0)
    hands.press(Qt.Key.Key_Return)
    assert went == [ToReviewSheet("ls")]
