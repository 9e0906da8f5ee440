"""What poppler, the library in most Linux viewers, gets out of a PDF."""

import subprocess
from dataclasses import dataclass
from typing import Final

from tests.reports.sources import plain

# For each element poppler sets up its page anew, and two thirds of its time went into the colours that the
# document asks for.  Nothing that is read depends on them, so it gets a file whose colours it overlooks.
_COLOURS: Final = (b"/OutputIntents", b"/OverlookedOne")


@dataclass
class Told:
    """What one element says, in as many parts as it has pages or marks."""

    tag: str
    parts: list[str]


def told(content: bytes) -> list[Told]:
    """What each element with text says, along the structure tree."""
    found: list[Told] = []
    for line in _run(content, "pdfinfo", "-struct-text", "-").splitlines():
        words = line.strip()
        if words.startswith('"'):
            found[-1].parts.append(plain(words[1:].removesuffix('"')))
        elif words and not words.startswith("/"):
            found.append(Told(words.split()[0].removesuffix(":"), []))
    return [one for one in found if any(one.parts) and one.tag != "Figure"]


def drawn(content: bytes) -> str:
    """The text of all pages in the order it is drawn."""
    return _run(content, "pdftotext", "-raw", "-", "-")


def _run(content: bytes, *command: str) -> str:
    read = content.replace(*_COLOURS, 1)
    done = subprocess.run(command, input=read, capture_output=True, check=True, timeout=120)
    assert not done.stderr, done.stderr.decode(errors="replace")
    return done.stdout.decode("utf-8")
