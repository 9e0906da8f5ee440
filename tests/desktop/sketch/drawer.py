"""Somebody who draws the bathroom of a visit: what is on the screen, and what is in the store."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.visiting import plan, room_of, view_of
from tests.desktop.shell.placeholders import Placeholder
from tests.desktop.typist import CTRL, Typist
from zwk_barrier.casework.visit.sketches import load_sketch
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToSketch
from zwk_barrier.desktop.shell.places import make_page
from zwk_barrier.desktop.shell.workplace import Workplace
from zwk_barrier.desktop.sketch.handle import Handle
from zwk_barrier.desktop.sketch.page import SketchPage
from zwk_barrier.rules.sketch import Plan

W = TypeVar("W", bound=QWidget)


def make(name: str, desk: Desk) -> QWidget:
    """The sketch as it is; other pages stand still."""
    return make_page(name, desk) if ".sketch." in name else Placeholder(name, desk)


class Drawer(Typist):
    """At the sketch of Olga Petrova's bathroom."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.workplace = Workplace(desk, make=make)
        qtbot.addWidget(self.workplace)
        super().__init__(qtbot, desk, self.workplace)
        self.qtbot = qtbot
        self.office = desk.store
        self.case_id, self.visit_id = plan(desk.store)
        self.room_id = room_of(view_of(desk.store, self.visit_id), "bad").room.id

    def begin(self, width: int = 1280, height: int = 800) -> None:
        """Opens the sketch."""
        self.workplace.begin("today")
        self.show(width, height)
        self.workplace.go(ToSketch(self.room_id))
        self.rest()

    @property
    def sketch(self) -> SketchPage:
        """The page."""
        return self.shown(SketchPage, "sketch_page")

    def shown(self, kind: type[W], name: str) -> W:
        """The widget of that name on the screen."""
        found = [one for one in self.workplace.findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def go_to(self, name: str, place: int = 0) -> QWidget:
        """Puts the keyboard into a widget; what Tab selects is selected a moment later."""
        found = super().go_to(name, place)
        self.rest()
        return found

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is on the screen."""
        return any(one.isVisible() for one in self.workplace.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Presses a button."""
        self.shown(QPushButton, name).click()
        self.rest()

    def handle(self, thing_id: str) -> Handle:
        """What one takes a thing by."""
        return self.shown(Handle, f"thing_{thing_id}")

    def words(self, name: str) -> str:
        """The words of a label on the screen, without hard spaces."""
        return self.shown(QLabel, name).text().replace("\N{NO-BREAK SPACE}", " ")

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press(Qt.Key.Key_Z, CTRL)
        self.rest()

    def kept(self) -> Plan | None:
        """The sketch as the store has it."""
        self.rest()
        with self.office.reading() as session:
            return load_sketch(session, self.room_id).plan
