"""Which facts keep periods of an application from being computed, each with a sentence."""

from collections.abc import Iterator

from zwk_barrier.rules.deadlines.computed import Missing
from zwk_barrier.rules.deadlines.computing import Matter
from zwk_barrier.rules.deadlines.course import APPROVED, REFUSED
from zwk_barrier.wording import _


def missing(matter: Matter) -> Iterator[Missing]:
    """What would have to be known, the foremost first."""
    yield from _to_decide(matter)
    yield from _of_the_notice(matter)
    course = matter.course
    if matter.rule("claim") is not None and course.entitled_on is None and course.made_on is None:
        text = _("Unbekannt, seit wann die Voraussetzungen erfüllt sind: Antragsfrist prüfen")
        yield Missing("claim", "entitled_on", text)


def _to_decide(matter: Matter) -> Iterator[Missing]:
    rule, course = matter.rule("decision"), matter.course
    if rule is None:
        return
    if course.received_on is None:
        if course.applied_on is not None or course.lodged_elsewhere_on is not None:
            text = _("Eingang bei der zuständigen Stelle fehlt: Ohne ihn beginnt die Frist nicht")
            yield Missing("decision", "received_on", text)
    elif rule.edition_on(course.received_on) is None:
        yield Missing("decision", "received_on", _("Am Tag des Eingangs galt diese Frist noch nicht"))
    elif course.involvement in rule.after_report_for and course.report_on is None:
        text = _("Tag fehlt, an dem das Gutachten vorlag: Danach richtet sich die Frist")
        yield Missing("decision", "report_on", text)
    if course.decide_by is not None and course.reasons_on is None:
        text = _("Tag fehlt, an dem die Gründe schriftlich mitgeteilt wurden")
        yield Missing("announced_decision", "reasons_on", text)
    if course.reasons_on is not None and course.decide_by is None:
        text = _("Tag fehlt, für den die Entscheidung angekündigt ist")
        yield Missing("announced_decision", "decide_by", text)


def _of_the_notice(matter: Matter) -> Iterator[Missing]:
    course = matter.course
    if matter.rule("objection") is not None and course.notice in REFUSED:
        if not course.has_notice:
            text = _("Tag der Bekanntgabe fehlt: Ohne ihn beginnt die Widerspruchsfrist nicht")
            yield Missing("objection", "delivered_on", text)
        elif course.has_instruction is None and course.objection_on is None:
            yield Missing("objection", "has_instruction", _("Rechtsbehelfsbelehrung prüfen"))
    if course.proof_months is not None and course.notice in APPROVED and not course.has_notice:
        yield Missing("proof", "notice_on", _("Tag der Zusage fehlt"))
