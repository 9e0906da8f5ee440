"""The cases behind a figure, for those who may open cases anyway."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.problems import NotAllowed
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.counting import UNITS, booking_of
from zwk_barrier.statistics.counting.derived import OF_REQUESTS_WITH_CASE, REQUESTS
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.wording import _

Where = Mapping[str, Collection[str]]


def cases_behind(
    session: Session, period: Period, unit: str, where: Where, *, may_see_cases: bool
) -> frozenset[UUID]:
    """The ids of the cases that a figure of a period counts now; codes of ``where`` may be of any level.

    What has no case behind it, such as a contact without one, is not in it.  Raises NotAllowed for those who may
    not open cases, whatever the figure.
    """
    require_cases(may_see_cases)
    if unit == REQUESTS:
        return _of_requests(session, period, where)
    counted = UNITS.get(unit)
    return frozenset() if counted is None else _of_unit(session, period, counted, where)


def require_cases(may_see_cases: bool) -> None:
    """Raises NotAllowed for those who may not open cases."""
    if not may_see_cases:
        raise NotAllowed(
            _("Genaue Zahlen und die Fälle dahinter sehen nur Beratung und Leitung."),
            advice=_("Wählen Sie die geschützte Sicht."),
        )


def _of_unit(session: Session, period: Period, unit: Unit, where: Where) -> frozenset[UUID]:
    region = region_of(session)
    codes = {name: dimension(name, region).expanded(wanted) for name, wanted in where.items()}
    booking = booking_of(session, period.quarters)
    if unit.over_quarters == "sum":
        return frozenset(unit.cases(session, booking, codes))
    first = booking_of(session, period.quarters[:1])
    new = frozenset(codes.get("arrival", ("new",))) & {"new"}
    return frozenset(
        unit.cases(session, first, codes) | unit.cases(session, booking, {**codes, "arrival": new})
    )


def _of_requests(session: Session, period: Period, where: Where) -> frozenset[UUID]:
    if any(not set(where.get(name, only)) & set(only) for name, only in OF_REQUESTS_WITH_CASE.items()):
        return frozenset()
    kept = {name: codes for name, codes in where.items() if name not in OF_REQUESTS_WITH_CASE}
    return _of_unit(session, period, UNITS["cases"], {**kept, "arrival": ["new"]})
