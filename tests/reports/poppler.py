"""What poppler, the library in most Linux viewers, gets out of a PDF."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.reports.sources import plain


@dataclass
class Told:
    """What one element says, in as many parts as it has pages or marks."""

    tag: str
    parts: list[str]


def told(path: Path) -> list[Told]:
    """What each element with text says, along the structure tree."""
    found: list[Told] = []
    for line in _run("pdfinfo", "-struct-text", str(path)).splitlines():
        words = line.strip()
        if words.startswith('"'):
            found[-1].parts.append(plain(words[1:].removesuffix('"')))
        elif words and not words.startswith("/"):
            found.append(Told(words.split()[0].removesuffix(":"), []))
    return [one for one in found if any(one.parts) and one.tag != "Figure"]


def drawn(path: Path) -> str:
    """The text of all pages in the order it is drawn."""
    return _run("pdftotext", "-raw", str(path), "-")


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert not done.stderr, done.stderr.decode(errors="replace")
    return done.stdout.decode("utf-8")
