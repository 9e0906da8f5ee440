"""What the person or the office has to do in time: apply with a recommendation, claim, prove."""

from zwk_barrier.reference.deadline_rules import Length
from zwk_barrier.rules.deadlines.computed import Computed, Step
from zwk_barrier.rules.deadlines.computing import Counted, Matter, computed
from zwk_barrier.rules.deadlines.course import APPROVED
from zwk_barrier.rules.deadlines.words import dated
from zwk_barrier.wording import _


def recommendation(matter: Matter) -> Computed | None:
    """Until when an application still rests on a nursing professional's recommendation."""
    rule, course = matter.rule("recommendation"), matter.course
    if rule is None or course.recommended_on is None:
        return None
    text = _("Empfehlung der Pflegefachperson {day}")
    step = Step(text.format(day=dated(course.recommended_on)), "", course.recommended_on)
    what = Counted(course.recommended_on, steps=(step,))
    return computed(matter, rule, what, settled_on=course.made_on or course.applied_on)


def claim(matter: Matter) -> Computed | None:
    """Until when a benefit with a period of its own can be applied for."""
    rule, course = matter.rule("claim"), matter.course
    if rule is None or course.entitled_on is None:
        return None
    text = _("Voraussetzungen erfüllt seit {day}")
    step = Step(text.format(day=dated(course.entitled_on)), "", course.entitled_on)
    what = Counted(course.entitled_on, steps=(step,))
    return computed(matter, rule, what, settled_on=course.made_on or course.applied_on)


def proof(matter: Matter) -> Computed | None:
    """Until when the use of the money has to be proved; how long, the programme says."""
    rule, course = matter.rule("proof"), matter.course
    approved_on = course.notice_on or course.delivered_on or course.posted_on
    if rule is None or course.proof_months is None or course.notice not in APPROVED or approved_on is None:
        return None
    step = Step(_("Zusage {day}").format(day=dated(approved_on)), "", approved_on)
    what = Counted(approved_on, steps=(step,), length=Length(course.proof_months, "months"))
    return computed(matter, rule, what, settled_on=course.proof_sent_on)
