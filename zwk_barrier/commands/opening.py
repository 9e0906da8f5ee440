"""How a command comes to its office: who asks, with which password, and whether they may see people there."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from zwk_barrier import bootstrap
from zwk_barrier.casework.office.roles import require_seeing_cases
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_ABOUT_PEOPLE: Final = frozenset({"cases", "report", "sheet", "calendar"})


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[OfficeStore]:
    """The office of a command, closed again in the end; raises NotAllowed for who only counts and asks for people."""
    store = bootstrap.open_store(asked.folder, *credentials(asked))
    try:
        if asked.command in _ABOUT_PEOPLE:
            _require_seeing_cases(store)
        yield store
    finally:
        store.close()


def _require_seeing_cases(store: OfficeStore) -> None:
    """Raises NotAllowed for who only counts: here they see no more people than in the window."""
    with store.reading() as session:
        require_seeing_cases(session, store.staff_id)


def credentials(asked: argparse.Namespace) -> tuple[str, str]:
    """Name and password; asks a person at a terminal who has given none, and nobody else."""
    password = os.environ.get("ZWK_PASSWORD", "")
    if asked.password_file is not None:
        password = _first_line(asked.password_file)
    elif not password and sys.stdin is not None and sys.stdin.isatty():
        password = getpass.getpass(_("Passwort: "), sys.stderr)
    if not password:
        raise InputProblem(
            "password",
            _("Es fehlt das Passwort."),
            advice=_("Setzen Sie ZWK_PASSWORD, oder nennen Sie eine Datei mit --password-file."),
        )
    return asked.user or os.environ.get("ZWK_USER", ""), password


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(
            "password", _("Die Datei mit dem Passwort lässt sich nicht lesen: {file}").format(file=path)
        ) from error
    return lines[0] if lines else ""
