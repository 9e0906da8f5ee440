"""The columns of microdata: what others might know of somebody, how it is coarsened, and what is told besides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import NOT_KNOWN, Dimension
from zwk_barrier.statistics.dimensions.kinds import worded
from zwk_barrier.wording import N_, _

ALL: Final = "*"
"""The code of a column that is left out: everybody alike."""
OTHER: Final = "other"
"""The code that stands for values too few have."""

_CHAINS: Final[Mapping[str, tuple[str, ...]]] = {
    "quarter": (),
    "area": ("district", "bezirk"),
    "age": ("senior", "65plus"),
    "gender": (),
    "care_grade": ("broad", "any"),
    "household": ("broad",),
    "tenure": ("broad",),
}
"""What somebody outside might know, with the levels of each dimension that lie within one another."""

_WEIGHTS: Final[Mapping[str, float]] = {"area": 2.0, "age": 2.0, "quarter": 0.5}
"""How much the loss of a column counts; 1 for the others."""


@dataclass(frozen=True)
class Step:
    """One level of a hierarchy: its codes in order with their names, and the place in them of each finest code."""

    title: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    places: tuple[int, ...]


@dataclass(frozen=True)
class Hierarchy:
    """A column that others might know something by; ``steps`` from the finest to none at all."""

    name: str
    title: str
    steps: tuple[Step, ...]
    weight: float = 1.0

    @property
    def finest(self) -> tuple[str, ...]:
        """The codes of the finest level, as they are counted."""
        return self.steps[0].codes

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each finest code."""
        return {code: place for place, code in enumerate(self.finest)}


@dataclass(frozen=True)
class Told:
    """A column that is told and not coarsened.

    ``is_sensitive`` marks one of which nobody's class may all share a value, unless it is the code ``harmless``,
    which says nothing of anybody: not recorded, never applied.
    """

    of: Dimension
    is_sensitive: bool = False
    harmless: str = ""

    @property
    def name(self) -> str:
        """Its heading."""
        return self.of.name

    @property
    def title(self) -> str:
        """What it is called."""
        return self.of.title


def hierarchies(region: str, period: Period) -> tuple[Hierarchy, ...]:
    """The columns somebody might be known by, for the quarters of a period."""
    return tuple(
        _hierarchy(name, levels, dimension(name, region), period) for name, levels in _CHAINS.items()
    )


def told_columns() -> tuple[Told, ...]:
    """The columns told besides: health, what was decided, and what came of it."""
    visits = {"0": "0", "1": "1", "2_plus": N_("2 und mehr")}
    measures = {"0": "0", "1": "1", "2_3": "2–3", "4_plus": N_("4 und mehr")}
    return (
        _sensitive(worded("impairment_group", N_("Einschränkung, grob"), _IMPAIRMENTS, NOT_KNOWN)),
        _sensitive(worded("decision", N_("Entscheidung über Förderung"), _DECISIONS, "none")),
        Told(dimension("occasion")),
        Told(worded("result_group", N_("Ergebnis, grob"), _RESULTS, "open")),
        Told(worded("visits", N_("Hausbesuche"), visits, "0")),
        Told(worded("measures_done", N_("Umgesetzte Maßnahmen"), measures, "0")),
    )


def _sensitive(of: Dimension) -> Told:
    return Told(of, is_sensitive=True, harmless=of.unknown)


AMOUNT: Final = "granted"
"""The column of money: euros granted for the case, empty where nothing was."""


def amount_title() -> str:
    """What the column of money is called."""
    return _("Bewilligte Förderung in Euro")


_IMPAIRMENTS: Final = {
    "movement": N_("Gehen, Rollstuhl, Arme"),
    "senses": N_("Sehen oder Hören"),
    "dementia": N_("Gedächtnis, Orientierung, Demenz, auch mit anderem"),
    "mind": N_("seelisch oder geistig"),
    "several": N_("mehrere Arten"),
    "else": N_("andere"),
    "none": N_("keine, vorsorglich"),
    NOT_KNOWN: N_("nicht angegeben"),
}
_GROUP_OF: Final = {
    **dict.fromkeys(("gehen_stehen", "rollstuhl", "obere_extremitaeten"), "movement"),
    **dict.fromkeys(("sehen", "blind", "hoeren", "gehoerlos"), "senses"),
    **dict.fromkeys(("seelisch", "geistig"), "mind"),
    "keine": "none",
}
_DECISIONS: Final = {
    "none": N_("kein Antrag"),
    "granted": N_("mindestens einer bewilligt"),
    "refused": N_("abgelehnt"),
    "waiting": N_("offen oder anders erledigt"),
}
_RESULTS: Final = {
    "open": N_("noch nicht abgeschlossen"),
    "done": N_("Maßnahmen ganz oder teils umgesetzt"),
    "advice": N_("Beratung war ausreichend"),
    "moved": N_("umgezogen"),
    "ended": N_("anders beendet"),
}
_RESULT_OF: Final = {
    **dict.fromkeys(("massnahmen_umgesetzt", "teilweise_umgesetzt", "in_eigenregie"), "done"),
    "beratung_ausreichend": "advice",
    **dict.fromkeys(("umzug_barrierearm", "umzug_heim"), "moved"),
}


def impairment_group(named: Sequence[str]) -> str:
    """The group of all impairments named of a person."""
    if "kognition_demenz" in named:
        return "dementia"
    groups = {_GROUP_OF.get(one, "else") for one in named}
    if not groups:
        return NOT_KNOWN
    return groups.pop() if len(groups) == 1 else "several"


def result_group(outcome: str | None) -> str:
    """The group of the outcome of a case."""
    return "open" if outcome is None else _RESULT_OF.get(outcome, "ended")


def decision_of(notices: Sequence[str]) -> str:
    """What became of all applications of a case."""
    if not notices:
        return "none"
    if any(notice in {"bewilligt_voll", "bewilligt_teil"} for notice in notices):
        return "granted"
    return "refused" if "abgelehnt" in notices else "waiting"


def _hierarchy(name: str, levels: Sequence[str], of: Dimension, period: Period) -> Hierarchy:
    codes = tuple(one.code for one in period.quarters) if name == "quarter" else of.codes
    steps = [Step(of.title, codes, tuple(of.label(code) for code in codes), tuple(range(len(codes))))]
    there = {level.name: level for level in of.levels}
    for wanted in levels:
        if wanted not in there:
            continue
        level = there[wanted]
        groups = tuple(dict.fromkeys(code for code in level.codes if code in set(level.parents.values())))
        places = tuple(groups.index(level.parents[code]) for code in codes)
        if len(groups) < len(steps[-1].codes):
            steps.append(Step(level.title, groups, tuple(of.label(code) for code in groups), places))
    label = period_title(period) if name == "quarter" else _("alle")
    steps.append(Step(_("weglassen"), (ALL,), (label,), (0,) * len(codes)))
    return Hierarchy(name, of.title, tuple(steps), _WEIGHTS.get(name, 1.0))
