"""The end of a yearly report: what exactly each figure counts, where denominators come from, which versions hold."""

from collections.abc import Callable, Iterator

from zwk_barrier.model.statistics_report import IndicatorValue, StatisticsReport
from zwk_barrier.reports.story import Story
from zwk_barrier.reports.styles import BODY


def write_appendix(story: Story, translate: Callable[[str], str], record: StatisticsReport) -> None:
    """Definitions, sources and versions; nothing where there is none."""
    _ = translate
    figures = list(dict.fromkeys(_figures(record)))
    tables = _tables(record)
    if figures or tables:
        story.heading(2, _("So ist gezählt"))
    if figures:
        story.heading(3, _("Kennzahlen"))
        story.facts(figures)
    if tables:
        story.heading(3, _("Tabellen"))
        story.facts(tables)
    if record.sources or record.editions:
        story.heading(2, _("Quellen und Stände"))
        told = [*record.sources, *(f"{name}: {value}" for name, value in record.editions.items())]
        story.items([[(text, BODY)] for text in told])


def _figures(record: StatisticsReport) -> Iterator[tuple[str, str]]:
    for section in record.sections:
        for value in section.indicators:
            yield _named(value), value.definition


def _named(value: IndicatorValue) -> str:
    """The title with the definition in use, where there is a choice."""
    chosen = dict(value.variants).get(value.variant, "")
    return f"{value.title} ({chosen})" if chosen else value.title


def _tables(record: StatisticsReport) -> list[tuple[str, str]]:
    """Tables that count the same are named together."""
    titles: dict[str, list[str]] = {}
    for section in record.sections:
        for table in section.tables:
            named = titles.setdefault(table.definition, [])
            if table.title not in named:
                named.append(table.title)
    return [("; ".join(named), definition) for definition, named in titles.items() if definition]
