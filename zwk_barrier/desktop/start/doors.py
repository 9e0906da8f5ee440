"""The ways into an office: made anew, by password, by recovery key, out of a backup.

The first window must not wait for the database, so each door imports what is behind it when it is first used,
on the working thread that calls it; :meth:`Doors.warm_up` does so beforehand while the person types.
"""

from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore


class Doors:
    """What the start pages call, always on a working thread."""

    def __init__(self, behind: Sequence[str] = ()) -> None:
        self._behind = ("zwk_barrier.store.office", "zwk_barrier.store.backup", *behind)

    def warm_up(self) -> None:
        """Imports what is needed once somebody is in: the store and the modules ``behind``."""
        for module in self._behind:
            resolve_name(module)

    def open(self, folder: Path, name: str, password: str) -> "OfficeStore":
        """See store.office.open_office."""
        return cast(
            "OfficeStore", resolve_name("zwk_barrier.store.office:open_office")(folder, name, password)
        )

    def create(
        self, folder: Path, office_name: str, staff_name: str, password: str
    ) -> "tuple[OfficeStore, str]":
        """See store.office.create_office; the text is the recovery key."""
        create_office = resolve_name("zwk_barrier.store.office:create_office")
        return cast("tuple[OfficeStore, str]", create_office(folder, office_name, staff_name, password))

    def recover(self, folder: Path, recovery_key: str, name: str, password: str) -> "OfficeStore":
        """See store.office.recover_office."""
        recover_office = resolve_name("zwk_barrier.store.office:recover_office")
        return cast("OfficeStore", recover_office(folder, recovery_key, name, password))

    def restore(self, archive: Path, folder: Path) -> None:
        """See store.backup.restore_backup."""
        resolve_name("zwk_barrier.store.backup:restore_backup")(archive, folder)
