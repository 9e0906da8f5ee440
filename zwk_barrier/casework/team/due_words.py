"""What the first page says about a deadline: what is due, whose turn it is, by which law."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from zwk_barrier.casework.payers.deadline_views import PAPERS, papers_title
from zwk_barrier.reference.deadline_rules import DeadlineRule, load_deadline_rules
from zwk_barrier.rules.typed import NBSP
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _

_BEFORE_NUMBER: Final = re.compile(r"(§§?|Abs\.|Satz|SGB|Eingang) ")
_EDITION: Final = ", Fassung "  # as reference.deadline_rules writes it, in every language


@dataclass(frozen=True, slots=True)
class KnownDeadline:
    """What is kept of a deadline and its application, enough to say it in one line."""

    kind: str
    edition: str
    due_on: date
    recipient: str
    received_on: date | None


def deadline_words(known: KnownDeadline, today: date) -> str:
    """One line: ``Pflegekasse: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen``."""
    said = _together(_passed(known) if known.due_on < today else _running(known, today))
    return _("{who}: {what}").format(who=known.recipient, what=said) if known.recipient else said


def rule_of(kind: str, edition: str) -> DeadlineRule | None:
    """The rule a kept deadline was computed by; one that is no longer known is None."""
    return _rules().get((kind, edition)) or next(
        (rule for (known_kind, _name), rule in _rules().items() if known_kind == kind), None
    )


def _passed(known: KnownDeadline) -> str:
    if known.kind == PAPERS:
        return _("{what}: Frist abgelaufen").format(what=papers_title())
    rule, law = rule_of(known.kind, known.edition), known.edition.split(_EDITION)[0]
    said = rule.passed() if rule is not None else ""
    said = said or _("Frist abgelaufen")
    begins = _("Frist abgelaufen")
    if law and said.startswith(begins):
        return _("Frist nach {law} abgelaufen").format(law=law) + said.removeprefix(begins)
    return f"{said} ({law})" if law else said


def _running(known: KnownDeadline, today: date) -> str:
    rule, day = rule_of(known.kind, known.edition), format_near_date(known.due_on, today, weekday=True)
    if known.kind == "objection":
        return _("Widerspruchsfrist endet {day}").format(day=day)
    title = papers_title() if known.kind == PAPERS else _("Frist") if rule is None else rule.title()
    said = _("{what} bis {day}").format(what=title, day=day)
    if known.received_on is None or known.kind == PAPERS:
        return said
    return _("{what}, Eingang {day}").format(what=said, day=format_near_date(known.received_on, today))


def _together(text: str) -> str:
    """Paragraphs and their numbers are not torn apart at the end of a line."""
    return _BEFORE_NUMBER.sub(lambda found: f"{found[1]}{NBSP}", text)


@cache
def _rules() -> Mapping[tuple[str, str], DeadlineRule]:
    return {
        (rule.kind, edition.name): rule
        for rule in load_deadline_rules().values()
        for edition in rule.editions
    }
