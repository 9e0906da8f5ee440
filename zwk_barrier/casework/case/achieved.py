"""What the advice in a case achieved: barriers before and after, cost, time, and what the person says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.case.outcomes import last_carried_out, visit_to_compare
from zwk_barrier.casework.plan.measures import price_of
from zwk_barrier.casework.visit.comparison import Comparison, compare
from zwk_barrier.model import Measure, OutcomeSurvey, Visit
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date, format_money, format_money_range
from zwk_barrier.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Achieved:
    """All that is known of a case after its measures.

    ``visit`` is the one the others are compared with; ``checks`` are the later visits that have looked at
    something, the newest first, ``planned`` those that have not yet.
    """

    visit: Visit | None = None
    checks: tuple[Comparison, ...] = ()
    planned: tuple[Comparison, ...] = ()
    surveys: tuple[OutcomeSurvey, ...] = ()

    @property
    def latest(self) -> Comparison | None:
        """The comparison that counts."""
        return self.checks[0] if self.checks else None

    @property
    def is_checked(self) -> bool:
        """Whether somebody looked or asked after the work."""
        return bool(self.checks or self.surveys)


def achieved(session: Session, view: CaseView, today: date) -> Achieved:
    """What the advice in a case achieved, as of ``today``."""
    standing = {visit.id for visit in view.visits}
    later = [visit for visit in view.visits if visit.compared_with_id in standing]
    found = [
        compare(session, visit.compared_with_id, visit.id)
        for visit in sorted(later, key=lambda one: (one.visited_on or date.max, one.id), reverse=True)
        if visit.compared_with_id is not None
    ]
    return Achieved(
        visit_to_compare(view.visits, view.measures, today),
        tuple(one for one in found if one.is_begun),
        tuple(reversed([one for one in found if not one.is_begun])),
        tuple(surveys_of(session, view.case.id)),
    )


def surveys_of(session: Session, case_id: UUID) -> Sequence[OutcomeSurvey]:
    """What the person answered, the newest first."""
    query = select(OutcomeSurvey).where(OutcomeSurvey.case_id == case_id, OutcomeSurvey.removed_at.is_(None))
    return session.scalars(query.order_by(OutcomeSurvey.asked_on.desc(), OutcomeSurvey.id.desc())).all()


def outcome_in_words(comparison: Comparison) -> str:
    """The result in a sentence: ``5 von 7 Barrieren gelöst, 1 teilweise, 1 noch da; alles nachgeprüft``."""
    parts = []
    if comparison.total:
        sentence = ngettext(
            "{solved} von {total} Barriere gelöst", "{solved} von {total} Barrieren gelöst", comparison.total
        )
        parts.append(sentence.format(solved=comparison.count("solved"), total=comparison.total))
    else:
        parts.append(_("Beim früheren Besuch war nichts im Weg"))
    for count, words in (
        (comparison.count("partly"), _("{count} teilweise")),
        (comparison.count("remaining"), _("{count} noch da")),
        (comparison.count("new"), _("{count} neu")),
    ):
        if count:
            parts.append(words.format(count=count))
    open_ones = comparison.count("not_checked")
    checked = _("{count} nicht nachgeprüft").format(count=open_ones) if open_ones else _("alles nachgeprüft")
    return f"{', '.join(parts)}; {checked}." if comparison.total else f"{', '.join(parts)}."


def aim_in_words(comparison: Comparison) -> str:
    """What became of the barriers that were meant to go; empty when that is all of them, or none."""
    aimed = comparison.aimed
    if not aimed or len(aimed) == len(comparison.barriers):
        return ""
    solved = sum(one.result == "solved" for one in aimed)
    return ngettext(
        "Von {total} Barriere, die weg sollte: {solved} gelöst.",
        "Von {total} Barrieren, die weg sollten: {solved} gelöst.",
        len(aimed),
    ).format(total=len(aimed), solved=solved)


def result_in_words(comparison: Comparison) -> str:
    """First what became of what was meant to go, then of everything."""
    everything, aim = outcome_in_words(comparison), aim_in_words(comparison)
    if not aim:
        return everything
    whole = _("Insgesamt {result}").format(result=everything)
    return f"{aim} {whole}"


def visit_in_words(visit: Visit) -> str:
    """``Abnahme nach der Umsetzung (12.02.2027)``; without a purpose ``Hausbesuch (12.02.2027)``."""
    name = load_code_list("visit_purpose").label(visit.purpose) if visit.purpose else _("Hausbesuch")
    day = _("noch ohne Datum") if visit.visited_on is None else format_date(visit.visited_on)
    return _("{what} ({day})").format(what=name, day=day)


def line_in_words(found: Achieved) -> str:
    """One sentence for the head of a case; empty as long as nobody looked or asked."""
    if found.latest is not None:
        return aim_in_words(found.latest) or outcome_in_words(found.latest)
    if not found.surveys:
        return ""
    asked_on = found.surveys[0].asked_on
    if asked_on is None:
        return _("Die Person wurde befragt.")
    return _("Die Person wurde am {day} befragt.").format(day=format_date(asked_on))


def measures_in_words(measures: Sequence[Measure]) -> str:
    """``3 von 5 empfohlenen Maßnahmen umgesetzt, 1 teilweise.``; empty without any."""
    if not measures:
        return ""
    done = sum(one.status == "umgesetzt" for one in measures)
    partly = sum(one.status == "teilweise" for one in measures)
    words = ngettext(
        "{done} von {total} empfohlenen Maßnahme umgesetzt",
        "{done} von {total} empfohlenen Maßnahmen umgesetzt",
        len(measures),
    ).format(done=done, total=len(measures))
    more = _(", {count} teilweise").format(count=partly) if partly else ""
    return f"{words}{more}."


def costs_in_words(measures: Sequence[Measure]) -> str:
    """What was paid beside what was expected of the same measures; empty as long as nothing was paid."""
    paid = [one for one in measures if one.cost_actual is not None]
    if not paid:
        return ""
    total = sum(one.cost_actual or 0 for one in paid)
    words = ngettext("{amount} für {count} Maßnahme", "{amount} für {count} Maßnahmen", len(paid)).format(
        amount=format_money(total), count=len(paid)
    )
    prices = [price for one in paid if (price := price_of(one)) is not None]
    if len(prices) < len(paid):
        return _("{paid}; eine Schätzung gab es nicht für alle.").format(paid=words)
    expected = format_money_range(sum(one.low for one in prices), sum(one.high for one in prices))
    return _("{paid}; erwartet: {expected}.").format(paid=words, expected=expected)


def time_in_words(view: CaseView) -> str:
    """From the first contact to the last measure carried out; empty as long as no such day is noted."""
    done = last_carried_out(view.measures)
    if done is None:
        return ""
    days = [view.case.opened_at, *(one.happened_at for one in view.contacts)]
    first = min(days).astimezone().date()
    count = (done - first).days
    if count < 0:
        return ""
    return ngettext("{count} Tag ({first} bis {last}).", "{count} Tage ({first} bis {last}).", count).format(
        count=count, first=format_date(first), last=format_date(done)
    )
