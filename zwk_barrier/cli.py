"""The command line beside the window: the same use cases, for scripts and machines without a screen.

The forms stay stable; ``--help`` shows them with the exit codes.  An error is one sentence on stderr.
"""

import argparse
import contextlib
import getpass
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zwk_barrier import bootstrap
from zwk_barrier.arguments import BUG, INTERRUPTED, parse
from zwk_barrier.problems import DamagedOffice, InputProblem, Problem
from zwk_barrier.progress_line import ProgressLine
from zwk_barrier.store.layout import BACKUP_SUFFIX
from zwk_barrier.wording import LANGUAGES, _, use_language

if TYPE_CHECKING:
    from zwk_barrier.casework.printed_documents import Printing
    from zwk_barrier.model.statistics_report import StatisticsReport
    from zwk_barrier.store.office import OfficeStore


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
    _do(asked)
    return 0


def to_open(asked: argparse.Namespace) -> tuple[Path | None, Path | None]:
    """The office and the backup that the window begins with: a desktop names a file of either."""
    if asked.open is None:
        return asked.office, None
    named = asked.open.absolute()
    is_backup = named.suffix == BACKUP_SUFFIX
    return (None, named) if is_backup else (named if named.is_dir() else named.parent, None)


def _demo(asked: argparse.Namespace) -> None:
    with ProgressLine(_("Beratungsstelle mit erfundenen Menschen")) as line:
        name, password = bootstrap.make_demonstration(asked.folder, asked.cases, asked.seed, line.show)
    print(_("Angelegt: {folder}").format(folder=asked.folder))
    print(_("Anmelden als {name} mit dem Passwort {password}").format(name=name, password=password))


def _cases(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.listing import case_listing, listing_lines

    with _opened(asked) as store, store.reading() as session:
        listing = case_listing(session)
    if asked.json:
        is_utf8 = (sys.stdout.encoding or "").replace("-", "").lower() == "utf8"
        print(json.dumps([row.as_json() for row in listing], ensure_ascii=not is_utf8, indent=1))
        return
    for line in listing_lines(listing):
        print(line)


def _report(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.printed_documents import Printing
    from zwk_barrier.casework.visit_report import gather
    from zwk_barrier.casework.visits import latest_visit
    from zwk_barrier.reports.visit_report import build_visit_report

    today = datetime.now().astimezone().date()
    with _opened(asked) as store:
        with store.reading() as session:
            visit_id = latest_visit(session, asked.case, today)
            record = gather(session, store.photos, visit_id, today)
        printing = Printing("visit_report", _("Besuchsbericht"), visit_id=visit_id)
        _write_document(store, asked.out, build_visit_report(record), printing)


def _sheet(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.printed_documents import Printing
    from zwk_barrier.casework.visit_sheet import gather_sheet
    from zwk_barrier.casework.visits import next_visit
    from zwk_barrier.reports.visit_sheet import build_visit_sheet

    today = datetime.now().astimezone().date()
    with _opened(asked) as store:
        with store.reading() as session:
            visit_id = next_visit(session, asked.case)
            record = gather_sheet(session, visit_id, today, with_name=not asked.no_name)
        printing = Printing("visit_sheet", _("Besuchsbogen"), visit_id=visit_id)
        _write_document(store, asked.out, build_visit_sheet(record), printing)


def _write_document(store: "OfficeStore", path: Path, content: bytes, printing: "Printing") -> None:
    """Writes a document and keeps that it has left, as the window does; raises FaultyDocument once both are done."""
    from zwk_barrier.casework.printed_documents import keep_printed
    from zwk_barrier.problems import FaultyDocument
    from zwk_barrier.reports.checking import write_checked

    now = datetime.now().astimezone()
    try:
        write_checked(path, content)
    except FaultyDocument:  # it is there, under a name that says so
        keep_printed(store, replace(printing, is_faulty=True), content, None, now)
        raise
    keep_printed(store, printing, content, None, now)
    _say_written(path)


def _statistics(asked: argparse.Namespace) -> None:
    from zwk_barrier.statistics.files import FORMATS
    from zwk_barrier.statistics.handing_out import hand_out_tables

    now, folder = datetime.now().astimezone(), asked.out.absolute()
    with _opened(asked) as store:
        report = _report_of(asked, store)
        written = hand_out_tables(store, report, folder.parent, FORMATS, name=folder.name, now=now)
    _say_written(*written.files)


def _yearly_report(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.printed_documents import Printing
    from zwk_barrier.reports.yearly_report import build_yearly_report
    from zwk_barrier.statistics.handing_out import examine_report, register_report

    now = datetime.now().astimezone()
    with _opened(asked) as store:
        report = _report_of(asked, store)
        examine_report(store, report)
        content = build_yearly_report(report)
        _write_document(store, asked.file, content, Printing("yearly_report", _("Jahresbericht")))
        register_report(store, report, asked.file.name, content, now=now)


def _report_of(asked: argparse.Namespace, store: "OfficeStore") -> "StatisticsReport":
    """The protected report of the period asked for, which is closed first where that is asked for, too."""
    from zwk_barrier.casework.letterhead import letterhead_of
    from zwk_barrier.casework.roles import require_counting
    from zwk_barrier.casework.staff import office_settings
    from zwk_barrier.casework.suitability import judge_finished
    from zwk_barrier.statistics.figures.report import build_report
    from zwk_barrier.statistics.periods.freezing import freeze
    from zwk_barrier.statistics.periods.frozen import frozen_base

    now = datetime.now().astimezone()
    with store.reading() as session:
        require_counting(session, store.staff_id)
        is_open = frozen_base(session, asked.year) is None
    if asked.freeze and is_open:
        with store.deed("period_frozen", is_final=True) as deed:
            judge_finished(deed.session)
            freeze(deed.session, asked.year, staff_id=store.staff_id, now=now)
    with store.reading() as session:
        letterhead = letterhead_of(office_settings(session))
        report = build_report(session, asked.year, asked.template, view="protected", today=now.date())
    return replace(report, letterhead=letterhead)


def _calendar(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.calendar import gather_calendar
    from zwk_barrier.exchange.calendar import build_calendar
    from zwk_barrier.reports.files import write_document

    with _opened(asked) as store, store.reading() as session:
        record = gather_calendar(session, store.staff_id, datetime.now().astimezone())
    write_document(asked.file, build_calendar(record))
    _say_written(asked.file)
    print(_("Die Datei ist nicht verschlüsselt: Darin stehen nur Fallnummern, Tage und Uhrzeiten."))


def _backup(asked: argparse.Namespace) -> None:
    from zwk_barrier.store.backup import make_backup

    with _opened(asked) as store, ProgressLine(_("Sicherung")) as line:
        report = make_backup(store, asked.file, line.show)
    print(
        _("Gesichert und geprüft: {file} ({photos} Fotos, {size}\N{NO-BREAK SPACE}MB)").format(
            file=report.path, photos=report.photos, size=max(1, report.size // 1_000_000)
        )
    )


def _check(asked: argparse.Namespace) -> None:
    from zwk_barrier.store.check import check_office

    with _opened(asked) as store, ProgressLine(_("Prüfung")) as line:
        faults = check_office(store, line.show)
    if faults:
        raise DamagedOffice(
            " ".join(faults), advice=_("Holen Sie zurück, was fehlt, aus der letzten Sicherung.")
        )
    print(_("In Ordnung: Datenbank, Journal, Suche und Fotos."))


def _programmes(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.programme_listing import programme_listing, programme_table
    from zwk_barrier.reference.programmes import load_programmes

    if asked.csv:
        print(programme_table(load_programmes()), end="")
        return
    for line in programme_listing(load_programmes(), datetime.now().astimezone().date()):
        print(line)


def _pool(asked: argparse.Namespace) -> None:
    from zwk_barrier.statistics.pooling import pool_tables, write_base_table

    table = pool_tables(asked.files, asked.out.stem)
    write_base_table(table, asked.out)
    _say_written(asked.out)


def _handbook(asked: argparse.Namespace) -> None:
    from zwk_barrier.reports.checking import write_checked
    from zwk_barrier.reports.handbook import build_handbook

    today = datetime.now().astimezone().date()
    write_checked(asked.out, build_handbook(today, language=asked.language))
    _say_written(asked.out)


def _pictures(asked: argparse.Namespace) -> None:
    take = bootstrap.save_handbook_pictures if asked.handbook else bootstrap.save_pictures
    _say_written(*take(asked.folder, asked.out, *_credentials(asked)))


def _selftest(asked: argparse.Namespace) -> None:
    from zwk_barrier.selftest import try_everything
    from zwk_barrier.store.files import disk_problems

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        folder = Path(own) if asked.out is None else asked.out
        with disk_problems(folder):
            folder.mkdir(parents=True, exist_ok=True)
        try_everything(folder, _do_in_silence)
    print(_("Diese Installation arbeitet."))


def _do_in_silence(words: Sequence[str]) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        _do(parse(words))


def _do(asked: argparse.Namespace) -> None:
    _COMMANDS[asked.command](asked)


_COMMANDS: Final[dict[str, Callable[[argparse.Namespace], None]]] = {
    "demo": _demo,
    "cases": _cases,
    "report": _report,
    "sheet": _sheet,
    "statistics": _statistics,
    "yearly-report": _yearly_report,
    "calendar": _calendar,
    "backup": _backup,
    "check": _check,
    "handbook": _handbook,
    "pictures": _pictures,
    "programmes": _programmes,
    "pool": _pool,
    "selftest": _selftest,
}

_ABOUT_PEOPLE: Final = frozenset({"cases", "report", "sheet", "calendar"})


@contextlib.contextmanager
def _opened(asked: argparse.Namespace) -> Iterator["OfficeStore"]:
    store = bootstrap.open_store(asked.folder, *_credentials(asked))
    try:
        if asked.command in _ABOUT_PEOPLE:
            _require_seeing_cases(store)
        yield store
    finally:
        store.close()


def _require_seeing_cases(store: "OfficeStore") -> None:
    """Raises NotAllowed for who only counts: here they see no more people than in the window."""
    from zwk_barrier.casework.roles import require_seeing_cases

    with store.reading() as session:
        require_seeing_cases(session, store.staff_id)


def _credentials(asked: argparse.Namespace) -> tuple[str, str]:
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


def _wanted_language() -> str:
    wanted = os.environ.get("ZWK_LANGUAGE", "de")
    return wanted if wanted in LANGUAGES else "de"


def _forgive_narrow_consoles() -> None:
    """An old console keeps its own code page, but a letter it lacks must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _say_written(*paths: Path) -> None:
    for path in paths:
        print(_("Geschrieben: {file}").format(file=path))


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
