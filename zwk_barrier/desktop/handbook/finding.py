"""Searching the handbook: pages that have every word, those with it in a heading first."""

from collections.abc import Iterable
from dataclasses import dataclass

from zwk_barrier.reference.handbook import Handbook, HandbookPage
from zwk_barrier.reference.handbook_text import Heading, Part, told


@dataclass(frozen=True, slots=True)
class Found:
    """A page, and the heading under which the words stand first; empty for the title itself."""

    page: HandbookPage
    heading: str


def find(handbook: Handbook, words: str) -> list[Found]:
    """What has all of ``words``, each also as a part of a longer word; upper and lower case are alike."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    ranked = [(_rank(page, wanted), page) for page in handbook.pages]
    hits = [(rank, page) for rank, page in ranked if rank is not None]
    return [
        Found(page, _heading_of(page.parts(), wanted))
        for _rank_, page in sorted(hits, key=lambda hit: hit[0])
    ]


def _rank(page: HandbookPage, wanted: Iterable[str]) -> int | None:
    """0 where the title has the words, 1 a heading, 2 the text, None nothing."""
    parts = page.parts()
    headings = "\n".join(part.text for part in parts if isinstance(part, Heading))
    texts = (page.title, f"{page.title}\n{headings}", "\n".join((page.title, *map(told, parts))))
    return next((rank for rank, text in enumerate(texts) if _has_all(text, wanted)), None)


def _heading_of(parts: Iterable[Part], wanted: Iterable[str]) -> str:
    heading = ""
    for part in parts:
        if isinstance(part, Heading):
            heading = "" if part.level == 1 else part.text
        if any(word in told(part).casefold() for word in wanted):
            return heading
    return ""


def _has_all(text: str, wanted: Iterable[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in wanted)
