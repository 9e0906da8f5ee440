"""The end of a yearly report: what exactly each figure counts, where denominators come from, which versions hold."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from zwk_barrier.model.statistics_report import IndicatorValue, StatisticsReport
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4

_SHORTEST_RUN: Final = 3


def write_appendix(story: Story, translate: Callable[[str], str], record: StatisticsReport) -> None:
    """Definitions, sources and versions; nothing where there is none."""
    _ = translate
    figures = list(dict.fromkeys(_figures(record)))
    tables = [(_named_tables(_, numbers), definition) for definition, numbers in _tables(record).items()]
    if figures or tables:
        story.heading(2, _("So ist gezählt"))
    for title, rows in ((_("Kennzahlen"), figures), (_("Tabellen"), tables)):
        if rows:
            story.heading(3, title)
            story.add(story.facts_block(rows, A4.text_width))
    sources = [(_("Quelle"), text) for text in record.sources]
    if sources or record.editions:
        story.heading(2, _("Quellen und Stände"))
        story.add(story.facts_block([*sources, *record.editions.items()], A4.text_width))


def _figures(record: StatisticsReport) -> Iterator[tuple[str, str]]:
    for section in record.sections:
        for value in section.indicators:
            yield _named(value), value.definition


def _named(value: IndicatorValue) -> str:
    """The title with the definition in use, where there is a choice."""
    chosen = dict(value.variants).get(value.variant, "")
    return f"{value.title} ({chosen})" if chosen else value.title


def _tables(record: StatisticsReport) -> dict[str, list[int]]:
    """The numbers of the tables by definition, for many count the same."""
    found: dict[str, list[int]] = {}
    tables = [table for section in record.sections for table in section.tables]
    for number, table in enumerate(tables, 1):
        if table.definition:
            found.setdefault(table.definition, []).append(number)
    return found


def _named_tables(translate: Callable[[str], str], numbers: Sequence[int]) -> str:
    """The tables by their numbers, those that follow one another as a run."""
    _ = translate
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > _SHORTEST_RUN - 1 else ", ".join(map(str, run)) for run in runs
    )
    return (_("Tabelle {number}") if len(numbers) == 1 else _("Tabellen {number}")).format(number=told)
