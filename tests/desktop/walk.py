"""One page walked by all the walkers, in all palettes and text sizes."""

from PySide6.QtWidgets import QScrollArea, QWidget

from tests.desktop.access import walkers
from zwk_barrier.desktop.style.theme import Choice, Theme

PALETTES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)
SCALES = (100, 150, 200)


def obstacles(page: QWidget, theme: Theme) -> list[str]:
    """Everything that stands in somebody's way on a page that is shown; empty when all is well."""
    found = walkers.unnamed(page) + walkers.keyboard_gaps(page) + walkers.small_targets(page, least=24)
    return found + unseen(page, theme) + unfitting(page, theme)


def unseen(page: QWidget, theme: Theme, *palettes: Choice, around: QWidget | None = None) -> list[str]:
    """What does not stand out in one of the palettes; a focus ring may lie on what is ``around`` the page."""
    found = []
    for choice in palettes or PALETTES:
        theme.choose(choice)
        walkers.settled(page)
        seen = walkers.faint(page) + walkers.faint_edges(page) + walkers.hidden_focus(around or page)
        found += [f"{choice.value}: {sentence}" for sentence in seen]
    return found


def unfitting(page: QWidget, theme: Theme, *sizes: tuple[int, int]) -> list[str]:
    """What is cut or has to be scrolled sideways at one of the text sizes, in a window of each of these sizes."""
    found = []
    for width, height in sizes or [(0, 0)]:
        if sizes:
            page.window().resize(width, height)
        for scale in SCALES:
            theme.set_scale(scale)
            walkers.settled(page)
            there = f"{width} × {height}, {scale} %" if sizes else f"{scale} %"
            found += [f"{there}: {sentence}" for sentence in walkers.clipped(page) + _too_wide(page)]
    return found


def _too_wide(page: QWidget) -> list[str]:
    """Forms scroll downwards, never sideways."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisibleTo(page)]
    return [
        f"{area.objectName()} scrolls sideways" for area in areas if area.horizontalScrollBar().maximum() > 0
    ]
