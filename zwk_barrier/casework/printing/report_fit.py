"""Gathers what a visit report says of the fit: the weakest link, the way, and what matters, each with its reason."""

from typing import Final, Literal

from zwk_barrier.casework.visit.fit import Fit, FittedBarrier, WayStep, fit_of
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model.visit_report import FitLine, FitSection
from zwk_barrier.model.visit_report import WayStep as Step
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _, ngettext

_TOLD: Final[tuple[Literal["A", "B", "C"], ...]] = ("A", "B", "C")


def fit_section(view: VisitView) -> FitSection | None:
    """What a report says of the fit; ``None`` when nobody was asked what is hard, or nothing is in the way."""
    fit = fit_of(view)
    told = [one for one in fit.barriers if one.priority in _TOLD]
    if not fit.is_asked or not told:
        return None
    return FitSection(
        _weakest(fit),
        tuple(_step(step) for step in fit.way),
        tuple(_line(one) for one in told),
        _left_out(fit, len(told)),
        fit.hint,
    )


def _weakest(fit: Fit) -> str:
    if fit.weakest is None:
        return _("Auf dem Weg von der Straße bis ins Bett ist keine Barriere bekannt, die hindert.")
    return _("Am meisten hindert auf dem Weg von der Straße bis ins Bett: {reason}.").format(
        reason=fit.weakest.reason.rstrip(".")
    )


def _step(step: WayStep) -> Step:
    """A step without its reason where the reason stands in the list below anyway."""
    return Step(step.label, step.state, step.text if step.state == "unknown" else "")


def _line(one: FittedBarrier) -> FitLine:
    priority: Literal["A", "B", "C", ""] = next((letter for letter in _TOLD if letter == one.priority), "")
    label = load_code_list("priority").label(one.priority) if one.priority else ""
    return FitLine(priority, label, one.reason)


def _left_out(fit: Fit, told: int) -> str:
    """How much is not in the list: what matters little or nobody knows, and what was not measured."""
    rest = len(fit.barriers) - told
    parts = []
    if rest:
        parts.append(
            ngettext(
                "{count} weitere Barriere hindert wenig oder ist nicht zu beurteilen.",
                "{count} weitere Barrieren hindern wenig oder sind nicht zu beurteilen.",
                rest,
            ).format(count=rest)
        )
    if fit.not_judged:
        parts.append(
            ngettext(
                "{count} Punkt ist nicht beurteilt.",
                "{count} Punkte sind nicht beurteilt.",
                fit.not_judged,
            ).format(count=fit.not_judged)
        )
    return " ".join(parts)
