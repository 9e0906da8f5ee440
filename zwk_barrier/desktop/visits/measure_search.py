"""Finds a measure in the catalogue by any of its words: ``wanne``, ``rampe aussen``, ``m38``."""

from functools import cache

from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.search_box import Hit, SearchBox
from zwk_barrier.overriding import override
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import CatalogueMeasure, load_catalogue
from zwk_barrier.rules.folding import fold, words
from zwk_barrier.rules.typed import format_money_range
from zwk_barrier.wording import _, language

_MOST_HITS = 30


class MeasureSearch(SearchBox):
    """The field; ``chosen`` tells the number of a measure."""

    def __init__(self, name: str, *, shortcut: str = "") -> None:
        super().__init__(
            name,
            title=_("Maßnahme aus dem Katalog"),
            placeholder=_("Maßnahme suchen: Griff, Rampe, Wanne …"),
            shortcut=shortcut,
        )
        self.refit()
        self.asked.connect(lambda text: self.show_hits(text, find(text)))

    @override
    def refit(self) -> None:
        super().refit()
        enlarge(self)


def find(text: str) -> list[Hit]:
    """The measures with every word of ``text`` in title, barrier or trade, those whose title begins so first."""
    asked = words(text)
    found = [
        (entry, haystack)
        for entry, haystack in _catalogue(language())
        if all(one in haystack for one in asked)
    ]
    begins = fold(text.strip())
    found.sort(key=lambda each: not fold(each[0].title()).startswith(begins))
    return [_hit(entry) for entry, _haystack in found[:_MOST_HITS]]


@cache
def _catalogue(language: str) -> tuple[tuple[CatalogueMeasure, str], ...]:
    trades, kinds = load_code_list("trade"), load_code_list("measure_kind")

    def haystack(entry: CatalogueMeasure) -> str:
        trade = trades.label(entry.trade) if entry.trade else ""
        parts = (entry.number, entry.title(language), entry.barrier(language), trade, kinds.label(entry.kind))
        return " ".join(words(" ".join(parts)))

    return tuple((entry, haystack(entry)) for entry in load_catalogue())


def _hit(entry: CatalogueMeasure) -> Hit:
    cost = format_money_range(
        None if entry.cost_low is None else entry.cost_low * 100,
        None if entry.cost_high is None else entry.cost_high * 100,
    )
    note = " · ".join(part for part in (entry.barrier(), cost) if part)
    return Hit(entry.number, entry.title(), note=note, icon="hammer", icon_name=_("Maßnahme"))
