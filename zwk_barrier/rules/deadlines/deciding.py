"""The periods within which the other side must decide: decision, competence, report, and what is deemed then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.deadline_rules import USUAL, DeadlineRule, RuleEdition
from zwk_barrier.rules.deadlines.computed import Computed, Step
from zwk_barrier.rules.deadlines.computing import (
    Counted,
    Matter,
    computed,
    earliest,
    finished,
    usual_end,
)
from zwk_barrier.rules.deadlines.course import DEEMED
from zwk_barrier.rules.deadlines.words import dated, length_words, moved
from zwk_barrier.rules.periods import Period, period
from zwk_barrier.wording import _


def decision(matter: Matter) -> Computed | None:
    """When the application must have been decided."""
    rule, course = matter.rule("decision"), matter.course
    if rule is None or course.received_on is None:
        return None
    edition = rule.edition_on(course.received_on)
    if edition is None:
        return None
    if course.involvement in rule.after_report_for:
        return _after_report(matter, rule)
    case, steps, is_late = _case(matter, rule, edition)
    law = edition.laws["recommended"] if rule.recommended_stays_usual and course.is_recommended_aid else ""
    what = Counted(course.received_on, case, (*_receipt(matter), *steps), law=law)
    return _settled(
        matter,
        rule,
        what,
        is_uncertain=is_late or course.was_lodged_elsewhere,
        reasons_count=rule.reasons_end_it,
    )


def fiction(matter: Matter) -> Computed | None:
    """The two months of § 18 SGB IX, after which approval may be deemed."""
    rule, received_on = matter.rule("fiction"), matter.course.received_on
    if rule is None or received_on is None:
        return None
    what = Counted(received_on, steps=tuple(_receipt(matter)))
    return _settled(matter, rule, what, is_uncertain=matter.course.was_lodged_elsewhere, reasons_count=True)


def competence(matter: Matter) -> Computed | None:
    """When the body must have passed the application on, or keeps it."""
    rule, course = matter.rule("competence"), matter.course
    if rule is None or course.received_on is None:
        return None
    settled_on = earliest(matter.announced_on, course.reasons_on)
    return computed(
        matter, rule, Counted(course.received_on, steps=tuple(_receipt(matter))), settled_on=settled_on
    )


def report(matter: Matter) -> Computed | None:
    """When the expert report must be there."""
    rule, course = matter.rule("report"), matter.course
    if rule is None or course.involved_on is None or course.involvement not in rule.only_for:
        return None
    step = Step(
        _("Beteiligung ({who}) {day}").format(
            who=_involved(course.involvement), day=dated(course.involved_on)
        ),
        "",
        course.involved_on,
    )
    settled_on = earliest(course.report_on, matter.announced_on)
    return computed(matter, rule, Counted(course.involved_on, steps=(step,)), settled_on=settled_on)


def announced_decision(matter: Matter) -> Computed | None:
    """The day the other side has named with its written reasons; looked after on the next working day."""
    rule, course = matter.rule("announced_decision"), matter.course
    if rule is None or course.reasons_on is None or course.decide_by is None:
        return None
    edition = rule.edition_on(course.decide_by)
    if edition is None:
        return None
    found = period(course.decide_by, edition.lengths[USUAL], course.land, rule.counting.shift)
    starts_on = min(course.reasons_on, course.decide_by)
    found = Period(found.event, found.length, starts_on, found.plain_end, found.due_on, found.skipped)
    steps = [
        Step(
            _("Gründe schriftlich mitgeteilt {day}").format(day=dated(course.reasons_on)),
            "",
            course.reasons_on,
        ),
        Step(_("Angekündigt für {day}").format(day=dated(course.decide_by)), edition.law, course.decide_by),
        *moved(found.skipped, found.due_on, rule.counting, course.land),
    ]
    return finished(matter, rule, edition, found, steps, settled_on=matter.announced_on, is_uncertain=False)


def _settled(
    matter: Matter, rule: DeadlineRule, what: Counted, *, is_uncertain: bool, reasons_count: bool
) -> Computed | None:
    """The period, settled by the notice, or by written reasons that came in time."""
    open_one = computed(matter, rule, what, is_uncertain=is_uncertain)
    reasons_on = matter.course.reasons_on
    if open_one is None:
        return None
    settled_on = matter.announced_on
    if reasons_count and reasons_on is not None:
        in_time = reasons_on <= open_one.due_on
        settled_on = earliest(settled_on, reasons_on if in_time else None)
        what = Counted(
            what.event, what.case, (*what.steps, _reasons(reasons_on, in_time=in_time)), what.length, what.law
        )
    found = computed(matter, rule, what, settled_on=settled_on, is_uncertain=is_uncertain)
    if found is not None and settled_on is not None and settled_on == reasons_on:
        return replace(found, consequence=_("Gründe rechtzeitig mitgeteilt: keine Fiktion aus dieser Frist"))
    if found is not None and matter.course.notice == DEEMED:
        return replace(found, consequence=rule.passed())
    return found


def _reasons(reasons_on: date, *, in_time: bool) -> Step:
    text = (
        _("Gründe rechtzeitig schriftlich mitgeteilt {day}: keine Fiktion; ob sie hinreichen, ist zu prüfen")
        if in_time
        else _("Gründe erst nach Fristende mitgeteilt {day}: ohne Wirkung auf die Frist, zu prüfen")
    )
    return Step(text.format(day=dated(reasons_on)), "", reasons_on)


def _receipt(matter: Matter) -> Iterator[Step]:
    course = matter.course
    if course.received_on is None:
        return
    if course.was_lodged_elsewhere and course.made_on is not None:
        made = _("Bei einer anderen Stelle eingegangen {day}: gilt als an diesem Tag gestellt")
        yield Step(made.format(day=dated(course.made_on)), "§ 16 Abs. 2 Satz 2 SGB I", course.made_on)
        yield Step(
            _(
                "Zu prüfen: Die Frist zur Entscheidung beginnt erst mit dem Eingang bei der zuständigen Stelle"
            ),
            "§ 16 Abs. 2 Satz 1 SGB I",
        )
    yield Step(_("Eingang {day}").format(day=dated(course.received_on)), "", course.received_on)
    if course.papers_requested_on is not None:
        text = _("Unterlagen nachgefordert {day}: hemmt die Frist nicht")
        yield Step(text.format(day=dated(course.papers_requested_on)), "", course.papers_requested_on)


def _case(matter: Matter, rule: DeadlineRule, edition: RuleEdition) -> tuple[str, tuple[Step, ...], bool]:
    """Which length of the rule holds, why, and whether that is doubtful."""
    course = matter.course
    if rule.recommended_stays_usual and course.is_recommended_aid:
        text = _(
            "Von einer Pflegefachperson bei der Antragstellung empfohlenes Hilfsmittel: bleibt bei {length}"
        )
        law = edition.laws["recommended"]
        return USUAL, (Step(text.format(length=length_words(edition.lengths[USUAL])), law),), False
    if course.involvement in (None, "keine"):
        return USUAL, (), False
    if course.involvement not in rule.longer_for:
        text = _("Beteiligung ({who}): verlängert diese Frist nicht")
        return USUAL, (Step(text.format(who=_involved(course.involvement)), edition.law),), False
    text = _("Beteiligung ({who}): {longer} statt {length}")
    step = Step(
        text.format(
            who=_involved(course.involvement),
            longer=length_words(edition.lengths["longer"]),
            length=length_words(edition.lengths[USUAL]),
        ),
        edition.laws["longer"],
        course.involved_on,
    )
    late = _told_late(matter, rule)
    return "longer", (step,) if late is None else (step, late), late is not None


def _told_late(matter: Matter, rule: DeadlineRule) -> Step | None:
    """Says that the longer period may not hold, because the involvement came after the usual one."""
    course = matter.course
    if not rule.must_be_told or course.involved_on is None or course.received_on is None:
        return None
    usual = usual_end(matter, rule, course.received_on)
    if usual is None or course.involved_on <= usual:
        return None
    text = _("Zu prüfen: beteiligt erst {day}, die kürzere Frist endete schon {end}")
    return Step(
        text.format(day=dated(course.involved_on), end=dated(usual)), rule.must_be_told, course.involved_on
    )


def _after_report(matter: Matter, rule: DeadlineRule) -> Computed | None:
    course = matter.course
    if course.report_on is None:
        return None
    step = Step(_("Gutachten liegt vor {day}").format(day=dated(course.report_on)), "", course.report_on)
    what = Counted(course.report_on, "after_report", (*_receipt(matter), step), relevant=course.received_on)
    return computed(
        matter, rule, what, settled_on=matter.announced_on, is_uncertain=course.was_lodged_elsewhere
    )


def _involved(code: str | None) -> str:
    return load_code_list("involvement").label(code)
