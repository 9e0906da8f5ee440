"""The indicators of the exact report held against what they come to by hand."""

from datetime import date
from decimal import Decimal

from zwk_barrier.model.statistics_report import IndicatorValue, Shown
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.store.office import OfficeStore

Values = dict[tuple[str, str], IndicatorValue]


def indicators_of(office: OfficeStore, year: Period, today: date) -> Values:
    """Every indicator in every variant, exact."""
    found: Values = {}
    indicators = load_indicators().indicators
    for place in range(max(len(one.variants) for one in indicators.values())):
        definitions = {
            key: one.variants[min(place, len(one.variants) - 1)].code for key, one in indicators.items()
        }
        with office.reading() as session:
            report = build_report(
                session, year, "magistrat", view="internal", today=today, definitions=definitions
            )
        for section in report.sections:
            found |= {(one.key, one.variant): one for one in section.indicators}
    return found


def agrees(expected: float | None, shown: Shown) -> bool:
    """Whether an indicator is what was expected; of classes, whether it lies within the one that is told."""
    if expected is None:
        return shown.value is None and shown.mark in {"few", "unknown"}
    if shown.low is not None:
        return shown.low <= expected and (shown.high is None or expected <= shown.high)
    return is_rounded(shown, expected)


def is_rounded(shown: Shown, expected: float) -> bool:
    """Whether a number is the expected one with the digits it is shown with."""
    if shown.value is None:
        return False
    digits = -int(Decimal(shown.value).as_tuple().exponent)
    return abs(float(shown.value) - expected) <= 0.5 * 10.0**-digits + 1e-9
