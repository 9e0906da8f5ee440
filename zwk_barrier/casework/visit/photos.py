"""Photos taken in: re-encoded, encrypted on disk, then their row."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import get
from zwk_barrier.model import Photo, Visit
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import PhotoProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import TakenIn, take_in
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Shown:
    """What a photo is a picture of: a room, and in it a criterion and which part it was measured at."""

    room_id: UUID | None = None
    criterion: str | None = None
    part_id: UUID | None = None


NOWHERE: Final = Shown()


@dataclass(frozen=True, slots=True)
class Original:
    """A file that was taken in, and the hash of what was in it then."""

    path: Path
    sha256: str


def take_photo(
    store: OfficeStore, visit_id: UUID, content: bytes, *, room_id: UUID | None = None, caption: str = ""
) -> tuple[Changed, UUID]:
    """Takes a picture file into a visit; raises PhotoProblem for what is no picture."""
    return keep_photo(store, visit_id, take_in(content), Shown(room_id), caption=caption)


def prepare_photo(session: Session, visit_id: UUID, path: Path) -> TakenIn:
    """A picture file made ready to keep, which may take a second; raises PhotoProblem that names the file."""
    try:
        taken = take_in(path.read_bytes())
    except OSError as error:
        raise PhotoProblem(
            _("„{file}“ lässt sich nicht lesen: {reason}").format(
                file=path.name, reason=said_by_system(error)
            )
        ) from error
    except PhotoProblem as problem:
        named = _("„{file}“: {fault}").format(file=path.name, fault=problem.sentence)
        raise PhotoProblem(named, advice=problem.advice) from problem
    if is_known(session, visit_id, taken.sha256):
        raise PhotoProblem(_("„{file}“ ist bei diesem Besuch schon dabei.").format(file=path.name))
    return taken


def keep_photo(
    store: OfficeStore, visit_id: UUID, taken: TakenIn, shown: Shown = NOWHERE, *, caption: str = ""
) -> tuple[Changed, UUID]:
    """Keeps a picture in a visit.

    The encrypted file is on the disk before its row is committed: a crash in between leaves a file
    nobody names, never a row without its picture.  When the row cannot be kept, the file goes again.
    """
    photo_id = new_id()
    store.photos.write(photo_id, taken.jpeg)
    try:
        with store.deed("photo_taken") as deed:
            visit = get(deed.session, Visit, visit_id)
            deed.session.add(
                Photo(
                    id=photo_id,
                    case_id=visit.case_id,
                    visit_id=visit_id,
                    room_id=shown.room_id,
                    criterion=shown.criterion,
                    part_id=shown.part_id,
                    caption=caption.strip() or None,
                    sha256=taken.sha256,
                    width=taken.width,
                    height=taken.height,
                    position=_next_position(deed.session, visit_id),
                )
            )
    except Problem:
        store.photos.forget(photo_id)
        raise
    return deed.changed, photo_id


def delete_originals(originals: Sequence[Original]) -> int:
    """Deletes files that were taken in and are still the same; gives how many.

    Raises PhotoProblem naming those that could not be deleted; one that changed since stays.
    """
    deleted, stuck = 0, []
    for original in originals:
        try:
            if hashlib.sha256(original.path.read_bytes()).hexdigest() == original.sha256:
                original.path.unlink()
                deleted += 1
        except FileNotFoundError:
            continue
        except OSError:
            stuck.append(original.path.name)
    if stuck:
        raise PhotoProblem(
            _("Nicht zu löschen: {files}").format(files=", ".join(stuck)),
            advice=_("Löschen Sie sie selbst im Ordner der Kamera."),
        )
    return deleted


def is_known(session: Session, visit_id: UUID, sha256: str) -> bool:
    """Whether this very file was taken into the visit before."""
    return session.scalar(
        select(func.count())
        .select_from(Photo)
        .where(Photo.visit_id == visit_id, Photo.sha256 == sha256, Photo.removed_at.is_(None))
    ) not in (0, None)


def _next_position(session: Session, visit_id: UUID) -> int:
    last = session.scalar(select(func.max(Photo.position)).where(Photo.visit_id == visit_id))
    return 0 if last is None else last + 1
