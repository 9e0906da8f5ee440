"""The yearly report: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.yearly_report import YearlyReport
from zwk_barrier.reports.files import safe_name
from zwk_barrier.wording import translator


def build_yearly_report(record: YearlyReport) -> bytes:
    """The figures of a year in tables and bars, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.yearly_report_story import YearlyReportStory  # noqa: PLC0415

    return YearlyReportStory(record).pdf()


def yearly_report_file_name(record: YearlyReport) -> str:
    """The name of a yearly report's file by year and day of counting, e.g. ``Jahresbericht_2025_2026-11-09.pdf``."""
    _ = translator(record.language)
    return safe_name(_("Jahresbericht"), str(record.year), f"{record.counted_on:%Y-%m-%d}")
