"""The caseload list: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.caseload_list import CaseloadList


def build_caseload_list(record: CaseloadList) -> bytes:
    """The running cases of each advisor in a table, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.caseload_list_story import CaseloadListStory  # noqa: PLC0415

    return CaseloadListStory(record).pdf()
