"""Follows the operators of a page: which text, line or picture is drawn under which mark."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pypdf.generic import ContentStream

from zwk_barrier.reports.checking.operators import operations

_SHOWS_TEXT: Final = {b"Tj", b"TJ", b"'", b'"'}
_PAINTS: Final = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh"}


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that is drawn as an artifact: as what, how high on the page, and what it says."""

    kind: str
    subtype: str
    y: float
    text: str


@dataclass(slots=True)
class Drawn:
    """What a page draws, as far as its accessibility depends on it."""

    texts: dict[int, str] = field(default_factory=dict)  # what each marked content says
    order: list[int] = field(default_factory=list)  # marks as they come; one may come twice
    furniture: list[Furniture] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)  # text outside any mark
    untagged_shapes: int = 0
    pictures: dict[str, list[int | None]] = field(default_factory=dict)  # under which mark each is drawn
    meaningless: set[int] = field(default_factory=set)  # codes that their font gives no meaning
    mixed: int = 0  # artifacts inside tagged content, or the other way round
    unbalanced: bool = False


@dataclass(slots=True)
class _Mark:
    number: int | None
    instead: str | None
    artifact: bool
    kind: str = ""
    subtype: str = ""
    replaced: bool = False  # its replacement text has been said


def drawn_on(reader: Any, page: Any, fonts: Mapping[str, Mapping[int, str]]) -> Drawn:
    """What one page draws; ``fonts`` tell what the codes of each font mean."""
    contents = page.get("/Contents")
    follower = _Follower(fonts, page.get("/Resources") or {})
    if contents is not None:
        for operands, operator in operations(ContentStream(contents, reader).get_data()):
            follower.follow(operands, operator)
    follower.drawn.unbalanced |= bool(follower.marks)
    return follower.drawn


class _Follower:
    def __init__(self, fonts: Mapping[str, Mapping[int, str]], resources: Any) -> None:
        self.drawn = Drawn()
        self.marks: list[_Mark] = []
        self._fonts = fonts
        self._resources = resources
        self._font: Mapping[int, str] = {}
        self._y = 0.0

    def follow(self, operands: Any, operator: bytes) -> None:
        if operator in {b"BDC", b"BMC"}:
            self._begin(operands)
        elif operator == b"EMC":
            self._end()
        elif operator == b"Tf":
            self._font = self._fonts.get(str(operands[0]), {})
        elif operator == b"Tm":
            self._y = float(operands[5])
        elif operator in _SHOWS_TEXT:
            self._show(operands)
        elif operator == b"Do":
            name = str(operands[0])
            self.drawn.pictures.setdefault(name, []).append(self._number)
            if not self.marks:
                self.drawn.untagged_shapes += 1
        elif operator in _PAINTS and not self.marks:
            self.drawn.untagged_shapes += 1

    @property
    def _number(self) -> int | None:
        return next((mark.number for mark in reversed(self.marks) if mark.number is not None), None)

    def _begin(self, operands: Any) -> None:
        properties = self._properties(operands)
        number = properties.get("/MCID")
        mark = _Mark(
            None if number is None else int(number),
            _text(properties.get("/ActualText")),
            str(operands[0]) == "/Artifact",
            str(properties.get("/Type", "")).removeprefix("/"),
            str(properties.get("/Subtype", "")).removeprefix("/"),
        )
        around = self.marks
        if (mark.artifact and self._number is not None) or (
            mark.number is not None and any(each.artifact or each.number is not None for each in around)
        ):
            self.drawn.mixed += 1
        if mark.number is not None:
            self.drawn.order.append(mark.number)
            self.drawn.texts.setdefault(mark.number, "")
        self.marks.append(mark)

    def _properties(self, operands: Any) -> Any:
        held = operands[1] if len(operands) > 1 else {}
        if isinstance(held, str):  # a name: the properties stand in the resources
            held = (self._resources.get("/Properties") or {}).get(held, {})
        return held.get_object() if hasattr(held, "get_object") else held

    def _end(self) -> None:
        if self.marks:
            self.marks.pop()
        else:
            self.drawn.unbalanced = True

    def _show(self, operands: Any) -> None:
        said = self._said(operands)
        replacing = next((mark for mark in self.marks if mark.instead is not None), None)
        if replacing:
            said = "" if replacing.replaced else replacing.instead or ""
            replacing.replaced = True
        artifact = next((mark for mark in self.marks if mark.artifact), None)
        number = self._number
        if artifact:
            self.drawn.furniture.append(Furniture(artifact.kind, artifact.subtype, self._y, said))
        elif number is not None:
            self.drawn.texts[number] += said
        elif said.strip():
            self.drawn.untagged.append(said)

    def _said(self, operands: Any) -> str:
        said = []
        for codes in _strings(operands):
            for code in codes:
                letter = self._font.get(code)
                if letter is None:
                    self.drawn.meaningless.add(code)
                said.append(letter or "")
        return "".join(said)


def _strings(operands: Any) -> list[bytes]:
    found = []
    for held in operands:
        if isinstance(held, bytes):
            found.append(bytes(held))
        elif isinstance(held, list):
            found += _strings(held)
    return found


def _text(held: Any) -> str | None:
    if held is None:
        return None
    raw = bytes(held) if isinstance(held, bytes) else str(held).encode("latin-1", "replace")
    if raw.startswith(codecs.BOM_UTF16_BE):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")
