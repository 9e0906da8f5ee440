"""What a spreadsheet's number format lets a reader see of a number."""

import re
from typing import Final

BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@",
}  # fmt: skip

WITH_ZERO: Final = 3  # sections: positive, negative, zero

_SILENT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")


def seen(code: str, value: float) -> float | None:
    """The number a reader sees of ``value`` in this format; nothing if no figure of it is shown."""
    section = _section(code, value)
    visible = _SILENT.sub("", section)
    if "general" in visible.lower() or visible.strip() == "@" or "E+" in visible:
        return value
    places = re.findall(r"[0#?]", visible)
    if not places:
        return None
    if re.search(r"[0#?],+(?![0#?])", visible):
        return None  # shown in thousands
    decimals = len(re.findall(r"[0#?]", visible.partition(".")[2]))
    decimals += 2 * visible.count("%")
    shown = round(value, decimals)
    return None if shown == 0 and "0" not in places else shown


def _section(code: str, value: float) -> str:
    sections = _sections(code)
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(condition[1], value, float(condition[2])):
                return section
        return ""
    if len(sections) == 1 or value > 0:
        return sections[0]
    if value < 0:
        return sections[1]
    return sections[2] if len(sections) >= WITH_ZERO else sections[0]


def _sections(code: str) -> list[str]:
    masked = _SILENT.sub(lambda found: "_" * len(found[0]), code)
    ends = [found.start() for found in re.finditer(";", masked)]
    starts = [0, *(end + 1 for end in ends)]
    return [code[start:end] for start, end in zip(starts, [*ends, len(code)], strict=True)]


def _holds(sign: str, value: float, limit: float) -> bool:
    return {
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
    }[sign]
