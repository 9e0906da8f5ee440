"""The sheets about a person's rights: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.rights_sheet import RightsSheet
from zwk_barrier.reports.files import safe_name


def build_rights_sheet(record: RightsSheet) -> bytes:
    """The information under Art. 13 DSGVO or a consent form, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.rights_sheet_story import RightsSheetStory  # noqa: PLC0415

    return RightsSheetStory(record).pdf()


def rights_sheet_file_name(record: RightsSheet) -> str:
    """The name of a sheet's file, e.g. ``Einwilligung_2026-11-22_fotos_2026-0147.pdf``, valid on every system."""
    return safe_name(*record.file_name.split("_"))
