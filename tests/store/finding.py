"""Asking the search field in tests."""

from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import Hit, find


def found(office: OfficeStore, typed: str, limit: int = 20) -> list[Hit]:
    with office.reading() as session:
        return find(session, typed, limit)


def titles(office: OfficeStore, typed: str) -> list[str]:
    return [hit.title for hit in found(office, typed)]
