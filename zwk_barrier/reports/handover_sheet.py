"""The sheet „In 30 Sekunden“: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.handover_sheet import HandoverSheet


def build_handover_sheet(record: HandoverSheet) -> bytes:
    """One case on one page, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.handover_sheet_story import HandoverSheetStory  # noqa: PLC0415

    return HandoverSheetStory(record).pdf()
