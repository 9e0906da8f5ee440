"""The questions asked last, kept by their codes and never with an answer."""

import json
from collections.abc import Sequence
from typing import Any, Final

from zwk_barrier.desktop.statistics.question_offers import axis_code, axis_of
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.questions.questions import Question
from zwk_barrier.statistics.units import dimensions_of

MOST: Final = 8


def with_newest(questions: Sequence[Question], newest: Question) -> list[Question]:
    """The questions with one more in front, each once."""
    return [newest, *(one for one in questions if one != newest)][:MOST]


def written(questions: Sequence[Question]) -> str:
    """The questions as text; :func:`read` reads it back."""
    return json.dumps([_as_plain(one) for one in questions])


def read(text: str, region: str) -> list[Question]:
    """The questions as far as they can still be asked; damaged text has none."""
    try:
        plain = json.loads(text) if text else []
    except ValueError:
        return []
    questions = (
        [_as_question(one) for one in plain if isinstance(one, dict)] if isinstance(plain, list) else []
    )
    return [one for one in questions if one is not None and _can_be_asked(one, region)][:MOST]


def _as_plain(question: Question) -> dict[str, Any]:
    return {
        "from": question.period.first.code,
        "to": question.period.last.code,
        "unit": question.unit,
        "rows": axis_code(question.rows),
        "columns": axis_code(question.columns),
        "where": {name: list(codes) for name, codes in question.where.items()},
    }


def _as_question(plain: dict[str, Any]) -> Question | None:
    try:
        return Question(
            Period(Quarter.from_code(plain["from"]), Quarter.from_code(plain["to"])),
            str(plain["unit"]),
            axis_of(plain.get("rows")),
            axis_of(plain.get("columns")),
            {str(name): tuple(map(str, codes)) for name, codes in plain.get("where", {}).items()},
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _can_be_asked(question: Question, region: str) -> bool:
    """Whether this version still counts so."""
    try:
        known = dimensions_of(question.unit)
        if not set(question.dimensions) <= set(known):
            return False
        for axis in (question.rows, question.columns):
            if axis is not None and axis.level:
                dimension(axis.dimension, region).level(axis.level)
    except KeyError:
        return False
    return True
