"""The shipped funding programmes for the command line: in columns for people, every value over time for a table."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from zwk_barrier.casework.payers.programme_views import line_of
from zwk_barrier.casework.payers.programme_words import (
    field_title,
    kind_place,
    state_in_words,
    value_in_words,
)
from zwk_barrier.reference.programme import STATUS, Source
from zwk_barrier.reference.programmes import Programme
from zwk_barrier.reference.table import Validity
from zwk_barrier.wording import _


def programme_listing(programmes: Iterable[Programme], day: date) -> list[str]:
    """What holds on ``day`` as aligned columns with a heading; ``!`` marks what is to be checked."""
    heading = ("", _("Stand"), _("Anträge"), _("Programm"), _("Beträge"), _("Gesetz"))
    rows: list[tuple[str, ...]] = [heading]
    for line in (line_of(one, day) for one in sorted(programmes, key=kind_place)):
        mark = "!" if line.is_uncertain or line.is_stale else ""
        stand = line.checked_on.isoformat()
        rows.append((mark, stand, line.state, line.title, line.amounts or "–", line.law))
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    return [
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def programme_table(programmes: Iterable[Programme]) -> str:
    """Every value with its days and source as CSV with semicolons; days as ISO, an open end is empty."""
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    table.writerow(
        [
            _("Programm"),
            _("Gesetz"),
            _("Angabe"),
            _("Wert"),
            _("Gilt ab"),
            _("Gilt bis"),
            _("Stand"),
            _("Quelle"),
        ]
    )
    for one in sorted(programmes, key=kind_place):
        for status in one.statuses:
            told = field_title(STATUS), state_in_words(status.state)
            table.writerow([one.title(), one.law, *told, *_days(status.valid, status.source)])
        for row in one.amounts:
            told = field_title(row.field), value_in_words(row.field, row.value)
            table.writerow([one.title(), one.law, *told, *_days(row.valid, row.source)])
    return out.getvalue()


def _days(valid: Validity, source: Source) -> tuple[str, str, str, str]:
    begin, end = ("" if day is None else day.isoformat() for day in valid)
    return begin, end, source.checked_on.isoformat(), source.text
