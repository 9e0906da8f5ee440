"""An advisor who looks at the report of a visit."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.casework.visiting import measure, picture, room_of
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.visit import findings
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToVisitReport
from zwk_barrier.desktop.style.theme import Theme


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Advisor]:
    """At the preview, which was opened from the visit; the report has several pages."""
    assert theme.look.scale == 100
    reader = Advisor(qtbot, desk)
    view = reader.view()
    bath = room_of(view, "bad")
    measure(reader.office, view, bath, "W04", 63)
    for number in range(30):
        text = f"Feststellung {number}: Wannenrand zu hoch, Einstieg nur mit Hilfe"
        findings.add_finding(reader.office, reader.visit_id, text, room_id=bath.room.id)
    take_photo(reader.office, reader.visit_id, picture(800, 600), room_id=bath.room.id, caption="Wanne")
    reader.begin()
    reader.workplace.go(ToVisitReport(reader.visit_id))
    reader.rest()
    yield reader
    reader.workplace.leave()
    reader.rest()
