"""The fit: worked examples by hand, and what must hold whatever is measured."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.fitting import MODEL, REQUIREMENTS, deficit, judged, obstacle, sentence
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.rules.fit import Obstacle, judge, matters, missing_places, priority_of, state_of
from zwk_barrier.rules.fit_words import aid_word, why
from zwk_barrier.rules.individual import Dimensions

FUNCTIONS = sorted({function for weights in MODEL.by_topic.values() for function in weights})
FREQUENCIES = ["selten", "woechentlich", "taeglich"]
NUMBERS = [
    one
    for one in REQUIREMENTS
    if one.kind == "number" and "B" in one.required and one.required["B"].comparison in (">=", "<=")
]
asked_partly = st.dictionaries(st.sampled_from(FUNCTIONS), st.integers(0, 2))
asked_fully = st.fixed_dictionaries(dict.fromkeys(FUNCTIONS, st.sampled_from([0, 0, 0, 1, 2])))
degrees_of_people = st.one_of(asked_partly, asked_fully)
criteria = st.sampled_from(sorted(MODEL.criteria))
rooms = st.sampled_from(sorted(MODEL.rooms))
ROLLATOR = Dimensions(aid_width=65)


# Worked by hand: deficit · weight · degree / 2 = impact; times 1 rarely, 2 weekly, 3 daily; A from 20, B 13, C 4.
@pytest.mark.parametrize(
    ("criterion", "measured", "degrees", "own", "d", "impact", "priority"),
    [
        ("W04", "63", {"F07": 2}, ROLLATOR, 3, "9", "A"),  # does not fit: 3·3·2/2 = 9, daily 27
        ("W04", "66", {"F07": 2}, ROLLATOR, 2, "6", "B"),  # just passes, 17.5 % too narrow: 2·3·2/2 = 6, 18
        ("W04", "75", {"F07": 2}, None, 1, "3", "C"),  # 6.25 %: 1·3·2/2 = 3, daily 9
        ("W04", "75", {"F07": 1}, None, 1, "1.5", "C"),  # 1·3·1/2, daily 4.5
        ("W04", "75", {"F06": 1}, None, 1, "0.5", "D"),  # 1·1·1/2, daily 1.5
        ("W04", "80", {"F07": 2}, None, 0, "0", "D"),  # reached
        ("W07", "2.5", {"F07": 2}, None, 1, "3", "C"),  # 0.5 cm too high
        ("W07", "4", {"F07": 2}, None, 2, "6", "B"),  # 2 cm too high: 2·3·2/2
        ("W07", "5", {"F07": 2}, None, 3, "9", "A"),  # 3 cm too high
        ("D07", "10", {"F02": 1}, None, 2, "3", "C"),  # 8 cm too high: 2·3·1/2 = 3, weekly 6
        ("D07", "15", {"F02": 2}, None, 3, "9", "B"),  # 3·3·2/2 = 9, weekly 18
        ("D03", "100x110", {"F08": 2}, None, 2, "6", "B"),  # worse side 16.7 %
        ("D03", "85x120", {"F08": 2}, None, 3, "9", "A"),  # worse side 29.2 %
        ("D01", "nein", {"F24": 1}, None, 2, "3", "C"),  # no is 2: 2·3·1/2 = 3, daily 9
        ("D28", "nein", {"F12": 2}, None, 2, "6", "B"),  # 2·3·2/2 = 6, daily 18
        ("D09", "A", {"F24": 2}, None, 1, "3", "C"),  # one grade: 1·3·2/2 = 3, weekly 6
        ("D09", "keine", {"F24": 2}, None, 3, "9", "B"),  # no grade at all, weekly 18
        ("Q12", "60", {"F01": 2}, None, 2, "6", "C"),  # 20 % over 50 cm, weekly 12
    ],
)
def test_worked_by_hand(
    criterion: str,
    measured: str,
    degrees: dict[str, int],
    own: Dimensions | None,
    d: int,
    impact: str,
    priority: str,
) -> None:
    level = "KfW" if criterion.startswith("Q") else "B"
    result = judged(obstacle(criterion, measured, level=level, person=own), **degrees)
    assert (result.deficit, result.impact, result.priority) == (d, Decimal(impact), priority)


@pytest.mark.parametrize(
    ("criterion", "measured", "level", "d"),
    [
        ("A14", "1", "B", 2),  # one step, where none is asked
        ("A14", "3", "B", 3),
        ("S01", "1", "B", 2),  # one handrail of two
        ("S01", "0", "B", 3),
        ("D37", "0", "B", 3),  # no usable bathroom
        ("R01", "8", "B", 1),  # 2 % steeper than 6 %
        ("R01", "10", "B", 2),
        ("R01", "12", "B", 3),
        ("R02", "1", "B", 2),  # asks for 0: by the absolute gap
        ("D14", "44", "R", 1),  # range 46 to 48: 2 of 46 is 4.3 %
        ("D14", "40", "R", 2),  # 13 %
        ("D14", "60", "R", 2),  # 12 of 48 is 25 %
        ("D14", "34", "R", 3),
        ("T04", "105", "B", 2),  # exactly 85: 23.5 %
        ("K03", "nein", "R", 1),  # its row says: no great loss
        ("F05", "keine", "B", 3),
        ("W04", "79.9", "B", 1),
        ("W04", "60", "B", 2),  # exactly 25 %
        ("W04", "59", "B", 3),
    ],
)
def test_each_kind_of_criterion_has_its_deficit(criterion: str, measured: str, level: str, d: int) -> None:
    assert obstacle(criterion, measured, level=level).deficit == d


@pytest.mark.parametrize(
    ("one", "degrees", "told"),
    [
        (
            obstacle("W04", "63", person=ROLLATOR),
            {"F07": 2},
            "Tür Bad 63 cm, Rollator 65 cm: passt nicht; betrifft Toilette, täglich",
        ),
        (
            obstacle("W04", "66", person=ROLLATOR),
            {"F07": 2},
            "Tür Bad 66 cm, Rollator 65 cm: passt nur knapp; betrifft Toilette, täglich",
        ),
        (
            obstacle("W07", "4", place="Gäste-WC", room="wc"),
            {"F07": 2},
            (
                "Schwelle Gäste-WC 4 cm statt höchstens 2 cm: deutlich verfehlt; zählt wegen „Rollator“; "
                "betrifft Toilette, täglich"
            ),
        ),
        (
            obstacle("D01", "nein"),
            {"F24": 2},
            ("Badtür öffnet nach außen (Bad): nein; zählt wegen „Sturzgefahr“; betrifft Toilette, täglich"),
        ),
        (
            obstacle("D14", "40", level="R", person=Dimensions(seat_height=50)),
            {"F01": 2},
            "WC, Sitzhöhe (Bad) 40 cm, eigene Sitzhöhe 50 cm: passt nicht; betrifft Toilette, täglich",
        ),
        (
            obstacle("D07", "15"),
            {},
            (
                "Dusche, Absatz (Bad) 15 cm statt höchstens 2 cm: so nicht nutzbar; "
                "im Profil ist nichts angegeben, das hiervon betroffen ist; "
                "nicht gefragt: Gleichgewicht, Rollator, Rollstuhl …; "
                "betrifft Duschen oder Baden, wöchentlich"
            ),
        ),
        (
            obstacle("P03", "nein", level="R", room="gesamt", place=""),
            {"F08": 0, "F09": 0},
            (
                "Strom zum Laden: nein; "
                "im Profil ist nichts angegeben, das hiervon betroffen ist; betrifft Haus verlassen, täglich"
            ),
        ),
        (
            obstacle("W04", ""),
            {"F07": 2},
            "Tür (Bad): nicht beurteilt; betrifft Toilette, täglich",
        ),
        (
            Obstacle(
                "Lose Teppiche.",
                2,
                "flur",
                "Flur",
                activities=("haus_verlassen", "toilette"),
                result="Hilfe nötig",
            ),
            {"F24": 1},
            (
                "Lose Teppiche (Flur): Hilfe nötig; zählt wegen „Sturzgefahr“; "
                "betrifft Haus verlassen, Toilette, täglich"
            ),
        ),
    ],
)
def test_the_reason_is_told_in_a_sentence(one: Obstacle, degrees: dict[str, int], told: str) -> None:
    assert sentence(replace(one, shown="") if one.deficit is None else one, degrees) == told


def test_the_weight_that_decides_tells_why() -> None:
    result = judged(obstacle("W07", "4"), F07=2, F06=2)
    assert why(result) == "Der Rollator muss angehoben werden."
    assert result.load == Decimal(2 * (3 * 2 + 2 * 2)) / 2


def test_what_cannot_be_used_at_the_toilet_is_urgent_for_somebody_who_falls() -> None:
    seat = obstacle("D14", "34", level="R")
    assert judged(seat, F23=1).priority == "C"
    assert judged(seat, F23=1, F24=1).priority == "A"
    assert judged(obstacle("D35", "30", level="R"), F11=1, F24=2).priority == "B"  # soap is no safety


def test_a_taken_dimension_counts_though_nobody_was_asked() -> None:
    result = judged(obstacle("W04", "63", person=ROLLATOR))
    assert (result.deficit, result.impact, result.priority) == (3, Decimal("4.5"), "B")


def test_a_difficulty_that_was_not_asked_about_is_not_taken_for_none() -> None:
    assert judged(obstacle("P03", "nein", level="R"), F08=0).impact is None
    assert judged(obstacle("P03", "nein", level="R"), F08=0, F09=0).impact == 0


def test_a_criterion_the_model_does_not_know_is_not_judged() -> None:
    own = Obstacle("Eigenes", 2, "bad", "Bad", criterion="X01")
    assert judged(own, F07=2).impact is None
    assert sentence(own, {"F07": 2}) == (
        "Eigenes (Bad): deutlich verfehlt; dafür ist keine Gewichtung hinterlegt; betrifft Toilette, täglich"
    )


def test_the_aid_is_called_by_what_is_recorded_else_by_the_difficulty() -> None:
    assert aid_word(("gehstock", "rollator"), {}) == "Rollator"
    assert aid_word((), {"F09": 1}) == "Rollstuhl"
    assert aid_word((), {}) == "Hilfsmittel"


def test_what_matters_before_anything_is_measured() -> None:
    assert matters("W04", {"F07": 2}, MODEL) == 6
    assert matters("W04", {"F16": 2}, MODEL) == 0
    assert matters("X01", {"F07": 2}, MODEL) == 0


def test_a_place_is_free_only_when_all_of_it_was_looked_at() -> None:
    assert state_of(None, 5, 5) == "free"
    assert (
        state_of(None, 4, 5) == state_of(None, 0, 0) == state_of(Decimal(0), 5, 5, not_judged=1) == "unknown"
    )
    assert state_of(Decimal("0.5"), 1, 5) == "barrier"


def test_what_belongs_to_every_way_and_was_not_visited_is_named() -> None:
    assert missing_places(["wohnungseingang", "wc"], MODEL) == ("schlafzimmer",)
    assert missing_places([], MODEL) == ("hauseingang", "bad", "schlafzimmer")


@given(st.sampled_from(NUMBERS), st.integers(0, 400), st.integers(0, 400), degrees_of_people)
def test_more_room_never_has_more_impact(
    criterion: Criterion, one: int, other: int, degrees: dict[str, int]
) -> None:
    worse, better = sorted((one, other), reverse=criterion.required["B"].comparison == "<=")
    results = [judge(_measured(criterion, measured), degrees, MODEL) for measured in (worse, better)]
    assert (results[0].deficit or 0) >= (results[1].deficit or 0)
    assert (results[0].impact or 0) >= (results[1].impact or 0)


@given(st.integers(40, 110), st.integers(40, 110), st.integers(50, 80), degrees_of_people)
def test_a_wider_door_never_fits_worse(one: int, other: int, width: int, degrees: dict[str, int]) -> None:
    person = Dimensions(aid_width=width)
    narrow, wide = (
        judge(obstacle("W04", str(measured), person=person), degrees, MODEL)
        for measured in sorted((one, other))
    )
    assert (narrow.impact or 0) >= (wide.impact or 0)


@given(criteria, rooms, st.integers(1, 3), degrees_of_people, st.integers(0, 2), st.data())
def test_more_limitation_never_lowers_the_impact(
    criterion: str, room: str, missed: int, degrees: dict[str, int], degree: int, data: st.DataObject
) -> None:
    one = Obstacle("", missed, room, criterion=criterion)
    function = data.draw(st.sampled_from(sorted(MODEL.weights_of(criterion))))
    less, more = sorted((degree, degrees.get(function, degree)))
    before, after = (judge(one, {**degrees, function: each}, MODEL) for each in (less, more))
    assert before.impact is None or (after.impact is not None and after.impact >= before.impact)
    assert before.load is None or (after.load is not None and after.load >= before.load)
    assert _urgency(after.priority) >= _urgency(before.priority)


@given(criteria, rooms, degrees_of_people)
def test_what_was_not_measured_never_appears_as_fitting(
    criterion: str, room: str, degrees: dict[str, int]
) -> None:
    result = judge(Obstacle("", None, room, criterion=criterion), degrees, MODEL)
    assert (result.impact, result.load, result.priority) == (None, None, None)
    assert "nicht beurteilt" in sentence(Obstacle("Tür", None, room, criterion=criterion), degrees)


@given(st.integers(0, 18), st.sampled_from(FREQUENCIES), st.sampled_from(FREQUENCIES))
def test_what_is_met_more_often_is_never_less_urgent(halves: int, one: str, other: str) -> None:
    seldom, often = sorted((one, other), key=FREQUENCIES.index)
    impact = Decimal(halves) / 2
    assert _urgency(priority_of(impact, seldom, MODEL)) <= _urgency(priority_of(impact, often, MODEL))


@given(criteria, rooms, st.integers(0, 3), degrees_of_people)
def test_the_impact_lies_between_0_and_9_and_the_load_is_never_less(
    criterion: str, room: str, missed: int, degrees: dict[str, int]
) -> None:
    result = judge(Obstacle("", missed, room, criterion=criterion), degrees, MODEL)
    assert result.impact is None or 0 <= result.impact <= 9
    assert result.impact is None or result.load is None or result.load >= result.impact


def _measured(criterion: Criterion, measured: int) -> Obstacle:
    return Obstacle("", deficit(criterion, "B", Decimal(measured)), "bad", criterion=criterion.id)


def _urgency(priority: str | None) -> int:
    return "DCBA".index(priority) + 1 if priority else 0
