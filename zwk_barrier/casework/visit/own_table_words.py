"""What is wrong with an office's own table, as a sentence for the person who made it."""

import re
from collections.abc import Mapping
from typing import Final

from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.own_tables import CommasBetweenColumns
from zwk_barrier.wording import N_, _

_PLACE: Final = re.compile(r"(?P<file>[^,]+), row (?P<row>\d+): (?P<why>.*)", re.DOTALL)

_REASONS: Final[Mapping[str, str]] = {
    r"unexpected end of data|.* expected after .*": N_("Ein Anführungszeichen ist nicht geschlossen."),
    r"missing (?P<what>.+)": N_("Es fehlt die Spalte {what}."),
    r"(?P<what>\w+) is empty": N_("Die Spalte {what} ist leer."),
    r"unknown unit or comparison": N_("Einheit oder Vergleich ist unbekannt."),
    r"(?P<what>\S+) comes twice": N_("{what} kommt zweimal vor."),
    r"no number: (?P<what>.*)": N_("„{what}“ ist keine Zahl."),
    r"(?P<what>\w+) is no date: .*": N_("In der Spalte {what} steht kein Tag."),
    r"unknown confidence (?P<what>.*)": N_("Die Spalte confidence kennt H, M und L, nicht „{what}“."),
    r"valid_to lies before valid_from": N_("Das Ende liegt vor dem Anfang."),
    r"(?P<what>\d+) cells, (?P<expected>\d+) expected": N_(
        "Die Zeile hat {what} Spalten, die Kopfzeile {expected}."
    ),
    r"(?P<what>\w+) is neither empty nor ja: .*": N_("In der Spalte {what} geht nur „ja“ oder leer."),
    r"(?P<what>\w+) is no known grade: .*": N_("In der Spalte {what} steht keine bekannte Klasse."),
    r"(?P<what>\w+) runs backwards: .*": N_("In der Spalte {what} läuft der Bereich rückwärts."),
    r"unknown reason to ask later: (?P<what>.*)": N_(
        "Die Spalte later kennt messgeraet, falls_vorhanden und umbau, nicht „{what}“."
    ),
    r"unknown profile (?P<what>.*)": N_("Ein Profil „{what}“ gibt es nicht. Laden Sie zuerst die Profile."),
    r"no code for a profile: (?P<what>.*)": N_("„{what}“ geht nicht als Kürzel eines Profils."),
    r"unknown room (?P<what>.*)": N_("Einen Raum „{what}“ gibt es nicht."),
    r"asks for nothing": N_("Die Zeile verlangt für kein Profil etwas."),
    r"some values are pairs and some are not": N_(
        "Alle Werte der Zeile müssen zwei Maße sein oder alle eins."
    ),
    r"(?P<what>\S+) is shipped and keeps its value for (?P<levels>.*)": N_(
        "{what} ist mitgeliefert; der Wert für {levels} bleibt, wie er ist."
    ),
    r"(?P<what>\S+) is shipped with another unit or kind of value": N_(
        "{what} ist mit einer anderen Einheit oder Art von Wert mitgeliefert."
    ),
}


def table_problem(error: ValueError, file_name: str) -> InputProblem:
    """The mistake with the name of the file as it was chosen, the line and the reason; nothing was kept."""
    advice = _("Es wurde nichts geändert.")
    if isinstance(error, CommasBetweenColumns):
        return InputProblem(
            "file",
            _("In „{file}“ trennen Kommas die Spalten, gebraucht werden Semikolons.").format(file=file_name),
            advice=_("Speichern Sie die Tabelle als CSV mit Semikolon als Trennzeichen."),
        )
    if not (place := _PLACE.fullmatch(str(error))):
        return InputProblem("file", _("„{file}“: {why}").format(file=file_name, why=error), advice=advice)
    return InputProblem(
        "file",
        _("„{file}“, Zeile {row}: {why}").format(file=file_name, row=place["row"], why=_reason(place["why"])),
        advice=advice,
    )


def _reason(why: str) -> str:
    for pattern, sentence in _REASONS.items():
        if found := re.fullmatch(pattern, why):
            return _(sentence).format(**found.groupdict())
    return f"{why.rstrip('.')}."
