"""What a role may do; the codes are those of ``role.csv``."""

from collections.abc import Iterable
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

COUNTING: Final = frozenset({"leitung", "statistik", "verwaltung"})
"""Who reports on a year: of each case only what the protected tables tell."""

FOUR_EYES: Final = "wants_plan_approval"
"""The column of the office that asks a second person, see docs/decisions/0020."""

SEEING_CASES: Final = frozenset({"leitung", "beratung", "verwaltung", "ehrenamt"})
"""Who may see who is advised; who only counts may not."""


def require_seeing_cases(session: Session, staff_id: UUID) -> None:
    """Raises NotAllowed for a person who only counts."""
    if role_of(session, staff_id) not in SEEING_CASES:
        raise _not_allowed(_("Wer beraten wird, sieht die Rolle „Statistik“ nicht."))


def require_counting(session: Session, staff_id: UUID, sentence: str = "") -> None:
    """Raises NotAllowed, with this sentence if there is one, unless this person leads, administers or counts."""
    if role_of(session, staff_id) not in COUNTING:
        raise _not_allowed(sentence or _("Den Jahresbericht erstellen Leitung, Statistik und Verwaltung."))


def may_manage_people(session: Session, staff_id: UUID) -> bool:
    """Whether this person may let others in; everybody may where nobody leads or administers.

    Earlier versions let the last one give up the role; that office must not be locked out of its own people.
    """
    return role_of(session, staff_id) in LEADING or not leading_people(session)


def leading_people(session: Session) -> set[UUID]:
    """The ids of those who lead or administer."""
    standing = select(Staff.id).where(Staff.role.in_(LEADING), Staff.removed_at.is_(None))
    return set(session.scalars(standing))


def require_leading(session: Session, staff_id: UUID, sentence: str) -> None:
    """Raises NotAllowed with this sentence unless this person leads or administers."""
    if role_of(session, staff_id) not in LEADING:
        raise _not_allowed(sentence)


def require_managing(session: Session, staff_id: UUID, sentence: str) -> None:
    """Raises NotAllowed with this sentence unless this person may let others in, see :func:`may_manage_people`."""
    if not may_manage_people(session, staff_id):
        raise _not_allowed(sentence)


def require_house_rule(session: Session, staff_id: UUID, table: str, columns: Iterable[str]) -> None:
    """Raises NotAllowed for a rule of the house, that of four eyes, unless this person may let others in.

    Who is to be looked over by a second person must not be able to end that.
    """
    if table == "office" and FOUR_EYES in columns:
        require_managing(
            session, staff_id, _("Ob eine zweite Person Pläne freigibt, entscheidet die Leitung.")
        )


def _not_allowed(sentence: str) -> NotAllowed:
    return NotAllowed(sentence, advice=_("Bitten Sie eine Person mit dieser Rolle darum."))


def role_of(session: Session, staff_id: UUID) -> str:
    """The role of somebody who still logs in; empty for anybody else."""
    standing = select(Staff.role).where(Staff.id == staff_id, Staff.removed_at.is_(None))
    return session.scalar(standing) or ""
