"""An advisor who marks a photo of the bathroom door, which was taken from a measured line."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.casework.visiting import measure, room_of
from tests.desktop.visits.advisor import Advisor
from tests.reports.records import photo
from zwk_barrier.casework import records
from zwk_barrier.casework.visit.photos import Shown, keep_photo
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToPhoto
from zwk_barrier.desktop.photos.canvas import MarkCanvas
from zwk_barrier.desktop.photos.page import PhotoPage
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.model import Photo
from zwk_barrier.rules.marks import Mark, Spot, read_marks
from zwk_barrier.store.photos import take_in


@dataclass
class Marker:
    """Works on one photo."""

    advisor: Advisor
    photo_id: UUID

    @property
    def page(self) -> PhotoPage:
        return self.advisor.shown(PhotoPage, "photo_page")

    @property
    def canvas(self) -> MarkCanvas:
        return self.advisor.shown(MarkCanvas, "mark_canvas")

    @property
    def kept(self) -> tuple[Mark, ...]:
        """The marks as the store has them."""
        self.advisor.rest()
        with self.advisor.office.reading() as session:
            return read_marks(records.get(session, Photo, self.photo_id).marks)

    def at(self, x: float, y: float) -> QPoint:
        """A place of the photo on the canvas."""
        return self.canvas.point_of(Spot(x, y)).toPoint()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """With the left button from one place of the photo to another."""
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=self.at(*start))
        for share in (0.3, 0.7, 1.0):
            x, y = (a + share * (b - a) for a, b in zip(start, end, strict=True))
            QTest.mouseMove(self.canvas, self.at(x, y))
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=self.at(*end))
        self.advisor.rest()

    def tap(self, x: float, y: float) -> None:
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=self.at(x, y))
        self.advisor.rest()


@pytest.fixture
def marker(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Marker]:
    """At the photo, which was opened from the visit."""
    assert theme.look.scale == 100
    advisor = Advisor(qtbot, desk)
    view = advisor.view()
    bath = room_of(view, "bad")
    measure(advisor.office, view, bath, "W04", 63)
    shown = Shown(bath.room.id, "W04")
    _changed, photo_id = keep_photo(advisor.office, advisor.visit_id, take_in(photo(1)), shown, caption="Tür")
    advisor.begin()
    advisor.workplace.go(ToPhoto(photo_id))
    advisor.rest()
    yield Marker(advisor, photo_id)
    advisor.workplace.leave()
    advisor.rest()
