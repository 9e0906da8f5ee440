"""Proposals in the rooms, what should go, and the best plan on request: all by keyboard, nothing unasked."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from tests.casework.visiting import measure, room_of
from tests.desktop import walk
from tests.desktop.access import walkers
from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.visits.plan_barriers import BarrierLine
from zwk_barrier.desktop.visits.plan_cards import PlanCard
from zwk_barrier.desktop.visits.plan_section import PlanPanel
from zwk_barrier.desktop.visits.proposal_buttons import ProposalButton
from zwk_barrier.desktop.visits.room_proposals import RoomProposals

_BESIDE = 2 * 24  # px, the margins of a place


@pytest.fixture
def advisor(newcomer: Advisor) -> Advisor:
    """At a bathroom behind a threshold and a narrow door that opens inwards."""
    view = newcomer.view()
    bath = room_of(view, "bad")
    measure(newcomer.office, view, bath, "W04", 63)
    measure(newcomer.office, view, bath, "W07", 4)
    measure(newcomer.office, view, bath, "D01", Measured(answer=False))
    newcomer.begin()
    return newcomer


def buttons(advisor: Advisor) -> list[ProposalButton]:
    return [one for one in advisor.workplace.findChildren(ProposalButton) if one.isVisible()]


def numbers(advisor: Advisor) -> list[str]:
    return sorted(one.catalogue_number or "" for one in advisor.view().measures)


def cards(advisor: Advisor) -> list[PlanCard]:
    return [one for one in advisor.workplace.findChildren(PlanCard) if one.isVisible()]


def ask_for_plan(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    advisor.press(Qt.Key.Key_B, CTRL)
    advisor.rest()


def test_a_room_proposes_what_answers_its_barriers(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    words = [one.text().replace("\N{NO-BREAK SPACE}", " ") for one in buttons(advisor)]
    assert len(words) == 6
    assert "Schwellenrampe, 40–250 €" in words
    assert "Tür nach außen, 200–800 €" in words
    assert "Anleitung durch Ergotherapie, 0 € · erleichtert" in words
    assert advisor.sees("room_proposal_more")


def test_a_room_without_a_barrier_proposes_nothing(advisor: Advisor) -> None:
    advisor.enter_room("Küche")
    assert not advisor.sees("room_proposals")


def test_a_proposal_is_recommended_by_enter_and_taken_back_by_undo(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    next(one for one in buttons(advisor) if one.proposal.entry.number == "M18").setFocus()
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()

    (kept,) = advisor.view().measures
    assert (kept.catalogue_number, kept.room_id) == ("M18", advisor.room_id("bad"))
    assert "M18" not in [one.proposal.entry.number for one in buttons(advisor)]
    assert advisor.place.startswith("room_proposal_M")
    advisor.undo()
    assert numbers(advisor) == []
    assert "M18" in [one.proposal.entry.number for one in buttons(advisor)]


def test_typing_a_value_proposes_at_once(advisor: Advisor) -> None:
    advisor.enter_room("Küche")
    measure(advisor.office, advisor.view(), room_of(advisor.view(), "kueche"), "W07", 4)
    advisor.enter_room("Bad")
    advisor.enter_room("Küche")
    assert not advisor.sees("room_proposals")  # nobody told the page yet
    advisor.enter("70")
    advisor.rest()
    assert "M22" in [one.proposal.entry.number for one in buttons(advisor)]


def test_more_shows_the_others_and_less_hides_them(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.go_to("room_proposal_more")
    advisor.press(Qt.Key.Key_Space)
    assert len(buttons(advisor)) > 6
    assert advisor.place.startswith("room_proposal_M")
    advisor.go_to("room_proposal_more")
    advisor.press(Qt.Key.Key_Space)
    assert len(buttons(advisor)) == 6


def test_the_room_hears_why_a_measure_is_proposed(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    ramp = next(one for one in buttons(advisor) if one.proposal.entry.number == "M18")
    assert ramp.accessibleName().startswith("Schwellenrampe")
    assert "Beseitigt, was im Weg ist." in ramp.accessibleDescription()
    assert "Stolperstelle" in ramp.accessibleDescription()


def test_showing_a_room_again_makes_no_new_buttons(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    before = buttons(advisor)
    card = advisor.shown(RoomProposals, "room_proposals")
    card.show_room(advisor.view(), advisor.room("bad"))
    assert buttons(advisor) == before


def test_what_is_in_the_way_stands_in_the_measures_place_with_a_tick(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    lines = [one for one in advisor.workplace.findChildren(BarrierLine) if one.isVisible()]
    assert len(lines) == 3
    door = next(one for one in barriers(advisor.view()) if one.criterion == "W04")
    advisor.go_to(f"plan_barrier_{door.id.hex}_wanted")
    advisor.press(Qt.Key.Key_Space)
    advisor.rest()
    assert advisor.kept("W04").is_wanted is False
    advisor.undo()
    assert advisor.kept("W04").is_wanted is None


def test_a_barrier_opens_its_proposals_the_simpler_first(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    threshold = next(one for one in barriers(advisor.view()) if one.criterion == "W07")
    advisor.go_to(f"plan_barrier_{threshold.id.hex}_more")
    advisor.press(Qt.Key.Key_Space)
    offered = [one.proposal.entry.number for one in buttons(advisor)]
    assert offered.index("M18") < offered.index("M17")
    buttons(advisor)[offered.index("M18")].click()
    advisor.rest()
    assert numbers(advisor) == ["M18"]


def test_the_best_plan_comes_on_request_with_two_others_and_adds_nothing(advisor: Advisor) -> None:
    ask_for_plan(advisor)
    assert [one.plan.why for one in cards(advisor)] == ["cheapest", "next_cheapest", "no_building"]
    assert advisor.words("plan_0_cost") == "1.440–4.550 €"
    assert advisor.words("plan_0_removes") == "Beseitigt alle 3 Barrieren."
    assert advisor.words("plan_2_removes") == "Beseitigt 1 von 3 Barrieren."
    assert advisor.place == "plan_0_take"
    assert numbers(advisor) == []


def test_a_plan_is_taken_over_by_enter_and_taken_back_by_one_undo(advisor: Advisor) -> None:
    ask_for_plan(advisor)
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()
    assert numbers(advisor) == ["M18", "M22", "M24"]
    assert cards(advisor) == []
    advisor.undo()
    assert numbers(advisor) == []


def test_plans_go_when_what_they_rest_on_changes(advisor: Advisor) -> None:
    ask_for_plan(advisor)
    assert cards(advisor)
    measure(advisor.office, advisor.view(), advisor.room("bad"), "D28", Measured(answer=False))
    advisor.shown(PlanPanel, "plan_panel").show_visit(advisor.view())
    assert cards(advisor) == []


def test_plans_are_closed_by_their_button(advisor: Advisor) -> None:
    ask_for_plan(advisor)
    advisor.go_to("plan_close")
    advisor.press(Qt.Key.Key_Return)
    assert not advisor.sees("plan_cards")


def test_with_everything_recommended_the_answer_is_a_sentence(advisor: Advisor) -> None:
    ask_for_plan(advisor)
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()
    ask_for_plan(advisor)
    assert advisor.words("plan_words") == "Was schon empfohlen ist, beseitigt alles, was weg soll."
    assert cards(advisor) == []


def test_a_search_can_be_stopped_and_asked_again(advisor: Advisor) -> None:
    advisor.enter_room("Maßnahmen")
    panel = advisor.shown(PlanPanel, "plan_panel")
    panel.ask()
    panel.stop()
    advisor.rest()
    assert cards(advisor) == []
    panel.ask()
    advisor.rest()
    assert len(cards(advisor)) == 3


def test_the_plans_can_be_read_and_reached_in_every_palette(advisor: Advisor, theme: Theme) -> None:
    ask_for_plan(advisor)
    page = walkers.settled(advisor.visit_page)
    assert walkers.unnamed(page) == []
    assert walkers.keyboard_gaps(page) == []
    for choice in walk.PALETTES:
        theme.choose(choice)
        walkers.settled(page)
        assert (choice, walkers.faint(page) + walkers.faint_edges(page)) == (choice, [])


@pytest.mark.parametrize("place", ["Bad", "Maßnahmen"])
def test_no_proposal_and_no_plan_is_cut_at_any_text_size(advisor: Advisor, theme: Theme, place: str) -> None:
    advisor.enter_room("Bad")
    if place == "Maßnahmen":
        ask_for_plan(advisor)
        door = next(one for one in barriers(advisor.view()) if one.criterion == "W04")
        advisor.shown(QAbstractButton, f"plan_barrier_{door.id.hex}_more").click()
    page = advisor.visit_page
    for size, scale in product([(1280, 800), (1024, 640)], walk.SCALES):
        page.window().resize(*size)
        theme.set_scale(scale)
        walkers.settled(page)
        mine = page.findChild(QWidget, "room_proposals" if place == "Bad" else "plan_barriers")
        assert mine is not None
        assert (size, scale, walkers.clipped(mine)) == (size, scale, [])
        (area,) = [one for one in page.findChildren(QScrollArea) if one.isAncestorOf(mine)]
        room = area.viewport().width() - _BESIDE
        assert mine.minimumSizeHint().width() <= room, f"scrolls sideways in {size} at {scale} %"


def test_every_target_is_large_enough_for_a_finger(advisor: Advisor) -> None:
    ask_for_plan(advisor)
    page = walkers.settled(advisor.visit_page)
    mine = page.findChild(QWidget, "plan_barriers")
    assert mine is not None
    assert walkers.small_targets(mine, least=44) == []
