"""The handbook on paper, or for a reader of PDFs: the pages the program shows, in one document."""

from datetime import date


def build_handbook(printed_on: date, *, language: str = "de") -> bytes:
    """All pages of the handbook that are written in this language; PDF/UA-1 and PDF/A-2a."""
    # ReportLab and Babel take a third of a second to load, which other commands must not pay.
    from zwk_barrier.reports.handbook_story import HandbookStory  # noqa: PLC0415

    return HandbookStory(printed_on, language).pdf()
