"""Sums of money by case, and work without a case: exact, whole, and with what is needed to protect them."""

from datetime import date
from pathlib import Path

from sqlalchemy import select

from tests.builders import a_demonstration, an_office
from zwk_barrier.model import Activity, Application, Measure, StaffMonth
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.money import MoneyRow, MoneySum, MoneyTable
from zwk_barrier.statistics.periods.frozen import live_base

YEAR = Period.year(2025)


def test_sums_of_money_are_those_of_their_records(tmp_path: Path) -> None:
    with a_demonstration(tmp_path / "office") as office, office.reading() as session:
        base = live_base(session, YEAR)
        done = [
            one
            for one in session.scalars(select(Measure).where(Measure.removed_at.is_(None)))
            if one.done_on and one.done_on.year == 2025 and one.status in {"umgesetzt", "teilweise"}
        ]
        decided = [
            one
            for one in session.scalars(select(Application).where(Application.removed_at.is_(None)))
            if one.notice and (one.delivered_on or one.notice_on or date.min).year == 2025
        ]
    costs = [(one.case_id, one.cost_actual) for one in done if one.cost_actual is not None]
    actual = base.money["measures_done.cost_actual"].total()
    assert actual.total == sum(cost for _case, cost in costs) > 0
    assert actual.contributors == len({case for case, _cost in costs})
    granted = base.money["notices.granted"].total({"programme": ["SGB11-40-4"]})
    assert granted.total == sum(one.amount_granted or 0 for one in decided) > 0
    assert granted.contributors == len({one.case_id for one in decided if one.amount_granted is not None})


def test_the_largest_contributions_are_those_of_cases_not_of_records() -> None:
    rows = (
        MoneyRow(("2025-Q1", "bad"), 0, 300),
        MoneyRow(("2025-Q2", "bad"), 0, 500),
        MoneyRow(("2025-Q2", "wc"), 1, 700),
        MoneyRow(("2025-Q2", "bad"), 2, 100),
    )
    table = MoneyTable("measures_done.cost_actual", ("quarter", "room"), rows)
    assert table.total() == MoneySum(1600, 3, 800, 700)
    assert table.sums(["room"])["bad",] == MoneySum(900, 2, 800, 100)
    assert table.in_quarters({"2025-Q1"}).total() == MoneySum(300, 1, 300, 0)
    assert table.joined(table).total().contributors == 6
    assert MoneyTable.from_words(table.name, table.as_words()) == table


def test_events_and_hours_are_summed_as_they_are(tmp_path: Path) -> None:
    with an_office(tmp_path / "office") as office:
        with office.deed("added") as deed:
            for month in (1, 2, 4):
                deed.session.add(
                    StaffMonth(month=date(2025, month, 1), share=50, direct_minutes=60, cost=100_00)
                )
            for day in (date(2025, 1, 9), date(2025, 5, 9), date(2024, 5, 9)):
                deed.session.add(Activity(kind="veranstaltung", held_on=day, participants=12))
            deed.session.add(Activity(kind="netzwerk", held_on=date(2025, 5, 9)))
        with office.reading() as session:
            totals = live_base(session, YEAR).totals
    assert totals.total("hours", "share") == 150
    assert totals.total("hours", "cost") == 300_00
    first = totals.in_quarters({Quarter(2025, 1).code})
    assert (first.total("hours", "direct_minutes"), first.total("activities")) == (120, 1)
    assert totals.total("activities", "participants", {"activity_kind": ["veranstaltung"]}) == 24
    assert totals.by("activities", "count", ["activity_kind"]) == {("veranstaltung",): 2, ("netzwerk",): 1}
    assert first.joined(first).total("hours", "share") == 200
