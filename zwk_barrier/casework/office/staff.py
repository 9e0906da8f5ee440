"""The office's settings and the people who log in."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.roles import require_managing
from zwk_barrier.casework.records import clean
from zwk_barrier.model import Office, Staff
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.keys import KeyFile, new_recovery_key
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


def office_settings(session: Session) -> Office:
    """The office's one row of settings."""
    return session.scalars(select(Office).order_by(Office.created_at)).first() or Office(name="")


def all_staff(session: Session) -> list[Staff]:
    """Everybody who logs in or did, by name."""
    return list(session.scalars(select(Staff).where(Staff.removed_at.is_(None)).order_by(Staff.name)))


def add_staff(store: OfficeStore, name: str, password: str, role: str) -> tuple[Changed, UUID]:
    """Lets a further person in; raises InputProblem for an empty or taken name or a short password.

    Raises NotAllowed unless the person logged in leads or administers.
    """
    if not name.strip():
        raise InputProblem("name", _("Bitte einen Namen eingeben."))
    staff_id = new_id()
    with store.deed("staff_added") as deed:
        require_managing(
            deed.session, store.staff_id, _("Jemanden hinzufügen dürfen nur Leitung und Verwaltung.")
        )
        deed.session.add(Staff(id=staff_id, **clean(Staff, {"name": name, "role": role})))
        deed.session.flush()
        KeyFile.read(store.folder).add(staff_id, name, password, store.data_key)
    return deed.changed, staff_id


def change_password(store: OfficeStore, name: str, old: str, new: str) -> None:
    """Gives the person who is logged in a new password; raises WrongPassword or InputProblem."""
    key_file = KeyFile.read(store.folder)
    unlocked = key_file.unlock(name, old)
    key_file.change_password(unlocked.staff_id, new, store.data_key)


def renew_recovery_key(store: OfficeStore, name: str, password: str) -> str:
    """A new recovery key, told to nobody else; the old one no longer fits.  Raises WrongPassword."""
    key_file = KeyFile.read(store.folder)
    key_file.unlock(name, password)
    recovery_key = new_recovery_key()
    key_file.set_recovery(recovery_key, store.data_key)
    return recovery_key
