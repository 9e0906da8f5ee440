"""The table of one advisor's cases: what is wrong with each, in words, the most urgent first."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.team.caseload import CaseLoad
from zwk_barrier.desktop.team.figures import days_in_words
from zwk_barrier.desktop.widgets.table import Column, Order
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.typed import format_date
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _

_LAST: Final = date.max
_SHOWN: Final[Mapping[str, Callable[[CaseLoad], bool]]] = {
    "any": lambda one: bool(one.overdue) or one.waiting_days is not None or one.silent_days is not None,
    "overdue": lambda one: bool(one.overdue),
    "waiting": lambda one: one.waiting_days is not None,
    "silent": lambda one: one.silent_days is not None,
}


def need_columns() -> list[Column]:
    """The columns, each by the key it is sorted by."""
    return [
        Column("number", _("Nummer"), 140),
        Column("name", _("Name"), 190),
        Column("need", _("Was auffällt"), 470),
        Column("due", _("Nächste Frist"), 125),
        Column("opened", _("Offen seit"), 115),
    ]


def need_choices() -> list[tuple[str, str]]:
    """What the list can be narrowed to."""
    return [
        ("any", _("Nur was auffällt")),
        ("overdue", _("Überfällig")),
        ("waiting", _("Warten auf Besuch")),
        ("silent", _("Ohne Kontakt")),
    ]


class NeedSource:
    """The cases as they were read last, narrowed to what is ``wanted``; None is all of them."""

    def __init__(self) -> None:
        self._cases: dict[UUID, CaseLoad] = {}
        self._day = _LAST

    def take(self, cases: Sequence[CaseLoad], day: date) -> None:
        """Shows these cases from the next reading on; they come in the order of their urgency."""
        self._cases, self._day = {one.id: one for one in cases}, day

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[UUID]:
        """The ids in the order asked for, cases alike in that of their urgency."""
        is_shown = _SHOWN.get(wanted)
        rows = [one for one in self._cases.values() if is_shown is None or is_shown(one)]
        if order.column == "need":
            return [one.id for one in (rows[::-1] if order.is_descending else rows)]
        return [one.id for one in sorted(rows, key=_KEYS[order.column], reverse=order.is_descending)]

    def fetch_rows(self, ids: Sequence[UUID]) -> Sequence[Sequence[str]]:
        """The cells of these cases."""
        return [self._cells(self._cases[case_id]) for case_id in ids]

    def _cells(self, one: CaseLoad) -> list[str]:
        return [
            one.number,
            one.name or _("ohne Namen"),
            need_in_words(one),
            "" if one.next_due is None else format_near_date(one.next_due, self._day, weekday=True),
            format_date(one.opened_on),
        ]


_KEYS: Final[Mapping[str, Callable[[CaseLoad], Any]]] = {
    "number": lambda one: one.number,
    "name": lambda one: fold(one.name),
    "due": lambda one: one.next_due or _LAST,
    "opened": lambda one: one.opened_on,
}


def need_in_words(one: CaseLoad) -> str:
    """What is wrong with a case, e.g. ``2 überfällig · wartet seit 34 Tagen auf einen Besuch``; empty when nothing."""
    parts = []
    if one.overdue:
        parts.append(_("{n} überfällig").format(n=one.overdue))
    if one.waiting_days is not None:
        parts.append(_("wartet auf Besuch: {days}").format(days=days_in_words(one.waiting_days)))
    if one.silent_days is not None:
        parts.append(_("ohne Kontakt: {days}").format(days=days_in_words(one.silent_days)))
    return " · ".join(parts)
