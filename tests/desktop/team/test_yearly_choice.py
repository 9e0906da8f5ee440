"""From the team to the yearly report, for those who report and for nobody else."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.typist import Typist
from zwk_barrier.casework import records
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToTeam, ToYearlyReport
from zwk_barrier.desktop.preview.documents import document_of
from zwk_barrier.desktop.team.page import TeamPage
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.model import Staff
from zwk_barrier.problems import NotAllowed

DAY = date(2026, 3, 2)


def arrive(qtbot: QtBot, desk: Desk, role: str) -> TeamPage:
    """Somebody of this role at the page of the team."""
    records.keep(desk.store, Staff, desk.store.staff_id, role=role)
    page = TeamPage(desk, today=lambda: DAY)
    qtbot.addWidget(page)
    typist = Typist(qtbot, desk, page)
    page.show_destination(ToTeam())
    typist.show()
    typist.rest()
    return page


@pytest.mark.parametrize("role", ["leitung", "statistik", "verwaltung"])
def test_who_reports_opens_the_report_of_the_year_before(qtbot: QtBot, desk: Desk, role: str) -> None:
    page, went = arrive(qtbot, desk, role), list[Destination]()
    desk.going.connect(went.append)
    button = page.findChild(Button, "team_yearly_report")
    assert button is not None
    assert button.isVisible()
    button.click()
    assert went == [ToYearlyReport(2025)]


def test_who_advises_has_no_way_there_and_is_refused_the_document(qtbot: QtBot, desk: Desk) -> None:
    page = arrive(qtbot, desk, "beratung")
    button = page.findChild(Button, "team_yearly_report")
    assert button is not None
    assert not button.isVisible()
    kind = document_of(ToYearlyReport(2025), desk.store)
    assert kind is not None
    with desk.store.reading() as session, pytest.raises(NotAllowed):
        kind.gather(session, desk.store.photos, DAY)
