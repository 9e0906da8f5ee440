"""What XLSX and ODS have in common: a ZIP of XML parts, and places in it that nobody looks at."""

import re
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.wording import _

DIGIT: Final = re.compile(r"\d")


class Package:
    """The parts of one file by name; ``findings`` collect what should not be in it."""

    def __init__(self, path: Path) -> None:
        """Raises ValueError for a file that is no such package."""
        self.file: Final = path.name
        self.findings: Final[list[Finding]] = []
        try:
            with zipfile.ZipFile(path) as archive:
                self._parts = {
                    info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()
                }
        except zipfile.BadZipFile as problem:
            raise ValueError(str(problem)) from problem

    def names(self, beginning: str = "") -> list[str]:
        """The names of the parts that begin so."""
        return [name for name in self._parts if name.startswith(beginning)]

    def size(self, name: str) -> int:
        """The bytes of a part."""
        return len(self._parts[name])

    def tree(self, name: str) -> ET.Element:
        """A part as XML, an empty element if there is none; raises ValueError if it is broken."""
        if name not in self._parts:
            return ET.Element("none")
        try:
            return ET.fromstring(self._parts[name])  # noqa: S314 - expat of today refuses entity bombs
        except ET.ParseError as problem:
            raise ValueError(f"{name}: {problem}") from problem

    def amiss(self, kind: Kind, place: str, known: str) -> None:
        """Keeps a finding at ``place`` of this file."""
        self.findings.append(Finding(kind, place, known, self.file))

    def hidden(self, place: str, known: str) -> None:
        """Keeps a finding about something the file holds and the screen does not show."""
        self.amiss(Kind.HIDDEN_IN_FILE, place, known)

    def refuse_parts(self, allowed: Collection[str]) -> None:
        """A finding for each part whose name begins with none of ``allowed``."""
        for name in self._parts:
            if not name.startswith(tuple(allowed)):
                known = _("Dieser Teil der Datei kann Zahlen enthalten, die niemand sieht.")
                self.hidden(name, known)

    def refuse_digits(self, place: str, texts: Iterator[str] | Collection[str], known: str) -> None:
        """A finding if one of the texts holds a digit."""
        if any(DIGIT.search(text) for text in texts):
            self.hidden(place, known)


def local(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str, default: str = "") -> str:
    """An attribute whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return default


def all_named(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """All elements of this local name beneath ``root``."""
    return (element for element in root.iter() if local(element) == name)


def text_of(element: ET.Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def plain(value: float) -> str:
    """A number as a row of a table holds it."""
    if value == int(value):
        return str(int(value))
    return f"{value:.10f}".rstrip("0").replace(".", ",")
