"""The yearly report: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.reports.files import safe_name
from zwk_barrier.wording import translator


def build_yearly_report(record: StatisticsReport) -> bytes:
    """The figures of a period in tables and bars, PDF/UA-1 and PDF/A-2a in one file; the same record gives the same."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.yearly_report_story import YearlyReportStory  # noqa: PLC0415

    return YearlyReportStory(record).pdf()


def yearly_report_file_name(record: StatisticsReport) -> str:
    """The name of the file by period and template, e.g. ``Jahresbericht_2025_Magistrat.pdf``; internal ones say so."""
    _ = translator(record.language)
    internal = (_("intern"),) if record.view == "internal" else ()
    return safe_name(_("Jahresbericht"), record.period.code, record.template_title, *internal)
