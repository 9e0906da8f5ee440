"""Where the arrow keys lead."""

from typing import Final

from PySide6.QtCore import Qt

UP_OR_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""Steps in a list."""

WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Steps on a plane, to the right and down."""
