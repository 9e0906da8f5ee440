"""The report of a period: frozen, protected, the same again, with the year before, comments and definitions."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from tests.builders import a_case, a_demonstration, an_office
from zwk_barrier.casework import records
from zwk_barrier.casework.figures.own_report import OwnChoice, keep_own_report, restore_own_report
from zwk_barrier.casework.figures.report_comments import add_comment, comment_on
from zwk_barrier.model import CaseFile, LetterTemplate, ReportComment
from zwk_barrier.model.statistics_report import IndicatorValue, ReportTable, Shown, StatisticsReport, View
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.periods import dots
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.statistics.periods.frozen import Method
from zwk_barrier.store.office import OfficeStore

YEAR: Final = Period.year(2025)
TODAY: Final = date(2026, 11, 23)
Expecting = Callable[[str], Any]
NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)


def close(store: OfficeStore, period: Period, method: Method = "rounding") -> None:
    with store.deed("period_frozen", is_final=True) as deed:
        freeze(deed.session, period, method=method, staff_id=store.staff_id, now=NOW, seed=7)


def built(
    store: OfficeStore,
    period: Period = YEAR,
    template: str = "magistrat",
    view: View = "protected",
    **more: str,
) -> StatisticsReport:
    with store.reading() as session:
        return build_report(session, period, template, view=view, today=TODAY, definitions=more)


def values(report: StatisticsReport) -> dict[str, IndicatorValue]:
    return {one.key: one for section in report.sections for one in section.indicators}


def tables(report: StatisticsReport) -> dict[str, ReportTable]:
    return {one.name: one for section in report.sections for one in section.tables}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """Sixty cases, 2024 and 2025 closed."""
    store = a_demonstration(tmp_path_factory.mktemp("office") / "o", cases=60)
    for year in (2024, 2025):
        close(store, Period.year(year))
    yield store
    store.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OfficeStore]:
    """An empty office."""
    store = an_office(tmp_path / "office")
    yield store
    store.close()


def every_number(report: StatisticsReport) -> Iterator[tuple[str, Shown]]:
    for one in values(report).values():
        yield one.key, one.now
        if one.before is not None:
            yield one.key, one.before
    for name, table in tables(report).items():
        yield from ((name, shown) for row in table.rows for shown in row.cells)


def test_no_protected_count_of_people_is_below_five(
    office: OfficeStore,
) -> None:
    exact = {one.key for one in load_indicators().indicators.values() if one.block in {"network", "staff"}}
    exact = (exact | {"activities-kind"}) - {"referrals"}
    for key, shown in every_number(built(office)):
        if shown.measure == "count" and shown.value is not None and key not in exact and shown.low is None:
            assert shown.value >= 5, key


def test_nothing_exact_stands_in_a_protected_report(office: OfficeStore) -> None:
    protected, internal = values(built(office)), values(built(office, view="internal"))
    assert internal["cases_managed"].now.value != protected["cases_managed"].now.value
    assert any(shown.mark == "small" for _key, shown in every_number(built(office)))
    assert not any(shown.mark == "small" for _key, shown in every_number(built(office, view="internal")))


def test_every_table_of_a_unit_has_the_same_sum(office: OfficeStore) -> None:
    report = built(office)
    sums = {
        one.rows[-1].cells[-1 if len(one.dimensions) > 1 else 0]
        for one in tables(report).values()
        if one.unit == "cases" and one.rows and one.name != "persons65-area"
    }
    assert sums == {values(report)["cases"].now}


def test_lines_add_up_to_their_sum(office: OfficeStore) -> None:
    for table in tables(built(office)).values():
        if len(table.dimensions) > 1 or not table.rows:
            continue
        *lines, total = table.rows
        # a small number is a rounded 0
        assert sum(int(row.cells[0].value or 0) for row in lines) == int(total.cells[0].value or 0), (
            table.name
        )


def test_run_again_it_gives_the_same_numbers_though_the_data_have_changed(tmp_path: Path) -> None:
    store = a_demonstration(tmp_path / "o", cases=20)
    close(store, YEAR)
    before = built(store)
    with store.reading() as session:
        cases = [case.id for case in session.query(CaseFile).limit(5)]
    for case_id in cases:
        records.remove(store, CaseFile, case_id)
    again = built(store)
    assert (again.sections, again.highlights, again.frozen_at) == (before.sections, before.highlights, NOW)
    store.close()


def test_the_year_before_stands_beside_every_number_once_it_is_closed(office: OfficeStore) -> None:
    report = built(office)
    assert all(one.before is not None for one in values(report).values())
    assert tables(report)["cases-age"].columns == ("2025", "Anteil", "2024")
    assert not any("davor" in note for note in report.notes)


def test_quarters_stand_beside_the_same_quarters_a_year_before(office: OfficeStore) -> None:
    table = tables(built(office, view="internal"))["visits-quarter"]
    before = tables(built(office, Period.year(2024), view="internal"))["visits-quarter"]
    assert [row.cells[1].value for row in table.rows] == [row.cells[0].value for row in before.rows]


def test_a_first_year_has_nothing_beside_it_and_says_so(office: OfficeStore) -> None:
    report = built(office, Period.year(2024))
    assert all(one.before is None for one in values(report).values())
    assert any("davor" in note for note in report.notes)


@pytest.mark.parametrize(
    ("period", "why"),
    [(Period.year(2026), "noch nicht zu Ende"), (Period.year(2023), "noch nicht abgeschlossen")],
)
def test_what_is_not_closed_has_no_protected_report(office: OfficeStore, period: Period, why: str) -> None:
    with pytest.raises(InputProblem, match=why) as problem:
        built(office, period)
    assert problem.value.field == "period"


def test_a_running_period_can_be_seen_inside_and_is_called_provisional(office: OfficeStore) -> None:
    report = built(office, Period.year(2026), view="internal")
    assert report.frozen_at is None
    assert any("vorläufig" in note for note in report.notes)


def test_a_template_nobody_knows_is_refused(office: OfficeStore) -> None:
    with pytest.raises(InputProblem, match="gibt es nicht"):
        built(office, template="bund")


def test_a_definition_can_be_switched(office: OfficeStore) -> None:
    usual, other = values(built(office)), values(built(office, persons_advised="cases"))
    assert (usual["persons_advised"].variant, other["persons_advised"].variant) == ("persons", "cases")
    assert other["persons_advised"].now == other["cases"].now
    assert usual["persons_advised"].definition != other["persons_advised"].definition
    assert dict(usual["persons_advised"].variants)["households"] == "Haushalte"


def test_a_funder_s_template_brings_its_own_definitions(office: OfficeStore) -> None:
    nrw = built(office, template="nrw")
    assert values(nrw)["cases_managed"].variant == "recorded"
    assert any("Zu prüfen" in note for note in nrw.notes)


def test_persons_are_only_counted_in_periods_that_begin_in_january(office: OfficeStore) -> None:
    third = built(office, Period.from_code("2025-Q3"))
    assert values(third)["persons_advised"].now.mark == "unknown"
    assert values(third)["visits"].now.mark != "unknown"
    assert tables(third)["persons65-area"].note
    half = built(office, Period.from_code("2025-H1"))
    assert values(half)["persons_advised"].now.mark == "shown"


def test_a_quarter_of_a_closed_year_is_a_part_of_it(office: OfficeStore) -> None:
    quarters = [built(office, Period.from_code(f"2025-Q{number}")) for number in (1, 2, 3, 4)]
    counts = [values(one)["contacts"].now.value or 0 for one in quarters]
    assert sum(counts) == values(built(office))["contacts"].now.value


def test_the_large_figures_say_what_they_are_made_of(office: OfficeStore) -> None:
    first = {one.key: one for one in built(office).highlights}
    assert list(first) == ["first_requests", "visits", "realisation_rate", "granted", "deadline_exceeded"]
    assert re.fullmatch(r"\d+ von \d+", first["realisation_rate"].note)


def test_what_payers_granted_adds_up_to_what_was_granted(office: OfficeStore) -> None:
    report = built(office, view="internal")
    *lines, total = tables(report)["notices-payer"].rows
    assert sum(int(row.cells[1].value or 0) for row in lines) == total.cells[1].value
    assert total.cells[1] == values(report)["granted"].now


def test_a_comment_is_kept_with_its_section_period_and_template(own: OfficeStore) -> None:
    _changed, row_id = add_comment(own, YEAR, "land", "use", {"comment": "Mehr Anfragen als je."})
    report = built(own, template="land", view="internal")
    assert [one.comment for one in report.sections][:2] == ["Mehr Anfragen als je.", ""]
    assert not any(one.comment for one in built(own, template="magistrat", view="internal").sections)
    records.keep(own, ReportComment, row_id, comment="")
    assert not any(one.comment for one in built(own, template="land", view="internal").sections)
    with own.reading() as session:
        assert comment_on(session, YEAR, "land", "who") is None


def test_an_office_chooses_its_own_figures_and_goes_back(own: OfficeStore) -> None:
    choice = OwnChoice(("visits", "share_80", "cases"), ("cases-age",), {"visits": "first"})
    keep_own_report(own, choice)
    report = built(own, template="eigene", view="internal")
    assert [(one.key, [each.key for each in one.indicators]) for one in report.sections] == [
        ("use", ["visits", "cases"]),
        ("who", ["share_80"]),
    ]
    assert values(report)["visits"].variant == "first"
    keep_own_report(own, OwnChoice(("cases",)))
    assert list(values(built(own, template="eigene", view="internal"))) == ["cases"]
    restore_own_report(own)
    assert len(values(built(own, template="eigene", view="internal"))) > 10


def test_an_own_choice_of_nothing_is_refused_and_a_broken_one_is_left_out(
    own: OfficeStore, expect_log: Expecting
) -> None:
    with pytest.raises(InputProblem):
        keep_own_report(own, OwnChoice(()))
    records.add(own, LetterTemplate, code="statistics_own", content="= no TOML")
    with expect_log("the own template of reports is left out"):
        assert len(values(built(own, template="eigene", view="internal"))) > 10


def test_a_number_names_the_records_behind_it(own: OfficeStore) -> None:
    a_case(own, "2025-0001", date(2025, 3, 1), area="134", birth_year=1940, care_grade="2")
    report = built(own, view="internal")
    origin = values(report)["share_care"].origin
    assert origin is not None
    assert (origin.unit, dict(origin.where)) == ("cases", {"care_grade": ("1", "2", "3", "4", "5")})
    row = next(row for row in tables(report)["cases-area"].rows if row.code == "13")
    assert row.cells[0].value == 1
    assert row.origins[0] is not None
    assert "134" in dict(row.origins[0].where)["area"]


def test_dots_tell_nothing_that_was_not_frozen_to_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # so few cases would be advised to round: here dots are wanted whatever their share
    monkeypatch.setattr(dots, "MOST_DOTS", 1.0)
    store = a_demonstration(tmp_path / "o", cases=15)
    close(store, YEAR, "dots")
    report = built(store)
    exact = values(built(store, view="internal"))
    for key, one in values(report).items():
        if one.now.value is not None and one.now.measure == "count":
            assert one.now == exact[key].now
    assert report.protection.method == "dots"
    store.close()


def test_two_ways_of_protecting_never_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dots, "MOST_DOTS", 1.0)
    store = a_demonstration(tmp_path / "o", cases=15)
    close(store, YEAR, "dots")
    close(store, Period.year(2024))
    assert all(one.before is None for one in values(built(store)).values())
    store.close()


def test_a_report_says_its_versions_and_how_many_numbers_are_small(office: OfficeStore) -> None:
    report = built(office)
    assert report.editions["Programm"].startswith("ZWK Barriere")
    assert report.protection.small == sum(
        shown.mark == "small"
        for table in tables(report).values()
        for row in table.rows
        for shown in row.cells
    )
