"""The paper sheet for a visit: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.visit_sheet import VisitSheet


def build_visit_sheet(record: VisitSheet) -> bytes:
    """The sheet to fill in by hand, in the record's language, PDF/UA-1 and PDF/A-2a in one file.

    Its fields are drawn; lines to write on are at least 8 mm apart, and no row is parted by a page's end.
    The same record gives the same bytes.
    """
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.visit_sheet_story import VisitSheetStory  # noqa: PLC0415

    return VisitSheetStory(record).pdf()
