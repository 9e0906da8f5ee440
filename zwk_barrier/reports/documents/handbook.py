"""The handbook on paper, or for a reader of PDFs: the pages the program shows, in one document."""

from datetime import date

from zwk_barrier.wording import _


def build_handbook(printed_on: date, *, language: str = "de") -> bytes:
    """All pages of the handbook that are written in this language; PDF/UA-1 and PDF/A-2a."""
    # ReportLab and Babel take a third of a second to load, which other commands must not pay.
    from zwk_barrier.reports.documents.handbook_story import HandbookStory  # noqa: PLC0415

    return HandbookStory(printed_on, language).pdf()


def handbook_file_name(version: str) -> str:
    """The name of the handbook's file, e.g. ``Handbuch-ZWK-Barriere_0.5.0.pdf``."""
    return f"{_('Handbuch ZWK Barriere').replace(' ', '-')}_{version}.pdf"
