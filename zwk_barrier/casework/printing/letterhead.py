"""The office as it writes."""

from zwk_barrier.casework.office.office_look import logo_of
from zwk_barrier.model import Office
from zwk_barrier.model.document_look import DocumentLook
from zwk_barrier.model.visit_report import Letterhead


def letterhead_of(office: Office) -> Letterhead:
    """The letterhead from the settings; lines that are not filled in are left out."""
    town = " ".join(part for part in (office.postcode, office.town) if part)
    return Letterhead(
        office.name,
        office.department or "",
        tuple(line for line in (office.street or "", town) if line),
        office.phone or "",
        office.email or "",
        logo_of(office),
        DocumentLook(
            office.accent or "",
            tuple(line for line in (office.contact_line, office.bank_line) if line),
            office.contact_line or "",
        ),
    )
