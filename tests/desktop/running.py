"""The whole program in a test, used as a person uses it: by what is on the screen, and by keys."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.recovery_key import RecoveryKey
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.headings import PageTitle

W = TypeVar("W", bound=QWidget)

NAME, PASSWORD = "Marie Albers", "sehr geheim 1"
SENTENCE = "Möwen über der Weser"
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@dataclass
class Clock:
    """A wall clock the test moves; seconds."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Running:
    """One start of the program with its own preferences."""

    def __init__(self, qtbot: QtBot, theme: Theme, settings: Path) -> None:
        self.qtbot = qtbot
        self.clock = Clock()
        store = QSettings(str(settings), QSettings.Format.IniFormat)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setQuitOnLastWindowClosed(False)  # the tests go on without a window
        self.preferences = Preferences(store)
        self.program = Program(
            application, self.preferences, Appearance(application, theme, self.preferences), clock=self.clock
        )
        self.frame = self.program.frame
        self.has_ended = False

    def begin(self, office: Path | None = None, name: str = "", password: str = "") -> None:
        """Starts the program and waits until its window is there."""
        with self.qtbot.waitExposed(self.frame):
            self.program.begin(office, name, password)
        self.frame.activateWindow()
        self.qtbot.waitUntil(self.frame.isActiveWindow)
        self.settle()

    def fill_in(self, folder: Path, password: str = SENTENCE, again: str = SENTENCE) -> None:
        """Fills in the first page of the first start and presses Enter."""
        self.enter("office_name", "Wohnberatung Bremerhaven")
        self.enter("staff_name", "Jörg Öztürk")
        self.enter("new_password", password)
        self.enter("repeated_password", again)
        self.enter("folder", str(folder))
        self.key(Qt.Key.Key_Return)

    def make_office(self, folder: Path) -> str:
        """The first start up to the page with the recovery key, which it gives."""
        self.begin()
        self.fill_in(folder)
        self.qtbot.waitUntil(lambda: bool(self.shown(RecoveryKey, "recovery_key")), timeout=60_000)
        return self.one(RecoveryKey, "recovery_key").key

    def log_in(self, office: Path, name: str = NAME, password: str = PASSWORD) -> None:
        """Starts the program on an office and goes in."""
        self.begin(office, name, password)
        self.key(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.shown(QWidget, "workplace")), timeout=60_000)
        self.settle()

    def end(self) -> None:
        """Ends the program; nothing happens when it has ended."""
        if self.has_ended:
            return
        self.has_ended = True
        self.program.close()
        self.settle()
        self.program.work.close()
        self.frame.let_go()
        self.frame.deleteLater()
        self.program.deleteLater()

    def settle(self) -> None:
        """Waits until nothing runs and nothing waits to be shown."""
        self.qtbot.wait(5)
        self.qtbot.waitUntil(lambda: not self.program.work.is_busy, timeout=60_000)
        QApplication.processEvents()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the keyboard is."""
        press(QApplication.focusWidget() or self.frame, key, modifiers)
        self.settle()

    def enter(self, name: str, text: str) -> None:
        """Types into a field on the screen."""
        type_text(self.one(QWidget, name), text, replace=True)

    def one(self, kind: type[W], name: str) -> W:
        """The widget of that name on the screen."""
        found = self.shown(kind, name)
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def shown(self, kind: type[W], name: str) -> list[W]:
        """The widgets of that name on the screen; none when it is hidden."""
        return [widget for widget in self.frame.findChildren(kind, name) if widget.isVisible()]

    def title(self) -> str:
        """The heading of the page on the screen."""
        return next(label.text() for label in self.frame.findChildren(PageTitle) if label.isVisible())

    def focus(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def touch(self) -> None:
        """Presses a key that does nothing, as the window system tells it."""
        QTest.keyClick(self.frame.windowHandle(), Qt.Key.Key_Shift)
        self.settle()
