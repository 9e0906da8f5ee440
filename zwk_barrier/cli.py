"""The command line beside the window: the same use cases, for scripts and machines without a screen.

The forms stay stable; ``--help`` shows them with the exit codes.  An error is one sentence on stderr.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from zwk_barrier import bootstrap
from zwk_barrier.arguments import BUG, INTERRUPTED, parse
from zwk_barrier.problems import Problem
from zwk_barrier.store.layout import BACKUP_SUFFIX
from zwk_barrier.wording import LANGUAGES, _, use_language


def run(words: Sequence[str]) -> int:
    """Runs one command, or opens the window when there is none; gives the exit code."""
    use_language(_wanted_language())
    _forgive_narrow_consoles()
    try:
        exit_code = _run(parse(words))
        sys.stdout.flush()
    except Problem as problem:
        return _say_problem(str(problem), problem.exit_code)
    except KeyboardInterrupt:
        return _say_problem(_("Abgebrochen."), INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the listener has heard enough
        return 0
    except Exception as bug:  # noqa: BLE001 - the last resort: what it says may hold words about a person
        return _report_bug(bug)
    return exit_code


def _run(asked: argparse.Namespace) -> int:
    if asked.command is None:
        name, password = os.environ.get("ZWK_USER", ""), os.environ.get("ZWK_PASSWORD", "")
        office, backup = to_open(asked)
        return bootstrap.open_window(office, name, password, backup)
    from zwk_barrier.commands.table import COMMANDS

    COMMANDS[asked.command](asked)
    return 0


def to_open(asked: argparse.Namespace) -> tuple[Path | None, Path | None]:
    """The office and the backup that the window begins with: a desktop names a file of either."""
    if asked.open is None:
        return asked.office, None
    named = asked.open.absolute()
    is_backup = named.suffix == BACKUP_SUFFIX
    return (None, named) if is_backup else (named if named.is_dir() else named.parent, None)


def _wanted_language() -> str:
    wanted = os.environ.get("ZWK_LANGUAGE", "de")
    return wanted if wanted in LANGUAGES else "de"


def _forgive_narrow_consoles() -> None:
    """An old console keeps its own code page, but a letter it lacks must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _say_problem(sentence: str, exit_code: int) -> int:
    print(sentence, file=sys.stderr)
    return exit_code


def _report_bug(bug: Exception) -> int:
    log = bootstrap.note_bug(bug)
    return _say_problem(
        _("Das Programm hat einen Fehler gemacht. Einzelheiten stehen in {file}").format(file=log)
        if log
        else _("Das Programm hat einen Fehler gemacht: {kind}").format(kind=type(bug).__name__),
        BUG,
    )
