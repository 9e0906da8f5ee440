"""What can be done about a notice, or about none: objection, court, review, action for failure to act."""

from datetime import date, timedelta
from typing import Final

from zwk_barrier.reference.deadline_rules import USUAL, Length
from zwk_barrier.rules.deadlines.computed import Computed, Step
from zwk_barrier.rules.deadlines.computing import Counted, Matter, computed, finished
from zwk_barrier.rules.deadlines.course import REFUSED
from zwk_barrier.rules.deadlines.words import dated, length_words, moved
from zwk_barrier.rules.periods import Period, period
from zwk_barrier.wording import _

_WITHDRAWN: Final = "zurueckgenommen"
_CONTESTABLE: Final = frozenset({"zurueckgewiesen", "teilweise"})
_DECEMBER, _LAST = 12, 31


def inaction(matter: Matter) -> Computed | None:
    """Until when an action for failure to act would come too early, counted from the application."""
    rule, course = matter.rule("inaction"), matter.course
    if rule is None or course.made_on is None:
        return None
    steps = [Step(_("Antrag gestellt {day}").format(day=dated(course.made_on)), "", course.made_on)]
    if course.was_lodged_elsewhere:
        text = _("Zu prüfen: Der Antrag gilt mit dem Eingang bei der anderen Stelle als gestellt")
        steps.append(Step(text, "§ 16 Abs. 2 Satz 2 SGB I", course.made_on))
    return computed(
        matter,
        rule,
        Counted(course.made_on, steps=tuple(steps)),
        settled_on=matter.announced_on,
        is_uncertain=course.was_lodged_elsewhere,
    )


def objection(matter: Matter) -> Computed | None:
    """Until when an objection can be lodged: a month, a year when the instruction about it is missing or wrong."""
    rule, course, announced = matter.rule("objection"), matter.course, matter.announced
    if rule is None or announced is None or not course.is_refused:
        return None
    steps = list(announced.steps)
    is_longer = course.has_instruction is False
    edition = rule.edition_on(announced.on)
    if edition is not None and is_longer:
        text = _("Ohne richtige Rechtsbehelfsbelehrung: {length}")
        longer = edition.lengths["longer"]
        steps.append(Step(text.format(length=length_words(longer)), edition.laws["longer"]))
    elif edition is not None and course.has_instruction is None:
        longer = edition.lengths["longer"]
        text = _("Rechtsbehelfsbelehrung prüfen: Fehlt sie oder ist sie falsch, {length} bis {day}")
        end = period(announced.on, longer, course.land).due_on
        steps.append(Step(text.format(length=length_words(longer), day=dated(end)), edition.laws["longer"]))
    what = Counted(announced.on, "longer" if is_longer else USUAL, tuple(steps))
    return computed(matter, rule, what, settled_on=course.objection_on, is_uncertain=announced.is_uncertain)


def objection_decision(matter: Matter) -> Computed | None:
    """Until when an action for failure to act on the objection would come too early."""
    rule, course = matter.rule("objection_decision"), matter.course
    if rule is None or course.objection_on is None or course.objection_outcome == _WITHDRAWN:
        return None
    step = Step(
        _("Widerspruch eingelegt {day}").format(day=dated(course.objection_on)), "", course.objection_on
    )
    what = Counted(course.objection_on, steps=(step,))
    return computed(matter, rule, what, settled_on=course.objection_decided_on)


def lawsuit(matter: Matter) -> Computed | None:
    """Until when the decision on the objection can be taken to court; counted carefully from its date."""
    rule, course = matter.rule("lawsuit"), matter.course
    decided_on = course.objection_decided_on
    if rule is None or decided_on is None or course.objection_outcome not in _CONTESTABLE:
        return None
    text = _(
        "Widerspruchsbescheid vom {day}; Tag der Bekanntgabe nicht bekannt, vorsichtshalber ab diesem Tag"
    )
    what = Counted(decided_on, steps=(Step(text.format(day=dated(decided_on)), "", decided_on),))
    return computed(matter, rule, what, is_uncertain=True)


def review(matter: Matter) -> Computed | None:
    """Until when a review still reaches back to what was refused: whole calendar years (§ 44 Abs. 4 SGB X)."""
    rule, course, announced = matter.rule("review"), matter.course, matter.announced
    if rule is None or announced is None or course.notice not in REFUSED or course.objection_on is not None:
        return None
    edition = rule.edition_on(announced.on)
    if edition is None:
        return None
    length = edition.lengths[USUAL]
    end = date(announced.on.year + length.count, _DECEMBER, _LAST)
    found = period(end, Length(0, "days"), course.land, rule.counting.shift)
    found = Period(announced.on, length, announced.on + timedelta(days=1), end, found.due_on, found.skipped)
    text = _("Rückwirkend längstens {length}, gerechnet vom Beginn des Jahres, in dem überprüft wird: {day}")
    steps = (
        *announced.steps,
        Step(text.format(length=length_words(length), day=dated(end)), edition.law, end),
        *moved(found.skipped, found.due_on, rule.counting, course.land),
    )
    return finished(matter, rule, edition, found, steps, settled_on=None, is_uncertain=True)
