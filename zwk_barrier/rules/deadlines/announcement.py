"""When a notice counts as announced: what starts the period for an objection.

A posted or electronically sent notice counts as announced some days after it was sent, by the law of
the day of sending, also on a Saturday, Sunday or public holiday (§ 37 Abs. 2 SGB X; BSG, B 14 AS 12/09 R); when
it really came later, on that later day.  Where the day of sending is unknown, the earliest one possible
is taken, so that no period is shown as longer than it may be.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zwk_barrier.reference.deadline_rules import USUAL, DeadlineRule, RuleEdition
from zwk_barrier.rules.deadlines.computed import Step
from zwk_barrier.rules.deadlines.course import DEEMED, Course
from zwk_barrier.rules.deadlines.words import dated
from zwk_barrier.wording import _

_HANDED_OVER: Final = frozenset({"uebergabe", "zustellung"})
_NOTHING_TO_CONTEST: Final = frozenset({"weitergeleitet", "zurueckgenommen", DEEMED})


@dataclass(frozen=True, slots=True)
class Announcement:
    """The day a notice counts as announced and how it was found."""

    on: date
    steps: tuple[Step, ...]
    is_uncertain: bool = False


def announcement_of(course: Course, rule: DeadlineRule | None) -> Announcement | None:
    """When the notice counts as announced; ``None`` without a notice.

    ``rule`` is that of posted notices (§ 37 Abs. 2 SGB X); without it the day it came counts.
    """
    if not course.has_notice:
        return None
    is_sent = course.delivery not in _HANDED_OVER and course.notice not in _NOTHING_TO_CONTEST
    sent_on = course.posted_on or (None if course.delivered_on else course.notice_on)
    edition = None if rule is None or sent_on is None else rule.edition_on(sent_on)
    if is_sent and edition is not None and sent_on is not None:
        return _sent(course, sent_on, edition)
    if course.delivered_on is not None:
        return Announcement(course.delivered_on, (_announced(course.delivered_on),))
    on = course.notice_on or course.posted_on
    if on is None:
        return None
    text = _("Tag der Bekanntgabe nicht bekannt: vorsichtshalber ab {day} gerechnet").format(day=dated(on))
    return Announcement(on, (Step(text, "", on),), is_uncertain=True)


def _sent(course: Course, sent_on: date, edition: RuleEdition) -> Announcement:
    days = edition.lengths[USUAL].count
    counts_on = sent_on + timedelta(days=days)
    electronic = course.delivery == "elektronisch"
    steps = [_sending(sent_on, is_electronic=electronic, is_known=course.posted_on is not None)]
    text = _(
        "Gilt am {days}. Tag danach als bekannt gegeben, auch am Wochenende oder Feiertag: {day}"
    ).format(days=days, day=dated(counts_on))
    steps.append(Step(text, edition.name, counts_on))
    if course.delivered_on is not None and course.delivered_on > counts_on:
        later = _("Tatsächlich erst später zugegangen: {day}").format(day=dated(course.delivered_on))
        steps.append(Step(later, "§ 37 Abs. 2 Satz 3 SGB X", course.delivered_on))
        counts_on = course.delivered_on
    return Announcement(counts_on, tuple(steps), is_uncertain=course.posted_on is None)


def _sending(sent_on: date, *, is_electronic: bool, is_known: bool) -> Step:
    if not is_known:
        text = _("Tag der Absendung nicht bekannt: vorsichtshalber ab dem Datum des Bescheids, {day}")
    elif is_electronic:
        text = _("Elektronisch abgesandt {day}")
    else:
        text = _("Zur Post gegeben {day}")
    return Step(text.format(day=dated(sent_on)), "", sent_on)


def _announced(on: date) -> Step:
    return Step(_("Bekannt gegeben {day}").format(day=dated(on)), "§ 37 Abs. 1 SGB X", on)
