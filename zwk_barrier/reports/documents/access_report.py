"""The access report under Art. 15 DSGVO: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.access_report import AccessReport
from zwk_barrier.reports.files import safe_name


def build_access_report(record: AccessReport) -> bytes:
    """Everything kept about a person, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.access_report_story import AccessReportStory  # noqa: PLC0415

    return AccessReportStory(record).pdf()


def access_report_file_name(record: AccessReport) -> str:
    """The name of its file, e.g. ``Auskunft_2026-0147_2026-11-22.pdf``, valid on every system."""
    return safe_name("Auskunft", record.case_number, f"{record.printed_on:%Y-%m-%d}")
