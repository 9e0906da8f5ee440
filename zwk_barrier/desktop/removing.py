"""Takes a record away and says so, with the way back beside it."""

from uuid import UUID

from PySide6.QtCore import QObject

from zwk_barrier.casework import records
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.model import Record


def remove_record(
    desk: Desk, record: type[Record], row_id: UUID | None, said: str, *, owner: QObject | None = None
) -> None:
    """Removes a row, and says ``said`` with an undo when it is done; nothing happens without a row."""
    if row_id is not None:
        desk.do(
            lambda store: records.remove(store, record, row_id),
            then=lambda _nothing: desk.say(said, with_undo=True),
            owner=owner,
        )
