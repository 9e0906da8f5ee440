"""Which command is which function; loaded only where a command was typed, so that the window need not wait."""

import argparse
from collections.abc import Callable
from typing import Final

from zwk_barrier.commands import documents, figures, installation, offices

COMMANDS: Final[dict[str, Callable[[argparse.Namespace], None]]] = {
    "demo": offices.demo,
    "cases": offices.cases,
    "calendar": offices.calendar,
    "backup": offices.backup,
    "check": offices.check,
    "report": documents.report,
    "sheet": documents.sheet,
    "handbook": documents.handbook,
    "pictures": documents.pictures,
    "statistics": figures.statistics,
    "yearly-report": figures.yearly_report,
    "pool": figures.pool,
    "programmes": installation.programmes,
    "selftest": installation.selftest,
}
"""By the word that is typed; each does its work, speaks on the terminal and raises a Problem for what failed."""
