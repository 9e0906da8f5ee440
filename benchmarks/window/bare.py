"""A bare PySide6 window: the least that shows as many widgets as the program does.

    python -m benchmarks.window.bare WIDGETS start|memory

Laid out like any form: labels, fields and buttons in rows that stand at the top.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget

from benchmarks.window.reporting import tell_memory, tell_usable, wait_for_focus

_ACROSS = 9


def main(widgets: int, wanted: str) -> None:
    """Shows the window and tells what is wanted of it."""
    application = QApplication(sys.argv[:1])
    window, page, first = QMainWindow(), QWidget(), QLineEdit()
    rows = QGridLayout(page)
    rows.setAlignment(Qt.AlignmentFlag.AlignTop)
    rows.addWidget(first)
    for number in range(_ACROSS, widgets - 3 + _ACROSS):  # beside the window, the page and the first field
        kind = (QLabel, QLineEdit, QPushButton)[number % 3]
        rows.addWidget(kind(f"Nummer {number}"), number // _ACROSS, number % _ACROSS)
    window.setCentralWidget(page)
    window.resize(1280, 800)
    window.show()
    first.setFocus()
    wait_for_focus(application, QLineEdit)
    if wanted == "start":
        tell_usable(application)
    tell_memory(application)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
