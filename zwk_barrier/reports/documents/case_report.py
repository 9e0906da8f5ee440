"""The case report: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.case_report import CaseReport


def build_case_report(record: CaseReport) -> bytes:
    """The chosen sections of one case, marked as confidential on every page, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.case_report_story import CaseReportStory  # noqa: PLC0415

    return CaseReportStory(record).pdf()
