"""What a laser meter types that works like a keyboard: a number, often with its unit, then Enter or Tab.

Some leave the unit away.  They show metres with three places, which nobody types of centimetres.
"""

import re
from decimal import Decimal

from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed.lengths import parse_length
from zwk_barrier.rules.typed.numbers import tidy

_BARE_METRES = re.compile(r"[0-9]{1,2}[.,][0-9]{3}")
_FARTHEST_M = 30  # a dwelling has no longer line of sight
_BETWEEN = re.compile(r"\s*[x×*/]\s*", re.IGNORECASE)


def with_metres(text: str) -> str:
    """The text with the unit a meter left away: ``0.635`` becomes ``0.635 m``; any other text stays as it is."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) > 1:
        told = [with_metres(part) for part in parts]
        return text if told == parts else " x ".join(told)
    [part] = parts
    bare = _BARE_METRES.fullmatch(part)
    is_near = bare is not None and int(re.split(r"[.,]", part)[0]) < _FARTHEST_M
    return f"{part} m" if is_near else text


def lone_length(text: str) -> Decimal | None:
    """The length in cm when a text is one single length and not yet a pair; ``None`` otherwise."""
    if not tidy(text) or len(_BETWEEN.split(text.strip())) > 1:
        return None
    try:
        return parse_length(text)
    except InputProblem:
        return None
