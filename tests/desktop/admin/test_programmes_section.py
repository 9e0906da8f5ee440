"""The funding programmes in the administration: looked up, changed by two people, by the keyboard alone."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_case
from tests.desktop.typist import ALT, CTRL, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.office.staff import add_staff
from zwk_barrier.casework.payers.programme_changes import confirm, propose
from zwk_barrier.casework.payers.programme_history import changes_of, waiting_changes
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.desktop.admin.change_effects import ChangeEffects
from zwk_barrier.desktop.admin.programmes_section import ProgrammesSection
from zwk_barrier.desktop.admin.told_table import ToldTable
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Measure
from zwk_barrier.reference.programmes import Change
from zwk_barrier.store.office import OfficeStore, open_office

TODAY = date(2026, 11, 23)
NEW = Change("SGB11-40-4", "per_person", "460000", date(2028, 1, 1), "Bekanntmachung nach § 30 SGB XI")


@pytest.fixture
def colleague(office: OfficeStore) -> Iterator[OfficeStore]:
    """The same office, opened by a second person of the advice."""
    add_staff(office, "Jens Petersen", "sehr geheim 2", "beratung")
    with open_office(office.folder, "Jens Petersen", "sehr geheim 2", alone=False) as store:
        yield store


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, office: OfficeStore) -> Typist:
    """Marie Albers at the section; one open case with care grade 2 and a measure for the care fund."""
    facts = {"family_name": "Kluge", "given_name": "Hanna", "care_grade": "2", "insurance_type": "gkv"}
    case_id = a_case(office, "2026-0001", TODAY, **facts)
    records.add(office, Measure, case_id=case_id, title="Dusche", kind="bau_gross", payers=["pk4"])
    section = ProgrammesSection(desk, today=lambda: TODAY)
    qtbot.addWidget(section)
    hands = Typist(qtbot, desk, section)
    hands.show()
    return hands


@pytest.fixture
def waiting(colleague: OfficeStore) -> UUID:
    """A change a colleague has proposed."""
    return propose(colleague, NEW, "Siehe Rundschreiben", today=TODAY)[1]


def plain(text: object) -> str:
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


def words(hands: Typist, name: str) -> str:
    widget = hands.page.findChild(QWidget, name)
    assert widget is not None, name
    return plain(widget.property("text"))


def is_shown(hands: Typist, name: str) -> bool:
    return any(widget.isVisible() for widget in hands.page.findChildren(QWidget, name))


def rows(hands: Typist, name: str) -> list[list[str]]:
    part = hands.page.findChild(ToldTable, f"{name}_part")
    assert part is not None
    model = part.table.rows
    return [
        [plain(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def write(hands: Typist, name: str, text: str) -> None:
    hands.go_to(name)
    hands.press(Qt.Key.Key_A, CTRL)
    hands.type(text)


def press(hands: Typist, name: str) -> None:
    hands.go_to(name)
    hands.press(Qt.Key.Key_Space)
    hands.rest()


def choose(hands: Typist, name: str, code: str) -> None:
    """Opens a list by a key and goes down to the item."""
    box = hands.go_to(name)
    assert isinstance(box, QComboBox)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Down, times=box.findData(code))
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert box.currentData() == code


def focus_row(hands: Typist, name: str) -> None:
    """Puts the keyboard onto the first row of a list."""
    found = hands.page.findChild(RowList, name)
    assert found is not None
    found.focus_row(0)


def open_waiting(hands: Typist) -> None:
    """Opens the first change that waits by Enter."""
    focus_row(hands, "programme_waiting")
    hands.press(Qt.Key.Key_Return)
    hands.rest()


def open_programme(hands: Typist, search: str) -> None:
    """Finds a programme by words and opens it by Enter."""
    write(hands, "programme_search", search)
    hands.go_to("programme_table")
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)
    hands.rest()


def fill_in(hands: Typist, value: str = "4600", day: str = "1.1.2028", source: str = NEW.source) -> None:
    press(hands, "programme_propose")
    write(hands, "change_money", value)
    write(hands, "change_from", day)
    write(hands, "change_source", source)
    press(hands, "programme_change_look")
    hands.rest()


def test_every_programme_is_listed_with_amount_status_stand_kind_and_law(hands: Typist) -> None:
    write(hands, "programme_search", "wohnumfeldverbessernde")
    assert rows(hands, "programme_table") == [
        [
            "Wohnumfeldverbessernde Maßnahmen (Pflegekasse)",
            "4.180 € je Person",
            "offen",
            "seit 29.04.2026 nicht geprüft",
            "Zuschuss",
            "§ 40 Abs. 4 und 7, § 28a Abs. 1 Nr. 4 SGB XI",
        ]
    ]
    assert words(hands, "programmes_count") == "1 Programm"


def test_what_is_uncertain_says_so_and_is_found_by_it(hands: Typist) -> None:
    choose(hands, "programme_show", "uncertain")
    found = rows(hands, "programme_table")
    assert found
    assert all("zu prüfen" in row[3] for row in found)


def test_enter_shows_a_programme_with_its_amounts_over_time_and_escape_goes_back(hands: Typist) -> None:
    open_programme(hands, "wohnumfeldverbessernde")
    assert words(hands, "programme_title") == "Wohnumfeldverbessernde Maßnahmen (Pflegekasse)"
    amounts = [row[1:4] for row in rows(hands, "programme_values") if row[0] == "Höchstbetrag je Person"]
    assert amounts == [
        ["4.180 € (heute)", "01.01.2025", "auf Weiteres"],
        ["4.000 €", "01.01.2015", "31.12.2024"],
        ["2.557 €", "01.01.2002", "31.12.2014"],
    ]
    assert ["Entscheidung der Pflegekasse", "3 Wochen, mit Beteiligung 5 Wochen", "§ 40 Abs. 7 SGB XI"] in [
        row[:3] for row in rows(hands, "programme_periods")
    ]
    assert "Kostenvoranschlag" in words(hands, "programme_evidence_text")
    assert "Nicht für dieselbe Maßnahme zusammen mit" in words(hands, "programme_together_text")
    hands.press(Qt.Key.Key_Escape)
    hands.rest()
    assert hands.place == "programme_table"


def test_a_change_is_tried_out_and_proposed_by_the_keyboard(hands: Typist, office: OfficeStore) -> None:
    open_programme(hands, "wohnumfeldverbessernde")
    fill_in(hands)
    assert words(hands, "programme_change_now").startswith("Heute gilt: 4.180 €, seit 01.01.2025")
    assert words(hands, "change_effects_summary") == (
        "Durchgesehen: 1 offener Fall. Bei 1 ändert sich die Förderprüfung ab 01.01.2028."
    )
    assert rows(hands, "change_effects_table") == [
        ["2026-0001", "Hanna Kluge", "höchstens 4.180 €", "höchstens 4.600 €"]
    ]
    assert hands.place == "programme_change_propose"
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    with office.reading() as session:
        (kept,) = waiting_changes(session)
    assert kept.change == NEW
    assert words(hands, "programme_title") == "Wohnumfeldverbessernde Maßnahmen (Pflegekasse)"
    assert is_shown(hands, "programme_changes")


def test_a_mistake_stands_beside_its_field_and_keeps_what_was_typed(
    hands: Typist, office: OfficeStore
) -> None:
    open_programme(hands, "wohnumfeldverbessernde")
    fill_in(hands, day="31.12.2024")
    assert words(hands, "change_from_error_text").startswith("Für die Zeit davor steht der Wert fest")
    assert hands.place == "change_from"
    assert not is_shown(hands, "programme_change_propose")
    assert words(hands, "change_money") == "4.600"
    with office.reading() as session:
        assert waiting_changes(session) == ()


def test_what_was_tried_out_says_nothing_of_another_value(hands: Typist) -> None:
    open_programme(hands, "wohnumfeldverbessernde")
    fill_in(hands)
    assert is_shown(hands, "programme_change_propose")
    write(hands, "change_money", "4700")
    assert not is_shown(hands, "programme_change_propose")
    assert not is_shown(hands, "change_effects_summary")


def test_looking_at_the_cases_can_be_stopped_and_proposes_nothing(hands: Typist) -> None:
    open_programme(hands, "wohnumfeldverbessernde")
    press(hands, "programme_propose")
    effects = hands.page.findChild(ChangeEffects, "change_effects")
    stop = hands.page.findChild(QPushButton, "change_effects_progress_cancel")
    assert effects is not None
    assert stop is not None
    effects.ask(NEW)
    stop.click()
    hands.rest()
    assert words(hands, "change_effects_summary") == "Abgebrochen. Es wurde nichts geändert."
    assert not is_shown(hands, "change_effects_table")
    assert not is_shown(hands, "programme_change_propose")


def test_enter_on_an_affected_case_goes_there(hands: Typist, desk: Desk) -> None:
    went: list[object] = []
    desk.going.connect(went.append)
    open_programme(hands, "wohnumfeldverbessernde")
    fill_in(hands)
    hands.go_to("change_effects_table")
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)
    (place,) = went
    assert isinstance(place, ToCase)
    assert place.tab == "funding"


@pytest.mark.usefixtures("waiting")
def test_a_colleagues_change_waits_on_top_and_is_confirmed(hands: Typist) -> None:
    open_waiting(hands)
    assert words(hands, "review_what") == ("Höchstbetrag je Person: 4.600 € ab 01.01.2028")
    assert rows(hands, "review_effects_table")[0][3] == "höchstens 4.600 €"
    press(hands, "review_confirm")
    assert words(hands, "programmes_waiting_lead").startswith("Nichts wartet")
    open_programme(hands, "wohnumfeldverbessernde")
    newest = next(row for row in rows(hands, "programme_values") if row[0] == "Höchstbetrag je Person")
    assert newest[1:5] == ["4.600 €", "01.01.2028", "auf Weiteres", "Marie Albers"]


def test_rejecting_asks_for_the_reason_and_keeps_it(
    waiting: UUID, hands: Typist, office: OfficeStore
) -> None:
    open_waiting(hands)
    press(hands, "review_reject")
    assert words(hands, "review_reason_error_text") == "Bitte einen Grund angeben."
    assert hands.place == "review_reason"
    hands.type("Noch nicht verkündet")
    press(hands, "review_reject")
    with office.reading() as session:
        (kept,) = changes_of(session, "SGB11-40-4")
    assert (kept.id, kept.rejected_because) == (waiting, "Noch nicht verkündet")
    assert words(hands, "programmes_waiting_lead").startswith("Nichts wartet")


@pytest.mark.usefixtures("colleague")
def test_who_proposed_it_is_told_who_confirms_and_may_withdraw(
    hands: Typist, desk: Desk, office: OfficeStore
) -> None:
    desk.do(lambda store: propose(store, NEW, today=TODAY))
    hands.rest()
    open_waiting(hands)
    assert words(hands, "review_why_not").endswith("Bestätigen muss sie eine andere Person.")
    assert not is_shown(hands, "review_confirm")
    assert not is_shown(hands, "review_reject")
    press(hands, "review_withdraw")
    with office.reading() as session:
        assert waiting_changes(session) == ()


def test_somebody_alone_is_told_to_let_a_second_person_in(hands: Typist, desk: Desk) -> None:
    desk.do(lambda store: propose(store, NEW, today=TODAY))
    hands.rest()
    open_waiting(hands)
    assert "Fügen Sie unter „Personen“ jemanden hinzu" in words(hands, "review_why_not")


def test_a_confirmation_is_taken_back_by_undo(waiting: UUID, hands: Typist, desk: Desk) -> None:
    desk.do(lambda store: confirm(store, waiting))
    hands.rest()
    assert not is_shown(hands, "programme_waiting")
    desk.undo()
    hands.rest()
    assert is_shown(hands, "programme_waiting")


def test_a_confirmed_change_is_called_off_before_its_day(
    waiting: UUID, hands: Typist, desk: Desk, office: OfficeStore
) -> None:
    desk.do(lambda store: confirm(store, waiting))
    hands.rest()
    open_programme(hands, "wohnumfeldverbessernde")
    focus_row(hands, "programme_changes")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    write(hands, "review_reason", "Tippfehler")
    press(hands, "review_reject")
    with office.reading() as session:
        programme = programmes_for(session).get("SGB11-40-4")
    assert programme is not None
    assert programme.value("per_person", NEW.valid_from) == 4180_00
    assert hands.place == "programme_back"


def test_a_programme_looked_up_today_is_fresh_again(hands: Typist) -> None:
    open_programme(hands, "wohnumfeldverbessernde")
    assert "seit 29.04.2026 nicht geprüft" in words(hands, "programme_fresh")
    press(hands, "programme_checked")
    assert "geprüft am 23.11.2026" in words(hands, "programme_fresh")


def test_the_status_of_a_closed_programme_is_changed_by_choosing(hands: Typist, office: OfficeStore) -> None:
    open_programme(hands, "455-B")
    press(hands, "programme_propose")
    choose(hands, "change_field", "status")
    choose(hands, "change_state", "active")
    write(hands, "change_from", "1.2.2027")
    write(hands, "change_source", "kfw.de, Merkblatt 01/2027")
    press(hands, "programme_change_look")
    press(hands, "programme_change_propose")
    with office.reading() as session:
        (kept,) = waiting_changes(session)
    assert (kept.change.field, kept.change.value) == ("status", "active")


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize("page", ["list", "programme", "form", "review"])
def test_every_page_is_there_for_everybody(hands: Typist, theme: Theme, page: str) -> None:
    if page == "review":
        open_waiting(hands)
    if page in ("programme", "form"):
        open_programme(hands, "wohnumfeldverbessernde")
    if page == "form":
        fill_in(hands)
    assert obstacles(hands.page, theme) == []


def test_the_mnemonics_lead_to_the_fields(hands: Typist) -> None:
    hands.press(Qt.Key.Key_S, ALT)
    assert hands.place == "programme_search"
