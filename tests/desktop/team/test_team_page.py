"""The supervisor's Monday by the keyboard: who has how much, and three cases handed over in a minute."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_case
from tests.desktop.typist import ALT, CTRL, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.plan.plan_approval import present
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToTeam
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.team.page import TeamPage
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Absence, CaseFile, Office, Staff, Task
from zwk_barrier.store.office import OfficeStore

MONDAY = date(2026, 11, 23)
SHIFT = Qt.KeyboardModifier.ShiftModifier
SPACE, DOWN, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return


class Lead(Typist):
    """Somebody who leads, at the page of the team."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: TeamPage) -> None:
        super().__init__(qtbot, desk, page)
        self.team_page = page
        self.office = desk.store

    def begin(self) -> None:
        """Arrives at the page."""
        self.team_page.show_destination(ToTeam())
        self.show()

    def row(self, name: str) -> list[str]:
        """The figures that stand beside a name."""
        model = self.team_page.table.rows
        cells = [
            [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return next(cells_of for cells_of in cells if cells_of[0].startswith(name))[1:]

    def needs(self) -> list[tuple[str, str]]:
        """Number and trouble of the cases shown."""
        model = self.team_page.cases.table.rows
        return [
            (str(model.data(model.index(row, 0))), str(model.data(model.index(row, 2))))
            for row in range(model.rowCount())
        ]

    def open_cases_of(self, name: str) -> None:
        """Goes down the table of the team to a name and presses Enter."""
        model = self.team_page.table.rows
        names = [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]
        place = next(place for place, each in enumerate(names) if each.startswith(name))
        self.press(Qt.Key.Key_Home)
        self.press(DOWN, times=place)
        self.press(ENTER)
        self.rest()

    def words(self, name: str) -> str:
        """What a label says."""
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def shows(self, name: str) -> bool:
        """Whether a part of the page is in it now."""
        part = self.page.findChild(QWidget, name)
        return part is not None and part.isVisibleTo(self.page)


def kept_place(dialog: QWidget) -> str:
    """What has the keyboard in a dialog; without a window manager a closed list leaves none active."""
    return dialog.focusWidget().objectName()


@pytest.fixture
def jonas(office: OfficeStore) -> UUID:
    """A colleague with three cases: one late, one silent, and all without a visit."""
    jonas = records.add(office, Staff, name="Jonas Ehlers", role="beratung")[1]
    for number, days in (("2026-0001", 10), ("2026-0002", 40), ("2026-0003", 20)):
        case_id = a_case(
            office, number, MONDAY - timedelta(days=days), advisor_id=jonas, family_name=f"Petrova {days}"
        )
        if number == "2026-0003":
            records.add(
                office,
                Task,
                case_id=case_id,
                staff_id=jonas,
                title="Kasse anrufen",
                due_on=MONDAY - timedelta(days=2),
            )
    return jonas


@pytest.fixture
def ayla(office: OfficeStore) -> UUID:
    return records.add(office, Staff, name="Ayla Demir", role="beratung")[1]


@pytest.fixture
def lead(qtbot: QtBot, desk: Desk) -> Lead:
    page = TeamPage(desk, today=lambda: MONDAY)
    qtbot.addWidget(page)
    return Lead(qtbot, desk, page)


def want_approval(office: OfficeStore) -> None:
    with office.reading() as session:
        office_id = session.query(Office).one().id
    records.keep(office, Office, office_id, wants_plan_approval=True)


@pytest.mark.usefixtures("jonas")
def test_the_table_tells_the_figures_of_each(lead: Lead) -> None:
    lead.begin()

    assert lead.row("Jonas") == ["3", "3", "23 Tage", "40 Tage", "1", "0", "1"]
    assert lead.row("Marie") == ["0", "0", "–", "–", "0", "0", "0"]
    assert lead.words("team_summary") == "3 laufende Fälle · 1 Frist oder Aufgabe überfällig"


@pytest.mark.usefixtures("jonas")
def test_enter_on_a_person_shows_what_is_wrong_the_most_urgent_first(lead: Lead) -> None:
    lead.begin()

    lead.open_cases_of("Jonas")

    assert lead.words("team_cases_title") == "Fälle von Jonas Ehlers"
    assert lead.place == "team_cases"
    assert lead.needs() == [
        ("2026-0003", "1 überfällig · wartet auf Besuch: 20 Tage"),
        ("2026-0002", "wartet auf Besuch: 40 Tage · ohne Kontakt: 40 Tage"),
        ("2026-0001", "wartet auf Besuch: 10 Tage"),
    ]


@pytest.mark.usefixtures("jonas")
def test_three_cases_are_handed_over_by_the_keyboard_with_one_reason(
    lead: Lead, ayla: UUID, said: list[tuple[str, bool]]
) -> None:
    lead.begin()
    lead.open_cases_of("Jonas")
    before = lead.keys

    lead.press(DOWN, SHIFT, times=2)
    lead.press(Qt.Key.Key_Udiaeresis, ALT)
    lead.rest()
    lead.type("Ay")
    lead.press(ENTER)
    lead.tab()
    lead.type("Jonas ist krank")
    lead.press(ENTER)
    lead.rest()

    assert lead.keys - before < 30
    assert said == [("3 Fälle an Ayla Demir übergeben.", True)]
    assert (lead.row("Jonas")[0], lead.row("Ayla")[0]) == ("0", "3")
    with lead.office.reading() as session:
        given = session.query(CaseFile).where(CaseFile.advisor_id == ayla).all()
        assert len(given) == 3
        for one in given:
            assert any("Jonas ist krank" in line.after for line in case_history(session, one.id))


@pytest.mark.usefixtures("jonas")
def test_space_marks_single_rows_and_moving_on_keeps_the_marks(lead: Lead) -> None:
    lead.begin()
    lead.open_cases_of("Jonas")
    give = lead.page.findChild(QWidget, "team_hand_over")
    assert give is not None
    assert not give.isEnabled()

    lead.press(SPACE)
    lead.press(DOWN, times=2)
    lead.press(SPACE)

    assert lead.words("team_marked") == "2 Fälle ausgewählt"
    lead.press(SPACE)
    assert lead.words("team_marked") == "1 Fall ausgewählt"
    lead.press(Qt.Key.Key_A, CTRL)
    assert lead.words("team_marked") == "3 Fälle ausgewählt"


def test_marks_survive_that_somebody_changes_a_case_meanwhile(lead: Lead, desk: Desk, jonas: UUID) -> None:
    lead.begin()
    lead.open_cases_of("Jonas")
    lead.press(DOWN)
    lead.press(SPACE)
    [marked] = lead.team_page.cases.table.marks()

    desk.do(lambda store: records.add(store, Task, title="x", due_on=MONDAY, staff_id=jonas))
    lead.rest()

    assert lead.team_page.cases.table.marks() == [marked]
    assert lead.team_page.cases.table.current_id() == marked


@pytest.mark.usefixtures("jonas")
def test_without_a_reason_or_a_person_nothing_is_handed_over(lead: Lead, ayla: UUID) -> None:
    lead.begin()
    lead.open_cases_of("Jonas")
    lead.press(SPACE)
    lead.press(Qt.Key.Key_Udiaeresis, ALT)
    lead.rest()
    dialog = lead.page.findChild(QWidget, "handing_over")
    assert dialog is not None

    lead.press(Qt.Key.Key_Tab)
    lead.press(ENTER)
    lead.rest()
    assert kept_place(dialog) == "handing_over_to"
    lead.type("Ay")
    lead.press(ENTER)
    lead.tab()
    lead.press(ENTER)
    lead.rest()

    assert kept_place(dialog) == "handing_over_reason"
    with lead.office.reading() as session:
        assert session.query(CaseFile).where(CaseFile.advisor_id == ayla).count() == 0


@pytest.mark.usefixtures("jonas")
def test_enter_on_a_case_opens_it_and_escape_goes_back_to_the_team(
    lead: Lead, went: list[Destination]
) -> None:
    lead.begin()
    lead.open_cases_of("Jonas")
    key = lead.team_page.cases.table.current_id()

    lead.press(ENTER)
    lead.press(Qt.Key.Key_Escape)

    assert went == [ToCase(key)]
    assert lead.place == "team_table"


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("Über", ["2026-0003"]), ("Ohne", ["2026-0002"]), ("Warten", ["2026-0003", "2026-0002", "2026-0001"])],
)
@pytest.mark.usefixtures("jonas")
def test_the_list_is_narrowed_to_one_trouble(lead: Lead, typed: str, numbers: list[str]) -> None:
    lead.begin()
    lead.open_cases_of("Jonas")

    lead.press(Qt.Key.Key_Z, ALT)
    lead.type(typed)
    lead.press(ENTER)

    assert [number for number, _need in lead.needs()] == numbers


def test_of_a_filter_that_fits_nothing_the_page_says_so(lead: Lead, jonas: UUID) -> None:
    with lead.office.reading() as session:
        task = session.query(Task).where(Task.staff_id == jonas).one().id
    records.remove(lead.office, Task, task)
    lead.begin()
    lead.open_cases_of("Jonas")

    lead.press(Qt.Key.Key_Z, ALT)
    lead.type("Über")
    lead.press(ENTER)

    assert lead.words("team_no_cases") == "Davon gibt es keinen."
    assert not lead.shows("team_cases")


@pytest.mark.usefixtures("jonas")
def test_the_table_is_sorted_by_the_keyboard(lead: Lead) -> None:
    lead.begin()

    lead.press(Qt.Key.Key_S, ALT)
    lead.type("läng")
    lead.press(ENTER)

    model = lead.team_page.table.rows
    assert str(model.data(model.index(0, 0))) == "Jonas Ehlers"


def test_who_is_away_and_their_deputy_stand_over_the_table(lead: Lead, jonas: UUID, ayla: UUID) -> None:
    records.add(
        lead.office,
        Absence,
        staff_id=jonas,
        deputy_id=ayla,
        first_on=MONDAY,
        last_on=MONDAY + timedelta(days=4),
    )
    lead.begin()

    assert lead.words("team_away") == "Heute abwesend: Jonas Ehlers bis 27.11., Vertretung Ayla Demir."


@pytest.mark.usefixtures("jonas")
def test_plans_that_wait_are_listed_only_where_the_office_wants_it(
    lead: Lead, went: list[Destination]
) -> None:
    lead.begin()
    assert not lead.shows("team_approvals")
    case_id = a_case(lead.office, "2026-0009", MONDAY, family_name="Brandt")
    measures.recommend(lead.office, case_id, title="Haltegriff")
    want_approval(lead.office)
    lead.begin()
    assert lead.shows("team_no_approvals")

    present(lead.office, case_id)
    lead.begin()

    rows = lead.page.findChild(RowList, "team_approval_rows")
    assert rows is not None
    assert [row.title for row in rows.rows()] == ["2026-0009 · Brandt"]
    rows.focus_row(0)
    lead.press(ENTER)
    assert went == [ToCase(case_id, "measures")]


@pytest.mark.usefixtures("jonas")
def test_who_does_not_lead_sees_no_figures(lead: Lead) -> None:
    records.keep(lead.office, Staff, lead.office.staff_id, role="beratung")

    lead.begin()

    assert lead.shows("team_refused")
    assert not lead.shows("team_table")


@pytest.mark.parametrize("has_cases", [False, True])
def test_the_page_is_there_for_everybody(
    lead: Lead, theme: Theme, request: pytest.FixtureRequest, *, has_cases: bool
) -> None:
    want_approval(lead.office)
    if has_cases:
        request.getfixturevalue("jonas")
    lead.begin()
    lead.open_cases_of("Jonas" if has_cases else "Marie")

    assert obstacles(lead.page, theme) == []
