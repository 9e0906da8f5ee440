"""What keeps PySide from costing more than it has to; called once, before the window's own modules are imported."""

import linecache
import sys

import PySide6.QtWidgets  # noqa: F401 - only after this is there something to switch off


def forget_sources() -> None:
    """Keeps PySide from reading the source of every module imported from now on, and remembering it: 20 MB.

    It looks there for its switches of spelling (``snake_case``), which this program does not use.
    """
    spelling = sys.modules.get("shibokensupport.feature")
    if spelling is not None:
        spelling._mod_uses_pyside = lambda _module: True  # type: ignore[attr-defined] # noqa: SLF001
    linecache.clearcache()
