"""Search over everything, and search before create."""

from sqlalchemy.orm import Session

from zwk_barrier.store.search import Hit, find

__all__ = ["Hit", "find", "possible_matches"]


def possible_matches(session: Session, given_name: str, family_name: str, phone: str = "") -> list[Hit]:
    """Cases that may be the same person, while a name or phone number is being typed; at most five."""
    hits = find(session, f"{given_name} {family_name}".strip(), limit=5)
    known = {hit.subject_id for hit in hits}
    if phone.strip():
        hits += [hit for hit in find(session, phone, limit=5) if hit.subject_id not in known]
    return [hit for hit in hits if hit.kind == "case"][:5]
