"""The funding programmes to look up: what each pays, by which law, since when, and how fresh that is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy.orm import Session

from zwk_barrier.casework.payers.deadline_rule_views import RuleRow, rule_rows
from zwk_barrier.casework.payers.programme_history import KeptChange, changes_of
from zwk_barrier.casework.payers.programme_words import (
    amounts_in_short,
    before_start_in_words,
    field_title,
    kind_in_words,
    kind_place,
    state_briefly,
    state_in_words,
    value_in_words,
)
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.programme_checks import checked_on, is_uncertain
from zwk_barrier.reference.programmes import FIELDS, STATUS, Programme, Programmes
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.reference.programme import Amount, Status

STALE_MONTHS: Final = 6
"""After so long without a look a programme is named: amounts and purses change within a year."""


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in the list; ``amounts`` as they hold on the day asked for, ``amount`` the first of them.

    ``checked_on`` is the oldest look at what holds then; ``is_stale`` when that is too long ago.
    """

    code: str
    title: str
    law: str
    kind: str
    amount: str
    amounts: str
    status: str
    state: str
    checked_on: date
    is_uncertain: bool
    is_stale: bool

    def text(self) -> str:
        """The whole line in words, for the row that is looked at."""
        parts = (
            self.title,
            self.law,
            self.kind,
            self.amounts,
            self.status,
            _("geprüft am {day}").format(day=format_date(self.checked_on)),
            _("zu prüfen") if self.is_uncertain else "",
        )
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of a programme over a time; days are empty text where that side is open."""

    field: str
    title: str
    value: str
    begin: str
    end: str
    source: str
    checked: str
    confirmed_by: str
    note: str
    is_now: bool
    is_uncertain: bool


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Everything about one programme; ``fields`` are those a change can be proposed for."""

    line: ProgrammeLine
    who: str
    source: str
    values: tuple[ValueRow, ...]
    combination: tuple[str, ...]
    procedure: tuple[str, ...]
    evidence: tuple[str, ...]
    hints: tuple[str, ...]
    periods: tuple[RuleRow, ...]
    fields: tuple[tuple[str, str], ...]
    changes: tuple[KeptChange, ...]


def programme_lines(session: Session, day: date) -> tuple[ProgrammeLine, ...]:
    """All programmes as they hold on ``day``, grants first, within a kind those that pay first."""
    return tuple(line_of(one, day) for one in sorted(programmes_for(session), key=kind_place))


def line_of(one: Programme, day: date) -> ProgrammeLine:
    """One programme as it holds on ``day``."""
    status = one.status_on(day)
    state = "unclear" if status is None else status.state
    looked_up = checked_on(one, day)
    return ProgrammeLine(
        one.code,
        one.title(),
        one.law,
        kind_in_words(one),
        amounts_in_short(one.amounts_on(day), 1),
        amounts_in_short(one.amounts_on(day)),
        state_in_words(state),
        state_briefly(state),
        looked_up,
        is_uncertain(one, day),
        looked_up < _months_before(day, STALE_MONTHS),
    )


def programme_view(session: Session, code: str, day: date) -> ProgrammeView:
    """One programme with all its values over time; raises NotFound for an unknown one."""
    programmes = programmes_for(session)
    one = programmes.get(code)
    if one is None:
        raise NotFound(_("Dieses Förderprogramm gibt es nicht."))
    changes = changes_of(session, code)
    fields = (STATUS, *_fields(one))
    return ProgrammeView(
        line_of(one, day),
        one.who(),
        one.source.text,
        tuple(_values(one, changes, day)),
        tuple(_combination(one, programmes)),
        tuple(_procedure(one)),
        tuple(load_code_list("evidence").label(kind) for kind in one.evidence),
        tuple(f"{hint.text()} ({hint.law})" if hint.law else hint.text() for hint in one.hints),
        rule_rows(one.procedure),
        tuple((field, field_title(field)) for field in fields),
        changes,
    )


def _values(one: Programme, changes: tuple[KeptChange, ...], day: date) -> Iterator[ValueRow]:
    """The status first, then each amount, the newest value of each first."""
    confirmed: Mapping[tuple[str, date], str] = {
        (kept.change.field, kept.change.valid_from): kept.confirmed_by
        for kept in changes
        if kept.is_confirmed
    }
    rows: list[tuple[str, str, Amount | Status]] = [
        (STATUS, row.state, row) for row in reversed(one.statuses)
    ]
    for field in _fields(one):
        of_field = [row for row in one.amounts if row.field == field]
        rows += [(field, str(row.value), row) for row in reversed(of_field)]
    for field, value, row in rows:
        begin, end = row.valid
        yield ValueRow(
            field,
            field_title(field),
            value_in_words(field, value),
            "" if begin is None else format_date(begin),
            "" if end is None else format_date(end),
            row.source.text,
            format_date(row.source.checked_on),
            confirmed.get((field, begin or date.min), ""),
            row.note(),
            row.valid.holds_on(day),
            row.source.is_uncertain,
        )


def _fields(one: Programme) -> list[str]:
    """The fields a programme has amounts for, in the order all programmes tell them."""
    order = list(FIELDS)
    return sorted(
        dict.fromkeys(row.field for row in one.amounts),
        key=lambda field: order.index(field.partition(".")[0]),
    )


def _combination(one: Programme, programmes: Programmes) -> Iterator[str]:
    """How the programme stands to the others, a sentence each."""
    sentences = (
        (one.combination.after, _("Vorrangig, also zuerst zu beantragen: {programmes}.")),
        (one.combination.adds_to, _("Kommt hinzu zu: {programmes}.")),
        (one.combination.not_with, _("Nicht für dieselbe Maßnahme zusammen mit: {programmes}.")),
        (one.combination.check_with, _("Für dieselbe Maßnahme nicht geklärt neben: {programmes}.")),
    )
    for codes, sentence in sentences:
        found = [programmes.get(code) for code in codes]
        names = [_("„{comment}“").format(comment=other.title()) for other in found if other is not None]
        if names:
            yield sentence.format(programmes=", ".join(names))


def _procedure(one: Programme) -> Iterator[str]:
    yield before_start_in_words(one)
    if one.procedure.proof_months is not None:
        yield _("Nachweis nach der Zusage innerhalb von {count} Monaten.").format(
            count=one.procedure.proof_months
        )
    if not one.is_counted:
        yield _("Im Finanzierungsplan wird nicht damit gerechnet: Ob und wie viel gezahlt wird, ist offen.")


def _months_before(day: date, months: int) -> date:
    """The first day of the month that many months before, never later than asked for."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
