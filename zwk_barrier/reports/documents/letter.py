"""A letter: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.letter_document import LetterDocument


def build_letter(record: LetterDocument) -> bytes:
    """The letter with everything that belongs to it, PDF/UA-1 and PDF/A-2a in one file.

    An application has its reasons, the list of evidence and the chosen photos behind the letter itself.  The
    same record gives the same bytes.
    """
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.letter_story import LetterStory  # noqa: PLC0415

    return LetterStory(record).pdf()


def letter_file_name(record: LetterDocument) -> str:
    """The name of a letter's file, e.g. ``Antrag_2026-0147.pdf``, valid on every system."""
    from zwk_barrier.reports.files import safe_name  # noqa: PLC0415 - with what writes files

    return safe_name(*record.file_name.split("_"))
