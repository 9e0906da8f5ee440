"""Makes a period of a rule and an event: which version holds, the steps, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from zwk_barrier.reference.deadline_rules import USUAL, CourseRule, DeadlineRule, Kind, Length, RuleEdition
from zwk_barrier.rules.deadlines.announcement import Announcement
from zwk_barrier.rules.deadlines.computed import Computed, Step
from zwk_barrier.rules.deadlines.course import Course
from zwk_barrier.rules.deadlines.words import counted, dated
from zwk_barrier.rules.periods import Period, period
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

# What being late has consequences for even when it has been made up for.
_DEEMED: Final[frozenset[Kind]] = frozenset({"decision", "fiction", "announced_decision"})


@dataclass(frozen=True, slots=True)
class Matter:
    """One application as it is computed: its facts, the rules for it, the notice, and the day it is seen on."""

    course: Course
    rules: CourseRule
    announced: Announcement | None
    today: date

    def rule(self, kind: Kind) -> DeadlineRule | None:
        """The rule for a kind of period, ``None`` when this course has none."""
        return self.rules.rules.get(kind)

    @property
    def announced_on(self) -> date | None:
        """When the notice counts as announced."""
        return None if self.announced is None else self.announced.on


@dataclass(frozen=True, slots=True)
class Counted:
    """What a period is counted from: the event, which case of the rule, and the steps that lead there.

    ``length`` is only given where the rule does not say it itself; ``relevant`` is the day that decides which version
    of the rule holds, usually the event's.
    """

    event: date
    case: str = USUAL
    steps: tuple[Step, ...] = ()
    length: Length | None = None
    law: str = ""
    relevant: date | None = None


def computed(
    matter: Matter,
    rule: DeadlineRule,
    what: Counted,
    *,
    settled_on: date | None = None,
    is_uncertain: bool = False,
) -> Computed | None:
    """The period; ``None`` when no version of the rule held yet."""
    edition = rule.edition_on(what.relevant or what.event)
    if edition is None:
        return None
    length = what.length or edition.lengths[what.case]
    law = what.law or edition.laws[what.case]
    found = period(what.event, length, matter.course.land, rule.counting.shift)
    steps = (
        *what.steps,
        *counted(found, law, rule.counting, matter.course.land),
    )
    return finished(matter, rule, edition, found, steps, settled_on=settled_on, is_uncertain=is_uncertain)


def finished(
    matter: Matter,
    rule: DeadlineRule,
    edition: RuleEdition,
    found: Period,
    steps: Iterable[Step],
    *,
    settled_on: date | None,
    is_uncertain: bool,
) -> Computed:
    """The period with its words, from what has been counted."""
    return Computed(
        kind=rule.kind,
        starts_on=found.starts_on,
        due_on=found.due_on,
        is_ours=rule.is_ours,
        settled_on=settled_on,
        steps=(*_rule_steps(rule, edition), *steps),
        edition=edition.name,
        law=edition.law,
        source=edition.source,
        checked_on=edition.checked_on,
        is_uncertain=is_uncertain or edition.is_uncertain,
        title=rule.title(),
        consequence=consequence(rule, found.due_on, settled_on, matter.today),
    )


def usual_end(matter: Matter, rule: DeadlineRule, event: date) -> date | None:
    """When the period would end in the usual case; ``None`` when no version of the rule held yet."""
    edition = rule.edition_on(event)
    if edition is None:
        return None
    return period(event, edition.lengths[USUAL], matter.course.land, rule.counting.shift).due_on


def consequence(rule: DeadlineRule, due_on: date, settled_on: date | None, today: date) -> str:
    """What follows as things stand on ``today``; never that something is granted."""
    if settled_on is None:
        return rule.passed() if today > due_on else rule.running()
    if settled_on <= due_on:
        return _("Erledigt am {day}").format(day=dated(settled_on))
    if rule.is_ours or rule.kind in _DEEMED:
        return _("{passed} (erst am {day} geschehen)").format(passed=rule.passed(), day=dated(settled_on))
    return _("Verspätet erledigt am {day}").format(day=dated(settled_on))


def earliest(*days: date | None) -> date | None:
    """The first of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def _rule_steps(rule: DeadlineRule, edition: RuleEdition) -> Iterable[Step]:
    begin, end = edition.valid
    if begin is not None:
        text = _("Regel: {law}, Fassung ab {day}").format(law=edition.law, day=format_date(begin))
    elif end is not None:
        text = _("Regel: {law}, Fassung bis {day}").format(law=edition.law, day=format_date(end))
    else:
        text = _("Regel: {law}").format(law=edition.law)
    yield Step(text, edition.law)
    if note := rule.note():
        yield Step(_("Zu prüfen: {what}").format(what=note))
    if edition.confidence == "L":
        yield Step(_("Zu prüfen: {what}").format(what=edition.source))
