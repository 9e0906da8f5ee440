"""What the window says: notices, dialogs, progress, headings; and that a screen reader hears it."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.desktop.typing import press
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.chips import VerdictBadge, verdict_word
from zwk_barrier.desktop.widgets.dialogs import Dialog, ask_first, tell_problem
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.focus import speak_lines
from zwk_barrier.desktop.widgets.headings import BodyText, PageTitle
from zwk_barrier.desktop.widgets.notice import Notice
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.problems import StorageFull

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    QVBoxLayout(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()  # a layout shows what it was given a moment later


def pressed(dialog: QDialog, name: str) -> Button:
    button = dialog.findChild(Button, name)
    assert button is not None
    button.click()
    return button


def test_a_notice_is_a_notification_with_a_way_back(window: QWidget) -> None:
    notice = Notice("notice")
    put(window, notice)
    undone: list[bool] = []
    notice.say("Kontakt gelöscht.", action="Rückgängig", then=lambda: undone.append(True))
    text = notice.findChild(QWidget, "notice_text")
    assert text is not None
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface.role() == QAccessible.Role.Notification
    assert interface.text(QAccessible.Text.Name) == "Kontakt gelöscht."
    button = notice.findChild(Button, "notice_action")
    assert button is not None
    button.click()
    assert (undone, notice.isVisible()) == ([True], False)


def test_a_notice_is_shown_anew_for_each_sentence(window: QWidget) -> None:
    """Orca speaks a notification when it is shown, not when its words change."""
    notice = Notice("notice")
    put(window, notice)
    seen: list[QEvent.Type] = []

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.Hide, QEvent.Type.Show):
                seen.append(event.type())
            return False

    watch = Watch()
    notice.installEventFilter(watch)
    for sentence in ("Gespeichert.", "Gelöscht."):
        notice.say(sentence, stays=True)
    assert seen == [QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Show]


def test_a_question_does_its_deed_only_after_yes(qtbot: QtBot, window: QWidget) -> None:
    done: list[bool] = []
    asking: dict[str, Any] = {"yes": "Löschen", "then": lambda: done.append(True)}
    first = ask_first(window, "delete", "Kontakt löschen?", "Er kommt mit Strg Z zurück.", **asking)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first.findChild(Button, "delete_no"))
    press(first, Qt.Key.Key_Escape)
    assert done == []
    second = ask_first(window, "delete", "Kontakt löschen?", "Er kommt mit Strg Z zurück.", **asking)
    pressed(second, "delete_yes")
    assert done == [True]


def test_a_problem_says_what_to_do_and_its_details_can_be_copied(window: QWidget) -> None:
    problem = StorageFull("Die Platte ist voll.", advice="Machen Sie Platz.")
    dialog = tell_problem(window, problem, details="OSError 28")
    words = [text.text() for text in dialog.findChildren(BodyText)]
    assert words[1:] == ["Die Platte ist voll.", "Machen Sie Platz."]
    pressed(dialog, "problem_copy")
    assert QGuiApplication.clipboard().text() == "OSError 28"
    assert dialog.isVisible()
    pressed(dialog, "problem_close")


def test_short_work_never_shows_its_progress(qtbot: QtBot, window: QWidget) -> None:
    strip = ProgressStrip("progress")
    put(window, strip)
    strip.begin("Bericht wird erstellt …")
    assert not strip.isVisible()
    strip.finish()
    qtbot.wait(320)
    assert not strip.isVisible()


def test_long_work_shows_its_share_and_can_be_stopped(qtbot: QtBot, window: QWidget) -> None:
    strip = ProgressStrip("progress")
    put(window, strip)
    stopped: list[bool] = []
    strip.begin("Bericht wird erstellt …", cancel=lambda: stopped.append(True))
    qtbot.waitUntil(strip.isVisible)
    strip.show_share(0.25)
    bar, cancel = strip.findChild(QProgressBar), strip.findChild(Button)
    assert bar is not None
    assert cancel is not None
    assert bar.value() * 4 == bar.maximum()
    cancel.click()
    assert stopped == [True]
    strip.finish()


def test_a_title_is_a_heading(window: QWidget) -> None:
    title = PageTitle("Olga Petrova")
    put(window, title)
    title.setText("Olga Petrova, 81")
    interface = QAccessible.queryAccessibleInterface(title)
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "Olga Petrova, 81"


def test_typed_text_never_becomes_markup(window: QWidget) -> None:
    text = BodyText("<b>Müller & Söhne</b>")
    put(window, text)
    assert text.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_a_word_and_a_sign(window: QWidget, verdict: Verdict) -> None:
    badge = VerdictBadge("badge", verdict)
    put(window, badge)
    assert badge.text() == badge.accessibleName() == verdict_word(verdict)
    assert badge._icon


class Watched(TextField):
    """Remembers why it got the focus."""

    reason: Qt.FocusReason | None = None
    selected_then = ""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selected_then = self.selectedText()


def test_a_field_reached_by_tab_tells_its_focus_before_it_selects(qtbot: QtBot, window: QWidget) -> None:
    field = Watched("name")
    field.set_value("Petrova")
    put(window, field)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.selected_then == ""
    qtbot.waitUntil(lambda: field.selectedText() == "Petrova")


def test_what_is_typed_before_the_machine_has_selected_replaces_the_old_text(window: QWidget) -> None:
    field = TextField("name")
    field.set_value("Petrova")
    put(window, field)
    field.setFocus(Qt.FocusReason.TabFocusReason)

    for letter in "Olga":  # sent, not waited for, as when the machine was busy
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )

    assert field.text() == "Olga"
    QApplication.processEvents()
    assert field.selectedText() == ""


def test_lines_of_qts_own_dialogs_are_cured_too(qtbot: QtBot, window: QWidget) -> None:
    line = QLineEdit("bericht.pdf")
    put(window, line)
    speak_lines(window)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert (line.hasFocus(), line.selectedText()) == (True, "")
    qtbot.waitUntil(lambda: line.selectedText() == "bericht.pdf")


def test_enter_presses_the_button_it_is_on_and_never_the_other(window: QWidget) -> None:
    deleted: list[bool] = []
    dialog = ask_first(window, "delete", "Löschen?", "Ja?", yes="Löschen", then=lambda: deleted.append(True))
    stay = dialog.findChild(Button, "delete_no")
    assert stay is not None
    stay.setFocus()
    press(stay, Qt.Key.Key_Return)

    assert deleted == []
    assert not dialog.isVisible()


def test_a_dialog_too_tall_for_the_screen_scrolls_and_keeps_its_buttons_in_sight(
    window: QWidget, theme: Theme
) -> None:
    theme.set_scale(200)
    dialog = Dialog(window, "long", "Ein langer Text")
    for _paragraph in range(12):
        dialog.add(BodyText("Was geschieht, was bleibt, und was sich nicht zurücknehmen lässt. " * 3))
    button = dialog.add_button("close", "Schließen")
    dialog.open()
    QApplication.processEvents()

    screen = dialog.screen().availableGeometry()
    assert dialog.height() <= screen.height()
    assert dialog.rect().contains(button.geometry())
    assert dialog.findChild(QWidget, "long_scroll") is not None
    dialog.close()


def test_a_dialog_is_no_taller_than_its_text_needs(window: QWidget) -> None:
    dialog = ask_first(window, "ask", "Löschen?", "Ein Satz.", yes="Löschen", then=lambda: None)
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())
    assert dialog.findChild(QWidget, "ask_scroll") is None
    dialog.close()


def test_a_field_keeps_the_keyboard_when_its_dialog_begins_to_scroll(
    window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_scale(200)
    dialog = Dialog(window, "growing", "Ein Text, der länger wird")
    field, text = dialog.add(TextField("reason")), dialog.add(BodyText("Kurz."))
    dialog.open()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    text.setText("Was geschieht, was bleibt, und was sich nicht zurücknehmen lässt. " * 40)
    qtbot.waitUntil(lambda: dialog.findChild(QWidget, "growing_scroll") is not None)

    assert field.hasFocus()
    dialog.close()
