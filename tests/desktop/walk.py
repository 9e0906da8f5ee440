"""One page walked by all the walkers, in all palettes and text sizes."""

from PySide6.QtWidgets import QScrollArea, QWidget

from tests.desktop.access import walkers
from zwk_barrier.desktop.style.theme import Choice, Theme

PALETTES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)
SCALES = (100, 150, 200)


def obstacles(page: QWidget, theme: Theme) -> list[str]:
    """Everything that stands in somebody's way on a page that is shown; empty when all is well."""
    found = walkers.unnamed(page) + walkers.keyboard_gaps(page) + walkers.small_targets(page, least=24)
    for choice in PALETTES:
        theme.choose(choice)
        walkers.settled(page)
        seen = walkers.faint(page) + walkers.faint_edges(page) + walkers.hidden_focus(page)
        found += [f"{choice.value}: {sentence}" for sentence in seen]
    for scale in SCALES:
        theme.set_scale(scale)
        walkers.settled(page)
        found += [f"{scale} %: {sentence}" for sentence in walkers.clipped(page)]
        found += [f"{scale} %: {sentence}" for sentence in _too_wide(page)]
    return found


def _too_wide(page: QWidget) -> list[str]:
    """Forms scroll downwards, never sideways."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisibleTo(page)]
    return [
        f"{area.objectName()} scrolls sideways" for area in areas if area.horizontalScrollBar().maximum() > 0
    ]
