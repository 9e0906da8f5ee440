"""Somebody at the keyboard of the whole program: reaches everything by keys, reads what is on the screen."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Self, TypeVar

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytest import MonkeyPatch  # noqa: PT013 - a type
from sqlalchemy import select

from tests.desktop.running import NAME, PASSWORD, Running
from tests.desktop.typist import ALT, CTRL, Typist
from zwk_barrier.desktop import day_watch
from zwk_barrier.desktop.widgets import date_field
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tabs import Tabs
from zwk_barrier.model import Record
from zwk_barrier.overriding import override

R = TypeVar("R", bound=Record)

_MOST_TABS = 250


class Keyboard(Typist):
    """Works in the window of a program that somebody has logged in to."""

    def __init__(self, running: Running) -> None:
        workplace = running.program.workplace
        assert workplace is not None
        super().__init__(running.qtbot, workplace.desk, running.frame)
        self.running, self.store = running, workplace.desk.store

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key and waits until everything that follows is on the screen."""
        self.press(key, modifiers)
        self.rest()

    @override
    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _time in range(times):
            self._be_active()
            super().press(key, modifiers)
        self._be_active()

    def _be_active(self) -> None:
        """Without a window manager nobody makes the window active again when a list or a dialog has closed."""
        if QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None:
            self.page.activateWindow()
            QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Presses Tab until the keyboard is in what has that name; fails when Tab never comes there."""
        passed: list[str] = []
        while self.place != name:
            assert len(passed) < _MOST_TABS, f"Tab never comes to {name}, only to {dict.fromkeys(passed)}"
            passed.append(self.place)
            self.press(Qt.Key.Key_Tab)

    def use(self, name: str) -> None:
        """Goes to a button by Tab and presses Space."""
        self.tab_to(name)
        self.key(Qt.Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        """Goes to a field by Tab, types over what stands there and leaves it by Tab."""
        self.tab_to(name)
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)
        self.key(Qt.Key.Key_Tab)

    def choose(self, name: str, letters: str) -> None:
        """Goes to a choice by Tab, types the beginning of what is meant, and leaves it by Tab."""
        self.tab_to(name)
        self.type(letters)
        self.key(Qt.Key.Key_Tab)

    def open_case(self, words: str, tab: str = "overview") -> None:
        """Finds a case by Ctrl+K and goes to one of its tabs by Ctrl+Tab."""
        self.press(Qt.Key.Key_K, CTRL)
        self.press(Qt.Key.Key_A, CTRL)
        self.type(words)
        self.running.qtbot.wait(400)  # the search waits for a pause in typing
        self.rest()
        self.key(Qt.Key.Key_Return)
        self.wait(lambda: self.sees("case_page"))
        self.rest()
        self.turn_to(tab)

    def turn_to(self, tab: str) -> None:
        """Goes to a tab of the case on the screen."""
        tabs = self.running.one(Tabs, "case_tabs")
        for _step in range(tabs.count()):
            if tabs.current() == tab:
                return
            self.key(Qt.Key.Key_Tab, CTRL)
        raise AssertionError(tab)

    def save_as(self, path: Path) -> str:
        """Ctrl+S, and the path typed into the dialog; gives back the name that was offered."""
        self.press(Qt.Key.Key_S, CTRL)
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        [offered] = dialog.selectedFiles()
        self.press(Qt.Key.Key_A, CTRL)
        self.type(str(path))
        self.key(Qt.Key.Key_Return)
        self.wait(path.exists)
        self.rest()
        return Path(offered).name

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Waits until something is so."""
        self.running.qtbot.waitUntil(is_so, timeout=10_000)

    def sees(self, name: str) -> bool:
        """Whether something of that name is on the screen."""
        return bool(self.running.shown(QWidget, name))

    def text(self, name: str) -> str:
        """What a line on the screen says; empty when it is not there."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> list[str]:
        """What all lines of that name say, from top to bottom."""
        found = self.running.shown(QLabel, name)
        found.sort(key=lambda label: label.mapTo(self.running.frame, label.rect().topLeft()).y())
        return [plain(label.text()) for label in found]

    def rows(self, name: str) -> list[Row]:
        """The rows of a list on the screen."""
        return self.running.one(RowList, name).rows()

    def kept(self, record: type[R], **values: object) -> list[R]:
        """The rows of the office that have these values, as they are kept now."""
        self.rest()
        with self.store.reading() as session:
            return list(session.scalars(select(record).filter_by(**values, removed_at=None)))


def log_in(running: Running, folder: Path) -> Keyboard:
    """Somebody who has just logged in."""
    running.log_in(folder, NAME, PASSWORD)
    keyboard = Keyboard(running)
    keyboard.rest()
    return keyboard


def set_the_clock(monkeypatch: MonkeyPatch, day: date) -> None:
    """From now on the machine shows this day to the window, which asks for it in two places."""

    class Day(date):
        @classmethod
        def today(cls) -> Self:
            return cls(day.year, day.month, day.day)

    class Noon(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(day.year, day.month, day.day, 12, tzinfo=tz)

    monkeypatch.setattr(day_watch, "date", Day)
    monkeypatch.setattr(date_field, "datetime", Noon)


def pdf_text(path: Path) -> str:
    """The words of a PDF, without line breaks."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    finally:
        document.close()
    return " ".join(plain(" ".join(pages)).split())


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


__all__ = ["ALT", "CTRL", "Keyboard", "log_in", "pdf_text", "plain", "set_the_clock"]
