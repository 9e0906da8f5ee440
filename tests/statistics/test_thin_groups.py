"""Groups of few people are not divided, and what is left when all others are divided is not of few people, either."""

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.questions.thin_groups import thin_groups


def of_ages(**counts: int) -> BaseTable:
    rows = [((code.strip("_"), "yes"), count) for code, count in counts.items()]
    return BaseTable.of("cases", ("age", "first_of_person"), rows)


def test_a_thin_group_takes_the_next_smallest_with_it() -> None:
    table = of_ages(_70_74=50, _75_79=5, _80_84=100, _85_89=25, _90_plus=30)
    found = thin_groups(table, dimension("age"), ())
    assert found.fine == {"75_79", "70_74"}  # both in 60 to 79: else that less 70 to 74 would tell
    assert not found.coarse


def test_what_two_levels_differ_by_is_a_group_of_its_own() -> None:
    table = of_ages(_60_64=5, _65_69=60, _80_84=100, _18_44=40)
    found = thin_groups(table, dimension("age"), ())
    assert "60_64" in found.coarse  # 60 to 79 less 65 to 79
    assert found.hold(["60_64", "65_69"], is_fine=False)
    assert not found.hold(["65_69"], is_fine=False)


def test_everything_thin_is_hidden_together_and_nothing_where_all_are_many() -> None:
    assert thin_groups(of_ages(_70_74=5, _80_84=10), dimension("age"), ()).fine == {"70_74", "80_84"}
    assert not thin_groups(of_ages(_70_74=20, _80_84=40), dimension("age"), ()).fine


def test_how_people_are_counted_divides_a_group_too() -> None:
    rows = [(("w", "yes"), 40), (("w", "no"), 5), (("m", "yes"), 40), (("m", "no"), 40)]
    table = BaseTable.of("cases", ("gender", "first_of_person"), rows)
    assert not thin_groups(table, dimension("gender"), ()).fine
    assert "w" in thin_groups(table, dimension("gender"), ("first_of_person",)).fine


def test_no_group_that_is_one_row_can_be_divided() -> None:
    """The attack: who is alone with a value is read off by asking for it crossed with everything."""
    rows = [(("yes", "ku"), 5), (("no", "de"), 60), (("yes", "de"), 60)]
    table = BaseTable.of("cases", ("dementia", "language"), rows)
    found = thin_groups(table, dimension("language"), ())
    assert found.fine == {"ku", "de"}
