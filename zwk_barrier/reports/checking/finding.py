"""What the check of a finished document says: a kind that never changes, and a sentence for the person."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a document; ``kind`` names it for tests and the log, ``sentence`` for the person who works."""

    kind: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def letters_of(text: str) -> str:
    """The letters and digits of a text alone, to compare what was written with what is drawn."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum()).casefold()


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, for a sentence that quotes it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
