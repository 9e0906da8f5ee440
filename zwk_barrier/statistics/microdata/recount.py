"""Looks at finished microdata as somebody curious would: only the files, nothing of how they were made.

It shares no line with the search, counts with plain loops, and knows the office's promises alone.
"""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from zwk_barrier.wording import _

_BYTE_ORDER_MARK: Final = "\ufeff"


def weaknesses(table: str, description: str, *, least: int = 5, distinct: int = 2) -> tuple[str, ...]:
    """What a file of rows and its description give away, a German sentence each; empty when they keep all promises."""
    told = json.loads(description)
    columns: list[Mapping[str, Any]] = told["tableSchema"]["columns"]
    lines = list(csv.reader(io.StringIO(table.removeprefix(_BYTE_ORDER_MARK)), delimiter=";"))
    if not lines or lines[0] != [column["name"] for column in columns]:
        return (_("Die Spalten sind nicht die beschriebenen."),)
    return tuple(dict.fromkeys(_found(lines[1:], columns, least, distinct)))


def _found(
    rows: list[list[str]], columns: list[Mapping[str, Any]], least: int, distinct: int
) -> Iterator[str]:
    yield from _unknown_values(rows, columns)
    known = [place for place, one in enumerate(columns) if one["zwk:role"] == "quasi-identifier"]
    classes: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for row in rows:
        classes[tuple(row[place] for place in known)].append(row)
    if any(len(members) < least for members in classes.values()):
        yield _("Eine Gruppe gleicher Zeilen ist kleiner als {least}.").format(least=least)
    for place, one in enumerate(columns):
        if one["zwk:role"] != "sensitive":
            continue
        for members in classes.values():
            values = {row[place] for row in members}
            if len(values) < distinct and values != {one.get("zwk:harmless")}:
                yield _("In einer Gruppe haben alle in der Spalte „{column}“ denselben Wert.").format(
                    column=one["titles"]
                )
                break
    for place, one in enumerate(columns):
        counts = Counter(row[place] for row in rows if row[place])
        if one["zwk:role"] != "quasi-identifier" and counts and min(counts.values()) < least:
            yield _("In der Spalte „{column}“ hat ein Wert weniger als {least} Zeilen.").format(
                column=one["titles"], least=least
            )


def _unknown_values(rows: list[list[str]], columns: list[Mapping[str, Any]]) -> Iterator[str]:
    """Every cell is a code of its list, or an amount of its step: nothing else can be in the file."""
    for place, one in enumerate(columns):
        values = {row[place] for row in rows if len(row) == len(columns)}
        codes = one.get("zwk:codes")
        if codes is not None and not values <= set(codes):
            yield _("In der Spalte „{column}“ steht etwas, das kein Code ist.").format(column=one["titles"])
        if codes is None and not all(_is_amount(value, one["zwk:rounded_to"]) for value in values):
            yield _("In der Spalte „{column}“ steht ein zu genauer Betrag.").format(column=one["titles"])
    if any(len(row) != len(columns) for row in rows):
        yield _("Eine Zeile hat zu viele oder zu wenige Felder.")


def _is_amount(value: str, step: int) -> bool:
    return value == "" or (value.isdecimal() and int(value) % step == 0)
