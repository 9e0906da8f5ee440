"""Handing figures on by keyboard, on a real office: what is there at the end, and what is not when it stops."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_demonstration
from tests.desktop.access.walkers import clipped, unnamed
from tests.desktop.statistics.conftest import NAME, PASSWORD, TODAY, TODAY_MOMENT, YEAR, Counter
from tests.desktop.typist import ALT
from zwk_barrier.desktop.background import CancelToken, Work
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics import export_wizard
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.statistics.export_wizard import ExportWizard
from zwk_barrier.desktop.statistics.file_output import protected_report, write_checked
from zwk_barrier.desktop.statistics.page import StatisticsPage
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.problems import StorageFull
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.handing_out import HandedOut
from zwk_barrier.statistics.releases import Registered, registered
from zwk_barrier.store.office import OfficeStore, open_office

ENTER = Qt.Key.Key_Return


@pytest.fixture(scope="module")
def _large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with a_demonstration(tmp_path_factory.mktemp("large") / "office", cases=400, today=TODAY) as store:
        close_period(store, YEAR, "rounding", TODAY_MOMENT)
        return store.folder


@pytest.fixture
def large(_large: Path, tmp_path: Path) -> Iterator[OfficeStore]:
    """An office with enough people for rows, 2025 closed."""
    shutil.copytree(_large, tmp_path / "large")
    with open_office(tmp_path / "large", NAME, PASSWORD) as store:
        yield store


@pytest.fixture
def desk_of_large(qapp: QApplication, large: OfficeStore) -> Iterator[Desk]:  # noqa: ARG001 - Qt has to be there
    """Its desk."""
    work = Work()
    yield Desk(large, work)
    work.close()


@pytest.fixture
def typist(qtbot: QtBot, theme: Theme, desk_of_large: Desk) -> Counter:
    """Marie Albers at the list of what was handed out."""
    assert theme.look.scale == 100
    page = StatisticsPage(desk_of_large, today=lambda: TODAY)
    qtbot.addWidget(page)
    return Counter(qtbot, desk_of_large, page)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the files go."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def opened(typist: Counter, out: Path, definitions: Mapping[str, str] | None = None) -> ExportWizard:
    typist.begin("releases")
    wanted = Wanted(YEAR, definitions=definitions or {})
    wizard = ExportWizard(typist._desk, typist.page, wanted, lambda: date(2026, 11, 22))
    wizard.files.folder.set_path(out)
    wizard.begin()
    typist.rest()
    return wizard


def fill(typist: Counter) -> None:
    typist.press(ENTER) if typist.place == "export_on" else typist.press(Qt.Key.Key_W, ALT)
    typist.tab()
    typist.type("Hochschule Testhafen")
    typist.tab()
    typist.type("Auswertung")
    typist.press(ENTER)
    typist.rest()


def entries(office: OfficeStore) -> tuple[Registered, ...]:
    with office.reading() as session:
        return registered(session)


def test_tables_are_handed_on_by_keyboard_and_stand_in_the_list(
    typist: Counter, large: OfficeStore, out: Path
) -> None:
    wizard = opened(typist, out)
    fill(typist)
    typist.press(ENTER)
    typist.press(Qt.Key.Key_W, ALT)
    typist.rest()
    assert wizard.files.outcome.text() == "Nichts lässt sich bestimmen."
    (entry,) = entries(large)
    assert (entry.kind, entry.recipient, entry.purpose) == ("tabellen", "Hochschule Testhafen", "Auswertung")
    assert {file.name for file in entry.files} == {
        path.name for path in (out / "Statistik_2025_magistrat").iterdir()
    }
    wizard.close()
    typist.rest()
    assert typist.figure("releases_table", "Tabellen", 1) == "Hochschule Testhafen"


def test_what_is_handed_on_is_counted_as_it_was_chosen_for_the_report(typist: Counter, out: Path) -> None:
    with typist.office.reading() as session:
        usual = build_report(session, YEAR, "magistrat", view="protected", today=TODAY)
    figure = next(one for one in usual.sections[0].indicators if len(one.variants) > 1)
    other = next(code for code, _title in figure.variants if code != figure.variant)
    wizard = opened(typist, out, {figure.key: other})
    with typist.office.reading() as session:
        told = protected_report(session, wizard.asked.wanted, TODAY)
    wizard.close()

    assert [one.variant for one in told.sections[0].indicators if one.key == figure.key] == [other]


def test_rows_are_handed_on_and_never_finer_than_safe(typist: Counter, large: OfficeStore, out: Path) -> None:
    wizard = opened(typist, out)
    wizard.what.field.set_value("microdata")
    fill(typist)
    plan, node = wizard.how.plan, wizard.how.node
    assert plan is not None
    assert plan.found is not None
    assert node is not None
    field = wizard.how.choices.fields()["export_level_gender"]
    offered = {int(field.itemData(at)) for at in range(field.count())}
    assert all(plan.found.is_safe((*node[:3], level, *node[4:])) for level in offered)
    typist.press(Qt.Key.Key_W, ALT)
    typist.press(Qt.Key.Key_W, ALT)
    typist.rest()
    assert wizard.files.outcome.text() == "Nichts lässt sich bestimmen."
    (entry,) = entries(large)
    assert entry.kind == "einzeldaten"
    assert int(entry.report["k"]) >= 5
    wizard.close()


def test_without_recipient_and_purpose_nothing_goes_on(
    typist: Counter, large: OfficeStore, out: Path
) -> None:
    wizard = opened(typist, out)
    typist.press(Qt.Key.Key_W, ALT)
    typist.press(Qt.Key.Key_W, ALT)
    typist.rest()
    assert typist.place == "export_recipient"
    assert "Schritt 2" in wizard._where.text()
    wizard.close()
    assert entries(large) == ()


def test_what_goes_wrong_at_the_end_leads_to_the_folder(
    typist: Counter, large: OfficeStore, out: Path
) -> None:
    wizard = opened(typist, out)
    fill(typist)
    typist.press(ENTER)
    wizard.files.folder.set_path(out / "missing")
    wizard._on.setFocus()
    typist.press(Qt.Key.Key_W, ALT)
    assert typist.place == "export_folder"
    wizard._on.setFocus()
    wizard._refuse(StorageFull("Der Datenträger ist voll."))
    assert typist.place == "export_folder"
    wizard.close()
    assert entries(large) == ()


def test_closed_before_the_end_it_leaves_nothing(typist: Counter, large: OfficeStore, out: Path) -> None:
    wizard = opened(typist, out)
    fill(typist)
    typist.press(ENTER)
    wizard._hand_on()
    wizard.reject()
    typist.rest()
    assert list(out.iterdir()) == []
    assert entries(large) == ()


def test_closed_too_late_to_stop_it_tells_where_the_files_are(
    typist: Counter, large: OfficeStore, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unstoppable(*asked: Any, token: CancelToken, **how: Any) -> HandedOut:
        del token
        return write_checked(*asked, token=CancelToken(), **how)

    monkeypatch.setattr(export_wizard, "write_checked", unstoppable)
    told: list[str] = []
    typist._desk.saying.connect(lambda sentence, _with_undo: told.append(sentence))
    wizard = opened(typist, out)
    fill(typist)
    typist.press(ENTER)
    wizard._hand_on()
    wizard.reject()
    typist.rest()

    assert len(entries(large)) == 1
    assert ["Verzeichnis der Weitergaben" in one for one in told] == [True]
    assert typist.figure("releases_table", "Tabellen", 1) == "Hochschule Testhafen"


@pytest.mark.parametrize("scale", [100, 200])
def test_every_step_is_named_and_whole(typist: Counter, theme: Theme, out: Path, scale: int) -> None:
    theme.set_scale(scale)
    wizard = opened(typist, out)
    for step in (wizard.what, wizard.whom, wizard.files):
        wizard._steps.setCurrentIndex((wizard.what, wizard.whom, wizard.how, wizard.files).index(step))
        typist.rest()
        assert unnamed(step) == []
        assert clipped(step) == []
    wizard.close()


def test_an_empty_register_says_where_to_begin(typist: Counter) -> None:
    typist.begin("releases")
    assert typist.shows("releases_empty")
    assert not typist.shows("releases_table")
    went: list[object] = []
    typist._desk.going.connect(went.append)
    typist.go_to("releases_report")
    typist.press(ENTER)
    assert went == [ToStatistics("report")]


def test_a_place_there_is_no_tab_for_shows_the_first(
    typist: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = typist.page
    assert isinstance(page, StatisticsPage)
    monkeypatch.setattr(
        page, "_there", {code: one for code, one in page._there.items() if code != "releases"}
    )
    page.show_destination(ToStatistics("releases"))
    typist.rest()
    assert typist.shows("report_tab")
    assert isinstance(page, QWidget)


def test_a_file_is_known_by_its_content(typist: Counter, out: Path) -> None:
    wizard = opened(typist, out)
    fill(typist)
    typist.press(ENTER)
    typist.press(Qt.Key.Key_W, ALT)
    typist.rest()
    wizard.close()
    typist.rest()
    path = next((out / "Statistik_2025_magistrat").glob("*.csv"))
    field = typist.go_to("release_file")
    typist.type(str(path))
    typist.tab()
    typist.rest()
    assert field is not None
    assert "ist von uns und unverändert" in typist.words("release_answer")
