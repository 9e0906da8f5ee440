"""Case numbers: ``JJJJ-NNNN``, and ``JJJJ-A0001`` on a laptop with the letter A that works offline."""

import re
from typing import Final

_WRITTEN: Final = re.compile(r"(?:(?P<year>\d{4}|\d{2})\s*[-/ ]\s*)(?P<device>[A-Z]?)\s*(?P<count>\d{1,6})")


def case_number(year: int, count: int, device: str = "") -> str:
    """The number as it is written: ``case_number(2026, 147)`` is ``2026-0147``."""
    return f"{year:04d}-{device}{count:04d}"


def next_number(year: int, last: str | None, device: str = "") -> str:
    """The number after ``last``, the highest of the year so far; the first when there is none."""
    if last is None:
        return case_number(year, 1, device)
    return case_number(year, int(last.rpartition("-")[2].lstrip(device or "-")) + 1, device)


def normalise(written: str) -> str:
    """A number in any way of writing it, as it is kept; what is none comes back trimmed.

    ``26-147``, ``2026/147`` and ``2026-0147`` are one number; two digits mean this century.
    """
    match = _WRITTEN.fullmatch(written.strip().upper())
    if match is None:
        return written.strip()
    year = int(match["year"])
    return case_number(year if year > 99 else 2000 + year, int(match["count"]), match["device"])  # noqa: PLR2004
