"""The statutory periods that can follow from an application under a programme, with their editions, to look up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from zwk_barrier.reference.deadline_rules import USUAL, DeadlineRule, Length, RuleEdition, load_courses
from zwk_barrier.reference.programme import Procedure
from zwk_barrier.rules.deadlines.words import length_words
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

_UNSAID: Final = frozenset({"announced_decision", "delivery"})
_REMEDIES: Final = frozenset({"objection", "lawsuit"})


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One edition of one period, ready to read; an open end of its time is empty text."""

    title: str
    length: str
    law: str
    begin: str
    end: str
    checked: str
    is_uncertain: bool

    def text(self) -> str:
        """The whole row in words."""
        parts = (
            self.title,
            self.length,
            self.law,
            _("gilt ab {day}").format(day=self.begin) if self.begin else "",
            _("bis {day}").format(day=self.end) if self.end else "",
            _("geprüft am {day}").format(day=self.checked),
            _("zu prüfen") if self.is_uncertain else "",
        )
        return " · ".join(part for part in parts if part)


def rule_rows(procedure: Procedure) -> tuple[RuleRow, ...]:
    """The periods that follow from a programme's procedure, the newest edition of each first; often none.

    A proof is among them only where the programme asks for one; a day the payer names itself is no rule.
    """
    course = load_courses().get(procedure.deadline_rule)
    if course is None:
        return ()
    return tuple(
        _row(rule, edition, procedure)
        for rule in course.rules.values()
        if rule.kind not in _UNSAID and (rule.kind != "proof" or procedure.proof_months is not None)
        for edition in sorted(rule.editions, key=lambda one: one.valid.begin or date.min, reverse=True)
    )


def _row(rule: DeadlineRule, edition: RuleEdition, procedure: Procedure) -> RuleRow:
    begin, end = edition.valid
    if rule.kind == "proof" and procedure.proof_months is not None:
        length = length_words(Length(procedure.proof_months, "months"))
    else:
        length = ", ".join(_lengths(rule, edition))
    return RuleRow(
        rule.title(),
        length,
        edition.law,
        "" if begin is None else format_date(begin),
        "" if end is None else format_date(end),
        format_date(edition.checked_on),
        edition.is_uncertain,
    )


def _lengths(rule: DeadlineRule, edition: RuleEdition) -> Iterator[str]:
    """The usual length first, then that of the cases the law names."""
    yield length_words(edition.lengths[USUAL])
    words = {
        "longer": _("ohne Belehrung {length}") if rule.kind in _REMEDIES else _("mit Beteiligung {length}"),
        "after_report": _("nach einem Gutachten {length}"),
    }
    for name, length in edition.lengths.items():
        if name != USUAL:
            yield words.get(name, "{length}").format(length=length_words(length))
