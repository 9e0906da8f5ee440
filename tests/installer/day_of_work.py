"""What the program's own trial of itself (`selftest`) must have left, whichever bundle did it."""

import json
from pathlib import Path

import openpyxl
import page
from odfdo import Document
from sqlalchemy import select

from zwk_barrier.model import Contact
from zwk_barrier.store.office import open_by_password


def contacts_noted(tried: Path) -> int:
    """How many contacts have the note that was typed into the window."""
    note = json.loads((tried / "selftest.json").read_text("utf-8"))["contact"]
    store = open_by_password(tried / "office", "demo")
    try:
        with store.reading() as session:
            return len(session.scalars(select(Contact).where(Contact.note == note)).all())
    finally:
        store.close()


def failures_of_report(tried: Path, profile: str) -> list[str]:
    """What the independent validator says against the printed visit report."""
    content = (tried / "report.pdf").read_bytes()
    return [failure.message for failure in page.validate_pdf_bytes(content, profile=profile).failures]


def sizes_of_statistics(tried: Path) -> tuple[int, int, int]:
    """How many sheets the workbook has, how many tables the other one, and how many plain files there are."""
    folder = tried / "statistics"
    [workbook] = folder.glob("*.xlsx")
    [sheet] = folder.glob("*.ods")
    sheets = openpyxl.load_workbook(workbook).sheetnames
    return len(sheets), len(Document(str(sheet)).body.tables), len(list(folder.glob("*.csv")))
