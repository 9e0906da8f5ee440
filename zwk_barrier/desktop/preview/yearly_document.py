"""The yearly report in the preview."""

from datetime import date
from typing import Any

from zwk_barrier.casework.letterhead import letterhead_of
from zwk_barrier.casework.roles import require_counting
from zwk_barrier.casework.staff import office_settings
from zwk_barrier.desktop.destinations import Destination, ToYearlyReport
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.model.yearly_report import YearlyReport
from zwk_barrier.reports.yearly_report import build_yearly_report, yearly_report_file_name
from zwk_barrier.statistics.yearly_report import gather_yearly_report
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _


def yearly_document(destination: Destination, store: OfficeStore) -> DocumentKind | None:
    """The document to show there, for those who report; ``None`` for another destination."""
    if not isinstance(destination, ToYearlyReport):
        return None
    year = destination.year

    def gather(session: Any, _photos: PhotoStore, day: date) -> YearlyReport:
        require_counting(session, store.staff_id)
        return gather_yearly_report(session, year, day, letterhead_of(office_settings(session)))

    return DocumentKind(
        _("Jahresbericht"),
        _("Das Jahr wird ausgezählt und der Bericht gesetzt …"),
        _("Bericht speichern"),
        _("Der Bericht ist beim Drucker."),
        gather,
        build_yearly_report,
        yearly_report_file_name,
    )
