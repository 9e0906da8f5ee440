"""The whole screen for the window, and back; its place on the screen is remembered with everything else."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

FULL_SCREEN_KEYS: Final = "F11"


def toggle_full_screen(part: QWidget) -> None:
    """Lets the window that ``part`` is in fill the screen, or no longer."""
    window = part.window()
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
