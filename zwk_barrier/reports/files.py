"""Writes finished documents to where the person wants them: whole or not at all, under a name that speaks."""

import errno
import re
import unicodedata
from pathlib import Path
from typing import Final

from zwk_barrier.model.case_report import CaseReport
from zwk_barrier.model.caseload_list import CaseloadList
from zwk_barrier.model.client_copy import ClientCopy
from zwk_barrier.model.craft_plan import CraftPlan
from zwk_barrier.model.handover_sheet import HandoverSheet
from zwk_barrier.model.visit_report import VisitReport
from zwk_barrier.model.visit_sheet import VisitSheet
from zwk_barrier.problems import DocumentProblem, OfficeProblem
from zwk_barrier.store.files import write_whole
from zwk_barrier.store.system_errors import is_in_use, said_by_system
from zwk_barrier.wording import _, translator

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s-]+')
_LONGEST_NAME: Final = 120
_LONGEST_STREET: Final = 60  # so that the day behind it is never cut off


def file_name(record: VisitReport) -> str:
    """The name of a visit report's file, e.g. ``Besuchsbericht_2026-0147_2026-11-09.pdf``; undated without a day."""
    _ = translator(record.language)
    day = f"{record.visited_on:%Y-%m-%d}" if record.is_dated else ""
    return safe_name(_("Besuchsbericht"), record.case_number, day)


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


def handover_file_name(record: HandoverSheet) -> str:
    """The name of a hand-over sheet's file, e.g. ``In-30-Sekunden_2026-0147_2026-11-09.pdf``."""
    _ = translator(record.language)
    return safe_name(_("In 30 Sekunden"), record.case_number, f"{record.printed_on:%Y-%m-%d}")


def caseload_file_name(record: CaseloadList) -> str:
    """The name of a caseload list's file, e.g. ``Fallliste_M-Albers_2026-11-09.pdf``; of everybody without a name."""
    _ = translator(record.language)
    name = record.advisors[0].name if len(record.advisors) == 1 else ""
    return safe_name(_("Fallliste"), name, f"{record.printed_on:%Y-%m-%d}")


def craft_plan_file_name(record: CraftPlan) -> str:
    """The name of a plan's file by trade, street and day: nothing else of the person leaves the house."""
    _ = translator(record.language)
    trade = record.trades[0].name if len(record.trades) == 1 and record.trades[0].is_known else ""
    street = record.address[0][:_LONGEST_STREET] if record.address else ""
    return safe_name(_("Maßnahmenplan"), trade, street, f"{record.printed_on:%Y-%m-%d}")


def client_copy_file_name(record: ClientCopy) -> str:
    """The name of a client's copy, e.g. ``Kurzbericht_2026-0147_2026-11-09_tr.pdf``; the office files it in German."""
    day = "" if record.visited_on is None else f"{record.visited_on:%Y-%m-%d}"
    return safe_name(_("Kurzbericht"), record.case_number, day, record.language)


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
    if is_in_use(error) or (error.errno in _REFUSED and path.is_file()):
        return DocumentProblem(
            _("„{name}“ lässt sich nicht ersetzen; vielleicht ist es noch in einem anderen Programm geöffnet.").format(
                name=path.name
            ),
            advice=_("Schließen Sie sie dort oder wählen Sie einen anderen Namen."),
        )  # fmt: skip
    return DocumentProblem(
        _("„{name}“ lässt sich hier nicht speichern: {reason}").format(
            name=path.name, reason=said_by_system(error)
        ),
        advice=_("Wählen Sie einen anderen Ordner oder einen anderen Namen."),
    )
