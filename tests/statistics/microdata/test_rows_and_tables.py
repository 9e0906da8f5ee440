"""Rows and tables of one year are attacked together, whichever leaves first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from zwk_barrier.model.statistics_report import StatisticsReport, View
from zwk_barrier.problems import UnsafeRelease
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.handing_out import Audience, hand_out_tables
from zwk_barrier.statistics.microdata import release
from zwk_barrier.statistics.microdata.release import USUAL, hand_out_microdata, plan_microdata
from zwk_barrier.statistics.releases import registered
from zwk_barrier.store.office import OfficeStore

YEAR, TODAY = Period.year(2025), date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Report = Callable[..., StatisticsReport]


def exact(session: Session, period: Period, template: str, *, view: View, today: date) -> StatisticsReport:
    """The true counts, as if they were protected."""
    protected = build_report(session, period, template, view=view, today=today)
    told = build_report(session, period, template, view="internal", today=today)
    return replace(told, view="protected", protection=protected.protection)


def hand_out_rows(office: OfficeStore, out: Path) -> None:
    with office.reading() as session:
        plan = plan_microdata(session, YEAR, "Hochschule", USUAL)
    assert plan.found is not None
    audience = Audience("Hochschule", "Forschung")
    hand_out_microdata(office, plan, plan.found.proposals[0], out, ["csv"], audience=audience, now=NOW)


def hand_out_report(office: OfficeStore, out: Path, report: Report) -> None:
    with office.reading() as session:
        told = report(session, YEAR, "magistrat", view="protected", today=TODAY)
    hand_out_tables(office, told, out, ["csv"], now=NOW)


def test_rows_beside_exact_tables_are_not_written(
    office: OfficeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "build_report", exact)
    with pytest.raises(UnsafeRelease, match="zu viel verraten"):
        hand_out_rows(office, tmp_path / "out")
    assert list((tmp_path / "out").glob("*")) == []


def test_exact_tables_beside_rows_are_not_written_and_protected_ones_are(
    office: OfficeStore, tmp_path: Path
) -> None:
    hand_out_rows(office, tmp_path / "rows")
    with pytest.raises(UnsafeRelease, match="wer in den Zeilen fehlt"):
        hand_out_report(office, tmp_path / "exact", exact)
    hand_out_report(office, tmp_path / "out", build_report)
    with office.reading() as session:
        assert [entry.kind for entry in registered(session)] == ["tabellen", "einzeldaten"]
