"""Where somebody may go in this window, said in this one place: who only counts sees no person anywhere."""

from typing import Final

from zwk_barrier.casework.office.roles import LEADING, SEEING_CASES
from zwk_barrier.desktop.destinations import Destination, ToStatistics, ToToday
from zwk_barrier.desktop.shell.places import PLACES, RAIL
from zwk_barrier.problems import NotAllowed
from zwk_barrier.wording import _

_OF_LEADERS: Final = frozenset({"team"})


def may_go(role: str, destination: Destination) -> bool:
    """Whether somebody of this role may see what is shown there."""
    place = PLACES.get(type(destination))
    return place is None or not place.has_people or role in SEEING_CASES


def first_place(role: str) -> Destination:
    """Where this role begins."""
    return ToToday() if role in SEEING_CASES else ToStatistics()


def is_on_rail(role: str, code: str) -> bool:
    """Whether the rail of this role has an entry."""
    return may_go(role, RAIL[code]) and (code not in _OF_LEADERS or role in LEADING)


def refusal() -> NotAllowed:
    """What to say to somebody who may not go there."""
    return NotAllowed(
        _("Wer beraten wird, sieht die Rolle „Statistik“ nicht."),
        advice=_("Zahlen finden Sie unter „Statistik“; Fälle öffnen Leitung und Beratung."),
    )
