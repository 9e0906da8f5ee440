"""The invented office: made anew in a folder of its own, with a password everybody may know."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from sqlalchemy import select

from zwk_barrier.casework.demonstration.builder import build_demonstration
from zwk_barrier.casework.demonstration.letterhead import OFFICE_NAME
from zwk_barrier.model import Staff
from zwk_barrier.problems import OfficeProblem
from zwk_barrier.store.files import disk_problems
from zwk_barrier.store.keys import KEY_FILE, Cost, KeyFile
from zwk_barrier.store.layout import DATABASE
from zwk_barrier.store.office import OfficeStore, create_office
from zwk_barrier.wording import _

PASSWORD: Final = "demo"  # noqa: S105 - it protects nothing but invented people
LOGIN_NAME: Final = "Maria Albers"


def create_demonstration(
    folder: Path,
    *,
    cases: int = 60,
    seed: int = 1,
    today: date | None = None,
    progress: Callable[[int, int], None] | None = None,
    cost: Cost | None = None,
    finish: Callable[[OfficeStore], object] | None = None,
) -> None:
    """An office of invented people in ``folder``, which appears only when it is whole.

    Everybody of its staff logs in with the password ``demo``; ``finish`` does what is left to do in it.
    Raises OfficeProblem when the folder is not empty or cannot be written.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        taken = (folder / KEY_FILE).exists() or (folder / DATABASE).exists()
        raise OfficeProblem(
            _("In diesem Ordner liegt schon eine Beratungsstelle: {folder}").format(folder=folder)
            if taken
            else _("Der Ordner {folder} ist nicht leer.").format(folder=folder),
            advice=_("Wählen Sie einen leeren Ordner oder einen neuen Namen."),
        )
    with disk_problems(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        half = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        store, _recovery = create_office(
            half, OFFICE_NAME, LOGIN_NAME, PASSWORD, cost=cost, is_demonstration=True
        )
        with store:
            build_demonstration(store, cases, seed, today, progress)
            _let_everybody_in(store)
            if finish is not None:
                finish(store)
        with disk_problems(folder.parent):
            if folder.exists():
                folder.rmdir()
            half.rename(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _let_everybody_in(store: OfficeStore) -> None:
    with store.reading() as session:
        staff = session.scalars(select(Staff).order_by(Staff.created_at, Staff.id)).all()
    key_file = KeyFile.read(store.folder)
    for person in staff:
        if person.id != store.staff_id:
            key_file.add(person.id, person.name, PASSWORD, store.data_key, is_demonstration=True)
