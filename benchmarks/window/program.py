"""The program itself, started as a person starts it, with somebody at the keyboard who measures.

    python -m benchmarks.window.program MODULE

``benchmarks.window.MODULE`` has ``at_the_window(application)``, which is called instead of the event loop.
"""

import gc
import importlib
import sys
from typing import Any

from zwk_barrier import bootstrap
from zwk_barrier.__main__ import main


def run(module: str) -> int:
    """Starts the program without a word, so that it opens the office that was open last."""
    open_window = bootstrap.open_window

    def measured(*words: Any) -> int:
        gc.disable()  # as the program does, but before the import that comes earlier here
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - its import is part of what is measured

        def at_the_window(application: QApplication) -> None:
            importlib.import_module(f"benchmarks.window.{module}").at_the_window(application)

        QApplication.exec = at_the_window  # type: ignore[assignment,method-assign]
        return open_window(*words)

    setattr(bootstrap, "open_window", measured)  # noqa: B010 - mypy would not have it by name
    sys.argv = ["zwk-barriere"]
    return main()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1]))
