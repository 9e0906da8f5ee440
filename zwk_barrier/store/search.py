"""Finds a case or a contact by name, number, street or phone, with spelling and typos forgiven."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: ``kind`` is case or contact, ``subject_id`` its row."""

    kind: str
    subject_id: UUID
    title: str
    detail: str


def create_index(connection: Connection) -> None:
    """Makes the full-text tables where they are missing."""


def refresh(session: Session, rows: Iterable[tuple[str, UUID]]) -> None:
    """Brings the words of everything that hangs on ``rows`` (table, id) up to date."""


def rebuild(session: Session) -> None:
    """Makes the whole index anew."""


def find(session: Session, typed: str, limit: int = 20) -> list[Hit]:
    """The best hits first; nothing for fewer than two letters or digits."""
    return []
