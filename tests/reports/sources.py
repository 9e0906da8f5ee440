"""What a document was told to say, taken down while it is set: the source its finished text is held against."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from zwk_barrier.reports.setting import flowables, story, tables
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.text import NO_JOIN, SOFT_HYPHEN, clean
from zwk_barrier.reports.setting.typesetting import Text, spans


@dataclass
class Source:
    """Every text that became an element's, and the element."""

    texts: list[tuple[Element, str]] = field(default_factory=list)

    def told(self) -> list["Said"]:
        """What each element says, in the order of the structure tree; a sheet may be told again until it fits."""
        root = self.texts[-1][0]
        while root.parent is not None:
            root = root.parent
        texts: dict[int, list[str]] = {}
        for element, text in self.texts:
            texts.setdefault(id(element), []).append(text)
        told = [
            Said(element.tag, plain(" ".join(texts.get(id(element), []))), leftward=bool(element.actual_text))
            for element in root.walk()
        ]
        return [one for one in told if one.text]


@dataclass(frozen=True)
class Said:
    """What one element was told to say; words that run ``leftward`` are drawn last letter first."""

    tag: str
    text: str
    leftward: bool = False


@contextmanager
def taken_down() -> Iterator[Source]:
    """Takes down what is set meanwhile."""
    source, own = Source(), flowables.own

    def listening(setter: Any, element: Element, text: Text, *rest: Any) -> Any:
        source.texts.append((element, "".join(span.text for span in spans(text))))
        return own(setter, element, text, *rest)

    with pytest.MonkeyPatch.context() as patch:
        for module in (story, tables):
            patch.setattr(module, "own", listening)
        yield source


def plain(text: str) -> str:
    """A text in one line, without what only says where a line may or must not end."""
    text = clean(text).replace(SOFT_HYPHEN, "").replace(NO_JOIN, "").replace("\u2011", "-")
    return " ".join(unicodedata.normalize("NFC", text).split())
