"""What a role may do; the codes are those of ``role.csv``."""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import Staff
from zwk_barrier.problems import NotAllowed
from zwk_barrier.wording import _

LEADING: Final = frozenset({"leitung", "verwaltung"})
"""Who sees the work of all, hands cases over and lets people in."""

ADVISING: Final = frozenset({"leitung", "beratung", "ehrenamt"})
"""Who may be responsible for a case."""

APPROVING: Final = frozenset({"leitung", "beratung"})
"""Who may approve the plan of a colleague: it takes somebody who makes plans."""


def is_leading(session: Session, staff_id: UUID) -> bool:
    """Whether this person leads or administers the office."""
    return role_of(session, staff_id) in LEADING


def require_leading(session: Session, staff_id: UUID, deed: str) -> None:
    """Raises NotAllowed unless this person leads or administers; ``deed`` completes „… dürfen nur“."""
    if not is_leading(session, staff_id):
        raise NotAllowed(
            _("{deed} dürfen nur Leitung und Verwaltung.").format(deed=deed),
            advice=_("Bitten Sie eine Person mit dieser Rolle darum."),
        )


def role_of(session: Session, staff_id: UUID) -> str:
    """The role of somebody who still logs in; empty for anybody else."""
    standing = select(Staff.role).where(Staff.id == staff_id, Staff.removed_at.is_(None))
    return session.scalar(standing) or ""
