"""The visit report: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.visit_report import VisitReport


def build_visit_report(record: VisitReport) -> bytes:
    """The report of one home visit in the record's language, PDF/UA-1 and PDF/A-2a in one file.

    The same record gives the same bytes.  Nothing in it is too long, too many or missing: texts run on to
    further pages, and a part without content becomes a sentence.
    """
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.visit_report_story import VisitReportStory  # noqa: PLC0415

    return VisitReportStory(record).pdf()
