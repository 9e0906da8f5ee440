"""Takes the widgets out of a column that is filled anew."""

from PySide6.QtWidgets import QVBoxLayout


def empty(column: QVBoxLayout) -> None:
    """Takes every widget of a column away for good; they are gone from sight at once."""
    while (item := column.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
