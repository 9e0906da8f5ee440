"""The signs that stand beside a verdict: shapes that differ in black and white too."""

from zwk_barrier.model.visit_report import VerdictWord
from zwk_barrier.reports.setting.canvas import TaggedCanvas, circle, half_disc, path
from zwk_barrier.reports.setting.styles import MET, NOT_MET, PARTLY, SOFT
from zwk_barrier.wording import translator

SIGN_WIDTH = 15.0
VERDICT_COLOURS: dict[VerdictWord, str] = {
    "met": MET,
    "partly": PARTLY,
    "not_met": NOT_MET,
    "not_applicable": SOFT,
    "not_checked": SOFT,
}


def verdict_word(verdict: VerdictWord, language: str) -> str:
    """The word that stands beside the sign of a verdict."""
    _ = translator(language)
    return {
        "met": _("erreicht"),
        "partly": _("teilweise erreicht"),
        "not_met": _("nicht erreicht"),
        "not_applicable": _("entfällt"),
        "not_checked": _("nicht geprüft"),
    }[verdict]


def draw_sign(verdict: VerdictWord, canvas: TaggedCanvas, x: float, y: float) -> None:
    """Draws the sign of a verdict in a square of nine points whose lower left corner is given."""
    canvas.stroke(_path(verdict, x, y), VERDICT_COLOURS[verdict], 1.3)


def _path(verdict: VerdictWord, x: float, y: float) -> str:
    if verdict == "met":
        return path((x + 0.8, y + 4.2), (x + 3.4, y + 1.4), (x + 8.4, y + 7.6)) + " S"
    if verdict == "not_met":
        return (
            f"{path((x + 1.3, y + 1.3), (x + 7.7, y + 7.7))} {path((x + 1.3, y + 7.7), (x + 7.7, y + 1.3))} S"
        )
    if verdict == "partly":
        middle = (x + 4.5, y + 4.5)
        return f"{circle(*middle, 3.8)} S {half_disc(*middle, 3.8)} f"
    if verdict == "not_applicable":
        return path((x + 1.2, y + 4.5), (x + 7.8, y + 4.5)) + " S"
    hook = [
        (3.1, 5.4),
        (3.3, 6.3),
        (4.1, 6.8),
        (4.9, 6.8),
        (5.7, 6.4),
        (5.9, 5.7),
        (5.5, 5.0),
        (4.5, 4.4),
        (4.5, 3.7),
    ]
    dot = path((x + 4.5, y + 2.3), (x + 4.5, y + 2.35))
    return f"0.9 w {circle(x + 4.5, y + 4.5, 4.1)} S {path(*((x + a, y + b) for a, b in hook))} S {dot} S"
