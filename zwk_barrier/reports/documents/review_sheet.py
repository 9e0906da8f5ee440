"""The sheet for the review of a language: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.review_sheet import ReviewSheet
from zwk_barrier.reports.files import safe_name
from zwk_barrier.wording import _


def build_review_sheet(record: ReviewSheet) -> bytes:
    """Every text of a language beside the German one, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.review_sheet_story import ReviewSheetStory  # noqa: PLC0415

    return ReviewSheetStory(record).pdf()


def review_sheet_file_name(record: ReviewSheet) -> str:
    """The name of its file, e.g. ``Prüfblatt_tr_0a1b2c3d4e5f.pdf``, valid on every system."""
    return safe_name(_("Prüfblatt"), record.reviewed, record.edition)
