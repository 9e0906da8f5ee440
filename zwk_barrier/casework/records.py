"""Keeping what is typed: one field, one deed.

Every form row of every page ends in :func:`keep`; a new field needs a column, a migration and a form row.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Integer
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from zwk_barrier.casework.office.roles import require_house_rule
from zwk_barrier.casework.payers.consequences import follow
from zwk_barrier.casework.quality.plausible import check
from zwk_barrier.casework.quality.plausible_together import check_together
from zwk_barrier.model import Record
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

R = TypeVar("R", bound=Record)


def keep(store: OfficeStore, record: type[Record], row_id: UUID, **values: object) -> Changed:
    """Keeps values of one record's fields; raises InputProblem for what cannot be true, alone or together.

    Text is trimmed and an empty one becomes "unknown" (NULL).  Raises NotAllowed for a rule that others set.
    """
    cleaned = clean(record, values)
    with store.deed(f"{record.__tablename__}_kept") as deed:
        require_house_rule(deed.session, store.staff_id, record.__tablename__, cleaned)
        deed.keep(record, row_id, **cleaned)
        check_together(get(deed.session, record, row_id), cleaned)
        follow(lambda: deed.session, record.__tablename__, row_id, cleaned)
    return deed.changed


def add(store: OfficeStore, record: type[Record], **values: object) -> tuple[Changed, UUID]:
    """Adds one record, e.g. a related person or a consent; gives its id."""
    with store.deed(f"{record.__tablename__}_added") as deed:
        row = record(**clean(record, values))
        deed.session.add(row)
        deed.session.flush()
        follow(lambda: deed.session, record.__tablename__, row.id)
    return deed.changed, row.id


def remove(store: OfficeStore, record: type[Record], row_id: UUID) -> Changed:
    """Takes a record away from every page; undo brings it back."""
    with store.deed(f"{record.__tablename__}_removed") as deed:
        get(deed.session, record, row_id).removed_at = datetime.now(UTC)
        deed.session.flush()
        follow(lambda: deed.session, record.__tablename__, row_id)
    return deed.changed


def get(session: Session, record: type[R], row_id: UUID) -> R:
    """The record; raises NotFound when there is none or it was removed."""
    row = session.get(record, row_id)
    if row is None or row.removed_at is not None:
        raise NotFound(_("Dieser Eintrag ist nicht mehr da."))
    return row


def clean(record: type[Record], values: dict[str, Any], today: date | None = None) -> dict[str, Any]:
    """The values as they are kept; raises InputProblem naming the field that cannot be true."""
    day = today or datetime.now().astimezone().date()
    columns = record.__table__.c
    return {
        name: check(record.__tablename__, name, _as_kept(name, value, columns[name].type), day)
        for name, value in values.items()
    }


def _as_kept(name: str, value: object, kind: TypeEngine[Any]) -> object:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Decimal) and isinstance(kind, Integer):
        if value != value.to_integral_value():
            raise InputProblem(name, _("Bitte eine ganze Zahl eingeben."))
        return int(value)
    if isinstance(value, list | tuple):
        return list(value) or None
    return value
