"""Pages of other features stand still here: the window only has to go to them."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.fields import LengthField, TextField


class Placeholder(QWidget):
    """Remembers where it was asked to go, and has a field to type in."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.setObjectName(name.rpartition(":")[2])
        self.desk = desk
        self.asked: list[Any] = []
        self.left = 0
        self.text = TextField("placeholder_text", title="Text")
        self.length = LengthField("placeholder_length", title="Länge")
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.length)

    def title(self) -> str:
        return self.objectName()

    def show_destination(self, destination: Any) -> None:
        self.asked.append(destination)

    def leave(self) -> None:
        self.left += 1
        self.text.settle()
