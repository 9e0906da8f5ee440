"""What can be chosen before a case is printed for colleagues, those who lead, or craftsmen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.printing.case_report import may_report
from zwk_barrier.casework.printing.craft_plan import craft_trades
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Offered:
    """Of one case: whether its report is for this person, its trades and its photos, as code and label."""

    case_id: UUID
    may_report: bool
    trades: Sequence[tuple[str, str]]
    photos: Sequence[tuple[str, str]]


def offered(session: Session, case_id: UUID, staff_id: UUID) -> Offered:
    """What there is for one case and the person logged in; raises NotFound."""
    view = load_case(session, case_id)
    days = {one.id: format_date(one.visited_on) for one in view.visits if one.visited_on}
    photos = []
    for number, photo in enumerate(view.photos, start=1):
        said = photo.caption or _("Foto {number}").format(number=number)
        day = days.get(photo.visit_id) if photo.visit_id else None
        photos.append((photo.id.hex, f"{said} ({day})" if day else said))
    return Offered(case_id, may_report(session, staff_id, view), craft_trades(view), photos)
