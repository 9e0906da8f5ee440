"""The command line beside the window: the same use cases, for scripts and machines without a screen.

These forms stay stable; ``--help`` shows them with the exit codes.  An error is one sentence on stderr.
"""

import argparse
import contextlib
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zwk_barrier import __version__, bootstrap
from zwk_barrier.problems import DamagedOffice, InputProblem, Problem
from zwk_barrier.progress_line import ProgressLine
from zwk_barrier.wording import LANGUAGES, _, use_language

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore

_BUG: Final = 70
_INTERRUPTED: Final = 130
_log = logging.getLogger(__name__)


def run(words: Sequence[str]) -> int:
    """Runs one command, or opens the window when there is none; gives the exit code."""
    use_language(_wanted_language())
    _speak_utf8()
    try:
        return _run(_parser().parse_args(words))
    except Problem as problem:
        return _say_problem(str(problem), problem.exit_code)
    except KeyboardInterrupt:
        return _say_problem(_("Abgebrochen."), _INTERRUPTED)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the listener went away
        return 0
    except Exception:  # noqa: BLE001 - the last resort: a traceback belongs into a file, not on a screen
        return _report_bug()


def _run(asked: argparse.Namespace) -> int:
    if asked.command is None:
        name, password = os.environ.get("ZWK_USER", ""), os.environ.get("ZWK_PASSWORD", "")
        return bootstrap.open_window(asked.office, name, password)
    command: Callable[[argparse.Namespace], None] = asked.command
    command(asked)
    return 0


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
        print(json.dumps([row.as_json() for row in listing], ensure_ascii=False, indent=1))
    else:
        for line in listing_lines(listing):
            print(line)


def _report(asked: argparse.Namespace) -> None:
    from datetime import date

    from zwk_barrier.casework.visit_report import gather
    from zwk_barrier.casework.visits import latest_visit
    from zwk_barrier.reports.files import write_document
    from zwk_barrier.reports.visit_report import build_visit_report

    today = date.today()  # noqa: DTZ011 - the day here
    with _opened(asked) as store, store.reading() as session:
        visit_id = latest_visit(session, asked.case, today)
        record = gather(session, store.photos, visit_id, today)
    write_document(asked.out, build_visit_report(record))
    print(_("Geschrieben: {file}").format(file=asked.out))


def _statistics(asked: argparse.Namespace) -> None:
    from zwk_barrier.statistics.files import write_tables
    from zwk_barrier.statistics.yearly import count_year

    with _opened(asked) as store, store.reading() as session:
        tables = count_year(session, asked.year)
    for path in write_tables(tables, asked.year, asked.out):
        print(_("Geschrieben: {file}").format(file=path))


def _backup(asked: argparse.Namespace) -> None:
    from zwk_barrier.casework.backups import back_up

    with _opened(asked) as store, ProgressLine(_("Sicherung")) as line:
        report = back_up(store, asked.file, line.show)
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


def _pictures(asked: argparse.Namespace) -> None:
    name, password = _credentials(asked)
    for path in bootstrap.save_pictures(asked.folder, asked.out, name, password):
        print(_("Geschrieben: {file}").format(file=path))


@contextlib.contextmanager
def _opened(asked: argparse.Namespace) -> Iterator["OfficeStore"]:
    store = bootstrap.open_store(asked.folder, *_credentials(asked))
    try:
        yield store
    finally:
        store.close()


def _credentials(asked: argparse.Namespace) -> tuple[str, str]:
    password = os.environ.get("ZWK_PASSWORD", "")
    if asked.password_file is not None:
        try:
            password = asked.password_file.read_text("utf-8-sig").splitlines()[0]
        except (OSError, UnicodeDecodeError, IndexError) as error:
            raise InputProblem(
                "password",
                _("Die Datei mit dem Passwort lässt sich nicht lesen: {file}").format(
                    file=asked.password_file
                ),
            ) from error
    if not password:
        raise InputProblem(
            "password",
            _("Es fehlt das Passwort."),
            advice=_("Setzen Sie ZWK_PASSWORD, oder nennen Sie eine Datei mit --password-file."),
        )
    return asked.user or os.environ.get("ZWK_USER", ""), password


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="zwk-barriere",
        description=_("Fallarbeit für die Wohnberatung. Ohne Befehl öffnet sich das Fenster."),
        epilog=_exit_codes(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ZWK Barriere {__version__}")
    parser.add_argument("--office", type=Path, metavar="FOLDER", help=_("diese Beratungsstelle öffnen"))
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(title=_("Befehle"), metavar="")
    _add_commands(commands)
    return parser


def _add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help=_("eine Beratungsstelle mit erfundenen Menschen anlegen"))
    demo.add_argument("folder", type=Path, metavar="FOLDER")
    demo.add_argument("--cases", type=_count, default=60, metavar="N", help=_("Zahl der Fälle (60)"))
    demo.add_argument(
        "--seed", type=int, default=1, metavar="S", help=_("dieselbe Zahl gibt dieselben Fälle (1)")
    )
    demo.set_defaults(command=_demo)
    cases = _add(commands, "cases", _cases, _("die Fälle auflisten"))
    cases.add_argument("--json", action="store_true", help=_("als JSON, für Programme"))
    report = _add(commands, "report", _report, _("den Bericht des letzten Hausbesuchs als PDF schreiben"))
    report.add_argument("case", metavar="CASE", help=_("Fallnummer"))
    report.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    statistics = _add(commands, "statistics", _statistics, _("die Zahlen eines Jahres als CSV schreiben"))
    statistics.add_argument("--year", type=int, required=True, metavar="YEAR")
    statistics.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    backup = _add(commands, "backup", _backup, _("sichern und die Sicherung prüfen"))
    backup.add_argument("file", type=Path, metavar="FILE")
    _add(commands, "check", _check, _("Datenbank, Fotos und Suche prüfen"))
    pictures = _add(commands, "pictures", _pictures, _("Bilder der wichtigsten Seiten speichern"))
    pictures.add_argument("--out", type=Path, required=True, metavar="FOLDER")


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    command: Callable[[argparse.Namespace], None],
    help_text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=_("Ordner der Beratungsstelle"))
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=_("das Passwort steht in der ersten Zeile dieser Datei"),
    )
    parser.add_argument("--user", metavar="NAME", help=_("Name der Anmeldung (sonst ZWK_USER)"))
    parser.set_defaults(command=command)
    return parser


def _count(word: str) -> int:
    count = int(word)
    if not 0 < count <= 100_000:  # noqa: PLR2004 - the largest office that is measured
        raise argparse.ArgumentTypeError(_("1 bis 100.000"))
    return count


def _exit_codes() -> str:
    return "\n".join(
        (
            _("Das Passwort kommt aus ZWK_PASSWORD oder --password-file, nie aus einem Argument."),
            "",
            _("Rückgabewerte:"),
            _("   0  getan"),
            _("   1  ein anderes Hindernis, in einem Satz gesagt"),
            _("   2  Angaben fehlen oder sind falsch"),
            _("   3  der Ordner ist nicht zu benutzen"),
            _("   4  Name oder Passwort stimmt nicht"),
            _("   5  die Beratungsstelle ist schon geöffnet"),
            _("   6  Datei beschädigt oder fremd"),
            _("   7  Datenträger voll oder schreibgeschützt"),
            _("   8  nicht gefunden"),
            _("  70  Fehler im Programm, Einzelheiten in einer Datei"),
            _(" 130  abgebrochen"),
        )
    )


def _wanted_language() -> str:
    wanted = os.environ.get("ZWK_LANGUAGE", "de")
    return wanted if wanted in LANGUAGES else "de"


def _speak_utf8() -> None:
    """An old console keeps its own code page, but a letter it lacks must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _say_problem(sentence: str, exit_code: int) -> int:
    print(sentence, file=sys.stderr)
    return exit_code


def _report_bug() -> int:
    handle, name = tempfile.mkstemp(prefix="zwk-barriere-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        logging.basicConfig(stream=file, force=True)
        _log.exception("a bug on the command line")
        logging.shutdown()
    return _say_problem(
        _("Das Programm hat einen Fehler gemacht. Einzelheiten stehen in {file}").format(file=name), _BUG
    )
