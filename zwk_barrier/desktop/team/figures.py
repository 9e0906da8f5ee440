"""The table of the team: one row a person, each figure a column, sorted where it is shown."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.team.supervision import AdvisorLoad, Team
from zwk_barrier.desktop.widgets.table import Column, Order
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _, ngettext

NOBODY: Final = ""
"""The id of the row of cases nobody is responsible for."""


def team_columns() -> list[Column]:
    """The columns, each by the key it is sorted by."""
    return [
        Column("name", _("Wer"), 205),
        Column("open_cases", _("Offene Fälle"), 115, is_number=True),
        Column("waiting", _("Warten auf Besuch"), 155, is_number=True),
        Column("mean_wait", _("im Mittel"), 90, is_number=True),
        Column("longest_wait", _("längstens"), 100, is_number=True),
        Column("overdue", _("Überfällig"), 100, is_number=True),
        Column("coming", _("In 14 Tagen"), 110, is_number=True),
        Column("silent", _("Ohne Kontakt"), 115, is_number=True),
    ]


class TeamSource:
    """The rows of the team as it was read last; nobody's cases stay last in every order."""

    def __init__(self) -> None:
        self._advisors: dict[str, AdvisorLoad] = {}

    def take(self, team: Team) -> None:
        """Shows this team from the next reading on."""
        self._advisors = {key_of(one.staff_id): one for one in team.advisors}

    def advisor(self, key: str) -> AdvisorLoad | None:
        """The row with this id; None when it is not there any more."""
        return self._advisors.get(key)

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[str]:
        """The ids in the order asked for; people alike by name."""
        del wanted
        by_name = sorted(self._advisors.values(), key=lambda one: fold(one.name))
        rows = by_name if order.column == "name" else sorted(by_name, key=_figure(order.column))
        if order.is_descending:
            rows = rows[::-1] if order.column == "name" else sorted(by_name, key=_minus(order.column))
        return [key_of(one.staff_id) for one in sorted(rows, key=lambda one: one.staff_id is None)]

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """The cells of these rows."""
        return [_cells(self._advisors[key]) for key in ids]


def key_of(staff_id: UUID | None) -> str:
    """The id of somebody's row."""
    return NOBODY if staff_id is None else staff_id.hex


def _figure(column: str) -> Callable[[AdvisorLoad], int]:
    return lambda one: int(getattr(one, column))


def _minus(column: str) -> Callable[[AdvisorLoad], int]:
    return lambda one: -int(getattr(one, column))


def _cells(one: AdvisorLoad) -> list[str]:
    waits = (one.mean_wait, one.longest_wait) if one.waiting else (None, None)
    return [
        _who(one),
        str(one.open_cases),
        str(one.waiting),
        *("–" if days is None else days_in_words(days) for days in waits),
        str(one.overdue),
        str(one.coming),
        str(one.silent),
    ]


def _who(one: AdvisorLoad) -> str:
    if one.away is not None:
        return _("{name}, abwesend").format(name=one.name)
    return one.name if one.role != "ehrenamt" else f"{one.name}, {load_code_list('role').label(one.role)}"


def days_in_words(days: int) -> str:
    """A number of days with its word."""
    return ngettext("{n} Tag", "{n} Tage", days).format(n=days)


def away_in_words(team: Team) -> str:
    """Who is away today, until when, and who stands in; empty when everybody is there."""
    told = [_away(one, team.day) for one in team.advisors if one.away is not None]
    return _("Heute abwesend: {people}.").format(people="; ".join(told)) if told else ""


def _away(one: AdvisorLoad, day: date) -> str:
    away = one.away
    said = one.name
    if away is None:
        return said
    if away.last_on is not None:
        said = _("{name} bis {day}").format(name=said, day=format_near_date(away.last_on, day))
    if away.deputy:
        return _("{who}, Vertretung {deputy}").format(who=said, deputy=away.deputy)
    return _("{who}, ohne Vertretung").format(who=said)


def summary(team: Team, waiting_plans: int) -> str:
    """One line over the table: how much there is, and what cannot wait."""
    cases = sum(one.open_cases for one in team.advisors)
    late = sum(one.overdue for one in team.advisors)
    of_nobody = sum(one.open_cases for one in team.advisors if one.staff_id is None)
    parts = [
        (cases, ngettext("{n} laufender Fall", "{n} laufende Fälle", cases)),
        (late, ngettext("{n} Frist oder Aufgabe überfällig", "{n} Fristen und Aufgaben überfällig", late)),
        (of_nobody, ngettext("{n} Fall ohne Zuständige", "{n} Fälle ohne Zuständige", of_nobody)),
        (
            waiting_plans,
            ngettext("{n} Plan wartet auf Freigabe", "{n} Pläne warten auf Freigabe", waiting_plans),
        ),
    ]
    told = [part.format(n=n) for n, part in parts if n]
    return " · ".join(told) if told else _("Noch kein laufender Fall.")
