"""What a line of a room says about the value entered there, made whole from it whenever something changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zwk_barrier.casework.visit.basis import Basis
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.measuring import NOT_ASKED, Point, value_text, verdicts_on
from zwk_barrier.desktop.visits.verdicts import Others, asked_words, others_of
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirements import Level
from zwk_barrier.rules.requirements import Assessment
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said of a barrier beside its value: that it should go, and how often it is met."""

    is_wanted: bool = False
    frequency: str | None = None

    def in_words(self) -> str:
        """Ready to read; empty when nothing was said."""
        often = load_code_list("frequency").label(self.frequency) if self.frequency else ""
        return " · ".join(part for part in (_("soll weg") if self.is_wanted else "", often) if part)


@dataclass(frozen=True, slots=True)
class Entered:
    """Everything the words of a line follow from; alike ones make alike words."""

    point: Point
    basis: Basis
    what: Measured
    method: str | None = None
    visit_method: str | None = None
    wish: Wish = Wish()
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class LineWords:
    """The verdicts on a line, and the words for them."""

    main: Assessment
    assessments: Mapping[Level, Assessment]
    asked: str
    gap: str
    others: tuple[Others, ...]

    @property
    def is_barrier(self) -> bool:
        """Whether the value misses what the visit's profile asks."""
        return self.main.verdict in ("partly", "not_met")


def words_of(entered: Entered) -> LineWords:
    """The words for what was entered."""
    criterion, basis = entered.point.criterion, entered.basis
    level = basis.profile.level_for(criterion)
    assessments = verdicts_on(
        criterion, basis, entered.what, visit_method=entered.visit_method, method=entered.method
    )
    main = NOT_ASKED if level is None else assessments[level]
    wish = entered.wish.in_words() if main.verdict in ("partly", "not_met") else ""
    beside = (main.gap_text, _method_words(entered), entered.read_as, wish)
    return LineWords(
        main,
        assessments,
        ", ".join(part for part in (asked_words(criterion, basis), _digits(entered.point)) if part),
        " · ".join(part for part in beside if part),
        others_of(basis, [(one, found) for one, found in assessments.items() if one != level], main),
    )


def then_words(point: Point, then: Measured | None, day: date | None) -> tuple[str, str]:
    """What was measured at the visit before, shown and spoken with its day; empty when nothing was."""
    value = value_text(point.criterion, then)
    if not value:
        return "", ""
    shown = _("damals {value}").format(value=value)
    return shown, shown if day is None else _("am {day}: {value}").format(day=format_date(day), value=value)


def _digits(point: Point) -> str:
    """How a class is chosen by one key."""
    last = len(point.criterion.grades) - 1
    return _("Ziffern 0 bis {last}").format(last=last) if point.criterion.kind == "grade" else ""


def _method_words(entered: Entered) -> str:
    """How the value was found, where that differs from the rest of the visit."""
    if entered.what.value is None or entered.method in (None, entered.visit_method):
        return ""
    return load_code_list("measuring_method").label(entered.method or "")
