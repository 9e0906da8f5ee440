"""Who only counts works in a window without people: no name, no search, no way to a case."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTabBar, QWidget
from sqlalchemy import select

from tests.builders import an_office
from tests.desktop.running import ALT, CTRL, NAME, PASSWORD, Running
from zwk_barrier.casework import records
from zwk_barrier.casework.demonstration import build_demonstration
from zwk_barrier.casework.office.staff import add_staff
from zwk_barrier.desktop.destinations import (
    Destination,
    ToAdministration,
    ToCase,
    ToCases,
    ToContact,
    ToContacts,
    ToDataQuality,
    ToNetwork,
    ToReviewSheet,
    ToStatistics,
    ToTeam,
    ToToday,
    ToYearlyReport,
)
from zwk_barrier.desktop.shell.access import may_go
from zwk_barrier.desktop.shell.workplace import Workplace
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import CaseFile, Contact, Person, RelatedPerson, Staff
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.office import open_office

FREE = {ToStatistics, ToNetwork, ToAdministration, ToDataQuality, ToYearlyReport, ToReviewSheet}
"""Where nobody advised is named."""

TO_PEOPLE = (ToToday(), ToCases(), ToContacts(), ToContact(), ToTeam())
REFUSED = "Wer beraten wird, sieht die Rolle „Statistik“ nicht."


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with an_office(tmp_path_factory.mktemp("clerk") / "office") as office:
        add_staff(office, "Jonas Ehlers", "sehr geheim 2", "leitung")
        build_demonstration(office, cases=40, seed=3, today=date(2026, 11, 22))
        close_period(
            office, Period.year(2025), "rounding", max(datetime.now(UTC), datetime(2026, 11, 22, tzinfo=UTC))
        )
        records.keep(office, Staff, office.staff_id, role="statistik")
    return office.folder


@pytest.fixture
def folder(_built: Path, tmp_path: Path) -> Path:
    """An office with invented cases and a closed year, led by Jonas Ehlers; Marie Albers only counts."""
    return Path(shutil.copytree(_built, tmp_path / "office"))


@pytest.fixture
def people(folder: Path) -> re.Pattern[str]:
    """Every name of somebody advised or around them, but for those of the staff."""
    with open_office(folder, NAME, PASSWORD) as store, store.reading() as session:
        columns = (
            *(Person.given_name, Person.family_name, RelatedPerson.name),
            *(Contact.caller_given_name, Contact.caller_family_name, Contact.enquirer_name),
        )
        found = [name for column in columns for name in session.scalars(select(column))]
        names = {name for name in found if name and len(name) > 2}
        staff = " ".join(session.scalars(select(Staff.name)))
    told = sorted(name for name in names if name not in staff)
    assert len(told) > 60
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, told)) + r")(?![\w-])"
    )  # Hans-Böckler-Straße


def workplace(running: Running) -> Workplace:
    assert running.program.workplace is not None
    return running.program.workplace


def words_on(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every word a widget holds, shown or not, with the name of the widget."""
    for widget in [root, *root.findChildren(QWidget)]:
        name = widget.objectName() or type(widget).__name__
        for ask in ("text", "toPlainText", "placeholderText", "title"):
            told = getattr(widget, ask, None)
            if callable(told):
                yield name, str(told())
        for text in (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()):
            yield name, text
        yield from ((name, text) for text in _of_lists(widget))


def _of_lists(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from _of_model(widget.model())
    row = getattr(widget, "row", None)
    if is_dataclass(row):
        yield from (str(getattr(row, field.name)) for field in fields(row))


def _of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            yield str(model.index(row, column).data())


def named(root: QWidget, people: re.Pattern[str]) -> list[str]:
    """What a window tells of people, with the widget that does."""
    return [f"{name}: {text[:80]}" for name, text in words_on(root) if people.search(text)]


def a_case_of(running: Running) -> UUID:
    with workplace(running).desk.store.reading() as session:
        return session.scalars(select(CaseFile.id)).first() or uuid4()


def test_the_clerk_begins_at_the_statistics_and_has_three_entries(running: Running, folder: Path) -> None:
    running.preferences.page = "cases"  # where somebody else was last on this machine
    running.log_in(folder)

    assert workplace(running).here == ToStatistics()
    rail = [widget for widget in running.shown(QWidget, "rail")[0].children() if isinstance(widget, QWidget)]
    entries = [one.objectName() for one in rail if one.objectName().startswith("rail_") and one.isVisible()]
    assert [one for one in entries if one != "rail_brand"] == [
        "rail_network",
        "rail_statistics",
        "rail_administration",
    ]
    assert not running.shown(QWidget, "search")
    assert not running.shown(QWidget, "new_contact")


def test_no_name_stands_anywhere_in_the_clerks_window(
    running: Running, folder: Path, people: re.Pattern[str]
) -> None:
    running.log_in(folder)
    for place in (ToStatistics(), ToNetwork(), ToAdministration(), ToDataQuality()):
        workplace(running).go(place)
        running.settle()
        assert not named(running.frame, people), place
        bars = [bar for bar in running.frame.findChildren(QTabBar) if bar.isVisible()]
        for bar in bars:
            for tab in range(bar.count()):
                bar.setCurrentIndex(tab)
                running.settle()
                assert not named(running.frame, people), (place, bar.tabText(tab))


def test_the_same_look_finds_names_where_somebody_may_see_them(
    running: Running, folder: Path, people: re.Pattern[str]
) -> None:
    running.log_in(folder, "Jonas Ehlers", "sehr geheim 2")
    workplace(running).go(ToCases())
    running.settle()
    assert named(running.frame, people)


def test_every_way_to_people_is_refused_in_a_sentence(running: Running, folder: Path) -> None:
    running.log_in(folder)
    for refused in (*TO_PEOPLE, ToCase(a_case_of(running))):
        workplace(running).desk.go(refused)
        running.settle()
        assert workplace(running).here == ToStatistics(), refused
        assert str(running.one(QWidget, "notice_text").property("text")).startswith(REFUSED), refused
        running.one(QWidget, "notice").hide()


def test_the_keys_to_people_lead_nowhere(running: Running, folder: Path) -> None:
    running.log_in(folder)
    for key, modifier in (
        (Qt.Key.Key_1, ALT),
        (Qt.Key.Key_2, ALT),
        (Qt.Key.Key_3, ALT),
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_Left, ALT),
    ):
        running.key(key, modifier)
        assert workplace(running).here == ToStatistics()
    running.key(Qt.Key.Key_F1, CTRL)
    told = QApplication.activeModalWidget()
    assert told is not None
    rows = told.findChild(RowList, "shortcut_rows")
    assert rows is not None
    assert not {"Suchen", "Neuer Kontakt", "Fälle", "Heute"} & {row.title for row in rows.rows()}


def test_the_clerk_takes_back_what_the_clerk_did_and_nothing_of_others(
    running: Running, folder: Path
) -> None:
    running.log_in(folder)
    running.key(Qt.Key.Key_Z, CTRL)
    with workplace(running).desk.store.reading() as session:
        cases = len(session.scalars(select(CaseFile.id).where(CaseFile.removed_at.is_(None))).all())
    assert cases == 40


def test_a_role_that_changes_takes_people_away_at_once(running: Running, folder: Path) -> None:
    with open_office(folder, NAME, PASSWORD) as store:
        records.keep(store, Staff, store.staff_id, role="beratung")
    running.log_in(folder)
    workplace(running).go(ToCases())
    running.settle()
    assert workplace(running).here == ToCases()

    desk = workplace(running).desk
    desk.do(lambda store: records.keep(store, Staff, store.staff_id, role="statistik"))
    running.settle()
    running.qtbot.waitUntil(lambda: workplace(running).here == ToStatistics())
    running.key(Qt.Key.Key_Left, ALT)
    assert workplace(running).here == ToStatistics()


@pytest.mark.parametrize("kind", [one for one in get_args(Destination) if one.__name__ != "Back"])
def test_a_new_kind_of_place_is_closed_to_the_clerk_until_somebody_opens_it(kind: type[Any]) -> None:
    some = {"UUID": uuid4(), "str": "", "date": date(2025, 1, 1)}
    given = [
        some.get(str(getattr(field.type, "__name__", field.type)).split(" ")[0], uuid4())
        for field in fields(kind)
    ]
    assert may_go("statistik", kind(*given)) == (kind in FREE)
    assert may_go("beratung", kind(*given))
