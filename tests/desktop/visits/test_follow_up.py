"""A visit that measures again asks in the window what was measured then, and nothing else at first."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.casework.visiting import DAY, measure, room_of, view_of
from tests.desktop.access import walkers
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.case import outcomes
from zwk_barrier.casework.visit.comparison import compare
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.visits.criteria import CriteriaList
from zwk_barrier.desktop.visits.criterion_row import CriterionRow


def follow_up(newcomer: Advisor) -> Advisor:
    """At the acceptance after a visit that measured one door."""
    earlier, view = newcomer.visit_id, view_of(newcomer.office, newcomer.visit_id)
    measure(newcomer.office, view, room_of(view, "bad"), "W04", 63)
    _changed, newcomer.visit_id = outcomes.plan_follow_up(newcomer.office, earlier, "abnahme", DAY)
    newcomer.begin()
    newcomer.enter_room("Bad")
    return newcomer


def test_only_what_was_measured_then_is_asked_and_solved_by_one_number(newcomer: Advisor) -> None:
    earlier = newcomer.visit_id
    advisor = follow_up(newcomer)
    rows = [row for row in advisor.workplace.findChildren(CriterionRow) if row.isVisible()]
    assert len(rows) == 1
    advisor.enter("95")
    advisor.rest()

    with advisor.office.reading() as session:
        found = compare(session, earlier, advisor.visit_id)
    assert [one.result for one in found.barriers] == ["solved"]


def test_the_value_of_then_stands_beside_and_is_told_with_its_day(newcomer: Advisor) -> None:
    advisor = follow_up(newcomer)
    assert advisor.words("criterion_W04_then") == "damals 63 cm"
    advisor.enter("95")
    advisor.rest()

    assert advisor.words("criterion_W04_then") == "damals 63 cm"
    told = advisor.shown(QWidget, "criterion_W04_field").accessibleDescription()
    assert "am 09.11.2026: 63" in told
    assert "erreicht" in told


def test_nothing_of_then_is_shown_where_nothing_was_measured(newcomer: Advisor) -> None:
    advisor = follow_up(newcomer)
    advisor.shown(CriteriaList, "criteria").show_all()
    advisor.rest()
    rows = [row for row in advisor.workplace.findChildren(CriterionRow) if row.isVisible()]

    assert len(rows) > 1
    assert [row.criterion.id for row in rows if row.then.isVisible()] == ["W04"]


@pytest.mark.parametrize("scale", [100, 200])
def test_the_value_of_then_is_read_whole_at_any_text_size(
    newcomer: Advisor, theme: Theme, scale: int
) -> None:
    advisor = follow_up(newcomer)
    advisor.workplace.resize(1024, 640)
    theme.set_scale(scale)
    page = walkers.settled(advisor.visit_page)

    assert advisor.sees("criterion_W04_then")
    assert (walkers.clipped(page), walkers.faint(page), walkers.unnamed(page)) == ([], [], [])


def test_what_is_left_out_is_said_and_one_button_away(newcomer: Advisor) -> None:
    advisor = follow_up(newcomer)

    assert "beim früheren Besuch nicht gemessen" in advisor.words("criteria_why")
