"""Reads a file of inhabitants by area and age, the way statistics offices write them.

Wide (a line an area, a column a group of ages) or long (a line a group).  Everything that is wrong is told at once,
each with its line; a file with a problem is not taken in, not in parts either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from zwk_barrier.exchange.delimited import Line, read_delimited
from zwk_barrier.exchange.population_areas import AreaNames, UnknownArea, is_total
from zwk_barrier.exchange.population_checks import check_table
from zwk_barrier.exchange.population_columns import Group, Heading, read_group, read_heading, read_sex
from zwk_barrier.exchange.population_lines import ReadCell, ReadLine
from zwk_barrier.exchange.population_values import Unreadable, read_age, read_day, read_persons
from zwk_barrier.model.population import LineNote, ReadPopulation, ReadTable
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.rules.population import Inhabitants, PopulationCell
from zwk_barrier.rules.typed.numbers import echo
from zwk_barrier.wording import _

_HEAD_WITHIN: Final = 15
"""So many lines of title may stand over the headings."""

_LONGEST_NAME: Final = 40
_MOST_PROBLEMS: Final = 50
_EXAMPLE: Final = "ortsteil_nr;stichtag;insgesamt;u18;65plus;80plus;quelle"


def read_population(content: bytes, areas: AreaTree, today: date, kind: str = "einwohner") -> ReadPopulation:
    """What a file says; never raises: what is wrong with it stands in ``problems``.

    ``kind`` is a code of population_kind: a projection may lie ahead and have parts of people, places of care
    homes need not stand for every area.
    """
    digest = sha256(content).hexdigest()
    try:
        delimited = read_delimited(content)
    except InputProblem as problem:
        return ReadPopulation((), (LineNote(None, str(problem)),), (), digest, "", "")
    reading = _Reading(areas, today, kind)
    reading.read(delimited.lines)
    return ReadPopulation(
        () if reading.problems else tuple(reading.tables),
        tuple(sorted(reading.problems, key=_place)[:_MOST_PROBLEMS]),
        tuple(sorted(reading.notes, key=_place)),
        digest,
        delimited.encoding,
        delimited.delimiter,
    )


def _place(note: LineNote) -> int:
    return note.line or 0


@dataclass(frozen=True, slots=True)
class _Columns:
    """The headings by what they hold, each with the place of its column."""

    headings: tuple[Heading, ...]

    def of(self, *roles: str) -> list[tuple[int, Heading]]:
        return [(place, head) for place, head in enumerate(self.headings) if head.role in roles]

    def first(self, role: str) -> int | None:
        return next((place for place, head in enumerate(self.headings) if head.role == role), None)

    @property
    def is_long(self) -> bool:
        return bool(self.of("age", "age_from")) and bool(self.of("count"))

    @property
    def makes_sense(self) -> bool:
        return bool(self.of("area")) and (self.is_long or bool(self.of("group", "count")))


class _Reading:
    """Goes through a file once, and gathers tables, problems and notes."""

    def __init__(self, areas: AreaTree, today: date, kind: str) -> None:
        self._areas, self._today, self._kind = areas, today, kind
        self._names = AreaNames(areas)
        self._source = ""
        self._last_day: date | None = None
        self.tables: list[ReadTable] = []
        self.problems: list[LineNote] = []
        self.notes: list[LineNote] = []

    def read(self, lines: Sequence[Line]) -> None:
        """Reads headings, lines and tables."""
        place, columns = _find_headings(lines)
        if columns is None:
            self._fail(None, self._no_headings(lines))
            return
        self._tell_columns(lines[place].number, columns)
        read = [line for each in lines[place + 1 :] if (line := self._line(each, columns)) is not None]
        if not read and not self.problems:
            self._fail(None, _("Unter der Kopfzeile stehen keine Zahlen."))
        if self.problems:
            return
        for (day, source), of_table in _tables(read).items():
            found = check_table(
                of_table, self._areas, day or self._today, self._kind, is_long=columns.is_long
            )
            self.problems += found.problems
            self.notes += found.notes
            self.tables.append(self._table(day, source, of_table, is_rounded=found.is_rounded))

    def _no_headings(self, lines: Sequence[Line]) -> str:
        if not lines:
            return _("Die Datei ist leer.")
        return _(
            "Es ist keine Kopfzeile zu erkennen. Nötig sind eine Spalte mit dem Ortsteil oder Stadtteil und Spalten "
            "mit Einwohnerzahlen, zum Beispiel: {example}"
        ).format(example=_EXAMPLE)

    def _tell_columns(self, number: int, columns: _Columns) -> None:
        shares = [head.text for _place, head in columns.of("share")]
        others = [head.text for _place, head in columns.of("other") if head.text]
        if shares:
            sentence = _("Anteile werden berechnet, nicht eingelesen: {columns}.")
            self._note(number, sentence.format(columns=", ".join(shares)))
        if others:
            self._note(number, _("Nicht gelesene Spalten: {columns}.").format(columns=", ".join(others)))
        for role in ("group", "count"):
            self._check_once(number, columns.of(role))
        for role, title in (("day", _("Stichtag")), ("source", _("Quelle")), ("sex", _("Geschlecht"))):
            if len(columns.of(role)) > 1:
                self._fail(number, _("Die Spalte „{title}“ kommt mehrmals vor.").format(title=title))

    def _check_once(self, number: int, found: Iterable[tuple[int, Heading]]) -> None:
        seen: dict[tuple[Group | None, str | None], str] = {}
        for _place, head in found:
            key = (head.group, head.sex)
            if key in seen:
                sentence = _("Die Spalten „{one}“ und „{other}“ sagen dasselbe.")
                self._fail(number, sentence.format(one=seen[key], other=head.text))
            seen[key] = head.text

    def _line(self, line: Line, columns: _Columns) -> ReadLine | None:
        cells = (*line.cells, *("",) * (len(columns.headings) - len(line.cells)))
        try:
            if not self._is_remark(cells, columns):
                return self._read_line(line.number, cells, columns)
            self._note(line.number, _("Als Fußnote gelesen: {text}").format(text=echo(cells[0])))
        except (Unreadable, UnknownArea) as problem:
            self._fail(line.number, str(problem))
        return None

    def _is_remark(self, cells: Sequence[str], columns: _Columns) -> bool:
        """One text alone, in the first column, without a number: a source or an explanation below the table."""
        areas = [cells[place] for place, _head in columns.of("area")]
        is_alone = bool(cells[0]) and not any(cells[1:]) and not cells[0].isdigit()
        return is_alone and (len(cells[0]) > _LONGEST_NAME or ":" in cells[0] or not any(areas))

    def _read_line(self, number: int, cells: Sequence[str], columns: _Columns) -> ReadLine | None:
        texts, width = [cells[place] for place, _head in columns.of("area")], len(columns.headings)
        if any(cells[width:]):
            sentence = _("Hier stehen {n} Spalten, in der Kopfzeile nur {m}.")
            raise Unreadable(sentence.format(n=len(cells), m=width))
        if not any(texts):
            raise UnknownArea(_("Hier fehlt der Ortsteil."))
        area = self._names.find(
            texts, [head.level for _place, head in columns.of("area")], self._usual(columns)
        )
        day = self._day(cells[place]) if (place := columns.first("day")) is not None else None
        if (place := columns.first("source")) is not None:
            self._source = cells[place] or self._source
        read = self._long(cells, columns) if columns.is_long else self._wide(number, cells, columns)
        if not read:
            return None
        return ReadLine(number, area.key, is_total(texts), day, self._source, tuple(read))

    def _usual(self, columns: _Columns) -> str:
        return next((head.level for _place, head in columns.of("area") if head.level), "")

    def _day(self, text: str) -> date:
        """The day of a line; one that names none, e.g. of a sum, has that of the line before."""
        if not text and self._last_day is not None:
            return self._last_day
        if not text:
            raise Unreadable(_("Hier fehlt der Stichtag."))
        day = self._last_day = read_day(text)
        if day > self._today and self._kind != "prognose":
            raise Unreadable(
                _(
                    "Der Stichtag {text} liegt in der Zukunft. Vorausberechnungen werden als solche eingelesen."
                ).format(text=text)
            )
        return day

    def _wide(self, number: int, cells: Sequence[str], columns: _Columns) -> list[ReadCell]:
        read, unknown = [], []
        of_line = self._sex(cells, columns)
        for place, head in columns.of("group", "count"):
            persons = self._persons(cells[place], head.text)
            if persons is None:
                unknown.append(head.text)
            else:
                read.append(ReadCell(head.group or Group(None, None), head.sex or of_line, persons))
        if unknown and not read:
            raise Unreadable(_("Hier stehen keine Zahlen."))
        if unknown:
            self._note(
                number, _("Ohne Zahl und damit unbekannt: {columns}.").format(columns=", ".join(unknown))
            )
        return read

    def _long(self, cells: Sequence[str], columns: _Columns) -> list[ReadCell]:
        place = columns.first("count") or 0
        persons = self._persons(cells[place], columns.headings[place].text)
        if persons is None:
            raise Unreadable(_("Hier fehlt die Anzahl."))
        return [ReadCell(self._group(cells, columns), self._sex(cells, columns), persons)]

    def _sex(self, cells: Sequence[str], columns: _Columns) -> str | None:
        place = columns.first("sex")
        if place is None:
            return None
        is_known, sex = read_sex(cells[place])
        if not is_known:
            raise Unreadable(_("„{text}“ ist kein Geschlecht.").format(text=echo(cells[place])))
        return sex

    def _group(self, cells: Sequence[str], columns: _Columns) -> Group:
        if (place := columns.first("age")) is not None:
            group = read_group(cells[place])
            if group is None:
                raise Unreadable(_("„{text}“ ist keine Altersgruppe.").format(text=echo(cells[place])))
            return group
        ends = [columns.first("age_from"), columns.first("age_to")]
        first, last = (None if place is None else read_age(cells[place]) for place in ends)
        if first is not None and last is not None and last < first:
            raise Unreadable(_("Das Alter {last} liegt vor {first}.").format(first=first, last=last))
        return Group(first, last)

    def _persons(self, text: str, column: str) -> int | None:
        try:
            return read_persons(text, may_be_broken=self._kind == "prognose")
        except Unreadable as problem:
            raise Unreadable(
                _("Spalte „{column}“: {problem}").format(column=column, problem=problem)
            ) from None

    def _table(
        self, day: date | None, source: str, lines: Sequence[ReadLine], *, is_rounded: bool
    ) -> ReadTable:
        cells = [
            PopulationCell(line.area, cell.sex, cell.group.first, cell.group.last, cell.persons)
            for line in lines
            for cell in line.cells
        ]
        told = {line.area for line in lines if line.area is not None}
        levels = {area.level for key in told if (area := self._areas.get(key)) is not None}
        return ReadTable(
            day,
            source,
            Inhabitants(cells, self._areas, day or self._today),
            len(told),
            next((level.key for level in reversed(self._areas.levels) if level.key in levels), ""),
            tuple(dict.fromkeys((cell.span[0], cell.age_to) for cell in cells)),
            tuple(sorted({cell.sex for cell in cells if cell.sex is not None})),
            is_rounded,
        )

    def _fail(self, number: int | None, sentence: str) -> None:
        self.problems.append(LineNote(number, sentence))

    def _note(self, number: int | None, sentence: str) -> None:
        self.notes.append(LineNote(number, sentence))


def _find_headings(lines: Sequence[Line]) -> tuple[int, _Columns | None]:
    """The first line that reads like headings; a title may stand over it."""
    for place, line in enumerate(lines[:_HEAD_WITHIN]):
        columns = _Columns(tuple(read_heading(cell) for cell in line.cells))
        if columns.makes_sense:
            return place, columns
    return 0, None


def _tables(lines: Iterable[ReadLine]) -> dict[tuple[date | None, str], list[ReadLine]]:
    """The lines of each day and source: two sources of one day are two tables that compete."""
    tables: dict[tuple[date | None, str], list[ReadLine]] = {}
    for line in lines:
        tables.setdefault((line.day, line.source), []).append(line)
    return tables
