"""Tables of inhabitants in words: what was understood of a file, and what an office has."""

from collections.abc import Sequence
from typing import Final

from zwk_barrier.desktop.statistics.number_words import people, per_cent
from zwk_barrier.desktop.widgets.bar_chart import BarRow, Figure
from zwk_barrier.model.population import LineNote, ReadPopulation, ReadTable
from zwk_barrier.rules.population import Inhabitants, age_label
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.outlook.population import OLD, VERY_OLD, Denominator
from zwk_barrier.wording import _, ngettext

_MOST_GROUPS: Final = 14
_ENCODINGS: Final = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows", "utf-16": "Unicode"}


def table_columns() -> tuple[str, ...]:
    """The columns of a list of tables."""
    return (_("Einwohner"), _("ab 65"), _("Anteil"), _("ab 80"), _("Anteil"))


def table_figures(inhabitants: Inhabitants, area: str | None = None) -> tuple[Figure, ...]:
    """What a table tells of an area, None being the whole region; shares are computed."""
    whole, old, very_old = (inhabitants.persons(area, age) for age in (0, OLD, VERY_OLD))
    return (
        _figure(people(whole)),
        _figure(people(old)),
        _figure(_share(old, whole)),
        _figure(people(very_old)),
        _figure(_share(very_old, whole)),
    )


def _figure(text: str) -> Figure:
    return Figure(text, spoken="" if any(letter.isdigit() for letter in text) else _("nicht in der Tabelle"))


def _share(part: int | None, whole: int | None) -> str:
    return per_cent(None if part is None or not whole else part / whole)


def table_row(table: Denominator, others: Sequence[Denominator]) -> BarRow:
    """A table of the office: source and day, its totals, and what competes with it."""
    notes = [_extent(table.inhabitants), _competing(table, others)]
    if table.is_rounded:
        notes.insert(1, _("gerundete Zahlen"))
    return BarRow(
        table.named, table_figures(table.inhabitants), note=" · ".join(note for note in notes if note)
    )


def _competing(table: Denominator, others: Sequence[Denominator]) -> str:
    """The difference to the most detailed table of the same year."""
    same = [one for one in others if one.counted_on.year == table.counted_on.year]
    if not same or same[0].table_id == table.table_id:
        return ""
    own, other = table.inhabitants.persons(None), same[0].inhabitants.persons(None)
    if own is None or other is None or own == other:
        return ""
    sentence = _("{n} weniger als {source}") if own < other else _("{n} mehr als {source}")
    return sentence.format(n=people(abs(own - other)), source=same[0].source)


def _extent(inhabitants: Inhabitants) -> str:
    told = [area for key in inhabitants.told_areas if (area := inhabitants.areas.get(key)) is not None]
    if not told:
        return _("nur das Ganze")
    finest = max(told, key=lambda area: len(inhabitants.areas.path(area.key))).level
    level = next(level for level in inhabitants.areas.levels if level.key == finest)
    count = sum(area.level == finest for area in told)
    return _("{n} × {level}").format(n=count, level=level.name())


def understood_row(table: ReadTable) -> BarRow:
    """A table of a file, before it is taken in."""
    named = [table.source or _("Quelle fehlt noch")]
    named.append(format_date(table.counted_on) if table.counted_on else _("Stichtag fehlt noch"))
    return BarRow(", ".join(named), table_figures(table.inhabitants), note=_extent(table.inhabitants))


def understood(table: ReadTable) -> str:
    """The groups of a table of a file."""
    groups = [age_label(first or None, last) for first, last in table.groups]
    shown = ", ".join(groups[:_MOST_GROUPS]) + (" …" if len(groups) > _MOST_GROUPS else "")
    parts = [_("Altersgruppen: {groups}").format(groups=shown)]
    if table.sexes:
        parts.append(_("nach Geschlecht"))
    if table.is_rounded:
        parts.append(_("gerundete Zahlen"))
    return " · ".join(parts)


def how_read(read: ReadPopulation) -> str:
    """Letters and signs of a file."""
    signs = {";": _("Semikolon"), ",": _("Komma"), "\t": _("Tabulator"), "|": "|"}
    return _("Gelesen als {encoding}, Spalten getrennt durch {sign}.").format(
        encoding=_ENCODINGS.get(read.encoding, read.encoding), sign=signs.get(read.delimiter, read.delimiter)
    )


def note_line(note: LineNote) -> str:
    """A sentence with its line."""
    if note.line is None:
        return note.sentence
    return _("Zeile {line}: {sentence}").format(line=note.line, sentence=note.sentence)


def problem_title(problems: Sequence[LineNote]) -> str:
    """How much stands in the way."""
    return ngettext(
        "Die Datei kann so nicht eingelesen werden: {n} Fehler.",
        "Die Datei kann so nicht eingelesen werden: {n} Fehler.",
        len(problems),
    ).format(n=len(problems))
