"""Whether this installation works: everything a working day needs is done once, on an office made for it.

Nothing that was there before is touched.  The administrator of a new computer types it, and so do the
tests of what is installed.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from zwk_barrier import bootstrap
from zwk_barrier.problems import NotFound, OfficeProblem
from zwk_barrier.rules.quarters import Quarter
from zwk_barrier.wording import _

Command = Callable[[Sequence[str]], None]
"""Does one command of the program, as it is typed; raises what the command raises."""

NOTE: Final = "Selbsttest: Anruf wegen der Schwelle zum Bad."
_CASES: Final = 15


def try_everything(folder: Path, do: Command) -> None:
    """Leaves in ``folder`` the office and what was made of it; raises the first Problem, and says each step."""
    office, key = folder / "office", folder / "password.txt"
    with _step(_("Beratungsstelle angelegt und verschlüsselt")):
        name, password = bootstrap.make_demonstration(office, _CASES, 1, lambda _done, _all: None)
        key.write_text(password, "utf-8")
    with _step(_("Fenster geöffnet, angemeldet, Kontakt eingegeben, Fenster geschlossen")):
        bootstrap.try_window(office, name, password, NOTE)
    with _step(_("Kontakt wiedergefunden")):
        contact = _contact(office, password)
    opening = [str(office), "--password-file", str(key)]
    with _step(_("Bericht eines Hausbesuchs gedruckt und geprüft")):
        _print_a_report(office, password, lambda case, file: do(["report", *opening, case, "--out", file]))
    quarter = Quarter.of(datetime.now().astimezone().date()).plus(-1).code
    with _step(_("Quartal abgeschlossen, Statistik geschrieben")):
        do(["statistics", *opening, "--year", quarter, "--out", str(folder / "statistics"), "--freeze"])
    with _step(_("Datenbank, Journal, Suche und Fotos geprüft")):
        do(["check", *opening])
    key.unlink()
    told = {"contact": contact, "quarter": quarter}
    (folder / "selftest.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")


@contextmanager
def _step(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
    print(
        _("In Ordnung: {what} ({seconds}\N{NO-BREAK SPACE}s)").format(what=what, seconds=seconds), flush=True
    )


def _contact(office: Path, password: str) -> str:
    """The note that was typed, as it stands in the office now."""
    from zwk_barrier.casework.case.contacts import contact_ids, contact_view

    store = bootstrap.open_store(office, "", password)
    try:
        with store.reading() as session:
            notes = [contact_view(session, each).contact.note for each in contact_ids(session)]
    finally:
        store.close()
    if NOTE not in notes:
        raise OfficeProblem(_("Der eingegebene Kontakt ist nicht in der Beratungsstelle."))
    return NOTE


def _print_a_report(office: Path, password: str, do: Callable[[str, str], None]) -> None:
    """The report of the first case that had a visit."""
    from zwk_barrier.casework.case.listing import case_listing

    store = bootstrap.open_store(office, "", password)
    try:
        with store.reading() as session:
            numbers = [row.number for row in case_listing(session)]
    finally:
        store.close()
    for number in numbers:
        try:
            do(number, str(office.with_name("report.pdf")))
        except NotFound:
            continue
        return
    raise NotFound(_("Kein Fall der Beratungsstelle hatte einen Hausbesuch."))
