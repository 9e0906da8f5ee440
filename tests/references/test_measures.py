"""Every measure of the catalogue is complete and speaks the words of the code lists."""

from pathlib import Path

import pytest

from zwk_barrier import resources
from zwk_barrier.reference import measures
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import CatalogueMeasure, load_catalogue

EVERY = [pytest.param(measure, id=measure.number) for measure in load_catalogue()]


def test_no_measure_is_missing() -> None:
    assert [measure.number for measure in load_catalogue()] == [f"M{number:02}" for number in range(1, 85)]


@pytest.mark.parametrize("measure", EVERY)
def test_a_measure_speaks_both_languages_and_names_its_origin(measure: CatalogueMeasure) -> None:
    for text in (measure.title_de, measure.title_en, measure.barrier_de, measure.barrier_en):
        assert text == text.strip()
        assert text[0].isupper()
        assert "/" not in text
    assert measure.title("de") != measure.title("en")
    assert measure.source
    assert measure.confidence in {"H", "M", "L"}


@pytest.mark.parametrize("measure", EVERY)
def test_a_measure_uses_codes_that_exist(measure: CatalogueMeasure) -> None:
    assert all(kind in load_code_list("measure_kind") for kind in measure.kinds)
    assert measure.payers
    assert all(payer in load_code_list("payer") for payer in measure.payers)
    assert not measure.trade or measure.trade in load_code_list("trade")


@pytest.mark.parametrize("measure", EVERY)
def test_costs_are_a_range_or_say_why_not(measure: CatalogueMeasure) -> None:
    if measure.cost_low is None or measure.cost_high is None:
        assert measure.cost_note
    else:
        assert 0 <= measure.cost_low <= measure.cost_high <= 80_000


@pytest.mark.parametrize("measure", EVERY)
def test_larger_works_that_touch_the_building_need_consent_unless_it_is_the_kitchen(
    measure: CatalogueMeasure,
) -> None:
    if measure.kind == "bau_gross" and measure.trade != "kuechenbau":
        assert measure.consent_needed


def test_a_measure_that_the_catalogue_does_not_have_is_none() -> None:
    assert load_catalogue().get("M85") is None
    assert load_catalogue().get(None) is None


@pytest.mark.parametrize(
    ("old", "new"), [("M01;", "M02;"), (";0;100;", ";200;100;"), (";nein;", ";vielleicht;"), (";M;", ";X;")]
)
def test_a_damaged_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    text = resources.resource("measures", "catalogue.csv").read_text(encoding="utf-8")
    (tmp_path / "catalogue.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(measures, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ValueError, match=r"catalogue\.csv, row [23]:"):
        load_catalogue.__wrapped__()


def test_what_to_mind_is_said_in_both_languages_or_in_none() -> None:
    for entry in load_catalogue():
        assert bool(entry.hint("de")) == bool(entry.hint("en")), entry.number
