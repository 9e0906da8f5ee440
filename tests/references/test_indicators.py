"""The shipped indicators, tables and templates: complete, named in both languages, and countable."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from zwk_barrier.reference import indicators as reader
from zwk_barrier.reference.indicator import Expression
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.reference.report_templates import (
    OWN,
    load_report_templates,
    read_report_template,
    written,
)
from zwk_barrier.reference.toml_table import TomlTable
from zwk_barrier.resources import resource
from zwk_barrier.statistics.counting import UNITS
from zwk_barrier.statistics.counting.amounts import MONEY
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.units import UNIT_NAMES, dimensions_of

CATALOGUE = load_indicators()
OF_BLOCKS = {
    "use", "who", "where", "dwelling", "occasions", "measures", "money", "effect", "network", "staff", "register",
}  # fmt: skip
SUMS = {
    "activities": {"participants", "advised", "minutes", "travel_minutes"},
    "hours": {"full_posts", "direct_minutes", "indirect_minutes", "travel_minutes", "cost"},
}


def expressions() -> Iterator[tuple[str, Expression]]:
    """Every expression with its denominator."""
    for indicator in CATALOGUE.indicators.values():
        for variant in indicator.variants:
            yield indicator.key, variant.expression
            if variant.expression.of is not None:
                yield indicator.key, variant.expression.of


def test_every_block_of_a_yearly_report_has_indicators() -> None:
    assert set(CATALOGUE.blocks) == OF_BLOCKS
    assert {one.block for one in CATALOGUE.indicators.values()} == OF_BLOCKS


@pytest.mark.parametrize(("key", "asked"), list(expressions()))
def test_an_indicator_names_units_dimensions_and_codes_that_are_counted(key: str, asked: Expression) -> None:
    if asked.unit == "hours":
        assert (asked.where, asked.measure in SUMS["hours"]) == ((), True), key
        return
    assert asked.unit in UNIT_NAMES, key
    for name, codes in asked.where:
        assert name in dimensions_of(asked.unit), key
        assert set(dimension(name).expanded(codes)) <= set(dimension(name).codes), key
    if asked.dimension:
        assert asked.dimension in dimensions_of(asked.unit), key
    if asked.measure and asked.unit != "cases":
        assert asked.measure in SUMS.get(asked.unit, ()) or f"{asked.unit}.{asked.measure}" in MONEY, key


@pytest.mark.parametrize("name", CATALOGUE.tables)
def test_a_table_names_units_dimensions_and_codes_that_are_counted(name: str) -> None:
    spec = CATALOGUE.tables[name]
    for one in filter(None, (spec.by, spec.across, *(pair[0] for pair in spec.where))):
        assert one in dimensions_of(spec.unit)
    for one, codes in spec.where:
        assert set(dimension(one).expanded(codes)) <= set(dimension(one).codes)
    assert spec.level in {"", *(one.name for one in dimension(spec.by).levels)}


def test_medians_are_taken_of_classes_and_means_of_marks() -> None:
    for key, asked in expressions():
        of = dimension(asked.dimension) if asked.dimension else None
        if asked.aggregate in {"median", "p90"}:
            assert of is not None, key
            assert of.bounds, key
        if asked.aggregate == "mean":
            assert of is not None, key
            assert all(code.isdecimal() for code in of.codes if code != of.unknown), key


def test_everything_is_said_in_two_languages_and_ends_as_a_sentence() -> None:
    for one in CATALOGUE.indicators.values():
        for variant in one.variants:
            assert variant.definition_de.endswith(".")
            assert variant.definition_en.endswith(".")
            assert variant.definition_de != variant.definition_en
    for table in CATALOGUE.tables.values():
        assert table.title_de != table.title_en
        assert table.definition_de.endswith(".")


def test_an_indicator_with_a_choice_names_each_way_once() -> None:
    for one in CATALOGUE.indicators.values():
        codes = [variant.code for variant in one.variants]
        assert len(set(codes)) == len(codes)
        assert codes == [""] or "" not in codes


def test_the_words_never_promise() -> None:
    text = resource("statistics", "indicators.toml").read_text("utf-8")
    assert not re.search(r"kann beantragt werden|bis zu \d|eingesparte", text)


def test_each_template_has_its_five_figures_and_sections() -> None:
    templates = load_report_templates()
    assert list(templates) == ["magistrat", "land", "nrw", OWN]
    assert all(len(one.highlights) == 5 for one in templates.values())
    assert {section.key for section in templates["magistrat"].sections} == OF_BLOCKS


def test_the_magistrat_gets_every_indicator_and_table() -> None:
    sections = load_report_templates()["magistrat"].sections
    assert {key for section in sections for key in section.indicators} == set(CATALOGUE.indicators)
    assert {name for section in sections for name in section.tables} == set(CATALOGUE.tables)


def test_what_is_only_half_known_is_to_be_checked() -> None:
    nrw = load_report_templates()["nrw"]
    assert nrw.is_uncertain
    assert "Zu prüfen" in nrw.hint_de
    assert [one.title_de for one in nrw.sections][:3] == [
        "Sämtliche Erstanfragen",
        "Beratungen ohne Fallmanagement",
        "Beratungen mit Fallmanagement",
    ]


@pytest.mark.parametrize("code", load_report_templates())
def test_a_template_is_read_as_it_was_written(code: str) -> None:
    template = load_report_templates()[code]
    assert read_report_template(written(template)) == template


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"highlights": ("nothing",)}, "unknown indicator nothing"),
        ({"definitions": (("visits", "nothing"),)}, "visits has no variant nothing"),
        ({"definitions": (("nothing", "all"),)}, "unknown indicator nothing"),
    ],
)
def test_a_template_with_a_mistake_is_refused(wrong: dict[str, object], why: str) -> None:
    template = replace(load_report_templates()[OWN], **wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=why):
        read_report_template(written(template))


def test_a_text_that_is_no_template_is_refused() -> None:
    with pytest.raises(ValueError, match="own template"):
        read_report_template("= no TOML")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"unit": "cases", "aggregate": "ratio"}, "a ratio needs its of"),
        ({"unit": "cases", "aggregate": "most"}, "aggregate is wrong"),
        ({}, "unit is missing"),
    ],
)
def test_an_expression_with_a_mistake_is_refused(row: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        reader._expression(TomlTable("a file", row))


def test_every_unit_but_those_asked_for_by_question_is_in_the_report() -> None:
    used = {asked.unit for _key, asked in expressions()} | {one.unit for one in CATALOGUE.tables.values()}
    assert set(UNITS) - used == {"occasions", "short_requests"}
