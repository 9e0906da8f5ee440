"""Checks a finished document the way a careful colleague would, for everybody who will have it read out.

An independent validator proves the standards in the tests; this check runs wherever a document is kept or
printed, in about 0.2 s, and knows what validators leave open: blank text alternatives, silent text, wrong ways back.
"""

import logging
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zwk_barrier.problems import FaultyDocument
from zwk_barrier.reports.checking.finding import Finding
from zwk_barrier.reports.files import write_document
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.reports.checking.reading import ReadPdf

logger = logging.getLogger(__name__)

_MOST_FINDINGS: Final = 50
# What pypdf raises, beside its own, for a file whose parts are not what they should be.
_UNREADABLE: Final = (
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)


def check(content: bytes) -> tuple[Finding, ...]:
    """What stands against a finished document, each fault once; empty for one that everybody can read."""
    # pypdf takes 0.1 s to load, which only documents should pay.
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    from zwk_barrier.reports.checking.reading import ReadPdf  # noqa: PLC0415

    try:
        pdf = ReadPdf(content)
        found = [finding for part in _parts() for finding in part(pdf)]
    except (PyPdfError, *_UNREADABLE) as error:
        logger.warning("a document cannot be read back: %s", type(error).__name__)
        return (Finding("unreadable", _("Das Dokument lässt sich nicht wieder lesen.")),)
    return tuple(dict.fromkeys(found))[:_MOST_FINDINGS]


def _parts() -> tuple[Callable[["ReadPdf"], Iterator[Finding]], ...]:
    from zwk_barrier.reports.checking import file as checking_file  # noqa: PLC0415 - as above
    from zwk_barrier.reports.checking import links as checking_links  # noqa: PLC0415 - as above
    from zwk_barrier.reports.checking import marks as checking_marks  # noqa: PLC0415 - as above
    from zwk_barrier.reports.checking import tables as checking_tables  # noqa: PLC0415 - as above
    from zwk_barrier.reports.checking import tags as checking_tags  # noqa: PLC0415 - as above

    return (
        checking_file.check_file,
        checking_file.check_fonts,
        checking_file.check_pictures,
        checking_tags.check_tags,
        checking_tables.check_tables,
        checking_marks.check_marks,
        checking_links.check_links,
        checking_links.check_bookmarks,
    )


def write_checked(path: Path, content: bytes) -> None:
    """Writes a document as ``write_document`` does; one with a fault is kept under a name that says so.

    Raises FaultyDocument in that case, DocumentProblem where nothing can be written; what stood under the wished
    name before is left as it was.
    """
    findings = check(content)
    if not findings:
        write_document(path, content)
        return
    kept = path.with_name(_("{name} (nicht barrierefrei)").format(name=path.stem) + path.suffix)
    write_document(kept, content)
    raise _problem(
        findings, _("Gespeichert, aber nicht für alle lesbar, als „{name}“:").format(name=kept.name)
    )


def check_printed(content: bytes) -> None:
    """Raises FaultyDocument when the document that was printed has a fault."""
    if findings := check(content):
        raise _problem(findings, _("Wird gedruckt; als Datei wäre das Dokument aber nicht für alle lesbar:"))


def _problem(findings: tuple[Finding, ...], told: str) -> FaultyDocument:
    # Kinds alone: the sentences quote the document, and the log holds no words of anybody's.
    logger.error("a document is not accessible: %s", ", ".join(finding.kind for finding in findings))
    advice = _("Bitte geben Sie die Datei so nicht weiter und melden Sie den Fehler.")
    return FaultyDocument(f"{told} {findings[0].sentence}", advice=advice)
