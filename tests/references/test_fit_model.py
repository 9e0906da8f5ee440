"""The model "Passung" is complete, explained row by row, and speaks the words of the code lists."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit_tables import load_fit_model, read_model
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.resources import resource

MODEL = load_fit_model()
SHIPPED = resource("fit", "2026_11")
MEASURABLE = [pytest.param(one, id=one.id) for one in load_requirements()]
RULES = {"yes_no": {"answer"}, "grade": {"grade"}, "pair": {"relative"}, "number": {"relative", "absolute"}}


@pytest.mark.parametrize("criterion", MEASURABLE)
def test_every_criterion_matters_to_somebody(criterion: Criterion) -> None:
    assert any(one.weight > 0 for one in MODEL.weights_of(criterion.id).values())


@pytest.mark.parametrize("criterion", MEASURABLE)
def test_every_criterion_has_a_rule_for_its_kind(criterion: Criterion) -> None:
    rule = MODEL.criteria[criterion.id].rule
    assert rule.kind in RULES[criterion.kind]
    asks_nothing = any(
        one.value == 0 and not isinstance(one.value, bool) for one in criterion.required.values()
    )
    assert not asks_nothing or rule.kind == "absolute"


def test_one_step_where_none_is_asked_is_never_a_slight_miss() -> None:
    assert MODEL.criteria["A14"].rule.slight == 0


def test_no_row_is_about_a_criterion_that_does_not_exist() -> None:
    assert set(MODEL.criteria) - {one.id for one in load_requirements()} == set()


def test_every_room_and_every_activity_has_its_row() -> None:
    assert set(MODEL.rooms) == {one.code for one in load_code_list("room")}
    activities = {one.code for one in load_code_list("activity")}
    assert set(MODEL.activities) == set(MODEL.by_activity) == activities


def test_every_function_decides_somewhere_and_can_be_affected() -> None:
    weighed = {function for weights in MODEL.by_topic.values() for function in weights}
    codes = {one.code for one in load_code_list("function")}
    assert weighed == set(MODEL.functions) == codes


def test_the_priorities_and_hazards_are_those_of_the_code_lists() -> None:
    codes = [one.code for one in load_code_list("priority")]
    assert [code for code, _least in MODEL.settings.cut_points] == codes[:-1]
    assert set(MODEL.settings.hazards) == {one.code for one in load_code_list("hazard")}


def test_the_model_says_that_it_is_no_validated_instrument() -> None:
    assert MODEL.version.status() == "Arbeitshilfe, kein validiertes Testinstrument"
    assert MODEL.version.number == "2026-11"


def test_a_day_before_the_first_version_takes_the_first() -> None:
    assert load_fit_model(date(2020, 1, 1)).version == MODEL.version


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("relevance.csv", ";F06;1;", ";F06;4;", "relevance.csv, row 2: weight is not from 0 to 3: 4"),
        ("relevance.csv", ";F06;1;", ";F99;1;", "relevance.csv, row 2: unknown function F99"),
        ("relevance.csv", "weg_breite;F06", "umweg;F06", "row 2: umweg is neither a topic nor a criterion"),
        ("relevance.csv", "weg_breite;F07", "weg_breite;F06", "relevance.csv, row 3: F06 comes twice"),
        ("criteria.csv", ";weg_breite;", ";umweg;", "criteria.csv, row 2: unknown topic umweg"),
        ("criteria.csv", ";relative;", ";ungefähr;", "criteria.csv, row 2: unknown rule ungefähr"),
        ("criteria.csv", ";0.10;0.25;", ";0.30;0.25;", "criteria.csv, row 2: slight and clear do not rise"),
        ("criteria.csv", "A02;", "A01;", "criteria.csv, row 3: A01 comes twice"),
        ("rooms.csv", ";haus_verlassen;", ";verreisen;", "rooms.csv, row 2: unknown activity verreisen"),
        ("rooms.csv", ";ausgang;", ";eingang;", "rooms.csv, row 2: unknown safety eingang"),
        ("activities.csv", ";taeglich;", ";;", "activities.csv, row 2: frequency is empty"),
        ("activity_relevance.csv", ";M;", ";X;", "activity_relevance.csv, row 2: unknown confidence X"),
        ("suggestions.csv", "aids;gehstock", "aids;besen", "suggestions.csv, row 2: unknown aid besen"),
        ("model.toml", "B = 13", "B = 30", "model.toml: the cut points of the priorities do not fall"),
    ],
)
def test_a_mistake_is_named_with_file_row_and_reason(
    tmp_path: Path, file: str, old: str, new: str, why: str
) -> None:
    folder = shutil.copytree(SHIPPED, tmp_path / "fit")
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=why):
        read_model(folder)
