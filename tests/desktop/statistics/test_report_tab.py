"""The report of a year by keyboard: chosen, closed, explained, taken apart inside, commented."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.desktop.access import walkers
from tests.desktop.statistics.conftest import TODAY, TODAY_MOMENT, YEAR, Counter
from tests.desktop.typist import ALT, CTRL, one
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.desktop.destinations import Destination, ToCase, ToDataQuality, ToYearlyReport
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.statistics import deeds
from zwk_barrier.desktop.statistics.case_list import CaseListDialog, read_cases
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.statistics.figure_cards import FigureCard
from zwk_barrier.desktop.statistics.report_reading import Wanted, open_doubts, read_report
from zwk_barrier.desktop.statistics.report_tab import ReportTab
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import CaseFile, FrozenPeriod, ReportComment, Staff
from zwk_barrier.model.statistics_report import Origin
from zwk_barrier.problems import NotAllowed
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.periods import freezing
from zwk_barrier.store.office import OfficeStore

ENTER, F2 = Qt.Key.Key_Return, Qt.Key.Key_F2


def chosen(counter: Counter) -> Wanted:
    return one(counter, ReportTab).choice.wanted()


def closings(office: OfficeStore) -> int:
    with office.reading() as session:
        return len(session.scalars(select(FrozenPeriod)).all())


def look_inside(counter: Counter) -> None:
    """Arrives and asks for the exact figures."""
    counter.begin()
    counter.press(Qt.Key.Key_I, ALT)
    counter.rest()


def test_an_open_year_has_no_figures_to_hand_on_and_says_why(counter: Counter) -> None:
    counter.begin()

    assert counter.words("report_head_title") == "Bericht 2025"
    assert counter.words("report_closing_title") == "2025 ist noch nicht abgeschlossen"
    assert not counter.shows("report_pdf")
    assert not counter.shows("report_figures")


def test_a_year_is_closed_by_keyboard_and_stays_as_it_was(counter: Counter, qtbot: QtBot) -> None:
    counter.begin()
    counter.press(Qt.Key.Key_S, ALT)
    counter.rest()
    dialog = counter.dialog("closing")
    assert dialog.focusWidget().objectName() == "closing_no"  # nobody closes a period by accident
    assert counter.office is not None
    counter.tab()
    counter.press(ENTER)
    counter.rest()

    qtbot.waitUntil(lambda: counter.words("report_head_state").startswith("Stand eingefroren am "))
    assert closings(counter.office) == 1
    assert counter.page.focusWidget().objectName() == "report_figures_0"  # the button is gone
    before = counter.figure("report_indicators", "Hausbesuche")
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.office.undo()
    counter.begin()
    assert closings(counter.office) == 1
    assert counter.figure("report_indicators", "Hausbesuche") == before


def test_closing_shows_how_far_it_is_and_leaves_nothing_when_it_is_stopped(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[float] = []
    is_at_the_end, may_go_on = Event(), Event()

    def slowly(*arguments: Any, progress: Callable[[float], object], **more: Any) -> FrozenPeriod:
        def watched(share: float) -> None:
            told.append(share)
            if share == 1:
                is_at_the_end.set()
                may_go_on.wait(10)
            progress(share)

        return freezing.freeze(*arguments, progress=watched, **more)

    monkeypatch.setattr(deeds, "freeze", slowly)
    counter.begin()
    counter.press(Qt.Key.Key_S, ALT)
    counter.rest()
    dialog = counter.dialog("closing")
    counter.tab()
    counter.press(ENTER)
    assert is_at_the_end.wait(30)
    QTest.qWait(400)
    stop = dialog.findChild(QWidget, "closing_progress_cancel")
    assert stop is not None
    assert stop.isVisible()
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    may_go_on.set()
    counter.rest()

    assert told == sorted(told)
    assert len(set(told)) > 10
    assert closings(counter.office) == 0
    assert counter.words("report_closing_title") == "2025 ist noch nicht abgeschlossen"
    assert dialog.isVisible()


def test_the_dialog_counts_the_doubtful_records_and_leads_to_them(
    counter: Counter, went_from: list[Destination]
) -> None:
    counter.begin()
    counter.press(Qt.Key.Key_S, ALT)
    counter.rest()
    with counter.office.reading() as session:
        count = open_doubts(session, counter.office.staff_id, TODAY)
    assert count is not None
    assert count > 1
    assert f"Zu {count} Einträgen" in counter.words("closing_doubts")

    counter.press(Qt.Key.Key_H, ALT)

    assert went_from == [ToDataQuality()]
    assert closings(counter.office) == 0


@pytest.mark.usefixtures("closed")
def test_period_and_reader_are_chosen_by_keyboard(counter: Counter) -> None:
    counter.begin()
    counter.press(Qt.Key.Key_R, ALT)
    counter.type("Land")
    counter.press(ENTER)
    counter.rest()
    assert chosen(counter).template == "land"
    counter.press(Qt.Key.Key_Z, ALT)
    counter.type("4")
    counter.press(ENTER)
    counter.rest()

    assert len(chosen(counter).period.quarters) == 1
    QTest.qWait(500)  # Qt takes letters typed at once for one word
    counter.press(Qt.Key.Key_Z, ALT)
    counter.type("von")
    counter.press(ENTER)
    assert counter.shows("report_period_first")


@pytest.mark.usefixtures("closed")
def test_a_definition_is_one_key_away_and_its_way_of_counting_is_kept(
    counter: Counter, preferences: Preferences, went_from: list[Destination]
) -> None:
    counter.begin()
    counter.go_to("report_indicators")
    visits = [row.title for row in one(counter, BarTable, "report_indicators").figures.rows].index(
        "Hausbesuche"
    )
    counter.press(Qt.Key.Key_Down, times=visits)
    assert counter.words("report_side_counted_what") == "Hausbesuche"
    counter.press(F2)
    counter.rest()
    dialog = counter.dialog("definition")
    field = dialog.findChild(ChoiceField, "definition_variant")
    assert field is not None
    text = dialog.findChild(QLabel, "definition_text")
    assert text is not None
    usual = text.text()
    other = next(
        code for code in (field.itemData(place) for place in range(field.count())) if code != field.value()
    )
    field.setCurrentIndex(field.findData(other))
    field.activated.emit(field.currentIndex())
    explained = text.text()
    assert explained not in {usual, ""}
    counter.tab(2)
    counter.press(ENTER)
    counter.rest()

    assert chosen(counter).definitions == {"visits": other}
    assert '"visits"' in preferences.statistics_definitions
    assert counter.words("report_side_counted_how") == explained
    counter.press(Qt.Key.Key_P, ALT)
    assert went_from == [
        ToYearlyReport(YEAR.first_day, YEAR.last_day, "magistrat", definitions=(("visits", other),))
    ]


def test_an_exact_figure_opens_its_cases_and_each_opens(
    counter: Counter, went_from: list[Destination]
) -> None:
    look_inside(counter)
    assert counter.shows("report_head_inside")
    assert not counter.shows("report_pdf")
    counter.go_to("report_indicators")
    counter.press(ENTER)
    counter.rest()
    dialog = counter.dialog("behind")
    assert isinstance(dialog, CaseListDialog)
    count = dialog.table.rows.rowCount()
    assert count > 5
    key = dialog.table.current_id()
    counter.press(ENTER)

    assert [type(place) for place in went_from] == [ToCase]
    assert went_from[0].case_id.hex == key  # type: ignore[union-attr]


def test_the_list_behind_a_figure_is_as_long_as_the_figure(counter: Counter) -> None:
    look_inside(counter)
    counter.go_to("report_indicators")
    table = one(counter, BarTable, "report_indicators")
    place = [row.title for row in table.figures.rows].index("Fälle")
    counter.press(Qt.Key.Key_Down, times=place)
    counter.press(ENTER)
    counter.rest()

    dialog = counter.dialog("behind")
    assert isinstance(dialog, CaseListDialog)
    assert str(dialog.table.rows.rowCount()) == table.figures.figure(place, 0).text


@pytest.mark.usefixtures("closed")
def test_a_protected_figure_opens_no_cases(counter: Counter) -> None:
    counter.begin()
    counter.go_to("report_indicators")
    counter.press(ENTER)
    counter.rest()
    assert counter.dialog("definition").isVisible()
    assert not any(isinstance(each, CaseListDialog) for each in QApplication.topLevelWidgets())


@pytest.mark.usefixtures("closed")
def test_a_comment_is_kept_without_a_button_and_taken_back_by_undo(counter: Counter) -> None:
    counter.begin()
    counter.press(Qt.Key.Key_K, ALT)
    assert counter.place == "report_comment"
    counter.type("Im Herbst fehlte eine Stelle.")
    counter.tab()
    counter.rest()

    with counter.office.reading() as session:
        kept = session.scalars(select(ReportComment)).one()
        assert (kept.comment, kept.section, kept.template) == (
            "Im Herbst fehlte eine Stelle.",
            "use",
            "magistrat",
        )
        report = read_report(session, Wanted(YEAR), counter.office.staff_id, TODAY).report
    assert report is not None
    assert report.sections[0].comment == "Im Herbst fehlte eine Stelle."
    counter.desk.undo()  # Ctrl+Z belongs to the window
    counter.rest()
    counter.begin()
    assert one(counter, NoteField, "report_comment").toPlainText() == ""


@pytest.mark.usefixtures("closed")
def test_each_section_has_its_own_comment_and_the_keyboard_goes_on_to_the_next(counter: Counter) -> None:
    counter.begin()
    counter.press(Qt.Key.Key_K, ALT)
    counter.type("Zur Inanspruchnahme.")
    counter.go_to("report_next")
    counter.press(ENTER)
    counter.rest()

    assert counter.place == "report_indicators"
    assert one(counter, NoteField, "report_comment").toPlainText() == ""
    counter.press(Qt.Key.Key_A, ALT)
    counter.type("Inan")
    counter.press(ENTER)
    counter.rest()
    assert one(counter, NoteField, "report_comment").toPlainText() == "Zur Inanspruchnahme."


@pytest.mark.usefixtures("closed", "clerk")
def test_who_only_counts_has_the_report_and_no_way_to_exact_figures(counter: Counter) -> None:
    counter.begin()

    assert counter.shows("report_pdf")
    assert not counter.shows("report_view")
    with counter.office.reading() as session:
        told = read_report(session, Wanted(YEAR, view="internal"), counter.office.staff_id, TODAY)
        assert told.report is not None
        assert told.report.view == "protected"
        with pytest.raises(NotAllowed):
            read_cases(session, counter.office.staff_id, YEAR, Origin("cases"))


@pytest.mark.usefixtures("clerk")
def test_who_only_counts_may_close_a_year_but_not_look_inside(counter: Counter) -> None:
    counter.begin()
    assert counter.shows("close_period")
    assert not counter.shows("look_inside")


def test_who_advises_sees_the_figures_but_closes_and_hands_on_nothing(
    counter: Counter, closed: Period
) -> None:
    records.keep(counter.office, Staff, counter.office.staff_id, role="beratung")
    counter.begin()
    assert counter.shows("report_figures")
    assert not counter.shows("report_pdf")
    with pytest.raises(NotAllowed):
        close_period(counter.office, closed, "rounding", TODAY_MOMENT)


@pytest.mark.usefixtures("closed")
def test_what_changed_since_the_closing_stands_beside_it_and_leaves_it_alone(counter: Counter) -> None:
    with counter.office.reading() as session:
        opened = [
            case.id for case in session.scalars(select(CaseFile)) if case.opened_at.year == YEAR.first.year
        ]
    for case_id in opened[:3]:
        records.remove(counter.office, CaseFile, case_id)
    counter.begin()
    before = counter.figure("report_indicators", "Fälle")
    assert not counter.shows("report_changes")
    one(counter, ReportTab).choice.choose_view("internal")
    counter.begin()
    counter.go_to("report_changes_button")
    counter.press(ENTER)
    counter.rest()

    assert counter.figure("report_changes_table", "Fälle", 2) == "\N{MINUS SIGN}3"
    one(counter, ReportTab).choice.choose_view("protected")
    counter.begin()
    assert counter.figure("report_indicators", "Fälle") == before


@pytest.mark.usefixtures("closed")
def test_a_closing_is_not_put_right_for_a_few_late_cases(counter: Counter) -> None:
    with counter.office.reading() as session:
        first = session.scalars(
            select(CaseFile.id).where(CaseFile.opened_at >= datetime(2025, 2, 1, tzinfo=UTC))
        ).first()
    assert first is not None
    records.remove(counter.office, CaseFile, first)
    one(counter, ReportTab).choice.choose_view("internal")
    counter.begin()
    counter.go_to("report_changes_button")
    counter.press(ENTER)
    counter.rest()
    counter.press(Qt.Key.Key_G, ALT)
    counter.rest()
    counter.tab()
    counter.press(ENTER)
    counter.rest()

    assert closings(counter.office) == 1
    assert "zu wenig geändert" in counter.words("problem_sentence")


@pytest.mark.usefixtures("closed")
def test_the_large_figures_are_one_stop_and_each_is_read_whole(counter: Counter) -> None:
    counter.begin()
    cards = counter.page.findChildren(FigureCard)
    cards[0].setFocus()
    counter.press(Qt.Key.Key_Right)

    assert counter.page.window().focusWidget() is cards[1]
    assert counter.words("report_side_counted_what") == cards[1].figure.title
    assert cards[1].accessibleName().startswith(f"{cards[1].figure.title}: ")
    stops = [card for card in cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [cards[1]]


@pytest.mark.parametrize("view", ["protected", "internal", "open"])
def test_nothing_stands_in_anybodys_way(counter: Counter, theme: Theme, view: str) -> None:
    if view == "protected":
        close_period(counter.office, YEAR, "rounding", TODAY_MOMENT)
        counter.begin()
    elif view == "internal":
        look_inside(counter)
        counter.go_to(
            "statistics_tabs"
        )  # „Zählweise …“ is there at a figure that has several, by F2 and by Alt L
    else:
        counter.begin()

    assert not obstacles(counter.page, theme)


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("scale", [100, 200])
def test_a_dialog_stands_in_nobodys_way(counter: Counter, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    counter.begin()
    counter.go_to("report_indicators")
    counter.press(F2)
    counter.rest()
    dialog = counter.dialog("definition")

    assert not walkers.unnamed(dialog) + walkers.keyboard_gaps(dialog) + walkers.clipped(dialog)
    assert not walkers.faint(dialog) + walkers.faint_edges(dialog) + walkers.hidden_focus(dialog)
