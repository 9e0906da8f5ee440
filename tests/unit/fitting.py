"""One line for a barrier as the fit sees it: measured against the real requirements and a person's own dimensions."""

from decimal import Decimal

from zwk_barrier.reference.fit_tables import load_fit_model
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion
from zwk_barrier.rules.fit import Degrees, Judgement, Misfit, Obstacle, judge
from zwk_barrier.rules.fit_deficit import deficit_of
from zwk_barrier.rules.fit_words import reason
from zwk_barrier.rules.individual import Dimensions, individualised
from zwk_barrier.rules.requirements import Measured, assess, required_text

MODEL = load_fit_model()
REQUIREMENTS = load_requirements()


def value(text: str) -> Measured:
    """``63``, ``100x110``, ``ja``, ``nein`` or a grade."""
    if text in ("", "ja", "nein"):
        return {"": None, "ja": True, "nein": False}[text]
    if "x" in text:
        first, _cross, second = text.partition("x")
        return Decimal(first), Decimal(second)
    return Decimal(text) if text[0].isdigit() else text


def deficit(criterion: Criterion, level: str, measured: Measured) -> int | None:
    """The deficit against a level."""
    asked, verdict = criterion.required[level], assess(criterion, level, measured).verdict
    return deficit_of(MODEL.criteria[criterion.id].rule, asked, measured, verdict, criterion.grades)


def obstacle(
    criterion_id: str,
    measured: str,
    *,
    level: str = "B",
    room: str = "bad",
    place: str = "Bad",
    person: Dimensions | None = None,
) -> Obstacle:
    """A measured value as the fit sees it; ``person`` brings own dimensions in."""
    criterion = next(
        one for one in individualised(REQUIREMENTS, person or Dimensions()) if one.id == criterion_id
    )
    entered, known = value(measured), MODEL.criteria[criterion_id]
    unit = "" if criterion.unit in ("bool", "Anzahl", "Klasse") else f" {criterion.unit}"
    return Obstacle(
        what=known.short(),
        deficit=deficit(criterion, level, entered),
        room=room,
        place=place,
        shown=f"{measured.replace('x', ' × ')}{unit}",
        required=required_text(criterion, level),
        criterion=criterion_id,
        misfit=_misfit(criterion, entered, person),
        is_answer=criterion.kind == "yes_no",
    )


def judged(one: Obstacle, **degrees: int) -> Judgement:
    """What it means to somebody with these difficulties."""
    return judge(one, degrees, MODEL)


def sentence(one: Obstacle, degrees: Degrees, aid: str = "Rollator") -> str:
    """The reason, with plain blanks."""
    return reason(one, judge(one, degrees, MODEL), MODEL, aid=aid).replace("\xa0", " ")


def _misfit(criterion: Criterion, entered: Measured, person: Dimensions | None) -> Misfit | None:
    if person is None or INDIVIDUAL not in criterion.required:
        return None
    verdict = assess(criterion, INDIVIDUAL, entered).verdict
    row = next(one for one in REQUIREMENTS.individual if one.criterion == criterion.id)
    if verdict not in ("partly", "not_met"):
        return None
    own = f"{getattr(person, row.dimension)} cm"
    return Misfit(row.dimension, own, just_passes=verdict == "partly")
