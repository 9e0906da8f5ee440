"""What an entered value means, as words and signs of the window: for the visit's profile, and for all others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zwk_barrier.casework.visit.basis import Basis, PersonThen
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.widgets.chips import verdict_word
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, Level, Pair
from zwk_barrier.rules.fit_words import aid_word
from zwk_barrier.rules.requirements import Assessment, required_text
from zwk_barrier.rules.requirements import Verdict as Word
from zwk_barrier.rules.typed import NBSP, format_pair, format_quantity
from zwk_barrier.wording import _

SHOWN: Final[dict[Word, Verdict]] = {
    "met": Verdict.MET,
    "partly": Verdict.PARTLY,
    "not_met": Verdict.UNMET,
    "not_applicable": Verdict.UNKNOWN,
    "not_checked": Verdict.UNKNOWN,
}
_STANDARD: Final = ("B", "R")
_OF_AID: Final = ("aid_width", "aid_length", "turning_circle")


@dataclass(frozen=True, slots=True)
class Others:
    """Levels that come to the same verdict by the same gap, e.g. ``R, KfW`` not met by 27 cm."""

    levels: str
    verdict: Verdict
    gap: str

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        said = f"{self.levels}: {verdict_word(self.verdict)}"
        return f"{said}, {self.gap}" if self.gap else said


def spoken(assessment: Assessment) -> str:
    """The word for a verdict the palette has no colour of its own for; empty for the others."""
    return _("trifft nicht zu") if assessment.verdict == "not_applicable" else ""


def level_word(basis: Basis, level: Level) -> str:
    """A level in a word: ``R``, ``KfW``, ``individuell``, or what the office calls its own."""
    return level if level in _STANDARD else basis.requirements.profile(level).word()


def others_of(
    basis: Basis, assessments: Iterable[tuple[Level, Assessment]], main: Assessment
) -> tuple[Others, ...]:
    """What was judged, in the order of the levels, alike ones together; nothing of what was not checked.

    What is as the ``main`` verdict says so instead of repeating its gap.
    """
    alike: dict[tuple[Verdict, str], list[str]] = {}
    for level, one in assessments:
        if one.verdict in ("met", "partly", "not_met"):
            is_same = bool(one.gap_text) and (one.verdict, one.gap_text) == (main.verdict, main.gap_text)
            gap = _("ebenso") if is_same else one.gap_text
            alike.setdefault((SHOWN[one.verdict], gap), []).append(level_word(basis, level))
    return tuple(Others(", ".join(words), verdict, gap) for (verdict, gap), words in alike.items())


def asked_words(criterion: Criterion, basis: Basis) -> str:
    """What the visit's profile asks and, beside it, what the person's own dimensions ask.

    E.g. ``mindestens 80 cm nach DIN, Rollator braucht 67 cm``; a level that nobody has confirmed says so.
    """
    level = basis.profile.level_for(criterion)
    if level is None:
        return ""
    asked, is_question = criterion.required[level], criterion.kind == "yes_no"
    # A question is its own requirement: „ja“ under each would only be read again and again.
    text = "" if is_question else required_text(criterion, level)
    if text and level != INDIVIDUAL and INDIVIDUAL in criterion.required:
        text = _("{required} nach {standard}, {own}").format(
            required=text, standard=_standard(basis, level), own=own_words(criterion, basis)
        )
    elif text and level == INDIVIDUAL:
        text = own_words(criterion, basis)
    unsure = _("zu prüfen") if asked.confidence == "L" else ""
    return ", ".join(part for part in (text, asked.note, unsure) if part)


def own_words(criterion: Criterion, basis: Basis) -> str:
    """What the person's own dimensions ask, e.g. ``Rollator braucht 67 cm``."""
    dimension = next(
        (row.dimension for row in basis.requirements.individual if row.criterion == criterion.id), ""
    )
    if dimension not in _OF_AID:
        return _("individuell {required}").format(required=required_text(criterion, INDIVIDUAL))
    match criterion.required[INDIVIDUAL].value:
        case Pair(first, second):
            needed = format_pair(first, second, unit=criterion.unit)
        case bool() | str() | tuple():
            needed = required_text(criterion, INDIVIDUAL)
        case value:
            needed = format_quantity(value, criterion.unit)
    return _("{aid} braucht {required}").format(aid=_aid(basis.person), required=needed)


def measured_against(basis: Basis) -> str:
    """What a visit is measured against, e.g. ``DIN 18040-2 B und Rollator 65 cm``."""
    width, profile = basis.person.dimensions.aid_width, basis.profile.word()
    if width is not None:
        own = f"{_aid(basis.person)} {width}{NBSP}cm"
        return _("{profile} und {own}").format(profile=profile, own=own)
    return _("{profile} und eigene Maße").format(profile=profile) if basis.person.dimensions else profile


def _aid(person: PersonThen) -> str:
    return aid_word(person.aids, person.degrees)


def _standard(basis: Basis, level: Level) -> str:
    return _("DIN") if level in _STANDARD else level_word(basis, level)
