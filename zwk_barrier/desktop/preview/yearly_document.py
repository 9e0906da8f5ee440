"""The yearly report in the preview."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from zwk_barrier.casework.office.roles import require_counting, require_seeing_cases
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.desktop.destinations import Destination, ToYearlyReport
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.reports.documents.yearly_report import build_yearly_report, yearly_report_file_name
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.handing_out import examine_report, register_report
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _


def yearly_document(destination: Destination, store: OfficeStore) -> DocumentKind | None:
    """The document to show there, for those who report; ``None`` for another destination."""
    if not isinstance(destination, ToYearlyReport):
        return None
    period = Period.between(destination.begins_on, destination.ends_on)
    template, view, definitions = destination.template, destination.view, dict(destination.definitions)

    def gather(session: Any, _photos: PhotoStore, day: date) -> StatisticsReport:
        require_counting(session, store.staff_id)
        if view == "internal":
            require_seeing_cases(session, store.staff_id)
        report = build_report(session, period, template, view=view, today=day, definitions=definitions)
        return replace(report, letterhead=letterhead_of(office_settings(session)))

    def build(report: StatisticsReport) -> bytes:
        if report.view == "protected":  # exact figures stay in the office; their pages say so
            examine_report(store, report)
        return build_yearly_report(report)

    def register(report: StatisticsReport, name: str, content: bytes) -> Changed:
        if report.view == "internal":
            return Changed()
        return register_report(store, report, name, content, now=datetime.now(UTC))

    return DocumentKind(
        _("Jahresbericht"),
        _("Die Zahlen werden zusammengestellt und der Bericht gesetzt …"),
        _("Bericht speichern"),
        _("Der Bericht ist beim Drucker."),
        gather,
        build,
        yearly_report_file_name,
        register=register,
    )
