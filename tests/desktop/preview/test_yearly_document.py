"""The yearly report in the preview: for those who report, exact figures only for those who see cases."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from zwk_barrier.casework import records
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToYearlyReport
from zwk_barrier.desktop.preview.documents import document_of
from zwk_barrier.model import Staff
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.problems import InputProblem, NotAllowed
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.statistics.releases import registered

YEAR = Period.year(2025)
DAY = date(2026, 3, 2)
PROTECTED = ToYearlyReport(YEAR.first_day, YEAR.last_day, "land", definitions=(("visits", "first"),))
INTERNAL = ToYearlyReport(YEAR.first_day, YEAR.last_day, view="internal")


def close(desk: Desk) -> None:
    with desk.store.deed("period_frozen", is_final=True) as deed:
        freeze(deed.session, YEAR, staff_id=desk.store.staff_id, now=datetime(2026, 3, 1, tzinfo=UTC), seed=1)


def gathered(desk: Desk, role: str, destination: ToYearlyReport) -> StatisticsReport:
    records.keep(desk.store, Staff, desk.store.staff_id, role=role)
    kind = document_of(destination, desk.store)
    assert kind is not None
    with desk.store.reading() as session:
        report = kind.gather(session, desk.store.photos, DAY)
    assert isinstance(report, StatisticsReport)
    assert kind.build(report).startswith(b"%PDF")
    return report


@pytest.mark.parametrize("role", ["leitung", "statistik", "verwaltung"])
def test_who_reports_gets_the_protected_report_with_the_definitions_chosen(desk: Desk, role: str) -> None:
    close(desk)
    report = gathered(desk, role, PROTECTED)
    assert (report.view, report.template, report.letterhead is not None) == ("protected", "land", True)
    visits = next(one for section in report.sections for one in section.indicators if one.key == "visits")
    assert visits.variant == "first"


def test_who_advises_is_refused_it(desk: Desk) -> None:
    close(desk)
    with pytest.raises(NotAllowed):
        gathered(desk, "beratung", PROTECTED)


def test_who_only_counts_is_refused_the_exact_figures(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        gathered(desk, "statistik", INTERNAL)
    assert gathered(desk, "leitung", INTERNAL).view == "internal"


def test_a_period_that_is_not_closed_is_said_so(desk: Desk) -> None:
    with pytest.raises(InputProblem, match="noch nicht abgeschlossen"):
        gathered(desk, "leitung", PROTECTED)


def test_what_was_saved_or_printed_stands_in_the_register_once(desk: Desk) -> None:
    close(desk)
    report = gathered(desk, "leitung", PROTECTED)
    kind = document_of(PROTECTED, desk.store)
    assert kind is not None
    assert kind.register is not None
    content = kind.build(report)
    for _time in range(2):
        kind.register(report, "Bericht.pdf", content)
    with desk.store.reading() as session:
        (entry,) = registered(session)
    assert (entry.kind, entry.template, entry.period) == ("jahresbericht", "land", YEAR)
    assert (entry.files[0].name, entry.files[0].digest) == ("Bericht.pdf", sha256(content).hexdigest())


def test_exact_figures_are_in_no_register(desk: Desk) -> None:
    report = gathered(desk, "leitung", INTERNAL)
    kind = document_of(INTERNAL, desk.store)
    assert kind is not None
    assert kind.register is not None
    assert not kind.register(report, "Bericht.pdf", b"%PDF")
    with desk.store.reading() as session:
        assert registered(session) == ()
