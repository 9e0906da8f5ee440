"""argparse in the program's own words: its headings are ours, its complaints one sentence with a next step."""

import argparse
import re
from typing import Final, NoReturn

from zwk_barrier.overriding import override
from zwk_barrier.problems import InputProblem
from zwk_barrier.wording import _

# Patterns, compiled only for a complaint: the window starts by this module, too.
_MISSING: Final = r"the following arguments are required: (.+)"
_UNKNOWN: Final = r"unrecognized arguments: (.+)"
_NO_VALUE: Final = r"argument (.+?): expected (?:one|at least one) argument"
_OF_A_CHOICE: Final = r"argument .*?: invalid choice: '?(.+?)'? \(choose from"
_WRONG: Final = r"argument (.+?): (.+)"


class Parser(argparse.ArgumentParser):
    """A parser that raises InputProblem instead of ending the program in English."""

    def __init__(self, **named: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Help, **named)  # type: ignore[arg-type]
        self.options = self.add_argument_group(_("Angaben"))
        self.options.add_argument("-h", "--help", action="help", help=_("diese Hilfe zeigen"))

    @override
    def error(self, message: str) -> NoReturn:
        raise InputProblem(
            "command", _complaint(message), advice=_("Hilfe gibt: {help}").format(help=self._asking())
        )

    def _asking(self) -> str:
        return f"{self.prog} --help"


class _Help(argparse.RawDescriptionHelpFormatter):
    @override
    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or _("Aufruf: "))  # type: ignore[arg-type]


def _complaint(message: str) -> str:
    if found := re.fullmatch(_MISSING, message):
        return _("Es fehlt: {what}.").format(what=found[1])
    if found := re.fullmatch(_UNKNOWN, message):
        return _("Das kennt dieser Befehl nicht: {what}.").format(what=found[1])
    if found := re.fullmatch(_NO_VALUE, message):
        return _("Hinter {what} fehlt die Angabe.").format(what=found[1])
    if found := re.match(_OF_A_CHOICE, message):
        return _("Den Befehl {what} gibt es nicht.").format(what=found[1])
    if found := re.fullmatch(_WRONG, message):
        return _("{what} passt nicht: {why}.").format(what=found[1], why=found[2])
    return _("Das ist nicht zu verstehen: {message}.").format(message=message)
