"""The catalogue of typical adaptation measures, with what they usually cost and who usually pays.

Costs are typical gross ranges including installation and always give way to a real quote; who pays
is a first guess in the order of likelihood, never a promise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from zwk_barrier import wording
from zwk_barrier.reference.table import Confidence, Row, read_table
from zwk_barrier.resources import resource

_COLUMNS = (
    *("number", "title_de", "title_en", "barrier", "barrier_en", "kind", "cost_low", "cost_high"),
    *(
        "cost_note",
        "payers",
        "consent_needed",
        "trade",
        "hint",
        "hint_en",
        "source",
        "confidence",
        "checked_on",
    ),
)


@dataclass(frozen=True, slots=True)
class CatalogueMeasure:
    """One measure; costs in whole euros, ``None`` where they run on and cannot be summed up.

    ``kinds`` (code list measure_kind), ``payers`` (payer) and ``trade`` (trade, may be empty) are
    codes, the most likely first.  ``consent_needed`` says that a landlord or the owners have to agree.
    """

    number: str
    title_de: str
    title_en: str
    barrier_de: str
    barrier_en: str
    kinds: tuple[str, ...]
    cost_low: int | None
    cost_high: int | None
    cost_note: str
    payers: tuple[str, ...]
    consent_needed: bool
    trade: str
    hint_de: str
    hint_en: str
    source: str
    confidence: Confidence
    checked_on: date

    @property
    def kind(self) -> str:
        """The code of its most usual kind."""
        return self.kinds[0]

    def title(self, language: str | None = None) -> str:
        """What is done, in ``de`` or ``en``; without a language, that of the screen."""
        return self.title_en if (language or wording.language()) == "en" else self.title_de

    def barrier(self, language: str | None = None) -> str:
        """What it helps against, in ``de`` or ``en``; without a language, that of the screen."""
        return self.barrier_en if (language or wording.language()) == "en" else self.barrier_de

    def hint(self, language: str | None = None) -> str:
        """What to mind, in ``de`` or ``en``, often nothing; without a language, that of the screen."""
        return self.hint_en if (language or wording.language()) == "en" else self.hint_de


class Catalogue:
    """All measures in the order of their numbers."""

    __slots__ = ("_by_number",)

    def __init__(self, measures: tuple[CatalogueMeasure, ...]) -> None:
        self._by_number = {measure.number: measure for measure in measures}

    def __iter__(self) -> Iterator[CatalogueMeasure]:
        return iter(self._by_number.values())

    def __len__(self) -> int:
        return len(self._by_number)

    def get(self, number: str | None) -> CatalogueMeasure | None:
        """The measure of that number, ``None`` when the catalogue has none."""
        return None if number is None else self._by_number.get(number)


@cache
def load_catalogue() -> Catalogue:
    """The shipped catalogue, read once; raises ValueError for damaged data."""
    measures: dict[str, CatalogueMeasure] = {}
    for row in read_table(resource("measures", "catalogue.csv"), _COLUMNS):
        measure = _measure(row)
        if measure.number in measures:
            row.fail(f"{measure.number} comes twice")
        measures[measure.number] = measure
    return Catalogue(tuple(measures.values()))


def _measure(row: Row) -> CatalogueMeasure:
    low, high, checked_on = row.whole("cost_low"), row.whole("cost_high"), row.day("checked_on")
    kinds, consent = row.listed("kind"), row.text("consent_needed")
    if (low is None) != (high is None) or (low or 0) > (high or 0):
        row.fail("the costs are no range")
    if checked_on is None or not kinds or consent not in {"ja", "nein"}:
        row.fail("checked_on, kind or consent_needed is missing")
    return CatalogueMeasure(
        number=row.required("number"),
        title_de=row.required("title_de"),
        title_en=row.required("title_en"),
        barrier_de=row.required("barrier"),
        barrier_en=row.required("barrier_en"),
        kinds=kinds,
        cost_low=low,
        cost_high=high,
        cost_note=row.text("cost_note"),
        payers=row.listed("payers"),
        consent_needed=consent == "ja",
        trade=row.text("trade"),
        hint_de=row.text("hint"),
        hint_en=row.text("hint_en"),
        source=row.required("source"),
        confidence=row.confidence(),
        checked_on=checked_on,
    )
