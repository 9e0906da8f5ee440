"""Makes counts and figures of the rows of a table, however they were kept in a file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.metadata import whole_of
from zwk_barrier.statistics.attack.published import (
    DOT,
    SEVERAL,
    SMALL_MARK,
    TOTAL,
    Description,
    PublishedCell,
    PublishedFigure,
    Table,
    ValueColumn,
    Where,
)
from zwk_barrier.wording import _

PERIOD, TABLE, UNIT, COUNT, MARK, SUM = "Zeitraum", "Tabelle", "Einheit", "Anzahl", "Zeichen", "Summe"
INDICATOR, INDICATOR_TITLE, VALUE = "Kennzahl", "Bezeichnung", "Wert"
FIXED: Final = (PERIOD, TABLE, UNIT, COUNT, MARK, SUM)

_NUMBER: Final = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?|[+-]?\d+([.,]\d+)?")


def number(text: str) -> float | None:
    """The number a German or technical spelling means (1.234,5 or 1234.5), nothing for anything else."""
    plain = text.strip().replace("\N{NO-BREAK SPACE}", "").removesuffix("€").removesuffix("%").strip()
    if not _NUMBER.fullmatch(plain):
        return None
    if "," in plain or re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain)


@dataclass(slots=True)
class Reader:
    """Takes rows of any file and keeps what they say."""

    description: Description
    cells: list[PublishedCell] = field(default_factory=list)
    figures: list[PublishedFigure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, file: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Reads the rows (their line number and texts) beneath ``header``."""
        missing = [name for name in FIXED if name not in header]
        if missing:
            known = _("Die Spalten {names} fehlen, die Tabelle lässt sich nicht prüfen.")
            self._amiss(Kind.UNREADABLE, file, known.format(names=", ".join(missing)))
            return
        for line, texts in rows:
            row = dict(zip(header, texts, strict=False))
            place = _("{file}, Zeile {line}").format(file=file, line=line)
            if len(texts) > len(header) and any(text.strip() for text in texts[len(header) :]):
                self._amiss(Kind.STRAY, place, _("Rechts neben der Tabelle steht noch etwas."))
            if any(text.strip() for text in row.values()):
                self._row(place, row)

    def _amiss(self, kind: Kind, place: str, known: str) -> None:
        self.findings.append(Finding(kind, "", known, place))

    def _row(self, place: str, row: dict[str, str]) -> None:
        if row[PERIOD] not in self.description.periods:
            self._amiss(Kind.UNREADABLE, place, _("Der Zeitraum fehlt in den Metadaten."))
        elif INDICATOR in row:
            self._indicator(place, row)
        elif row[TABLE] in self.description.tables:
            self._table_row(place, row, self.description.tables[row[TABLE]])
        else:
            self._amiss(Kind.UNREADABLE, place, _("Die Tabelle fehlt in den Metadaten."))

    def _table_row(self, place: str, row: dict[str, str], table: Table) -> None:
        own = frozenset((name, row.get(name, TOTAL)) for name in table.dimensions)
        own = frozenset(pair for pair in own if pair[1] != TOTAL)
        where = own | table.where
        if not self._is_known(where) or row[UNIT] != table.unit:
            self._amiss(Kind.UNREADABLE, place, _("Einheit oder Codes fehlen in den Metadaten."))
            return
        self._surplus(place, row, table)
        self._count(place, row, row[UNIT], where)
        for column in table.values:
            self._figure(place, row, row[UNIT], (where, own), column)

    def _is_known(self, where: Where) -> bool:
        known = self.description.dimensions
        return all(
            name in known and all(part in known[name].labels for part in code.split(SEVERAL))
            for name, code in where
        )

    def _surplus(self, place: str, row: dict[str, str], table: Table) -> None:
        titles = {self.description.dimensions[name].title for name in table.dimensions}
        expected = {*FIXED, *table.dimensions, *(column.name for column in table.values)}
        for name in row.keys() - expected:
            if number(row[name]) is not None and name not in titles:
                self._amiss(
                    Kind.STRAY, place, _("Die Spalte „{name}“ fehlt in den Metadaten.").format(name=name)
                )

    def _indicator(self, place: str, row: dict[str, str]) -> None:
        about = self.description.indicators.get(row[INDICATOR])
        if about is None or not self._is_known(about.where):
            self._amiss(Kind.UNREADABLE, place, _("Die Kennzahl fehlt in den Metadaten."))
            return
        if about.value.aggregate == "count":
            self._count(place, row, about.unit, about.where)
        else:
            self._figure(place, row, about.unit, (about.where, frozenset()), about.value)
            if row[COUNT].strip():
                self._count(place, row, about.unit, about.where)

    def _count(self, place: str, row: dict[str, str], unit: str, where: Where) -> None:
        if unit not in self.description.units:
            self._amiss(Kind.UNREADABLE, place, _("Die Einheit fehlt in den Metadaten."))
            return
        text, mark = row[COUNT].strip(), row[MARK].strip()
        value = number(text) if text else None
        if (text and (value is None or value < 0 or value != int(value))) or (not text and not mark):
            self._amiss(Kind.UNREADABLE, place, _("Die Anzahl ist keine ganze Zahl."))
        elif mark not in {"", DOT, SMALL_MARK}:
            self._amiss(Kind.UNREADABLE, place, _("Das Zeichen „{mark}“ ist unbekannt.").format(mark=mark))
        else:
            if value is not None and mark == DOT:
                self._amiss(Kind.HIDDEN_IN_FILE, place, _("Neben dem Punkt steht die Zahl selbst."))
            exact = None if value is None else int(value)
            self.cells.append(PublishedCell(row[PERIOD], unit, row[TABLE], where, exact, mark, place))

    def _figure(
        self, place: str, row: dict[str, str], unit: str, wheres: tuple[Where, Where], column: ValueColumn
    ) -> None:
        text = row.get(column.name, "").strip()
        value = number(text)
        if text and text != DOT and value is None:
            self._amiss(Kind.UNREADABLE, place, _("„{text}“ ist keine Zahl.").format(text=text))
            return
        where, own = wheres
        whole = whole_of(column, unit, where, own)
        units = {unit, whole.unit} if whole and whole.constant is None else {unit}
        if not units <= self.description.units.keys() or (whole and not self._is_known(whole.where)):
            self._amiss(Kind.UNREADABLE, place, _("Der Nenner fehlt in den Metadaten."))
            return
        self.figures.append(
            PublishedFigure(row[PERIOD], unit, row[TABLE], where, column, whole, value, place)
        )
