"""What an indicator, a table of figures and a template of a report are.

An indicator is an expression over a unit that is counted (cases, visits, measures …) and its dimensions; which
units and dimensions there are is known to ``statistics.counting``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from zwk_barrier import wording
from zwk_barrier.reference.table import Confidence

Aggregate = Literal["count", "share", "median", "p90", "mean", "money", "sum", "per_1000", "ratio"]
"""Records; per cent of others; middle and ninth tenth of a class dimension; mean of a mark; sum of euro cents
or of something that is no person; per 1,000 inhabitants; one number divided by another."""

ShownAs = Literal["count", "euro", "share", "days", "hours", "per_1000", "ratio", "score"]
Where = tuple[tuple[str, tuple[str, ...]], ...]


class Titled:
    """What has a title in German and English."""

    __slots__ = ()

    title_de: str
    title_en: str

    @property
    def title(self) -> str:
        """Its title in the language of the screen."""
        return _said(self.title_de, self.title_en)


class Defined(Titled):
    """What says besides what exactly is counted."""

    __slots__ = ()

    definition_de: str
    definition_en: str

    @property
    def definition(self) -> str:
        """What exactly is counted, in the language of the screen."""
        return _said(self.definition_de, self.definition_en)


@dataclass(frozen=True, slots=True)
class Expression:
    """How a number comes about: the records of ``unit`` that have one of the codes in each dimension of ``where``.

    ``dimension`` is the class or mark that a median, P90 or mean is taken of, ``measure`` the name of a sum or
    group of inhabitants, ``of`` the denominator; that of a share is of the same unit unless it says otherwise.
    """

    unit: str
    aggregate: Aggregate
    where: Where = ()
    dimension: str = ""
    measure: str = ""
    of: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Variant(Defined):
    """One of the ways a funder defines an indicator; an indicator without a choice has one with an empty code."""

    code: str
    title_de: str
    title_en: str
    definition_de: str
    definition_en: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Indicator(Titled):
    """One figure of a report, in the first of its ``variants`` unless another is asked for.

    ``beside`` is the indicator that says more below it where it stands large.
    """

    key: str
    block: str
    title_de: str
    title_en: str
    shown_as: ShownAs
    variants: tuple[Variant, ...]
    beside: str
    source: str
    confidence: Confidence
    checked_on: date

    @property
    def is_uncertain(self) -> bool:
        """Whether it has to be shown as "zu prüfen"."""
        return self.confidence == "L"

    def variant(self, code: str | None = None) -> Variant:
        """The variant of that code; the first when there is none."""
        return next((one for one in self.variants if one.code == code), self.variants[0])


@dataclass(frozen=True, slots=True)
class TableSpec(Defined):
    """A table of a report: records by the codes of ``by``, perhaps ``across`` those of another dimension.

    ``columns`` are further columns: ``share`` of the total, ``per_1000`` inhabitants of group ``population``,
    ``money`` with the sum of ``measure``.
    ``omits_empty`` leaves out codes nobody has, ``is_sorted`` puts the greatest first.  ``level`` names a coarser
    cut of the dimension.
    """

    name: str
    block: str
    title_de: str
    title_en: str
    definition_de: str
    definition_en: str
    unit: str
    where: Where
    by: str
    across: str
    level: str
    columns: tuple[str, ...]
    population: str
    measure: str
    omits_empty: bool
    is_sorted: bool
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Block(Titled):
    """A group of indicators that belong together."""

    key: str
    title_de: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every indicator and table, by key and name in the order of the file."""

    edition: str
    blocks: Mapping[str, Block]
    indicators: Mapping[str, Indicator]
    tables: Mapping[str, TableSpec]

    def of_block(self, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of a block's indicators and the names of its tables."""
        return (
            tuple(one.key for one in self.indicators.values() if one.block == key),
            tuple(one.name for one in self.tables.values() if one.block == key),
        )


@dataclass(frozen=True, slots=True)
class TemplateSection(Titled):
    """A section of a report: figures by key and tables by name, under a title of its own.

    ``note`` is said below the title, e.g. that nobody knows yet what a funder asks for here.
    """

    key: str
    title_de: str
    title_en: str
    indicators: tuple[str, ...]
    tables: tuple[str, ...]
    note_de: str = ""
    note_en: str = ""

    @property
    def note(self) -> str:
        """Its note in the language of the screen."""
        return _said(self.note_de, self.note_en)


@dataclass(frozen=True, slots=True)
class ReportTemplate(Titled):
    """What a report for one reader holds: its sections, the figures that stand first, and the funder's definitions."""

    code: str
    title_de: str
    title_en: str
    hint_de: str
    hint_en: str
    highlights: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    sections: tuple[TemplateSection, ...]
    source: str
    confidence: Confidence
    checked_on: date

    @property
    def hint(self) -> str:
        """Whom it is for, in the language of the screen."""
        return _said(self.hint_de, self.hint_en)

    @property
    def is_uncertain(self) -> bool:
        """Whether it has to be shown as "zu prüfen"."""
        return self.confidence == "L"


def _said(german: str, english: str) -> str:
    return english if wording.language() == "en" else german
