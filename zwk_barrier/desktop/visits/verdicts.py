"""The verdicts' words of the rules as the colours and signs of the window."""

from typing import Final

from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.rules.requirements import Assessment
from zwk_barrier.rules.requirements import Verdict as Word
from zwk_barrier.wording import _

SHOWN: Final[dict[Word, Verdict]] = {
    "met": Verdict.MET,
    "partly": Verdict.PARTLY,
    "not_met": Verdict.UNMET,
    "not_applicable": Verdict.UNKNOWN,
    "not_checked": Verdict.UNKNOWN,
}


def spoken(assessment: Assessment) -> str:
    """The word for a verdict the palette has no colour of its own for; empty for the others."""
    return _("trifft nicht zu") if assessment.verdict == "not_applicable" else ""
