"""What is kept of a document the preview has saved or printed, as its destination and its record tell."""

import re
from typing import Any

from zwk_barrier.casework.printing.printed_documents import Printing
from zwk_barrier.desktop.destinations import Destination


def printing_of(destination: Destination, title: str, record: Any) -> Printing:
    """What is kept of the document of a destination; ``kind`` is its name, e.g. ``visit_report``."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "_", type(destination).__name__.removeprefix("To")).lower()
    return Printing(
        kind,
        title,
        getattr(record, "language", "de"),
        ",".join(_variants(record)),
        case_id=getattr(destination, "case_id", None),
        visit_id=getattr(destination, "visit_id", None),
    )


def _variants(record: Any) -> list[str]:
    """The names under which ``casework.printing.printed_documents`` keeps what was chosen."""
    told = {"large": "large", "with_german": "with_german", "is_redacted": "redacted", "is_easy": "easy"}
    return [name for attribute, name in told.items() if getattr(record, attribute, False)]
