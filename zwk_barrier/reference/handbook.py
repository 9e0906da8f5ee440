"""The handbook: its pages by groups, each with the places of the window it is about; read when first asked for."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from zwk_barrier.reference.handbook_text import Part, read_parts
from zwk_barrier.resources import resource

FIRST_PAGE: Final = "heute"


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """One page; ``places`` are the destinations it explains, each perhaps with a tab: ``ToCase:funding``.

    ``dialogs`` are the dialogs it explains, and the pages before the office, by their objectName; each with
    the heading that is about it, or nothing.
    """

    code: str
    title: str
    group: str
    places: tuple[str, ...] = ()
    language: str = "de"
    dialogs: Mapping[str, str] = field(default_factory=dict)

    def path(self) -> Path:
        """The Markdown file."""
        return resource("handbook", self.language, f"{self.code}.md")

    def parts(self) -> tuple[Part, ...]:
        """What stands on the page, from top to bottom; raises ValueError for Markdown the handbook does not use."""
        return _parts_of(self.path())


@dataclass(frozen=True, slots=True)
class Handbook:
    """All pages, in the order they are read."""

    pages: tuple[HandbookPage, ...]
    by_code: Mapping[str, HandbookPage]

    def groups(self) -> dict[str, list[HandbookPage]]:
        """The pages under the headings of the contents."""
        found: dict[str, list[HandbookPage]] = {}
        for page in self.pages:
            found.setdefault(page.group, []).append(page)
        return found

    def page_about(
        self, place: str, tabs: Iterable[str] = (), dialogs: Iterable[str] = ()
    ) -> tuple[HandbookPage, str]:
        """The page about what is in view, and its heading to begin at or nothing.

        ``dialogs`` are named from the front backwards and come first; one that no page explains belongs to the
        place behind it.  Without a page about the place it is the first one.
        """
        for name in dialogs:
            for page in self.pages:
                if name in page.dialogs:
                    return page, page.dialogs[name]
        for wanted in (*(f"{place}:{tab}" for tab in tabs), place):
            for page in self.pages:
                if wanted in page.places:
                    return page, ""
        of_place = (page for page in self.pages if _is_of(page, place))
        return next(of_place, self.by_code[FIRST_PAGE]), ""


@cache
def load_handbook() -> Handbook:
    """The shipped handbook; its pages are read later, each when it is opened."""
    contents = tomllib.loads(resource("handbook", "contents.toml").read_text("utf-8"))
    pages = tuple(
        HandbookPage(
            code=page["code"],
            title=page["title"],
            group=group["title"],
            places=tuple(page.get("places", ())),
            language=page.get("language", "de"),
            dialogs=page.get("dialogs", {}),
        )
        for group in contents["group"]
        for page in group["pages"]
    )
    return Handbook(pages, MappingProxyType({page.code: page for page in pages}))


def handbook_picture(name: str) -> Path:
    """The file of a picture, by the name a page gives it."""
    return resource("handbook", "pictures", name)


@cache
def _parts_of(path: Path) -> tuple[Part, ...]:
    return read_parts(path.read_text("utf-8"))


def _is_of(page: HandbookPage, place: str) -> bool:
    return any(each.partition(":")[0] == place for each in page.places)
