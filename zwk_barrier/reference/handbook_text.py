"""The Markdown of the handbook, as far as it uses any: headings, paragraphs, lists, pictures, tables.

Within a line: ``**strong**``, ```typed```, ``[words](page.md)``.  Everything else is plain text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"(#{1,3}) (.+)")
_ITEM: Final = re.compile(r"(-|\d+\.) +(.+)")
_PICTURE: Final = re.compile(r"!\[([^]]+)\]\(\.\./pictures/([a-z0-9_]+\.png)\)")
_RULE: Final = re.compile(r"\|[-| :]+\|")
_WORDS: Final = re.compile(r"\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line; ``link`` is the code of the page it leads to."""

    text: str
    is_strong: bool = False
    is_typed: bool = False
    link: str = ""


Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list; steps are numbered."""

    lines: tuple[Line, ...]
    are_steps: bool


@dataclass(frozen=True, slots=True)
class Screenshot:
    """A picture by the name of its file; ``told`` says what is seen on it."""

    told: str
    file: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table with a head."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Part = Heading | Paragraph | Items | Screenshot | Rows


def plain(line: Line) -> str:
    """The words of a line without anything else."""
    return "".join(words.text for words in line)


def told(part: Part) -> str:
    """What a part says, as one text: to be searched."""
    match part:
        case Heading(text=text):
            return text
        case Paragraph(line=line):
            return plain(line)
        case Items(lines=lines):
            return "\n".join(map(plain, lines))
        case Screenshot(told=text):
            return text
        case Rows(head=head, rows=rows):
            return "\n".join(" ".join(map(plain, row)) for row in (head, *rows))


def read_parts(markdown: str) -> tuple[Part, ...]:
    """The parts of a page; raises ValueError, naming the line, for a picture or heading it cannot read."""
    return tuple(_part(block) for block in _blocks(markdown))


def _blocks(markdown: str) -> Iterator[list[str]]:
    """Lines that belong together: an empty line parts them, and so does a heading."""
    block: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        if block and (not line.strip() or block[0].startswith("#")):
            yield block
            block = []
        if line.strip():
            block.append(line.rstrip())


def _part(block: Sequence[str]) -> Part:
    first = block[0]
    if found := _HEADING.fullmatch(first):
        return Heading(len(found[1]), found[2])
    if found := _PICTURE.fullmatch(" ".join(block)):
        return Screenshot(found[1], found[2])
    if first.startswith(("#", "!")):
        raise ValueError(f"not a heading or picture of the handbook: {first}")
    if first.startswith("|"):
        return _rows(block)
    if _ITEM.fullmatch(first):
        return _items(block)
    return Paragraph(read_line(" ".join(line.strip() for line in block)))


def _items(block: Sequence[str]) -> Items:
    texts: list[str] = []
    for line in block:
        if found := _ITEM.fullmatch(line):
            texts.append(found[2])
        else:
            texts[-1] += f" {line.strip()}"
    return Items(tuple(map(read_line, texts)), are_steps=block[0][0].isdigit())


def _rows(block: Sequence[str]) -> Rows:
    head, *rows = [
        tuple(read_line(cell.strip()) for cell in line.strip("|").split("|"))
        for line in block
        if not _RULE.fullmatch(line)
    ]
    return Rows(head, tuple(rows))


def read_line(text: str) -> Line:
    """The stretches of one line."""
    found: list[Words] = []
    at = 0
    for match in _WORDS.finditer(text):
        if match.start() > at:
            found.append(Words(text[at : match.start()]))
        strong, typed, words, link = match.groups()
        if link:
            found.append(Words(words, link=link.removesuffix(".md")))
        else:
            found.append(Words(strong or typed, is_strong=bool(strong), is_typed=bool(typed)))
        at = match.end()
    return (*found, Words(text[at:])) if text[at:] else tuple(found)
