"""The commands about the program itself, which need no office: what it knows, and whether it works here."""

import argparse
import io
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path

from zwk_barrier.arguments import parse
from zwk_barrier.store.files import disk_problems
from zwk_barrier.wording import _


def programmes(asked: argparse.Namespace) -> None:
    """Lists the funding programmes of today, or all of them as CSV."""
    from zwk_barrier.casework.payers.programme_listing import programme_listing, programme_table
    from zwk_barrier.reference.programmes import load_programmes

    if asked.csv:
        print(programme_table(load_programmes()), end="")
        return
    for line in programme_listing(load_programmes(), datetime.now().astimezone().date()):
        print(line)


def selftest(asked: argparse.Namespace) -> None:
    """Tries whether this installation works, in a folder of its own or in the one named."""
    from zwk_barrier.selftest import try_everything

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        folder = Path(own) if asked.out is None else asked.out
        with disk_problems(folder):
            folder.mkdir(parents=True, exist_ok=True)
        try_everything(folder, _in_silence)
    print(_("Diese Installation arbeitet."))


def _in_silence(words: Sequence[str]) -> None:
    from zwk_barrier.commands.table import COMMANDS  # which names the self-test, too

    asked = parse(words)
    with redirect_stdout(io.StringIO()):
        COMMANDS[asked.command](asked)
