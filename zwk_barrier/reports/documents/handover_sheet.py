"""The sheet „In 30 Sekunden“: one function from the frozen record to the finished PDF."""

from typing import Final

from zwk_barrier.model.handover_sheet import HandoverSheet

_MOST_ROWS: Final = (8, 6, 5, 4, 3, 2)


def build_handover_sheet(record: HandoverSheet) -> bytes:
    """One case on one page, PDF/UA-1 and PDF/A-2a in one file: as many rows in each table as there is room for."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.handover_sheet_story import HandoverSheetStory  # noqa: PLC0415

    def told(most: int) -> HandoverSheetStory:
        story = HandoverSheetStory(record, most)
        story.tell()
        return story

    *more, least = _MOST_ROWS
    fitting = (story for most in more if (story := told(most)).page_count() == 1)
    return (next(fitting, None) or told(least)).pdf()
