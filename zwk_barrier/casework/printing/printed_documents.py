"""What left the program on paper or as a file, so that a file can be known again as the office's own."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import get
from zwk_barrier.model import CaseFile, Letter, PrintedDocument, Staff, Visit
from zwk_barrier.problems import DocumentProblem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _

FAULTY: Final = "faulty"
"""The variant of a document that was let out although not everybody can read it."""
_LARGEST: Final = 200_000_000  # bytes; nothing the program makes comes near


@dataclass(frozen=True, slots=True)
class Printing:
    """What is kept of one document: ``kind`` as in PrintedDocument, ``title`` as a person calls it.

    The case of a visit or a letter need not be named, nor the title of a letter.  One that ``is_faulty`` is
    marked as such: not everybody can read it.
    """

    kind: str
    title: str = ""
    language: str = "de"
    variant: str = ""
    case_id: UUID | None = None
    letter_id: UUID | None = None
    visit_id: UUID | None = None
    is_faulty: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One document that left the program, with the case's number and who let it out, empty when unknown."""

    id: UUID
    title: str
    variant: str
    language: str
    pages: int | None
    printed_at: datetime
    staff: str
    case_id: UUID | None
    case_number: str
    digest: str


def digest_of(content: bytes) -> str:
    """The SHA-256 of a file, by which it is known again."""
    return hashlib.sha256(content).hexdigest()


def keep_printed(
    store: OfficeStore, printing: Printing, content: bytes, pages: int | None, now: datetime
) -> Changed:
    """Keeps that a document was saved or printed at ``now``; the same file a second time on one day is not told twice.

    Undo leaves it alone: the paper is out.
    """
    return keep_batch(store, [(printing, digest_of(content))], now, pages)


def keep_batch(
    store: OfficeStore, written: Sequence[tuple[Printing, str]], now: datetime, pages: int | None = None
) -> Changed:
    """The same for several documents at once, each with the SHA-256 of its file."""
    with store.deed("document_printed", is_final=True) as deed:
        for one, digest in written:
            printing = _completed(deed.session, one)
            deed.case_id = printing.case_id if len(written) == 1 else None
            if not _told(deed.session, digest, printing, now):
                deed.session.add(_record(store, printing, digest, pages, now))
        deed.session.flush()
    return deed.changed


def _record(
    store: OfficeStore, printing: Printing, digest: str, pages: int | None, now: datetime
) -> PrintedDocument:
    return PrintedDocument(
        case_id=printing.case_id,
        letter_id=printing.letter_id,
        staff_id=store.staff_id,
        kind=printing.kind,
        language=printing.language,
        variant=",".join(part for part in (printing.variant, FAULTY if printing.is_faulty else "") if part)
        or None,
        title=printing.title or None,
        digest=digest,
        pages=pages,
        printed_at=now.astimezone(UTC),
    )


def printed_of(session: Session, case_id: UUID) -> list[PrintedRow]:
    """What left the program of a case, newest first."""
    return _rows(session, PrintedDocument.case_id == case_id)


def find_printed(session: Session, path: Path) -> list[PrintedRow]:
    """When exactly this file left the program, newest first; empty for one that did not or was changed since.

    Raises DocumentProblem for a file that cannot be read.
    """
    try:
        if path.stat().st_size > _LARGEST:
            return []
        digest = digest_of(path.read_bytes())
    except OSError as error:
        raise DocumentProblem(
            _("„{name}“ lässt sich nicht lesen: {reason}").format(
                name=path.name, reason=said_by_system(error)
            ),
            advice=_("Wählen Sie eine andere Datei."),
        ) from error
    return _rows(session, PrintedDocument.digest == digest)


def _completed(session: Session, printing: Printing) -> Printing:
    """With the case and the title that follow from its visit or letter."""
    if printing.letter_id is not None:
        letter = get(session, Letter, printing.letter_id)
        return replace(printing, case_id=letter.case_id, title=printing.title or letter.title or "")
    if printing.visit_id is not None:
        return replace(printing, case_id=get(session, Visit, printing.visit_id).case_id)
    return printing


def _told(session: Session, digest: str, printing: Printing, now: datetime) -> bool:
    query = select(PrintedDocument.printed_at).where(
        PrintedDocument.digest == digest,
        PrintedDocument.case_id == printing.case_id,
        PrintedDocument.removed_at.is_(None),
    )
    return any(at.astimezone().date() == now.astimezone().date() for at in session.scalars(query))


def _rows(session: Session, where: ColumnElement[bool]) -> list[PrintedRow]:
    query = (
        select(PrintedDocument, Staff.name, CaseFile.number)
        .outerjoin(Staff, Staff.id == PrintedDocument.staff_id)
        .outerjoin(CaseFile, CaseFile.id == PrintedDocument.case_id)
        .where(where, PrintedDocument.removed_at.is_(None))
        .order_by(PrintedDocument.printed_at.desc(), PrintedDocument.id.desc())
    )
    return [_row(*found) for found in session.execute(query)]


def _row(one: PrintedDocument, staff: str | None, number: str | None) -> PrintedRow:
    return PrintedRow(
        one.id,
        one.title or _("Dokument"),
        one.variant or "",
        one.language,
        one.pages,
        one.printed_at,
        staff or "",
        one.case_id,
        number or "",
        one.digest,
    )
