"""The register of releases: only added to, one method a period, and what was handed out weighs on what comes."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from tests.store.offices import CHEAP
from zwk_barrier.casework.demonstration import build_demonstration
from zwk_barrier.model import Release
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.problems import InputProblem, OfficeProblem, Problem, UnsafeRelease
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics import handing_out
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.handing_out import Audience, Watch, hand_out_tables
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.statistics.releases import (
    HandingOut,
    ReleasedFile,
    previous_releases,
    register_release,
    registered,
    releases_of_file,
    told_by,
)
from zwk_barrier.store.office import OfficeStore, create_office, open_office

YEAR, DAY = Period.year(2025), date(2026, 11, 22)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


NAME, PASSWORD = "Marie Albers", "sehr geheim 1"


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a closed year."""
    folder = tmp_path_factory.mktemp("releases") / "office"
    store, _key = create_office(folder, "Testhafen", NAME, PASSWORD, cost=CHEAP)
    with store:
        build_demonstration(store, cases=60, seed=1, today=DAY)
        moment = max(datetime.now(UTC), NOW)
        with store.deed("period_frozen", is_final=True) as deed:
            freeze(deed.session, YEAR, staff_id=store.staff_id, now=moment, seed=1)
    return folder


@pytest.fixture
def office(closed: Path, tmp_path: Path) -> Iterator[OfficeStore]:
    """The same with an empty register."""
    shutil.copytree(closed, tmp_path / "office")
    with open_office(tmp_path / "office", NAME, PASSWORD) as store:
        yield store


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where files are written to."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def report(office: OfficeStore) -> StatisticsReport:
    with office.reading() as session:
        return build_report(session, YEAR, "magistrat", view="protected", today=DAY)


def entries(office: OfficeStore) -> int:
    with office.reading() as session:
        return len(registered(session))


def handing(period: Period = YEAR, method: str = "rounding") -> HandingOut:
    return HandingOut(
        "tabellen", "Zahlen", period, method, 5, [ReleasedFile.of("a.csv", b"5")], {"a.csv": "5"}
    )


def test_what_is_handed_out_stands_in_the_register_with_every_file(
    office: OfficeStore, report: StatisticsReport, out: Path
) -> None:
    audience = Audience("Magistrat", "Verwendungsnachweis", "Bescheid")
    done = hand_out_tables(office, report, out, ("csv", "xlsx"), now=NOW, audience=audience)
    with office.reading() as session:
        entry = registered(session)[0]
        row = previous_releases(session, YEAR)[-1]
    assert {one.name: one.digest for one in entry.files} == {
        path.name: sha256(path.read_bytes()).hexdigest() for path in done.files
    }
    assert (entry.recipient, entry.purpose, entry.report["basis"]) == (
        "Magistrat",
        "Verwendungsnachweis",
        "Bescheid",
    )
    assert entry.who == "Marie Albers"
    assert "2025_cases-age.csv" in told_by(row)


def test_what_only_went_out_as_a_workbook_is_still_held_against_the_next(
    office: OfficeStore, report: StatisticsReport, out: Path
) -> None:
    hand_out_tables(office, report, out, ["ods"], now=NOW)
    with office.reading() as session:
        row = previous_releases(session, Period(Quarter(2025, 4), Quarter(2026, 1)))[-1]
    assert "2025_cases-age.csv" in told_by(row)


def test_a_file_of_ours_is_known_again_and_a_changed_one_is_not(
    office: OfficeStore, report: StatisticsReport, out: Path
) -> None:
    done = hand_out_tables(office, report, out, ["csv"], now=NOW)
    content = done.files[0].read_bytes()
    with office.reading() as session:
        assert releases_of_file(session, content)
        assert releases_of_file(session, content + b" ") == ()


def test_a_second_method_for_the_same_quarters_is_refused(office: OfficeStore) -> None:
    with office.deed("figures_released", is_final=True) as deed:
        register_release(deed.session, handing(), staff_id=office.staff_id, now=NOW)
    with (
        pytest.raises(InputProblem, match="anderen Schutz"),
        office.deed("figures_released", is_final=True) as deed,
    ):
        register_release(deed.session, handing(method="dots"), staff_id=office.staff_id, now=NOW)


def test_an_open_period_is_not_handed_out(office: OfficeStore) -> None:
    with (
        pytest.raises(InputProblem, match="noch nicht abgeschlossen"),
        office.deed("figures_released") as deed,
    ):
        register_release(deed.session, handing(Period.year(2024)), staff_id=office.staff_id, now=NOW)


@pytest.mark.parametrize(
    "statement", ["UPDATE statistics_release SET title = 'x'", "DELETE FROM statistics_release"]
)
def test_no_entry_is_ever_changed_or_taken_away(office: OfficeStore, statement: str) -> None:
    with office.deed("figures_released", is_final=True) as deed:
        register_release(deed.session, handing(), staff_id=office.staff_id, now=NOW)
    with pytest.raises((DatabaseError, Problem)), office.deed("x") as deed:
        deed.session.execute(sa.text(statement))
    with office.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).where(Release.title == "x")) == 0


def test_an_earlier_release_that_differs_stops_the_next(
    office: OfficeStore, report: StatisticsReport, out: Path
) -> None:
    """As if a late case had found its way into a closed year."""
    hand_out_tables(office, report, out / "first", ["csv"], now=NOW)
    with office.reading() as session:
        row = previous_releases(session, YEAR)[-1]
    told = told_by(row)
    name = "2025_cases-age.csv"
    lines = told[name].split("\r\n")
    fields = lines[-2].split(";")
    fields[4] = str(int(fields[4] or 0) + 5)
    lines[-2] = ";".join(fields)
    other = replace(handing(), told={**told, name: "\r\n".join(lines)})
    with office.deed("figures_released", is_final=True) as deed:
        register_release(deed.session, other, staff_id=office.staff_id, now=NOW)
    before = entries(office)
    with pytest.raises(UnsafeRelease):
        hand_out_tables(office, report, out / "second", ["csv"], now=NOW)
    assert list((out / "second").iterdir()) == []
    assert entries(office) == before


class StoppedError(Exception):
    """The person stopped."""


def test_stopped_or_on_a_full_disk_neither_file_nor_entry_is_left(
    office: OfficeStore, report: StatisticsReport, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries(office)

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        hand_out_tables(office, report, out, ["csv"], now=NOW, watch=Watch(check=stop))

    def full(*_given: object) -> None:
        raise OfficeProblem("voll")

    monkeypatch.setattr(handing_out, "write_release", full)
    with pytest.raises(OfficeProblem):
        hand_out_tables(office, report, out, ["csv"], now=NOW)
    assert list(out.iterdir()) == []
    assert entries(office) == before


def test_a_folder_that_cannot_get_its_name_leaves_no_entry(
    office: OfficeStore, report: StatisticsReport, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries(office)

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "nein")

    monkeypatch.setattr(handing_out, "examine", lambda *_given: 1)
    rename = Path.rename
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OfficeProblem):
        hand_out_tables(office, report, out, ["csv"], now=NOW)
    monkeypatch.setattr(Path, "rename", rename)
    assert list(out.iterdir()) == []
    assert entries(office) == before
