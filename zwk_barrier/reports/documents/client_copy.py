"""The client's copy: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.client_copy import ClientCopy


def build_client_copy(record: ClientCopy) -> bytes:
    """The copy of one visit in the record's language, PDF/UA-1 and PDF/A-2a in one file.

    The same record gives the same bytes.  As long as nobody has reviewed a translation, it says so in both languages.
    """
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.client_copy_story import ClientCopyStory  # noqa: PLC0415

    return ClientCopyStory(record).pdf()
