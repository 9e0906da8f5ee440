"""Writes finished documents to where the person wants them: whole or not at all, under a name that speaks."""

import errno
import re
import unicodedata
from pathlib import Path
from typing import Final

from zwk_barrier.model.case_report import CaseReport
from zwk_barrier.model.visit_report import VisitReport
from zwk_barrier.model.visit_sheet import VisitSheet
from zwk_barrier.problems import DocumentProblem, OfficeProblem
from zwk_barrier.store.files import write_whole
from zwk_barrier.wording import _, translator

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s-]+')
_LONGEST_NAME: Final = 120


def file_name(record: VisitReport) -> str:
    """The name of a visit report's file, e.g. ``Besuchsbericht_2026-0147_2026-11-09.pdf``, valid on every system."""
    _ = translator(record.language)
    return safe_name(_("Besuchsbericht"), record.case_number, f"{record.visited_on:%Y-%m-%d}")


def sheet_file_name(record: VisitSheet) -> str:
    """The name of a visit sheet's file, e.g. ``Besuchsbogen_2026-0147_2026-11-09.pdf``; undated without a day."""
    _ = translator(record.language)
    day = "" if record.planned is None else f"{record.planned:%Y-%m-%d}"
    return safe_name(_("Besuchsbogen"), record.case_number, day)


def case_report_file_name(record: CaseReport) -> str:
    """The name of a case report's file, e.g. ``Fallbericht_2026-0147_2026-11-09.pdf``; it tells when it is redacted."""
    _ = translator(record.language)
    called = _("Fallbericht-unkenntlich") if record.is_redacted else _("Fallbericht")
    number = record.case_number.rpartition(" ")[2]
    return safe_name(called, number, f"{record.printed_on:%Y-%m-%d}")


def safe_name(*parts: str) -> str:
    """A PDF's name from parts, without what Windows, macOS or Linux refuse; empty parts are left out."""
    kept = [_FORBIDDEN.sub("-", unicodedata.normalize("NFC", part)).strip(" .-_") for part in parts]
    name = "_".join(part for part in kept if part)
    return f"{name[:_LONGEST_NAME].rstrip(' .-_')}.pdf"


def write_document(path: Path, pdf: bytes) -> None:
    """Replaces ``path`` atomically; raises DocumentProblem and leaves an earlier version as it was."""
    try:
        write_whole(path, pdf)
    except OfficeProblem as problem:
        cause = problem.__cause__
        raise _problem(path, cause if isinstance(cause, OSError) else OSError(str(problem))) from cause


def _problem(path: Path, error: OSError) -> DocumentProblem:
    if error.errno in _FULL:
        return DocumentProblem(
            _("Auf dem Datenträger ist kein Platz für „{name}“.").format(name=path.name),
            advice=_("Schaffen Sie Platz oder wählen Sie einen anderen Ordner."),
        )
    if error.errno in _GONE:
        return DocumentProblem(
            _("Den Ordner „{folder}“ gibt es nicht mehr.").format(folder=path.parent),
            advice=_("Wählen Sie einen anderen Ordner."),
        )
    if error.errno in _REFUSED and path.is_file():
        return DocumentProblem(
            _("„{name}“ lässt sich nicht ersetzen; vielleicht ist es noch in einem anderen Programm geöffnet.").format(
                name=path.name
            ),
            advice=_("Schließen Sie sie dort oder wählen Sie einen anderen Namen."),
        )  # fmt: skip
    return DocumentProblem(
        _("„{name}“ lässt sich hier nicht speichern: {reason}").format(
            name=path.name, reason=error.strerror or error
        ),
        advice=_("Wählen Sie einen anderen Ordner oder einen anderen Namen."),
    )
