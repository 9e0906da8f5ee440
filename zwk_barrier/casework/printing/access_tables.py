"""How the rows of one kind are laid out in an access report: short values in columns, the rest as running text.

Nothing is dropped: what all rows have in common is said once above them, what names a row stands in its first column.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from zwk_barrier.model.report_parts import Grid, GridColumn, Part
from zwk_barrier.wording import _

_WIDTH: Final = 166.0  # mm
_NAME: Final = 40.0  # mm at least for what names a row
_REST: Final = 52.0  # mm at least for what has no column of its own
_PER_CHARACTER: Final = 1.9  # mm
_BETWEEN: Final = 5.0  # mm between columns
_IN_ONE_LINE: Final = 14  # characters of a column that may not break
_SHORT: Final = 30  # characters of a value that goes in a column
_BRIEF: Final = 60  # characters of a value that goes on in the same line
_FILLED: Final = 0.15  # of the rows have to say something for a column
_BARE_ROW: Final = 0.6  # lines a row takes for its own distances
_FEWEST: Final = 3  # rows that make columns worth having
_MANY: Final = 6  # rows in each table that make several of them worth having
_SEPARATOR: Final = " · "

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A row in words: what it is recognised by, its facts by name, and the names of those its title says in full."""

    title: str
    facts: tuple[Fact, ...]
    named: frozenset[str] = frozenset()


def rows_parts(name: str, rows: Sequence[ToldRow], label: str) -> Iterable[Part]:
    """A table with a row for each; one for each value of the fact ``label`` where there are many rows.

    ``name`` says what a row is.
    """
    groups: dict[str, list[ToldRow]] = {}
    for row in rows:
        groups.setdefault(dict(row.facts).get(label, ""), []).append(row)
    if len(rows) < _MANY * len(groups):
        groups = {"": list(rows)}
    for value, group in groups.items():
        title = _("{name} · {label} {value}").format(name=name, label=label, value=value)
        yield replace(rows_part(name, group), title=title if value else name)


def rows_part(name: str, rows: Sequence[ToldRow]) -> Part:
    """A table with a row for each, under what is the same in all of them; ``name`` says what a row is.

    Rows that say nothing but what they are called are listed in a sentence.
    """
    titles = [row.title or name for row in rows]
    facts = [{label: value for label, value in row.facts if label not in row.named} for row in rows]
    same = _same(facts)
    facts = [{label: value for label, value in one.items() if label not in same} for one in facts]
    said = told(same.items())
    texts = (_("Bei allen gleich: {facts}").format(facts=said),) if said else ()
    if not any(facts):
        return Part(name, texts=(*texts, _SEPARATOR.join(titles)))
    layout = _layout(titles, facts)
    cells = tuple(_cells(title, one, layout) for title, one in zip(titles, facts, strict=True))
    last = _("Weitere Angaben") if layout.columns else _("Gespeicherte Angaben")
    headings = [name, *layout.columns, *([last] if layout.rest else [])]
    return Part(name, texts=texts, grid=Grid(tuple(map(GridColumn, headings, layout.shares)), cells))


def told(facts: Iterable[Fact]) -> str:
    """Facts as text: brief ones beside one another, each long one in lines of its own."""
    lines: list[list[str]] = [[]]
    for label, value in facts:
        words = _("{label}: {value}").format(label=label, value=value)
        if len(value) <= _BRIEF and "\n" not in value:
            lines[-1].append(words)
        else:
            lines += [[words], []]
    return "\n".join(_SEPARATOR.join(line) for line in lines if line)


def _same(facts: Sequence[dict[str, str]]) -> dict[str, str]:
    """What every row says in the same words, where there are several."""
    if len(facts) < _FEWEST - 1:
        return {}
    first, *others = facts
    return {label: value for label, value in first.items() if all(one.get(label) == value for one in others)}


@dataclass(frozen=True, slots=True)
class _Layout:
    """The widths of a table's columns in mm: what names a row, the facts in ``columns``, the ``rest`` if any."""

    name: float
    columns: Mapping[str, float]
    rest: float

    @property
    def shares(self) -> tuple[float, ...]:
        return (self.name, *self.columns.values(), *([self.rest] if self.rest else []))


def _cells(title: str, facts: Mapping[str, str], layout: _Layout) -> tuple[str, ...]:
    chosen = [facts.get(label, "") for label in layout.columns]
    rest = told(fact for fact in facts.items() if fact[0] not in layout.columns)
    return (title, *chosen, *([rest] if layout.rest else []))


def _layout(titles: Sequence[str], facts: Sequence[dict[str, str]]) -> _Layout:
    """The layout in which the table is lowest; of two as low the one with more columns."""

    def height(layout: _Layout) -> float:
        rows = (_cells(title, one, layout) for title, one in zip(titles, facts, strict=True))
        return sum(max(map(_lines_of, cells, layout.shares)) + _BARE_ROW for cells in rows)

    return min(_possible(facts), key=height)


def _possible(facts: Sequence[dict[str, str]]) -> Iterable[_Layout]:
    labels = list(dict.fromkeys(label for one in facts for label in one))
    values = {label: [one.get(label, "") for one in facts] for label in labels}
    widths = {label: _width(label, values[label]) for label in labels if _is_short(values[label])}
    tried: list[dict[str, float]] = [{}]
    for label, width in widths.items() if len(facts) >= _FEWEST else ():
        if sum(tried[-1].values()) + width <= _WIDTH - _NAME:
            tried.append({**tried[-1], label: width})
    for chosen in reversed(tried):
        left = _WIDTH - sum(chosen.values())
        if len(chosen) == len(labels):
            yield _Layout(left, chosen, 0)
        elif left >= _NAME + _REST:
            wider = (left * share for share in (0.45, 0.55, 0.65) if left * (1 - share) >= _REST)
            for title in (_NAME, *(width for width in wider if width > _NAME)):
                yield _Layout(title, chosen, left - title)


def _lines_of(text: str, width: float) -> int:
    room = max(width - _BETWEEN, 1)
    return sum(max(1, ceil(len(line) * _PER_CHARACTER / room)) for line in text.split("\n"))


def _is_short(values: Sequence[str]) -> bool:
    """Whether values fill a narrow column, not only here and there."""
    filled = [value for value in values if value]
    return len(filled) >= len(values) * _FILLED and all(
        len(value) <= _SHORT and "\n" not in value for value in filled
    )


def _width(label: str, values: Sequence[str]) -> float:
    words = [word for text in (label, *values) for word in text.split(" ")]
    longest = max(len(word) for word in words)
    in_one_line = min(max(len(value) for value in values), _IN_ONE_LINE)
    return max(longest, in_one_line) * _PER_CHARACTER + _BETWEEN
