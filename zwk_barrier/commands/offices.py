"""The commands that look at an office as a whole: a demonstration, its cases, its days, a backup, a check."""

import argparse
import json
import sys
from datetime import datetime

from zwk_barrier import bootstrap
from zwk_barrier.commands.opening import opened
from zwk_barrier.commands.writing import say_written
from zwk_barrier.problems import DamagedOffice
from zwk_barrier.progress_line import ProgressLine
from zwk_barrier.wording import _


def demo(asked: argparse.Namespace) -> None:
    """Builds an office of invented people and says how to log in."""
    with ProgressLine(_("Beratungsstelle mit erfundenen Menschen")) as line:
        name, password = bootstrap.make_demonstration(asked.folder, asked.cases, asked.seed, line.show)
    print(_("Angelegt: {folder}").format(folder=asked.folder))
    print(_("Anmelden als {name} mit dem Passwort {password}").format(name=name, password=password))


def cases(asked: argparse.Namespace) -> None:
    """Lists the cases as lines or as JSON."""
    from zwk_barrier.casework.case.listing import case_listing, listing_lines

    with opened(asked) as store, store.reading() as session:
        listing = case_listing(session)
    if asked.json:
        is_utf8 = (sys.stdout.encoding or "").replace("-", "").lower() == "utf8"
        print(json.dumps([row.as_json() for row in listing], ensure_ascii=not is_utf8, indent=1))
        return
    for line in listing_lines(listing):
        print(line)


def calendar(asked: argparse.Namespace) -> None:
    """Writes the open days of who asks as a calendar file without names."""
    from zwk_barrier.casework.team.calendar import gather_calendar
    from zwk_barrier.exchange.calendar import build_calendar
    from zwk_barrier.reports.files import write_document

    with opened(asked) as store, store.reading() as session:
        record = gather_calendar(session, store.staff_id, datetime.now().astimezone())
    write_document(asked.file, build_calendar(record))
    say_written(asked.file)
    print(_("Die Datei ist nicht verschlüsselt: Darin stehen nur Fallnummern, Tage und Uhrzeiten."))


def backup(asked: argparse.Namespace) -> None:
    """Makes one checked backup file."""
    from zwk_barrier.store.backup import make_backup

    with opened(asked) as store, ProgressLine(_("Sicherung")) as line:
        report = make_backup(store, asked.file, line.show)
    print(
        _("Gesichert und geprüft: {file} ({photos} Fotos, {size}\N{NO-BREAK SPACE}MB)").format(
            file=report.path, photos=report.photos, size=max(1, report.size // 1_000_000)
        )
    )


def check(asked: argparse.Namespace) -> None:
    """Looks the whole office over; raises DamagedOffice with what is wrong."""
    from zwk_barrier.store.check import check_office

    with opened(asked) as store, ProgressLine(_("Prüfung")) as line:
        faults = check_office(store, line.show)
    if faults:
        raise DamagedOffice(
            " ".join(faults), advice=_("Holen Sie zurück, was fehlt, aus der letzten Sicherung.")
        )
    print(_("In Ordnung: Datenbank, Journal, Suche und Fotos."))
