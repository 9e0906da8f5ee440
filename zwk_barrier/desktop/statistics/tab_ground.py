"""What the tabs of Statistik stand on: a head of words with something beside it, and a page that scrolls."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.desktop.widgets.scroll import fill_scrolling


def tab_head(name: str, title: str, lead: QWidget, beside: QWidget) -> Columns:
    """The title of a tab over its ``lead``; ``beside`` stands right of both, or below where there is no room."""
    words = QWidget()
    told = QVBoxLayout(words)
    told.setContentsMargins(0, 0, 0, 0)
    told.setSpacing(2)
    told.addWidget(PageTitle(title, name=f"{name}_title"))
    told.addWidget(lead)
    head = Columns(f"{name}_head", fold_at=620)
    head.add(words, 1)
    head.add(beside, 0)
    return head


def lay_on_ground(tab: QWidget, name: str, parts: Iterable[QWidget]) -> None:
    """Puts ``parts`` below one another onto ``tab``, which scrolls."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(24, 20, 24, 96)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    fill_scrolling(tab, f"{name}_scroll", ground)
