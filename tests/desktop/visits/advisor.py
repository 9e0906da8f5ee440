"""An advisor at a visit, with the keyboard alone: what is on the screen, and what is in the store."""

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.visiting import plan, room_of, view_of
from tests.desktop.shell.placeholders import Placeholder
from tests.desktop.typist import CTRL, Typist
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.shell.places import make_page
from zwk_barrier.desktop.shell.workplace import Workplace
from zwk_barrier.desktop.visits.page import VisitPage
from zwk_barrier.desktop.visits.rail import StationButton
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.model import Measurement

W = TypeVar("W", bound=QWidget)


def make(name: str, desk: Desk) -> QWidget:
    """Visit, photo and preview as they are; other pages stand still."""
    return (
        make_page(name, desk)
        if any(part in name for part in (".visits.", ".preview.", ".photos."))
        else Placeholder(name, desk)
    )


class Advisor(Typist):
    """At a visit of Olga Petrova."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.workplace = Workplace(desk, make=make)
        qtbot.addWidget(self.workplace)
        super().__init__(qtbot, desk, self.workplace)
        self.qtbot = qtbot
        self.desk = desk
        self.office = desk.store
        self.case_id, self.visit_id = plan(desk.store)

    def begin(self, width: int = 1280, height: int = 800) -> None:
        """Opens the visit."""
        self.workplace.begin("today")
        self.show(width, height)
        self.workplace.go(ToVisit(self.visit_id))
        self.rest()

    @property
    def visit_page(self) -> VisitPage:
        """The page."""
        return self.shown(VisitPage, "visit_page")

    @property
    def title(self) -> str:
        """The heading of the page on the screen."""
        return next(one.text() for one in self.workplace.findChildren(PageTitle) if one.isVisible())

    def enter_room(self, name: str) -> None:
        """Goes to a place by its button in the rail."""
        buttons = [one for one in self.workplace.findChildren(StationButton) if one.isVisible()]
        next(one for one in buttons if one.text() == name).click()
        self.rest()

    def shown(self, kind: type[W], name: str) -> W:
        """The widget of that name on the screen."""
        found = [one for one in self.workplace.findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is on the screen."""
        return any(one.isVisible() for one in self.workplace.findChildren(QWidget, name))

    def words(self, name: str) -> str:
        """The words of a label on the screen, without hard spaces; empty when it is not there."""
        found = [one for one in self.workplace.findChildren(QLabel, name) if one.isVisible()]
        return found[0].text().replace("\N{NO-BREAK SPACE}", " ") if found else ""

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press(Qt.Key.Key_Z, CTRL)
        self.rest()

    def enter(self, text: str) -> None:
        """Types where the keyboard is and presses Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def view(self) -> VisitView:
        """The visit as the store has it."""
        self.rest()
        return view_of(self.office, self.visit_id)

    def room(self, kind: str, place: int = 0) -> RoomView:
        """A room as the store has it."""
        return room_of(self.view(), kind, place)

    def kept(self, criterion: str, kind: str = "bad") -> Measurement:
        """A value as the store has it."""
        return self.room(kind).measurements[criterion]

    def room_id(self, kind: str) -> UUID:
        """The id of a room."""
        return self.room(kind).room.id
