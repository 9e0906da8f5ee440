"""Fields take what people type and show it in its written form."""

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, YearOrDateField
from zwk_barrier.desktop.widgets.fields import (
    DurationField,
    HoursField,
    LengthField,
    MoneyField,
    MoneyRangeField,
    NumberField,
    PasswordField,
    PhoneField,
    TimeField,
)
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.line_field import LineField

pytestmark = pytest.mark.usefixtures("theme")

TODAY = date(2026, 11, 23)
CHANNELS = [("phone", "Telefon"), ("visit", "Persönlich"), ("mail", "E-Mail")]


def a_day(name: str) -> DateField:
    return DateField(name, today=lambda: TODAY)


def a_birthday(name: str) -> DateField:
    return YearOrDateField(name, today=lambda: TODAY)


def a_pair(name: str) -> LengthField:
    return LengthField(name, pair=True)


@pytest.mark.parametrize(
    ("build", "typed", "value", "shown"),
    [
        (a_day, "2.12.", date(2026, 12, 2), "02.12.2026"),
        (a_birthday, "1945", 1945, "1945"),
        (NumberField, "12,50", Decimal("12.5"), "12,5"),
        (LengthField, "1,20 m", Decimal(120), "120"),
        (a_pair, "110 x 135", (Decimal(110), Decimal(135)), "110\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}135"),
        (MoneyField, "1234,5", 123450, "1.234,50"),
        (MoneyRangeField, "5000-12000", (500_000, 1_200_000), "5.000–12.000"),
        (TimeField, "930", time(9, 30), "09:30"),
        (DurationField, "1:30", 90, "1\N{NO-BREAK SPACE}h 30\N{NO-BREAK SPACE}min"),
        (HoursField, "62,5", 3750, "62:30"),
        (PhoneField, " 030  23125 467 ", "030 23125 467", "030 23125 467"),
    ],
)
def test_what_is_typed_becomes_a_value(
    qtbot: QtBot, build: Any, typed: str, value: object, shown: str
) -> None:
    field: LineField = build("field")
    qtbot.addWidget(field)
    type_text(field, typed)
    field.settle()
    assert field.value() == value
    assert field.text().replace("\N{NO-BREAK SPACE}", " ") == shown.replace("\N{NO-BREAK SPACE}", " ")


def test_a_written_value_can_be_typed_again(qtbot: QtBot) -> None:
    field = MoneyRangeField("cost")
    qtbot.addWidget(field)
    field.set_value((500_000, 1_200_000))
    type_text(field, " ")
    field.settle()
    assert field.value() == (500_000, 1_200_000)


def test_a_day_shows_its_weekday(qtbot: QtBot) -> None:
    field = a_day("due")
    qtbot.addWidget(field)
    field.set_value(date(2026, 12, 2))
    assert field._suffix == "Mi"
    type_text(field, "x")
    assert field._suffix == ""


def test_f4_opens_a_calendar_whose_day_is_kept(qtbot: QtBot) -> None:
    field = a_day("due")
    qtbot.addWidget(field)
    field.show()
    press(field, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert (calendar.selectedDate().month(), calendar.locale().language().name) == (11, "German")
    with qtbot.waitSignal(field.kept) as kept:
        calendar.activated.emit(calendar.selectedDate().addDays(9))
    assert kept.args == [date(2026, 12, 2)]
    assert QApplication.activePopupWidget() is None


def test_a_closed_choice_opens_instead_of_changing_in_silence(qtbot: QtBot) -> None:
    field = ChoiceField("channel", CHANNELS)
    qtbot.addWidget(field)
    field.show()
    press(field, Qt.Key.Key_Down)
    assert field.view().isVisible()
    assert field.value() is None
    field.hidePopup()


def test_a_letter_finds_and_enter_keeps(qtbot: QtBot) -> None:
    field = ChoiceField("channel", CHANNELS)
    qtbot.addWidget(field)
    field.show()
    press(field, Qt.Key.Key_P)
    with qtbot.waitSignal(field.kept) as kept:
        press(field.view(), Qt.Key.Key_Return)
    assert kept.args == ["visit"]


def test_tab_keeps_what_a_letter_has_found_and_goes_on(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field, other = ChoiceField("channel", CHANNELS), ChoiceField("purpose", CHANNELS)
    for each in (field, other):
        column.addWidget(each)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    field.setFocus()
    press(field, Qt.Key.Key_P)
    press(field.view(), Qt.Key.Key_Tab)
    assert field.value() == "visit"
    assert not field.view().isVisible()
    qtbot.waitUntil(other.hasFocus)


def test_a_number_finds_the_entry_that_only_holds_it(qtbot: QtBot) -> None:
    field = ChoiceField("care_grade", [("1", "Pflegegrad 1"), ("2", "Pflegegrad 2")])
    qtbot.addWidget(field)
    field.show()
    press(field, Qt.Key.Key_2)
    press(field.view(), Qt.Key.Key_Return)
    assert field.value() == "2"


def test_scrolling_a_form_never_changes_a_choice(qtbot: QtBot) -> None:
    field = ChoiceField("channel", CHANNELS)
    qtbot.addWidget(field)
    field.set_value("phone")
    nothing, down = QPoint(0, 0), QPoint(0, -120)
    modifiers, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(QPointF(), QPointF(), nothing, down, Qt.MouseButton.NoButton, modifiers, phase, False)
    QApplication.sendEvent(field, turn)
    assert field.value() == "phone"
    assert not turn.isAccepted()


def test_a_code_that_is_no_longer_offered_still_shows(qtbot: QtBot) -> None:
    field = ChoiceField("channel", CHANNELS)
    qtbot.addWidget(field)
    field.set_value("fax")
    assert (field.value(), field.currentText()) == ("fax", "fax")


def test_several_choices_are_checked_with_the_keyboard_and_spoken(qtbot: QtBot) -> None:
    field = ManyChoiceField("aids", [("rollator", "Rollator"), ("stick", "Gehstock")], title="Hilfsmittel")
    qtbot.addWidget(field)
    field.show()
    kept: list[object] = []
    field.kept.connect(kept.append)
    press(field, Qt.Key.Key_Down)
    entries = field.findChild(QListWidget)
    assert entries is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        press(entries, key)
    assert kept == [("rollator",), ("rollator", "stick")]
    assert field.accessibleDescription() == "Rollator, Gehstock."
    assert QApplication.activePopupWidget() is None


def test_a_field_that_ranks_keeps_the_first_chosen_first(qtbot: QtBot) -> None:
    field = ManyChoiceField("payers", [("kk", "Krankenkasse"), ("pk4", "Pflegekasse")], ranks=True)
    qtbot.addWidget(field)
    field.show()
    field.set_value(("pk4",))
    press(field, Qt.Key.Key_Down)
    entries = field.findChild(QListWidget)
    assert entries is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        press(entries, key)
    assert field.value() == ("pk4", "kk")


def test_yes_no_is_one_tab_stop_and_arrows_answer(qtbot: QtBot) -> None:
    field = YesNoField("lift", title="Aufzug")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(field.kept) as kept:
        press(_focus(), Qt.Key.Key_Left)
    assert kept.args == [False]
    assert _focus().objectName() == "lift_no"


def test_a_password_shows_only_while_asked_to(qtbot: QtBot) -> None:
    field = PasswordField("password")
    qtbot.addWidget(field)
    type_text(field, "geheim")
    assert field.displayText() != "geheim"
    eye = field.findChild(QWidget, "password_show")
    assert eye is not None
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.displayText() == "geheim"
    assert eye.accessibleName() == "Passwort verbergen"


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
