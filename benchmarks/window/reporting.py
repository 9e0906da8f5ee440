"""What a measured window tells whoever started it: one line of JSON, then it ends at once."""

import json
import os
import time
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_LONGEST_REST = 2  # ms

BEGAN = "BENCHMARK_BEGAN"
"""The environment variable with the moment the process was started, on the machine's monotonic clock."""


def wait_for_focus(application: QApplication, kind: type[QWidget], seconds: float = 30.0) -> QWidget:
    """Runs the event loop until a drawn widget of this kind has the keyboard."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        turn(application)
        focus = application.focusWidget()
        if isinstance(focus, kind) and focus.isVisible():
            turn(application)  # so that it is drawn as well
            return focus
    raise AssertionError(f"no {kind.__name__} got the keyboard; {application.focusWidget()} has it")


def turn(application: QApplication, milliseconds: int = 20) -> None:
    """Lets the window do what is due."""
    application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, milliseconds)


def rest(application: QApplication) -> None:
    """Waits for something to do and does it; asking again and again would slow the threads."""
    QTimer.singleShot(_LONGEST_REST, application, lambda: None)
    application.processEvents(
        QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    )


def tell_usable(application: QApplication) -> NoReturn:
    """Tells how long it took since the process was started."""
    seconds = time.monotonic() - float(os.environ[BEGAN])
    tell(seconds=seconds, widgets=len(application.allWidgets()))


def tell_memory(application: QApplication, **figures: float) -> NoReturn:
    """Tells how much memory this process takes, in kB: its own, and with its share of what others use too."""
    until = time.monotonic() + 1.0
    while time.monotonic() < until:  # what was put off is done as well
        turn(application)
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in rollup if line.endswith(" kB")}
    widgets = len(application.allWidgets())
    tell(pss=sizes["Pss"], own=sizes["Private_Dirty"], rss=sizes["Rss"], widgets=widgets, **figures)


def tell(**figures: float) -> NoReturn:
    """Says it and is gone, without tidying up: nobody waits for that."""
    print(json.dumps(figures), flush=True)
    os._exit(0)
