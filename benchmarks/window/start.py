"""From the start of the process until the page for name and password takes keys, against a bare PySide6 window."""

from typing import Final

from benchmarks.result import Result, milliseconds
from benchmarks.window.children import figures, in_turns, middle, run
from benchmarks.window.offices import office_of

_TIMES: Final = 25
_CASES: Final = 60


def measure(name: str) -> Result:
    """Medians of fresh processes in turns."""
    program, office = ("benchmarks.window.program", "usable"), office_of(_CASES)
    widgets = round(run(program, office)["widgets"])
    bare = ("benchmarks.window.bare", str(widgets), "start")
    told = in_turns({"program": program, "bare": bare}, _TIMES, office)
    limit = middle(told["bare"], "seconds")
    rows = [
        (
            what,
            milliseconds(middle(told[which], "seconds")),
            milliseconds(min(figures(told[which], "seconds"))),
            f"{middle(told[which], 'seconds') / limit:.2f}",
        )
        for which, what in (("bare", f"a bare window of {widgets} widgets"), ("program", "the login page"))
    ]
    notes = (
        f"{_TIMES} fresh processes each, in turns, files in the cache, no screen. Two thirds of the bare window's time",
        "are Python and PySide6 themselves; most of the difference is Qt's classes that a style in Python has to know.",
    )
    head = ("until it takes keys", "median", "fastest", "ratio")
    return Result(name, "Start to usable window", [head, *rows], "at most 1.5 times the bare window", notes)
