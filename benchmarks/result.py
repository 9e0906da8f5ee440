"""What a measure found: a table that can be printed, and written into ``docs/benchmarks.md``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

DOCUMENT: Final = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


@dataclass(frozen=True, slots=True)
class Result:
    """A table with its first row as heading, the command that made it, and what has to be known to read it."""

    name: str
    title: str
    table: Sequence[Sequence[str]]
    aim: str = ""
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def command(self) -> str:
        """The command that measures this again."""
        return f"python -m benchmarks.run {self.name}"

    def as_text(self) -> str:
        """The table for a terminal."""
        widths = [max(len(row[column]) for row in self.table) for column in range(len(self.table[0]))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            for row in self.table
        ]
        return "\n".join([self.title, *(f"  {line.rstrip()}" for line in lines), *self._words()])

    def as_section(self) -> str:
        """The section of the document, between marks by which the next run finds it."""
        head, *rows = ["| " + " | ".join(row) + " |" for row in self.table]
        rule = "|" + "---|" * len(self.table[0])
        words = [f"`{self.command}`", "", head, rule, *rows, "", *self._words()]
        return "\n".join(
            [f"<!-- {self.name} -->", f"## {self.title}", "", *words, f"<!-- end of {self.name} -->"]
        )

    def write(self, document: Path = DOCUMENT) -> None:
        """Puts the section in the place of the one of the same name, or at the end."""
        text = document.read_text("utf-8") if document.exists() else "# Benchmarks\n"
        marks = rf"<!-- {re.escape(self.name)} -->.*?<!-- end of {re.escape(self.name)} -->"
        section = self.as_section()
        found = re.search(marks, text, re.DOTALL)
        whole = text.replace(found[0], section) if found else f"{text.rstrip()}\n\n{section}\n"
        document.write_text(whole, "utf-8")

    def _words(self) -> list[str]:
        return [*([f"Aim: {self.aim}."] if self.aim else []), *self.notes]


def milliseconds(seconds: float) -> str:
    """A time to read: two places below ten milliseconds."""
    value = seconds * 1000
    return f"{value:.2f} ms" if value < 10 else f"{value:.0f} ms"  # noqa: PLR2004 - as the docstring says


def quantile(times: Sequence[float], part: float) -> float:
    """The time that this part of all stays below."""
    ordered = sorted(times)
    return ordered[min(round(part * len(ordered)), len(ordered) - 1)]
