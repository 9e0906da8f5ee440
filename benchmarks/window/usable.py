"""Tells when the page for name and password takes keys."""

from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.window.reporting import tell_usable, wait_for_focus


def at_the_window(application: QApplication) -> None:
    """Waits for the first field."""
    wait_for_focus(application, QLineEdit)
    tell_usable(application)
