"""Every place of a visit, empty and full, walked in all palettes and text sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from tests.casework.visiting import measure, picture, room_of
from tests.desktop import walk
from tests.desktop.access import walkers
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.visits.criteria import CriteriaList
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.widgets.line_field import InnerButton
from zwk_barrier.model import Limitation, Person, Visit
from zwk_barrier.reference.measures import load_catalogue

PLACES = ("Angaben zum Besuch", "Bad", "Küche", "Passung", "Maßnahmen")


def fill(advisor: Advisor) -> None:
    """A bathroom with each kind of value, a second door, notes, a finding, a photo and a measure.

    The kitchen stays empty; the person has a rollator.
    """
    with advisor.office.reading() as session:
        person_id = cases.load_case(session, advisor.case_id).person.id
    records.keep(advisor.office, Person, person_id, aid_width_cm=65, turning_circle_cm=130, aids=["rollator"])
    records.add(advisor.office, Limitation, person_id=person_id, function="F07", degree=2)
    records.keep(advisor.office, Visit, advisor.visit_id, method="laser", participants=["klient"])
    view = advisor.view()
    bath = room_of(view, "bad")
    measure(advisor.office, view, bath, "W04", 63, method="geschaetzt")
    measure(advisor.office, view, bath, "W07", "1.5")
    measure(advisor.office, view, bath, "D01", Measured(answer=False))
    measure(advisor.office, view, bath, "D05", Measured(is_applicable=False))
    measure(advisor.office, view, bath, "D09", Measured(grade="A"))
    room_id = bath.room.id
    visits.add_part(advisor.office, room_id, "Innentür", "Tür zum Flur")
    entering.mark(advisor.office, room_id, "W04", is_wanted=True, frequency="taeglich")
    findings.add_note(advisor.office, advisor.visit_id, "Schlüssel beim Nachbarn")
    findings.add_note(advisor.office, advisor.visit_id, "Heizkörper hinter der Tür", room_id=room_id)
    entering.keep_remark(advisor.office, room_id, "W07", "nachträglich eingebaut")
    findings.add_finding(advisor.office, advisor.visit_id, "Wannenrand zu hoch", room_id=room_id, hazard="2")
    take_photo(advisor.office, advisor.visit_id, picture(), room_id=room_id, caption="Wanne")
    entry = load_catalogue().get("M38")
    assert entry is not None
    measures.recommend(
        advisor.office,
        advisor.case_id,
        visit_id=advisor.visit_id,
        room_id=room_id,
        **measures.from_catalogue(entry),
    )


@pytest.fixture(params=PLACES)
def page(request: pytest.FixtureRequest, newcomer: Advisor) -> QWidget:
    fill(newcomer)
    newcomer.begin()
    newcomer.enter_room(request.param)
    page = newcomer.visit_page
    for area in page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    return walkers.settled(page)


def test_everything_is_named_reached_and_large_enough_for_a_finger(page: QWidget) -> None:
    small = walkers.small_targets(page, least=44)
    # What a button inside a field does, the field does by key; the field itself is large enough.
    inner = {f"InnerButton „{one.objectName()}“" for one in page.findChildren(InnerButton)}
    assert [each for each in small if each.partition(" is ")[0] not in inner] == []
    assert walkers.unnamed(page) == []
    assert walkers.keyboard_gaps(page) == []


def test_words_edges_and_focus_stand_out_in_every_palette(page: QWidget, theme: Theme) -> None:
    assert walk.unseen(page, theme, around=page.window()) == []  # the ring around the head lies on the window


def test_no_word_is_cut_and_nothing_scrolls_sideways(page: QWidget, theme: Theme) -> None:
    assert walk.unfitting(page, theme, (1280, 800), (1024, 640)) == []


def test_all_criteria_of_the_largest_room_are_reached_and_named(advisor: Advisor) -> None:
    advisor.enter_room("Hauseingang")
    criteria = advisor.shown(CriteriaList, "criteria")
    criteria.show_all()
    page = walkers.settled(advisor.visit_page)

    assert len(criteria.rows) == 39
    assert walkers.unnamed(page) == []
    assert walkers.keyboard_gaps(page) == []


def test_each_place_in_the_rail_says_how_far_one_is(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.rest()
    names = [
        button.accessibleName()
        for button in advisor.visit_page.findChildren(QAbstractButton)
        if button.objectName().startswith("station_")
    ]

    assert names[0] == "Angaben zum Besuch"
    assert "Bad, 1 von 16 geprüft" in names


def test_a_criterion_says_what_it_asks_and_what_the_value_means(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    field = advisor.shown(QWidget, "criterion_W04_field")

    assert field.accessibleName() == "Innentür: Lichte Breite der Tür"
    assert "nicht erreicht" in field.accessibleDescription()
    assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_tab_walks_the_lines_in_the_order_they_are_read_also_when_more_came(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    criteria = advisor.shown(CriteriaList, "criteria")
    criteria.show_all()
    walkers.settled(advisor.visit_page)
    criteria.rows[0].field.setFocus()
    walked = []
    for _stop in range(2 * len(criteria.rows)):
        walked.append(advisor.place.split("_")[1])
        advisor.tab()

    assert list(dict.fromkeys(walked)) == [row.criterion.id for row in criteria.rows]
    assert advisor.place == "criteria_more"


@pytest.mark.parametrize("scale", [100, 200])
def test_the_table_of_all_levels_is_read_and_left_by_everyone(
    newcomer: Advisor, theme: Theme, scale: int
) -> None:
    fill(newcomer)
    newcomer.begin()
    newcomer.enter_room("Bad")
    theme.set_scale(scale)
    newcomer.go_to("criterion_W04_field")
    newcomer.press(Qt.Key.Key_F5)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    walkers.settled(dialog)

    assert walkers.unnamed(dialog) == []
    assert walkers.keyboard_gaps(dialog) == []
    assert walkers.clipped(dialog) == []
    assert walkers.faint(dialog) == []
    dialog.close()


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 100), ((1280, 800), 150), ((1024, 640), 100)])
def test_the_line_with_the_keyboard_shows_its_verdict(
    newcomer: Advisor, theme: Theme, size: tuple[int, int], scale: int
) -> None:
    fill(newcomer)
    newcomer.begin(*size)
    newcomer.enter_room("Bad")
    theme.set_scale(scale)
    walkers.settled(newcomer.visit_page)
    for _line in range(6):
        newcomer.press(Qt.Key.Key_Return)
        focus = QApplication.focusWidget()
        assert focus is not None
        row = focus.parentWidget()
        while row is not None and not isinstance(row, CriterionRow):
            row = row.parentWidget()
        assert row is not None
        assert row.badge.visibleRegion().boundingRect().height() == row.badge.height(), row.objectName()
