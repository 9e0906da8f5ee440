"""Reads the templates of reports: which sections they have for whom; the office's own choice in the same form.

A mistake raises ValueError naming file and key, so that no report is ever printed with a figure missing unseen.
"""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

from zwk_barrier.reference.indicator import Catalogue, ReportTemplate, TemplateSection
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.reference.table import CONFIDENCES
from zwk_barrier.reference.toml_table import TomlTable
from zwk_barrier.resources import resource

OWN: Final = "eigene"
"""The template an office may fill as it likes."""

OWN_KEPT_AS: Final = "statistics_own"
"""The code under which that choice lies among the office's templates, in the form of :func:`written`."""


@cache
def load_report_templates() -> Mapping[str, ReportTemplate]:
    """The shipped templates by code, in the order they are offered; raises ValueError naming file and key."""
    path = resource("statistics", "templates.toml")
    top = TomlTable(path.name, tomllib.loads(path.read_text("utf-8")))
    found = [_template(row, load_indicators()) for row in top.tables("template")]
    top.done()
    return {one.code: one for one in found}


def read_report_template(text: str) -> ReportTemplate:
    """One template as :func:`written` wrote it; raises ValueError."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"own template: {error}") from error
    return _template(TomlTable("own template", values), load_indicators())


def written(template: ReportTemplate) -> str:
    """The template as TOML, which :func:`read_report_template` reads back."""
    plain = ("code", "title_de", "title_en", "hint_de", "hint_en", "source", "confidence")
    lines = [f"{key} = {_text(getattr(template, key))}" for key in plain]
    lines.append(f"checked_on = {template.checked_on.isoformat()}")
    lines.append(f"highlights = {_listed(template.highlights)}")
    pairs = ", ".join(f"{key} = {_text(code)}" for key, code in template.definitions)
    lines.append(f"definitions = {{ {pairs} }}")
    for section in template.sections:
        lines += ["", "[[section]]", f"key = {_text(section.key)}"]
        lines += [
            f"{key} = {_text(getattr(section, key))}"
            for key in ("title_de", "title_en", "note_de", "note_en")
        ]
        lines += [
            f"indicators = {_listed(section.indicators)}",
            f"tables = {_listed(section.tables)}",
        ]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _template(row: TomlTable, catalogue: Catalogue) -> ReportTemplate:
    template = ReportTemplate(
        code=row.required("code"),
        title_de=row.required("title_de"),
        title_en=row.required("title_en"),
        hint_de=row.required("hint_de"),
        hint_en=row.required("hint_en"),
        highlights=row.listed("highlights"),
        definitions=_definitions(row.table("definitions")),
        sections=tuple(_section(one, catalogue) for one in row.tables("section")),
        source=row.required("source"),
        confidence=row.choice("confidence", CONFIDENCES),
        checked_on=row.day("checked_on") or row.fail("checked_on is missing"),
    )
    row.done()
    _check(row, template, catalogue)
    return template


def _definitions(row: TomlTable) -> tuple[tuple[str, str], ...]:
    found = tuple((key, row.required(key)) for key in row.names())
    row.done()
    return found


def _section(row: TomlTable, catalogue: Catalogue) -> TemplateSection:
    key = row.required("key")
    block = catalogue.blocks.get(key)
    indicators, tables = row.listed("indicators"), row.listed("tables")
    if block is not None and not row.has("indicators") and not row.has("tables"):
        indicators, tables = catalogue.of_block(key)
    section = TemplateSection(
        key,
        row.text("title_de") or (block.title_de if block else row.required("title_de")),
        row.text("title_en") or (block.title_en if block else row.required("title_en")),
        indicators,
        tables,
        row.text("note_de"),
        row.text("note_en"),
    )
    row.done()
    return section


def _check(row: TomlTable, template: ReportTemplate, catalogue: Catalogue) -> None:
    for section in template.sections:
        for key in section.indicators:
            if key not in catalogue.indicators:
                row.fail(f"unknown indicator {key}")
        for name in section.tables:
            if name not in catalogue.tables:
                row.fail(f"unknown table {name}")
    for key in template.highlights:
        if key not in catalogue.indicators:
            row.fail(f"unknown indicator {key}")
    for key, code in template.definitions:
        indicator = catalogue.indicators.get(key) or row.fail(f"unknown indicator {key}")
        if code not in {variant.code for variant in indicator.variants}:
            row.fail(f"{key} has no variant {code}")
