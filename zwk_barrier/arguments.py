"""The words of the command line: which commands there are, and what they take."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from zwk_barrier import __version__
from zwk_barrier.parser import Parser
from zwk_barrier.problems import (
    DamagedOffice,
    InputProblem,
    NotFound,
    OfficeInUse,
    OfficeProblem,
    Problem,
    StorageFull,
    WrongPassword,
)
from zwk_barrier.rules.quarters import Period
from zwk_barrier.wording import _

PROGRAM: Final = "zwk-barriere" if hasattr(sys, "frozen") else "python -m zwk_barrier"
BUG: Final = 70
INTERRUPTED: Final = 130
MOST_CASES: Final = 100_000

_Commands = argparse._SubParsersAction  # noqa: SLF001 - the type has no public name


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What is asked for: ``command`` is its name, or None for the window; raises InputProblem for a mistake."""
    if not words or list(words) == ["--open"]:
        # Every day: the window need not wait for the commands.
        return argparse.Namespace(command=None, office=None, open=None)
    return _parser().parse_args(words)


def _parser() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        description=_("ZWK Barriere: Fallarbeit für die Wohnberatung. Ohne Befehl öffnet sich das Fenster."),
        epilog=_epilog(),
    )
    parser.options.add_argument(
        "--version", action="version", version=f"ZWK Barriere {__version__}", help=_("die Fassung zeigen")
    )
    parser.options.add_argument(
        "--office", type=Path, metavar="FOLDER", help=_("das Fenster für diese Beratungsstelle öffnen")
    )
    parser.options.add_argument(
        "--open",
        type=Path,
        nargs="?",
        metavar="FILE",
        help=_(
            "das Fenster mit dieser Datei öffnen: einer Sicherung oder der office.key.json einer Beratungsstelle"
        ),
    )
    parser.set_defaults(command=None)
    _add_commands(
        parser.add_subparsers(
            title=_("Befehle"), metavar=_("BEFEHL"), dest="command", prog=PROGRAM, parser_class=Parser
        )
    )
    return parser


def _add_commands(commands: "_Commands[Parser]") -> None:
    demo = _command(
        commands, "demo", _("eine Beratungsstelle mit erfundenen Menschen anlegen (Passwort: demo)")
    )
    demo.options.add_argument(
        "--cases", type=_count, default=60, metavar="N", help=_("Zahl der Fälle, 60 ohne diese Angabe")
    )
    demo.options.add_argument(
        "--seed", type=_whole, default=1, metavar="S", help=_("dieselbe Zahl gibt dieselben Fälle")
    )
    cases = _opening(commands, "cases", _("die Fälle auflisten"))
    cases.options.add_argument("--json", action="store_true", help=_("als JSON, für Programme"))
    _add_documents(commands)
    _add_reference(commands)
    _add_handbook(commands)
    _add_pool(commands)
    _add_statistics(commands)
    calendar = _opening(
        commands,
        "calendar",
        _("die eigenen Fristen, Aufgaben und Hausbesuche als Kalenderdatei schreiben, ohne Namen"),
    )
    calendar.options.add_argument("file", type=Path, metavar="FILE", help=_("die Kalenderdatei (.ics)"))
    backup = _opening(commands, "backup", _("alles in eine Datei sichern und die Sicherung prüfen"))
    backup.options.add_argument("file", type=Path, metavar="FILE", help=_("die Datei der Sicherung"))
    _add_selftest(commands)
    _opening(commands, "check", _("Datenbank, Journal, Suche und Fotos prüfen"))
    pictures = _opening(commands, "pictures", _("Bilder der wichtigsten Seiten speichern"))
    _out(pictures, "FOLDER", _("in diesen Ordner"))
    pictures.options.add_argument(
        "--handbook", action="store_true", help=_("die Bilder des Handbuchs, eines je Seite")
    )


def _add_selftest(commands: "_Commands[Parser]") -> None:
    what = _("prüfen, ob das Programm auf diesem Computer arbeitet; Ihre Daten werden dabei nicht berührt")
    how = _(
        "Legt eine Beratungsstelle mit erfundenen Menschen an, öffnet kurz das Fenster, gibt einen Kontakt ein,\n"
        "druckt und prüft einen Bericht, schließt ein Quartal ab, schreibt die Statistik und räumt wieder auf."
    )
    parser = commands.add_parser("selftest", help=what, description=how)
    parser.options.add_argument(
        "--out", type=Path, metavar="FOLDER", help=_("alles, was dabei entsteht, in diesem Ordner lassen")
    )


def _add_reference(commands: "_Commands[Parser]") -> None:
    """What is shipped with the program needs no office."""
    what = _("die mitgelieferten Förderprogramme mit ihrem Stand auflisten; ! heißt zu prüfen")
    programmes = commands.add_parser("programmes", help=what, description=f"{what[0].upper()}{what[1:]}.")
    programmes.options.add_argument(
        "--csv", action="store_true", help=_("alle Werte im Lauf der Zeit als CSV")
    )


def _add_handbook(commands: "_Commands[Parser]") -> None:
    what = _("das Handbuch als barrierefreies PDF schreiben")
    handbook = commands.add_parser("handbook", help=what, description=f"{what[0].upper()}{what[1:]}.")
    handbook.options.add_argument(
        "--language", choices=("de", "en"), default="de", help=_("en: nur die Seite für die Administration")
    )
    _out(handbook, "FILE.pdf", _("diese Datei schreiben"))


def _add_pool(commands: "_Commands[Parser]") -> None:
    """Several offices' tables need no office either."""
    what = _("die gerundeten Tabellen mehrerer Beratungsstellen zu einer zusammenzählen")
    pool = commands.add_parser("pool", help=what, description=f"{what[0].upper()}{what[1:]}.")
    pool.options.add_argument(
        "files", type=Path, nargs="+", metavar="FILE.csv", help=_("die CSV-Dateien derselben Tabelle")
    )
    _out(pool, "FILE.csv", _("diese Datei schreiben"))


def _add_documents(commands: "_Commands[Parser]") -> None:
    report = _opening(commands, "report", _("den Bericht des letzten Hausbesuchs als PDF schreiben"))
    report.options.add_argument("case", metavar="CASE", help=_("Fallnummer, in jeder Schreibweise"))
    _out(report, "FILE.pdf", _("diese Datei schreiben"))
    sheet = _opening(commands, "sheet", _("den Bogen für den nächsten Hausbesuch als PDF schreiben"))
    sheet.options.add_argument("case", metavar="CASE", help=_("Fallnummer, in jeder Schreibweise"))
    sheet.options.add_argument("--no-name", action="store_true", help=_("ohne Namen und Anschrift"))
    _out(sheet, "FILE.pdf", _("diese Datei schreiben"))


def _add_statistics(commands: "_Commands[Parser]") -> None:
    period = _("Jahr, Halbjahr oder Quartal: 2025, 2025-H1, 2025-Q3")
    tables = _opening(
        commands, "statistics", _("die Zahlen eines Jahres als CSV, XLSX und ODS schreiben, kleine geschützt")
    )
    tables.options.add_argument("--year", type=_period, required=True, metavar="YEAR", help=period)
    _out(tables, "FOLDER", _("in diesen Ordner"))
    report = _opening(
        commands,
        "yearly-report",
        _("den Bericht über die Zahlen eines Jahres als PDF schreiben, kleine geschützt"),
    )
    report.options.add_argument("year", type=_period, metavar="YEAR", help=period)
    report.options.add_argument("file", type=Path, metavar="FILE", help=_("diese Datei schreiben"))
    for parser in (tables, report):
        parser.options.add_argument(
            "--template",
            default="magistrat",
            metavar="CODE",
            help=_("die Vorlage: magistrat (ohne diese Angabe), land, nrw oder eigene"),
        )
        parser.options.add_argument(
            "--freeze", action="store_true", help=_("den Zeitraum vorher abschließen, wenn er offen ist")
        )
        for option, metavar, what in (
            ("--recipient", "NAME", _("an wen die Zahlen gehen, für das Verzeichnis")),
            ("--purpose", "TEXT", _("wofür sie gebraucht werden, für das Verzeichnis")),
        ):
            parser.options.add_argument(option, default="", metavar=metavar, help=what)


def _command(commands: "_Commands[Parser]", name: str, what: str) -> Parser:
    parser = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.options.add_argument("folder", type=Path, metavar="FOLDER", help=_("Ordner der Beratungsstelle"))
    return parser


def _opening(commands: "_Commands[Parser]", name: str, what: str) -> Parser:
    """A command on an office that is there: it needs a password."""
    parser = _command(commands, name, what)
    parser.options.add_argument(
        "--user", metavar="NAME", help=_("Name der Anmeldung; sonst ZWK_USER, sonst wer dieses Passwort hat")
    )
    parser.options.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=_("das Passwort steht in der ersten Zeile dieser Datei; sonst in ZWK_PASSWORD"),
    )
    return parser


def _out(parser: Parser, metavar: str, what: str) -> None:
    parser.options.add_argument("--out", type=Path, required=True, metavar=metavar, help=what)


def _whole(word: str) -> int:
    if not word.removeprefix("-").isdecimal():
        raise argparse.ArgumentTypeError(_("Bitte eine ganze Zahl"))
    return int(word)


def _period(word: str) -> Period:
    try:
        return Period.from_code(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("Bitte ein Jahr, Halbjahr oder Quartal")) from error


def _count(word: str) -> int:
    count = _whole(word)
    if not 0 < count <= MOST_CASES:
        raise argparse.ArgumentTypeError(_("möglich sind 1 bis 100.000"))
    return count


def exit_codes() -> dict[int, str]:
    """What each exit code means."""
    return {
        0: _("getan"),
        Problem.exit_code: _("ein anderes Hindernis"),
        InputProblem.exit_code: _("Angaben fehlen oder sind falsch"),
        OfficeProblem.exit_code: _("der Ordner der Beratungsstelle ist nicht zu benutzen"),
        WrongPassword.exit_code: _("Name oder Passwort stimmt nicht"),
        OfficeInUse.exit_code: _("ein anderes Programm hat die Beratungsstelle gerade geöffnet"),
        DamagedOffice.exit_code: _("eine Datei ist beschädigt oder fremd"),
        StorageFull.exit_code: _("der Datenträger ist voll oder schreibgeschützt"),
        NotFound.exit_code: _("nicht gefunden"),
        BUG: _("Fehler im Programm, Einzelheiten in einer Datei"),
        INTERRUPTED: _("abgebrochen"),
    }


def _epilog() -> str:
    return "\n".join(
        (
            _(
                "Das Passwort kommt aus ZWK_PASSWORD oder --password-file, nie aus einer Angabe auf der Zeile."
            ),
            _("Fehler stehen in einem Satz auf der Fehlerausgabe. Rückgabewerte:"),
            *(f"{code:4}  {meaning}" for code, meaning in exit_codes().items()),
        )
    )
