"""A measured value becomes a verdict and a reason that can be read aloud."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Criterion, Level, Pair, Span
from zwk_barrier.rules.individual import Dimensions, individualised
from zwk_barrier.rules.requirements import Assessment, Measured, Verdict, assess, required_text

D = Decimal
PERSON = Dimensions(65, 75, 140, 50, 130, 47)
EVERY = list(individualised(load_requirements(), PERSON))
NUMBERS = [one for one in EVERY if one.kind == "number" and one.unit != "Anzahl"]
ORDER: list[Verdict] = ["not_met", "partly", "met"]


def criterion(criterion_id: str) -> Criterion:
    return next(one for one in EVERY if one.id == criterion_id)


def verdict(criterion_id: str, level: Level, measured: Measured, tolerance: str = "0") -> Assessment:
    return assess(criterion(criterion_id), level, measured, D(tolerance))


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_a_pair_may_ask_nothing_of_one_side() -> None:
    floor = criterion("D03")
    asked = replace(floor.required["B"], value=Pair(D(0), D(120)))
    found = assess(floor.asking({"B": asked}), "B", (D(50), D(110)))
    assert (found.verdict, plain(found.gap_text)) == ("partly", "10 cm Tiefe zu wenig")


@pytest.mark.parametrize(
    ("criterion_id", "level", "measured", "word", "gap"),
    [
        ("W04", "B", D(80), "met", ""),
        ("W04", "B", D(72), "partly", "8 cm zu wenig"),
        ("W04", "B", D("71.9"), "not_met", "8,1 cm zu wenig"),
        ("W04", "R", D(80), "not_met", "10 cm zu wenig"),
        ("A05", "B", D("2.6"), "partly", "0,1 % zu viel"),
        ("D21", "R", D(95), "not_met", "15 cm zu viel"),
        ("W07", "B", D("2.5"), "partly", "0,5 cm zu viel"),
        ("W07", "B", D(3), "not_met", "1 cm zu viel"),
        ("R02", "B", D(1), "not_met", "1 % darüber"),
        ("T04", "B", D(90), "partly", "5 cm darüber"),
        ("W06", "B", D(85), "met", ""),
        ("W06", "B", D(105), "met", ""),
        ("W06", "B", D(110), "partly", "5 cm darüber"),
        ("W06", "B", D(70), "not_met", "15 cm darunter"),
        ("A14", "B", D(0), "met", ""),
        ("A14", "B", D(1), "not_met", "1 zu viel"),
        ("S01", "B", D(1), "partly", "1 zu wenig"),
        ("S01", "B", D(0), "not_met", "2 zu wenig"),
        ("D37", "B", D(0), "not_met", "1 zu wenig"),
        ("D09", "B", "C", "met", ""),
        ("D09", "B", "A", "partly", "Gruppe A statt B"),
        ("D09", "B", "keine", "not_met", "keine Bewertung"),
        ("D01", "B", True, "met", ""),
        ("D01", "B", False, "not_met", ""),
        ("D03", "B", (D(120), D(125)), "met", ""),
        ("D03", "B", (D(110), D(135)), "partly", "10 cm Breite zu wenig"),
        ("D03", "B", (D(100), D(110)), "not_met", "20 cm Breite und 10 cm Tiefe zu wenig"),
    ],
)
def test_a_value_gives_a_verdict_and_its_gap(
    criterion_id: str, level: Level, measured: Measured, word: str, gap: str
) -> None:
    found = verdict(criterion_id, level, measured)
    assert (found.verdict, plain(found.gap_text)) == (word, gap)


@pytest.mark.parametrize(
    ("criterion_id", "level", "text"),
    [
        ("W04", "B", "mindestens 80 cm"),
        ("W07", "B", "höchstens 2 cm"),
        ("W06", "B", "85 bis 105 cm"),
        ("W06", "R", "85 cm"),
        ("D03", "B", "120 × 120 cm"),
        ("S03", "B", "3,0 bis 4,5 cm"),
        ("A14", "B", "keine"),
        ("A21", "B", "mindestens 0,4"),
        ("S01", "B", "mindestens 2"),
        ("F05", "B", "mindestens R9"),
        ("D09", "B", "mindestens Gruppe B"),
        ("D01", "B", "ja"),
        ("D12", "B", ""),
    ],
)
def test_what_is_required_can_be_read(criterion_id: str, level: Level, text: str) -> None:
    assert plain(required_text(criterion(criterion_id), level)) == text


def test_nothing_measured_is_not_checked_rather_than_not_met() -> None:
    assert verdict("W04", "B", None).verdict == "not_checked"


@given(st.sampled_from(EVERY), st.decimals(0, 10, places=1), st.booleans())
def test_nothing_unmeasured_ever_turns_green(one: Criterion, tolerance: Decimal, applies: bool) -> None:
    for level in (*one.required, "an unknown level"):
        found = assess(one, level, None, tolerance, is_applicable=applies)
        assert found.verdict in ("not_checked", "not_applicable")


PAIRS = [one for one in EVERY if one.kind == "pair"]


@given(st.sampled_from(PAIRS), st.lists(st.decimals(1, 400, places=1), min_size=4, max_size=4), st.booleans())
def test_more_room_never_makes_an_area_worse(one: Criterion, sides: list[Decimal], both: bool) -> None:
    small = (min(sides[:2]), min(sides[2:]))
    large = (max(sides[:2]), max(sides[2:]) if both else small[1])
    for level in one.required:
        ranks = [ORDER.index(assess(one, level, area).verdict) for area in (small, large)]
        assert ranks[0] <= ranks[1]


def test_a_level_that_asks_nothing_and_a_criterion_of_another_edition_do_not_apply() -> None:
    assert verdict("D12", "B", D(3)).verdict == "not_applicable"
    assert verdict("D06", "KfW", (D(3), D(3))).verdict == "not_applicable"
    assert assess(criterion("W04"), "B", D(3), is_applicable=False).verdict == "not_applicable"


def test_the_floor_of_a_bathroom_may_be_turned_but_the_area_in_front_of_a_basin_may_not() -> None:
    assert verdict("Q05", "KfW", (D(220), D(180))).verdict == "met"
    assert verdict("D03", "KfW", (D(120), D(90))).verdict == "not_met"


def test_what_the_method_cannot_tell_apart_is_not_held_against_the_dwelling() -> None:
    assert verdict("W04", "B", D("79.6"), "0.5").verdict == "met"
    assert verdict("W04", "B", D("79.6"), "0").verdict == "partly"


def test_a_threshold_is_read_more_exactly_than_a_door() -> None:
    assert verdict("W07", "B", D("2.4"), "0.5").verdict == "partly"


def test_an_estimate_near_the_bound_asks_to_be_measured_again() -> None:
    short, enough = verdict("W04", "B", D(78), "5"), verdict("W04", "B", D(82), "5")
    assert (short.verdict, enough.verdict) == ("partly", "met")
    assert short.is_uncertain
    assert enough.is_uncertain
    assert plain(short.gap_text) == "2 cm zu wenig (Messgenauigkeit ± 5 cm, bitte nachmessen)"


def test_an_estimate_far_from_the_bound_is_certain() -> None:
    assert not verdict("W04", "B", D(95), "5").is_uncertain


def test_an_accuracy_in_centimetres_says_nothing_about_a_slope() -> None:
    assert verdict("A05", "B", D(3), "5").verdict == "not_met"


def test_a_value_of_another_kind_is_a_bug_and_names_the_criterion() -> None:
    with pytest.raises(TypeError, match="W04 cannot be judged by True"):
        verdict("W04", "B", True)
    with pytest.raises(TypeError, match="'Z' is none of keine, A, B, C"):
        verdict("D09", "B", "Z")


def test_the_verdict_names_where_the_requirement_stands() -> None:
    assert verdict("W04", "B", D(63)).source == "DIN 18040-2:2011-09"


@given(st.sampled_from(NUMBERS), st.decimals(0, 700, places=1), st.decimals(0, 700, places=1))
def test_more_never_makes_a_minimum_worse_nor_a_maximum_better(
    one: Criterion, first: Decimal, second: Decimal
) -> None:
    low, high = sorted((first, second))
    for level, asked in one.required.items():
        worse, better = (low, high) if asked.comparison == ">=" else (high, low)
        ranks = [ORDER.index(assess(one, level, value).verdict) for value in (worse, better)]
        assert asked.comparison in {"=", "range"} or ranks[0] <= ranks[1]


@given(st.sampled_from(EVERY), st.data())
def test_every_criterion_can_be_judged_at_every_level(one: Criterion, data: st.DataObject) -> None:
    numbers = st.decimals(0, 700, places=1)
    values: dict[str, st.SearchStrategy[Measured]] = {
        "number": numbers,
        "pair": st.tuples(numbers, numbers),
        "yes_no": st.booleans(),
        "grade": st.sampled_from(one.grades or ("",)),
    }
    for level in one.required:
        found = assess(one, level, data.draw(values[one.kind]), D("0.5"))
        assert found.verdict in ORDER
        assert found.required_text
        assert bool(found.gap_text) == (found.verdict != "met" and one.kind != "yes_no")


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_the_required_value_itself_is_met(one: Criterion) -> None:
    for level, required in one.required.items():
        value = required.value.low if isinstance(required.value, Span) else required.value
        assert assess(one, level, value).verdict == "met"


@pytest.mark.parametrize(
    ("criterion_id", "measured", "word", "gap"),
    [
        ("W04", D(67), "met", ""),
        ("W04", D(66), "partly", "1 cm zu wenig"),
        ("W04", D(65), "partly", "2 cm zu wenig"),
        ("W04", D("64.9"), "not_met", "2,1 cm zu wenig"),
        ("W11", D(85), "met", ""),
        ("D03", (D(140), D(140)), "met", ""),
        ("D03", (D(120), D(140)), "not_met", "20 cm Breite zu wenig"),
        ("D14", D(45), "met", ""),
        ("D14", D(49), "met", ""),
        ("D14", D(40), "not_met", "5 cm darunter"),
        ("W14", D(150), "not_met", "20 cm darüber"),
        ("K06", D(130), "met", ""),
        ("K06", D(135), "partly", "5 cm zu viel"),
        ("L04", D(85), "met", ""),
    ],
)
def test_the_persons_own_dimensions_are_a_level_of_their_own(
    criterion_id: str, measured: Measured, word: str, gap: str
) -> None:
    found = verdict(criterion_id, "individuell", measured)
    assert (found.verdict, plain(found.gap_text)) == (word, gap)


def test_what_is_not_known_of_the_person_asks_nothing() -> None:
    assert not Dimensions()
    only_width = individualised(load_requirements(), Dimensions(aid_width=65))
    asking = {one.id for one in only_width if "individuell" in one.required}
    assert {"T01", "W01", "W04", "W11"} <= asking
    assert not {"D03", "W14", "D14"} & asking


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (50, 130, "50 bis 130 cm"),
        (130, 50, "50 bis 130 cm"),
        (None, 130, "höchstens 130 cm"),
        (50, None, "mindestens 50 cm"),
    ],
)
def test_a_reach_may_be_known_at_one_end_only(low: int | None, high: int | None, text: str) -> None:
    handle = individualised(load_requirements(), Dimensions(reach_low=low, reach_high=high)).get("W14")
    assert handle is not None
    assert plain(required_text(handle, "individuell")) == text


@given(st.integers(40, 120), st.integers(0, 60))
def test_a_wider_aid_never_asks_less(width: int, more: int) -> None:
    narrow, wide = (
        individualised(load_requirements(), Dimensions(aid_width=one)).get("W04")
        for one in (width, width + more)
    )
    assert narrow is not None
    assert wide is not None
    asked = [one.required["individuell"].value for one in (narrow, wide)]
    assert isinstance(asked[0], Decimal)
    assert isinstance(asked[1], Decimal)
    assert asked[0] <= asked[1]
