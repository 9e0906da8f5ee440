"""A question of the moment: what is counted, of which part, by rows and columns; and its answer in one of two views.

The protected view answers from the rounded base of a closed period alone: every cell is a sum of rounded cells,
and two dimensions are crossed at most, groups of few people with none.  The internal view is exact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Self

from sqlalchemy.orm import Session

from zwk_barrier.model.statistics_report import Origin, Shown, View
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import Dimension, region_of
from zwk_barrier.statistics.figures.counted import PeriodCounts, counts_of
from zwk_barrier.statistics.periods.frozen import FrozenBase, frozen_base, live_unit
from zwk_barrier.statistics.questions.case_lists import require_cases
from zwk_barrier.statistics.questions.cuts import Cut, cells_of
from zwk_barrier.statistics.questions.thin_groups import ThinGroups, thin_groups
from zwk_barrier.statistics.units import dimensions_of, is_about_people, unit_definition, unit_title
from zwk_barrier.wording import _

MOST_CROSSED: Final = 2
"""So many dimensions may be crossed in the protected view, filters among them.

With three, 147 of the 149 rows an office of 745 cases a year told of could be read off whole (decision 29).
"""

_COUNTING: Final = frozenset({"arrival", "first_of_person", "first_of_dwelling", "with_case"})
"""What says how cases, persons and requests are counted, and nothing of anybody."""

_A_YEAR: Final = 4  # quarters


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension as rows or columns; ``level`` names a coarser cut of it."""

    dimension: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a unit in a period, by rows and columns, of those with the codes of ``where`` (any level)."""

    period: Period
    unit: str
    rows: Axis | None = None
    columns: Axis | None = None
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Every dimension that takes part, each once."""
        axes = tuple(axis.dimension for axis in (self.rows, self.columns) if axis is not None)
        return tuple(dict.fromkeys((*axes, *self.where)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be told: ``cells`` by code of row and column, where a total's code is empty.

    ``of`` is the same without the filters, the denominator; ``origins`` lead to the cases of each cell in the
    internal view.  ``frozen_at`` is None for live figures.
    """

    question: Question
    view: View
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: Mapping[tuple[str, str], Shown]
    of: Shown
    definition: str
    filters: tuple[str, ...]
    frozen_at: datetime | None = None
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)

    @property
    def total(self) -> Shown:
        """Everything that was asked for."""
        return self.cells["", ""]


def ask(session: Session, question: Question, view: View, *, may_see_cases: bool = False) -> Answer:
    """The answer in one view.

    Raises InputProblem for what cannot be asked, and in the protected view for an open period or too fine a
    question; NotAllowed for the internal view of those who may not open cases.
    """
    region = region_of(session)
    check(question, region)
    if view == "internal":
        require_cases(may_see_cases)
        base = live_unit(session, question.period, question.unit, question.dimensions)
        return _answer(question, view, counts_of(base, region, is_exact=True), None)
    check_protected(question, region)
    frozen = closed(session, question.period)
    divided = _Divided.of(question, frozen)
    return _answer(question, view, counts_of(frozen, region, is_exact=False), frozen.frozen_at, divided)


def closed(session: Session, period: Period) -> FrozenBase:
    """The frozen counts of a period; raises InputProblem as long as it is open."""
    found = frozen_base(session, period)
    if found is None:
        raise InputProblem(
            "period",
            _("{period} ist noch nicht abgeschlossen.").format(period=period_title(period)),
            advice=_("Geschützte Zahlen gibt es erst, wenn alle Quartale des Zeitraums abgeschlossen sind."),
        )
    return found


def check(question: Question, region: str) -> None:
    """Raises InputProblem for dimensions or codes the unit does not have."""
    known = dimensions_of(question.unit)
    for name in question.dimensions:
        if name not in known:
            raise InputProblem(
                "question",
                _("„{unit}“ wird nicht nach „{dimension}“ unterschieden.").format(
                    unit=unit_title(question.unit), dimension=dimension(name, region).title
                ),
            )
    if question.rows is not None and question.rows == question.columns:
        raise InputProblem("columns", _("Zeilen und Spalten zeigen dasselbe."))


def check_protected(question: Question, region: str) -> None:
    """Raises InputProblem for a question that is too fine to be answered outside."""
    if not is_about_people(question.unit):
        return
    crossed = [dimension(name, region) for name in question.dimensions if name not in _COUNTING]
    if len(crossed) > MOST_CROSSED:
        raise InputProblem(
            "question",
            _("Mehr als {count} Merkmale zusammen werden nach außen nicht beantwortet.").format(
                count=MOST_CROSSED
            ),
            advice=_("Lassen Sie einen Filter weg."),
        )
    if len(crossed) > 1 and not _is_calendar_year(question.period):
        raise InputProblem(
            "period",
            _("Zwei Merkmale zusammen werden nach außen nur für ein Kalenderjahr beantwortet."),
            advice=_(
                "Wählen Sie ein ganzes Jahr: Aus sich überlappenden Zeiträumen ließe sich ein Rest errechnen."
            ),
        )
    if _is_by_small_area(question, region) and any(one.is_sensitive for one in crossed):
        raise InputProblem(
            "question",
            _("Gesundheit und Herkunft werden nach außen nur je {level} gezeigt, nicht feiner.").format(
                level=dimension("area", region).level("district").title
            ),
            advice=_("Wählen Sie die gröbere Einteilung der Gebiete."),
        )


def _is_by_small_area(question: Question, region: str) -> bool:
    area = dimension("area", region)
    if len(area.levels) < 2:  # noqa: PLR2004 - the districts are the finest areas of this region
        return False
    if any(axis == Axis("area") for axis in (question.rows, question.columns)):
        return True
    wanted = set(area.expanded(question.where.get("area", ())))
    parts = {
        fine
        for code in area.level("district").codes
        if wanted.issuperset(area.finest(code))
        for fine in area.finest(code)
    }
    return bool(wanted - parts)


def _is_calendar_year(period: Period) -> bool:
    return period.first.number == 1 and len(period.quarters) == _A_YEAR


@dataclass(frozen=True)
class _Divided:
    """What of each of two dimensions that are crossed outside is too few to be divided; nothing for one alone."""

    thin: Mapping[str, ThinGroups]

    @classmethod
    def of(cls, question: Question, frozen: FrozenBase) -> Self:
        """Raises InputProblem for a filter that leaves a group of few people."""
        crossed = [name for name in question.dimensions if name not in _COUNTING]
        table = frozen.tables.get(question.unit)
        if len(crossed) < MOST_CROSSED or frozen.method == "dots" or table is None:
            return cls({})
        if not is_about_people(question.unit):
            return cls({})
        besides = [name for name in question.dimensions if name in _COUNTING]
        found = cls({name: thin_groups(table, dimension(name, frozen.region), besides) for name in crossed})
        for name in question.where.keys() & found.thin.keys():
            found.require_enough(dimension(name, frozen.region), question.where[name])
        return found

    def require_enough(self, of: Dimension, codes: Sequence[str]) -> None:
        """Raises InputProblem where these codes of any level have a group of few people among them."""
        thin = self.thin[of.name]
        few = [code for code in codes if thin.hold(of.finest(code), is_fine=code in of.codes)]
        if few:
            raise InputProblem(
                "question",
                _("Für eine eigene Auswahl sind es zu wenige: {groups}.").format(
                    groups=", ".join(map(of.label, few))
                ),
                advice=_("Wählen Sie gröbere Gruppen, oder fragen Sie nach einem Merkmal allein."),
            )

    def is_told(self, question: Question, cuts: tuple[Cut, Cut], key: tuple[str, str]) -> bool:
        """Whether a cell may be told; one of a single dimension always may."""
        specific = {name for name in question.where if name in self.thin}
        specific |= {
            cut.dimension for cut, code in zip(cuts, key, strict=True) if code and cut.dimension in self.thin
        }
        if len(specific) < MOST_CROSSED:
            return True
        axes = (question.rows, question.columns)
        return not any(
            axis is not None
            and code
            and axis.dimension in self.thin
            and self.thin[axis.dimension].hold(cut.finest(code), is_fine=not axis.level)
            for axis, cut, code in zip(axes, cuts, key, strict=True)
        )


def _answer(
    question: Question,
    view: View,
    counts: PeriodCounts,
    frozen_at: datetime | None,
    divided: _Divided = _Divided({}),
) -> Answer:
    rows, columns = (_cut(axis, question, counts.region) for axis in (question.rows, question.columns))
    codes = {name: dimension(name, counts.region).expanded(chosen) for name, chosen in question.where.items()}
    numbers = cells_of(counts, question.unit, rows, columns, codes)
    shown = {
        key: counts_told(counts, question.unit, number)
        if divided.is_told(question, (rows, columns), key)
        else Shown(None, "few")
        for key, number in numbers.items()
    }
    origins = {key: _origin(question, rows, columns, key) for key in numbers} if view == "internal" else {}
    return Answer(
        question,
        view,
        rows.labels,
        columns.labels,
        shown,
        counts_told(counts, question.unit, counts.total(question.unit, {})),
        unit_definition(question.unit),
        tuple(_filters(question, counts.region)),
        frozen_at,
        origins,
    )


def counts_told(counts: PeriodCounts, unit: str, number: int | None) -> Shown:
    """A count as it may be told."""
    if number is None:
        return Shown(None, "hidden")
    is_small = number < counts.least and counts.is_about_people(unit)
    return Shown(None, "small") if is_small else Shown(number)


def _cut(axis: Axis | None, question: Question, region: str) -> Cut:
    if axis is None:
        return Cut.nothing()
    of = dimension(axis.dimension, region)
    wanted = of.expanded(question.where[of.name]) if of.name in question.where else None
    if of.name == "quarter":
        return Cut.quarters(of, question.period, wanted)
    return Cut.at(of, axis.level, wanted)


def _origin(question: Question, rows: Cut, columns: Cut, key: tuple[str, str]) -> Origin:
    where: dict[str, tuple[str, ...]] = dict(question.where)
    for cut, code in zip((rows, columns), key, strict=True):
        if code and cut.dimension:
            where[cut.dimension] = cut.finest(code)
    return Origin(question.unit, tuple(sorted(where.items())))


def _filters(question: Question, region: str) -> Iterable[str]:
    for name, codes in question.where.items():
        of: Dimension = dimension(name, region)
        yield _("{dimension}: {codes}").format(dimension=of.title, codes=", ".join(map(of.label, codes)))
