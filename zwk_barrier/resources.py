"""Finds the shipped data, from a checkout, an installed wheel and a frozen bundle alike."""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resource_root() -> Path:
    """The folder ``resources/``; raises FileNotFoundError when the installation is damaged."""
    bundle = Path(getattr(sys, "_MEIPASS", _PACKAGE))
    for candidate in (_PACKAGE / "resources", bundle / "resources", _PACKAGE.parent / "resources"):
        if (candidate / "fonts").is_dir():
            return candidate
    raise FileNotFoundError("resources/ is missing beside the program")


def resource(*parts: str) -> Path:
    """The path of one shipped file, e.g. ``resource("codes", "channel.csv")``."""
    return resource_root().joinpath(*parts)
