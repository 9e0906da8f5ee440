"""A question in words."""

from collections.abc import Sequence

from zwk_barrier.desktop.statistics.question_offers import Value, axis_title, value_label
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.questions.questions import Question
from zwk_barrier.statistics.units import unit_title
from zwk_barrier.wording import _


def asked(question: Question, region: str) -> str:
    """What is counted, by what, and when: „Fälle nach Stadtteil und Alter, 2025“."""
    titles = [axis_title(axis, region) for axis in (question.rows, question.columns) if axis is not None]
    unit, period = unit_title(question.unit), period_title(question.period)
    if not titles:
        return _("{unit}, {period}").format(unit=unit, period=period)
    by = _("{rows} und {columns}").format(rows=titles[0], columns=titles[1]) if len(titles) > 1 else titles[0]
    return _("{unit} nach {by}, {period}").format(unit=unit, by=by, period=period)


def question_words(question: Question, region: str) -> tuple[str, str]:
    """A question and its filters, each in a line."""
    values = [Value(name, code) for name, codes in question.where.items() for code in codes]
    return asked(question, region), "; ".join(value_label(value, region) for value in values)


def switched_words(value: Value, before: str, region: str) -> str:
    """Why something else is counted: nobody writes down the room of a case, only that of a measure."""
    return _("„{dimension}“ steht nicht bei „{before}“: Gezählt wird jetzt „{now}“.").format(
        dimension=dimension(value.dimension, region).title,
        before=unit_title(before),
        now=unit_title(value.unit),
    )


def dropped_words(gone: Sequence[Value], region: str) -> str:
    """Which parts of a question went with what was counted; empty for none."""
    if not gone:
        return ""
    parts = "; ".join(value_label(value, region) for value in gone)
    return _("Weggefallen ist, was es dabei nicht gibt: {parts}.").format(parts=parts)
