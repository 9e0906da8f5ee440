"""The statutory periods that follow from the course of an application, each computed step by step.

The versions of the rules stand in ``resources/deadlines/``; what counts where the law is open is written down in
docs/decisions/0021.  Nothing here reads a clock: the day a course is looked at on is handed in.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from zwk_barrier.reference.deadline_rules import KINDS, CourseRule, DeadlineRule, Kind, load_courses
from zwk_barrier.rules.deadlines.announcement import announcement_of
from zwk_barrier.rules.deadlines.computed import Computed, Missing, Step
from zwk_barrier.rules.deadlines.computing import Matter
from zwk_barrier.rules.deadlines.course import Course
from zwk_barrier.rules.deadlines.deciding import announced_decision, competence, decision, fiction, report
from zwk_barrier.rules.deadlines.missing import missing
from zwk_barrier.rules.deadlines.ours import claim, proof, recommendation
from zwk_barrier.rules.deadlines.remedies import inaction, lawsuit, objection, objection_decision, review
from zwk_barrier.wording import _

__all__ = ["Computed", "Course", "Kind", "Missing", "Step", "announced_on", "deadlines_of", "missing_of"]

_COMPUTE: Final[tuple[Callable[[Matter], Computed | None], ...]] = (
    decision,
    competence,
    report,
    fiction,
    announced_decision,
    inaction,
    objection,
    objection_decision,
    lawsuit,
    review,
    recommendation,
    claim,
    proof,
)
# What the applicant has to do in time holds with a private insurer as well.
_ALSO_PRIVATE: Final[frozenset[Kind]] = frozenset({"recommendation", "claim", "proof"})


def deadlines_of(course: Course, day: date) -> tuple[Computed, ...]:
    """Every period that follows from the facts, the first to end first; ``day`` is today.

    A fact that is missing gives no period: :func:`missing_of` names it.  Raises ValueError for an unknown
    rule or Land.
    """
    matter = _matter(course, day)
    found = [one for one in (compute(matter) for compute in _COMPUTE) if one is not None]
    return tuple(sorted(found, key=lambda one: (one.due_on, KINDS.index(one.kind))))


def missing_of(course: Course, day: date) -> tuple[Missing, ...]:
    """The facts that keep periods from being computed; raises ValueError for an unknown rule."""
    found = tuple(missing(_matter(course, day)))
    if course.is_private and "decision" in load_courses()[course.rule].rules:
        text = _("Private Versicherung: Fristen und Fiktion für gesetzliche Kassen gelten nicht unmittelbar")
        return (Missing("decision", "is_private", text), *found)
    return found


def announced_on(course: Course) -> date | None:
    """The day the notice counts as announced; ``None`` without a notice."""
    found = announcement_of(course, _rules(course).rules.get("delivery"))
    return None if found is None else found.on


def _matter(course: Course, day: date) -> Matter:
    rules = _rules(course)
    return Matter(course, rules, announcement_of(course, rules.rules.get("delivery")), day)


def _rules(course: Course) -> CourseRule:
    found = load_courses().get(course.rule)
    if found is None:
        raise ValueError(f"{course.rule} is no rule of resources/deadlines/courses.toml")
    if not course.is_private:
        return found
    kept: Mapping[Kind, DeadlineRule] = {
        kind: rule for kind, rule in found.rules.items() if kind in _ALSO_PRIVATE
    }
    return CourseRule(found.code, found.title_de, found.title_en, kept)
