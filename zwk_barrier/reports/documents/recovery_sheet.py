"""The sheet with the office's recovery key: printed once, put away safely, needed when every password is lost."""

from datetime import date


def build_recovery_sheet(office: str, key: str, printed_on: date, *, language: str = "de") -> bytes:
    """One page with the key in large groups, what it is for and where it belongs; PDF/UA-1 and PDF/A-2a."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.recovery_sheet_story import RecoverySheetStory  # noqa: PLC0415

    return RecoverySheetStory(office, key, printed_on, language).pdf()
