"""What an empty page says: what will stand here, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.pictures import Picture


class EmptyState(QWidget):
    """An icon, a sentence of what is missing, one of what to do, and the button that does it."""

    def __init__(self, name: str, *, icon: str, title: str, text: str, button: Button | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        column.addWidget(Picture(icon, "soft", size=32))
        column.addWidget(SectionTitle(title, name=f"{name}_title"))
        column.addWidget(SoftText(text, name=f"{name}_text"))
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
