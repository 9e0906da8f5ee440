"""The cases as a plain list, for the command line and other programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseFilter, CaseRow, case_ids, case_rows
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _

_PAGE = 500


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One case in words; dates as ``JJJJ-MM-TT``, what is not known is empty."""

    number: str
    name: str
    street: str
    area: str
    status: str
    advisor: str
    opened_on: str
    next_due: str

    def as_json(self) -> dict[str, str]:
        """The same names as the fields: programs rely on them."""
        return asdict(self)


def case_listing(session: Session) -> list[ListedCase]:
    """All cases by number, the newest first."""
    ids = case_ids(session, CaseFilter(), "number", descending=True)
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    region = office_settings(session).region
    return [_listed(row, region) for page in pages for row in case_rows(session, page)]


def listing_lines(listing: Sequence[ListedCase]) -> list[str]:
    """The list as aligned columns with a heading."""
    if not listing:
        return [_("Noch keine Fälle.")]
    heading = (_("Nummer"), _("Name"), _("Stadtteil"), _("Stand"), _("Zuständig"), _("Offen seit"))
    rows = [heading, *((c.number, c.name, c.area, c.status, c.advisor, c.opened_on) for c in listing)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    return [
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _listed(row: CaseRow, region: str) -> ListedCase:
    return ListedCase(
        row.number,
        row.name,
        row.street,
        load_areas(region).label(row.area) if row.area else "",
        load_code_list("case_status").label(row.status),
        row.advisor,
        row.opened_at.astimezone().date().isoformat(),
        row.next_due.isoformat() if row.next_due else "",
    )
