"""The signs that stand beside a verdict: shapes that differ in black and white too."""

from zwk_barrier.model.visit_report import VerdictWord
from zwk_barrier.reports.canvas import TaggedCanvas, circle, path
from zwk_barrier.reports.styles import MET, NOT_MET, PARTLY, SOFT

SIGN_WIDTH = 15.0
VERDICT_COLOURS: dict[VerdictWord, str] = {
    "met": MET,
    "partly": PARTLY,
    "not_met": NOT_MET,
    "not_applicable": SOFT,
    "not_checked": SOFT,
}


def draw_sign(verdict: VerdictWord, canvas: TaggedCanvas, x: float, y: float) -> None:
    """Draws the sign of a verdict in a square of nine points whose lower left corner is given."""
    canvas.stroke(_path(verdict, x, y), VERDICT_COLOURS[verdict], 1.3)


def _path(verdict: VerdictWord, x: float, y: float) -> str:
    if verdict == "met":
        return path((x + 0.8, y + 4.2), (x + 3.4, y + 1.4), (x + 8.4, y + 7.6)) + " S"
    if verdict == "not_met":
        return f"{path((x + 1.3, y + 1.3), (x + 7.7, y + 7.7))} {path((x + 1.3, y + 7.7), (x + 7.7, y + 1.3))} S"
    if verdict == "partly":
        half = f"{x + 4.5:.2f} {y + 8.3:.2f} m {x - 0.567:.2f} {y + 8.3:.2f} {x - 0.567:.2f} {y + 0.7:.2f} {x + 4.5:.2f} {y + 0.7:.2f} c h f"
        return f"{circle(x + 4.5, y + 4.5, 3.8)} S {half}"
    if verdict == "not_applicable":
        return path((x + 1.2, y + 4.5), (x + 7.8, y + 4.5)) + " S"
    dot = path((x + 4.5, y + 2.3), (x + 4.5, y + 2.35))
    hook = (
        f"{x + 3.1:.2f} {y + 5.5:.2f} m {x + 3.1:.2f} {y + 7.4:.2f} {x + 5.9:.2f} {y + 7.4:.2f} "
        f"{x + 5.9:.2f} {y + 5.6:.2f} c {x + 5.9:.2f} {y + 4.7:.2f} {x + 4.5:.2f} {y + 4.8:.2f} {x + 4.5:.2f} {y + 3.9:.2f} c"
    )
    return f"0.9 w {circle(x + 4.5, y + 4.5, 4.1)} S {hook} S {dot} S"
