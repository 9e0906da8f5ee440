"""German alphabetical order in SQL: SQLite's own sorts Ö behind Z and knows lower case for ASCII alone."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func

_MOST_VARIED: Final = 2
_LETTERS: Final[Iterable[tuple[str, str]]] = (
    *(("Ä", "a"), ("ä", "a"), ("Ö", "o"), ("ö", "o"), ("Ü", "u"), ("ü", "u"), ("ß", "ss"), ("ẞ", "ss")),
    *(
        ("É", "e"),
        ("é", "e"),
        ("è", "e"),
        ("İ", "i"),
        ("ı", "i"),
        ("ç", "c"),
        ("Ç", "c"),
        ("ş", "s"),
        ("Ş", "s"),
    ),
    *(
        ("ğ", "g"),
        ("ł", "l"),
        ("Ł", "l"),
        ("Š", "s"),
        ("š", "s"),
        ("ć", "c"),
        ("č", "c"),
        ("ž", "z"),
        ("Ž", "z"),
    ),
)


def alphabetical(column: Any) -> ColumnElement[str]:
    """The text of a column as DIN 5007-1 sorts it: ä as a, ß as ss, without regard to case.

    Plain SQL functions, so that 100,000 names are sorted without one call into Python; letters are only
    replaced where there is one that SQLite's ``lower`` does not know.
    """
    plain: ColumnElement[str] = func.lower(column)
    replaced = plain
    for letter, base in _LETTERS:
        replaced = func.replace(replaced, letter, base)
    return case((column.op("GLOB")("*[^ -~]*"), replaced), else_=plain)


def like_patterns(word: str) -> list[str]:
    """LIKE patterns for a word anywhere in a text, whatever its case: SQLite folds the case of ASCII alone.

    A word with more than two other letters is taken as it is typed, in lower and in upper case.
    """
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    others = [place for place, letter in enumerate(escaped) if not letter.isascii()]
    if len(others) > _MOST_VARIED:
        return [f"%{escaped.lower()}%", f"%{escaped.upper()}%", f"%{escaped}%"]
    variants = {escaped}
    for place in others:
        cases = {
            one for one in (escaped[place].lower(), escaped[place].upper()) if len(one) == 1
        }  # not SS for ß
        variants = {f"{v[:place]}{letter}{v[place + 1 :]}" for v in variants for letter in cases}
    return [f"%{variant}%" for variant in sorted(variants)]
