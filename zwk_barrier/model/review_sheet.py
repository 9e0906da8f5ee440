"""What the sheet is made from by which a person reviews the texts of one language."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.visit_report import Letterhead


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """Texts of one kind: German and what stands for it, with the places that are filled in braces."""

    title: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """All texts of the client's copy in ``reviewed`` (a language of it), called ``name``; ``edition`` names them."""

    letterhead: Letterhead
    reviewed: str
    name: str
    edition: str
    groups: tuple[ReviewGroup, ...]
    printed_on: date
    language: str = "de"
