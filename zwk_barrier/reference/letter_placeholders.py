"""What a letter can say about a case: every placeholder, what it stands for, and where the datum is entered.

The names are German because people write them into their own templates.  A placeholder that only decides
whether a paragraph is there (``is_flag``) has no text of its own and cannot be printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from zwk_barrier.wording import N_, _

Place = Literal[
    "person", "dwelling", "intake", "measures", "application", "office", "staff", "consents", "letter"
]
"""Where what is missing can be entered: a tab of the case, the application, the administration, the letter."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder; ``title`` is German and translated when it is shown."""

    name: str
    place: Place
    title: str
    is_flag: bool = False

    def label(self) -> str:
        """What it stands for, in the language of the screen."""
        return _(self.title)


_ALL: Final = (
    Placeholder("name", "person", N_("Name der Person")),
    Placeholder("geburtsdatum", "person", N_("Geburtsdatum")),
    Placeholder("pflegegrad", "person", N_("Pflegegrad")),
    Placeholder("kasse", "person", N_("Kranken- und Pflegekasse")),
    Placeholder("versichertennummer", "person", N_("Versichertennummer")),
    Placeholder("anschrift", "dwelling", N_("Anschrift der Wohnung")),
    Placeholder("lage", "dwelling", N_("Lage der Wohnung im Haus")),
    Placeholder("vermietung", "dwelling", N_("Name der Vermietung")),
    Placeholder("anliegen", "intake", N_("Anliegen")),
    Placeholder("massnahmen", "measures", N_("Maßnahmen")),
    Placeholder("kosten", "measures", N_("Kosten der Maßnahmen")),
    Placeholder("stelle", "application", N_("Stelle, die entscheidet")),
    Placeholder("aktenzeichen", "application", N_("Aktenzeichen der Stelle")),
    Placeholder("leistung", "application", N_("Beantragte Leistung")),
    Placeholder("norm", "application", N_("Rechtsgrundlage der Leistung")),
    Placeholder("betrag", "application", N_("Beantragter Betrag")),
    Placeholder("antrag_vom", "application", N_("Antrag abgeschickt am")),
    Placeholder("eingang", "application", N_("Eingang bei der Stelle")),
    Placeholder("eingang_hier", "application", N_("Eingang bei uns oder einer anderen Stelle")),
    Placeholder("frist", "application", N_("Ende der Frist für die Entscheidung")),
    Placeholder("frist_norm", "application", N_("Vorschrift zu dieser Frist")),
    Placeholder("gruende_vom", "application", N_("Gründe für Verzögerung mitgeteilt am")),
    Placeholder("beteiligt", "application", N_("Wer beteiligt ist")),
    Placeholder("beteiligt_am", "application", N_("Beteiligung mitgeteilt am")),
    Placeholder("bescheid_vom", "application", N_("Datum des Bescheids")),
    Placeholder("bekanntgabe", "application", N_("Bescheid bekommen am")),
    Placeholder("nachforderung", "application", N_("Was nachgefordert ist")),
    Placeholder("nachforderung_vom", "application", N_("Nachgefordert am")),
    Placeholder("beratungsstelle", "office", N_("Name der Beratungsstelle")),
    Placeholder("ort", "office", N_("Ort der Beratungsstelle")),
    Placeholder("telefon", "office", N_("Telefon der Beratungsstelle")),
    Placeholder("traeger", "office", N_("Amt oder Träger")),
    Placeholder("anschrift_stelle", "office", N_("Anschrift der Beratungsstelle")),
    Placeholder("email", "office", N_("E-Mail der Beratungsstelle")),
    Placeholder("rechtsgrundlage", "intake", N_("Rechtsgrundlage")),
    Placeholder("beratung", "staff", N_("Name der Beratungsperson")),
    Placeholder("heute", "letter", N_("Datum des Schreibens")),
    Placeholder("antwort_bis", "letter", N_("Tag, bis zu dem um Antwort gebeten wird")),
    Placeholder("empfaenger", "letter", N_("Empfänger")),
    Placeholder("frist_vorbei", "application", N_("die Frist ist vorbei"), is_flag=True),
    Placeholder("frist_offen", "application", N_("die Frist läuft noch"), is_flag=True),
    Placeholder("fiktion", "application", N_("die Leistung kann als genehmigt gelten"), is_flag=True),
    Placeholder("entschieden", "application", N_("ein Bescheid liegt vor"), is_flag=True),
    Placeholder("nachweise", "application", N_("Nachweise liegen vor"), is_flag=True),
    Placeholder("nachweise_fehlen", "application", N_("Nachweise fehlen noch"), is_flag=True),
    Placeholder(
        "versichert", "application", N_("die Stelle ist eine Kranken- oder Pflegekasse"), is_flag=True
    ),
    Placeholder("mehrere", "measures", N_("es sind mehrere Maßnahmen"), is_flag=True),
    Placeholder("begonnen", "measures", N_("mit den Arbeiten ist begonnen"), is_flag=True),
    Placeholder("einwilligung", "consents", N_("eine Einwilligung liegt vor"), is_flag=True),
    Placeholder("fotos", "letter", N_("Fotos sind gewählt"), is_flag=True),
)

PLACEHOLDERS: Final[Mapping[str, Placeholder]] = {one.name: one for one in _ALL}
"""Every placeholder by its name, in the order they are offered."""
