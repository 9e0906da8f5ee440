"""Holds the lines of a population table against one another: nothing twice, nothing missing, all sums right."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from zwk_barrier.exchange.population_columns import Group
from zwk_barrier.exchange.population_lines import ReadLine
from zwk_barrier.model.population import LineNote
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.rules.population import OPEN_END, Inhabitants, PopulationCell, age_label
from zwk_barrier.rules.typed.numbers import format_decimal
from zwk_barrier.wording import _

_ROUNDED_TO: Final = (10, 5)
_ENOUGH_CELLS: Final = 12
"""Fewer numbers may end in 0 or 5 by chance."""

_MOST_NAMES: Final = 6

Span = tuple[int, int]
_Key = tuple[str | None, Span, str | None]


@dataclass(slots=True)
class Checked:
    """What was found; ``is_rounded`` when every number is a multiple of 5."""

    problems: list[LineNote] = field(default_factory=list)
    notes: list[LineNote] = field(default_factory=list)
    is_rounded: bool = False


def check_table(
    lines: Sequence[ReadLine], areas: AreaTree, day: date, kind: str, *, is_long: bool
) -> Checked:
    """Everything that is wrong with the lines of one day and source."""
    return _Check(lines, areas, day, kind).run(is_long=is_long)


class _Check:
    def __init__(self, lines: Sequence[ReadLine], areas: AreaTree, day: date, kind: str) -> None:
        self._lines, self._areas, self._kind = lines, areas, kind
        self._found = Checked()
        self._persons: dict[_Key, int] = {}
        self._places: dict[_Key, int] = {}
        self._groups: dict[Span, Group] = {}
        for line in lines:
            self._take(line)
        cells = [
            PopulationCell(area, sex, *_ends(self._groups[span]), persons)
            for (area, span, sex), persons in self._persons.items()
        ]
        self._inhabitants = Inhabitants(cells, areas, day)
        self._step = _rounding(list(self._persons.values()))
        self._found.is_rounded = self._step > 0

    def run(self, *, is_long: bool) -> Checked:
        """All the checks; those of sums only where nothing is there twice."""
        if self._found.problems:
            return self._found
        if self._kind != "heimplaetze":
            self._check_areas()
        if is_long:
            self._check_groups()
        if not self._found.problems:
            self._check_nested()
            self._check_totals()
            self._tell_sums()
        return self._found

    def _take(self, line: ReadLine) -> None:
        for cell in line.cells:
            span = (cell.group.first or 0, OPEN_END if cell.group.last is None else cell.group.last + 1)
            key = (line.area, span, cell.sex)
            if key in self._persons:
                sentence = _("{area}, {ages}: steht schon in Zeile {line}.")
                self._fail(
                    line.number,
                    sentence.format(area=self._name(line.area), ages=_ages(span), line=self._places[key]),
                )
                return
            self._persons[key], self._places[key] = cell.persons, line.number
            self._groups[span] = cell.group

    def _check_areas(self) -> None:
        """Where parts of an area are told, all have to be, or what is summed of it would be too small."""
        told = {key for key in self._inhabitants.told_areas if key is not None}
        whole = {above.key for key in told for above in self._areas.path(key)[:-1]}
        for area in (None, *sorted(whole)):
            children = self._inhabitants.children(area)
            present = [key for key in children if key in told or key in whole]
            missing = [key for key in children if key not in told and key not in whole]
            if present and missing:
                sentence = _(
                    "{area}: In der Datei fehlt {names}. Ergänzen Sie das, mit 0, wenn dort niemand wohnt."
                )
                self._fail(None, sentence.format(area=self._name(area), names=self._names(missing)))

    def _check_groups(self) -> None:
        """In a long table every area has the same groups, or a line got lost."""
        by_area: dict[str | None, set[tuple[Span, str | None]]] = {}
        last_line: dict[str | None, int] = {}
        for (area, span, sex), number in self._places.items():
            by_area.setdefault(area, set()).add((span, sex))
            last_line[area] = max(number, last_line.get(area, 0))
        inner = {area: groups for area, groups in by_area.items() if area is not None}
        wanted = set().union(*inner.values()) if inner else set()
        for area, groups in inner.items():
            missing = sorted({span for span, _sex in wanted - groups})
            if missing:
                sentence = _("{area}: Es fehlt die Altersgruppe {ages}. Ergänzen Sie sie, auch mit 0.")
                ages = ", ".join(_ages(span) for span in missing[:_MOST_NAMES])
                self._fail(last_line[area], sentence.format(area=self._name(area), ages=ages))

    def _check_nested(self) -> None:
        """What a group of ages holds in parts must add up to it, and never be more."""
        lines: dict[tuple[str | None, str | None], dict[Span, int]] = {}
        for (area, span, sex), persons in self._persons.items():
            lines.setdefault((area, sex), {})[span] = persons
        for (area, sex), spans in lines.items():
            for span in spans:
                self._check_span(area, sex, span, spans)
        self._check_sexes()

    def _check_span(self, area: str | None, sex: str | None, span: Span, spans: Mapping[Span, int]) -> None:
        inner = {one: persons for one, persons in spans.items() if _lies_in(one, span)}
        parts = _tiling(inner, span) or []
        is_whole = bool(parts)
        parts = parts or _apart(inner)
        if not parts:
            return
        told, summed = spans[span], sum(inner[one] for one in parts)
        is_wrong = summed != told if is_whole else summed > told
        if is_wrong and abs(summed - told) > self._allowed(len(parts)):
            sentence = (
                _("{area}: {parts} ergeben zusammen {sum}, „{whole}“ sagt {told}.")
                if is_whole
                else _("{area}: {parts} sind mit {sum} mehr als „{whole}“ mit {told}.")
            )
            names = ", ".join(_ages(one) for one in parts[:_MOST_NAMES]) + (
                " …" if len(parts) > _MOST_NAMES else ""
            )
            self._fail(
                self._places[area, span, sex],
                sentence.format(
                    area=self._name(area), parts=names, sum=_n(summed), whole=_ages(span), told=_n(told)
                ),
            )

    def _check_sexes(self) -> None:
        for (area, span, sex), told in self._persons.items():
            of_sexes = [self._persons[key] for one in "mwd" if (key := (area, span, one)) in self._persons]
            if sex is None and len(of_sexes) > 1 and sum(of_sexes) > told + self._allowed(len(of_sexes)):
                sentence = _("{area}, {ages}: Frauen und Männer sind mit {sum} mehr als alle mit {told}.")
                self._fail(
                    self._places[area, span, sex],
                    sentence.format(
                        area=self._name(area), ages=_ages(span), sum=_n(sum(of_sexes)), told=_n(told)
                    ),
                )

    def _check_totals(self) -> None:
        """A line of an area whose parts have lines, too, is their sum; people without an area are named as such."""
        for (area, span, sex), told in self._persons.items():
            parts = [self._sum_below(key, span, sex) for key in self._inhabitants.children(area)]
            known = [part for part in parts if part is not None]
            if not parts or len(known) < len(parts):
                continue
            summed = sum(count for count, _number in known)
            if abs(summed - told) > self._allowed(sum(number for _count, number in known)):
                sentence = _("{area}, {ages}: Die Summe {told} stimmt nicht; die Teile ergeben {sum}.")
                self._fail(
                    self._places[area, span, sex],
                    sentence.format(area=self._name(area), ages=_ages(span), told=_n(told), sum=_n(summed)),
                )

    def _sum_below(self, area: str, span: Span, sex: str | None) -> tuple[int, int] | None:
        """What an area has in a group, and of how many numbers that is the sum; None when it is not told."""
        if (key := (area, span, sex)) in self._persons:
            return self._persons[key], 1
        parts = [self._sum_below(child, span, sex) for child in self._inhabitants.children(area)]
        known = [part for part in parts if part is not None]
        if not parts or len(known) < len(parts):
            return None
        return sum(count for count, _n in known), sum(number for _c, number in known)

    def _tell_sums(self) -> None:
        totals = [line.number for line in self._lines if line.is_total or self._has_parts(line.area)]
        if totals:
            sentence = _("Summenzeilen erkannt und nachgerechnet: Zeile {lines}.")
            shown = ", ".join(map(str, dict.fromkeys(totals[:_MOST_NAMES]))) + (
                " …" if len(totals) > _MOST_NAMES else ""
            )
            self._found.notes.append(LineNote(None, sentence.format(lines=shown)))

    def _has_parts(self, area: str | None) -> bool:
        told = self._inhabitants.told_areas
        return any(key in told for key in self._inhabitants.children(area))

    def _allowed(self, parts: int) -> int:
        """By how much rounded parts may miss their rounded sum: the most possible, or four standard deviations."""
        numbers = parts + 1
        return int(min(self._step * numbers / 2, 4 * self._step * math.sqrt(numbers / 12)))

    def _name(self, area: str | None) -> str:
        return self._areas.name if area is None else self._areas.label(area)

    def _names(self, keys: Sequence[str]) -> str:
        shown = ", ".join(self._areas.label(key) for key in keys[:_MOST_NAMES])
        more = len(keys) - _MOST_NAMES
        return _("{names} und {n} weitere").format(names=shown, n=more) if more > 0 else shown

    def _fail(self, number: int | None, sentence: str) -> None:
        self._found.problems.append(LineNote(number, sentence))


def _ends(group: Group) -> tuple[int | None, int | None]:
    return group.first, group.last


def _ages(span: Span) -> str:
    return age_label(span[0] or None, None if span[1] == OPEN_END else span[1] - 1)


def _lies_in(one: Span, other: Span) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _tiling(inner: Iterable[Span], whole: Span) -> list[Span] | None:
    """Groups that follow on one another from the beginning of another one to its end, the finest first."""
    ways: dict[int, list[Span]] = {whole[0]: []}
    for span in sorted(inner, key=lambda one: (one[0], one[1] - one[0])):
        if span[0] in ways:
            ways.setdefault(span[1], [*ways[span[0]], span])
    found = ways.get(whole[1])
    return found or None


def _apart(inner: Iterable[Span]) -> list[Span]:
    """Groups that do not overlap, as many as there can be."""
    chosen: list[Span] = []
    for span in sorted(inner, key=lambda one: one[1]):
        if not chosen or span[0] >= chosen[-1][1]:
            chosen.append(span)
    return chosen


def _rounding(counts: Sequence[int]) -> int:
    """To what all numbers are rounded; 0 for exact ones."""
    if len(counts) < _ENOUGH_CELLS or not any(counts):
        return 0
    return next((step for step in _ROUNDED_TO if all(count % step == 0 for count in counts)), 0)


def _n(count: int) -> str:
    return format_decimal(Decimal(count))
