"""What the window takes in memory with somebody logged in, against a bare PySide6 window of as many widgets."""

from typing import Final

from benchmarks.result import Result
from benchmarks.window.children import in_turns, middle, run
from benchmarks.window.offices import office_of

_TIMES: Final = 3
_CASES: Final = 60
_SHARES: Final = {
    "rss": "resident (RSS)",
    "pss": "its share of it (PSS)",
    "own": "written by it alone (private dirty)",
}


def measure(name: str) -> Result:
    """Medians of fresh processes in turns."""
    program, office = ("benchmarks.window.program", "logged_in"), office_of(_CASES)
    widgets = round(run(program, office)["widgets"])
    bare = ("benchmarks.window.bare", str(widgets), "memory")
    told = in_turns({"program": program, "bare": bare}, _TIMES, office)
    rows = []
    for share, words in _SHARES.items():
        ours, limit = middle(told["program"], share), middle(told["bare"], share)
        rows.append((words, _megabytes(limit), _megabytes(ours), f"{ours / limit:.2f}"))
    head = ("memory", f"a bare window of {widgets} widgets", "logged in, page „Heute“", "ratio")
    notes = (
        "One second after the page was shown; the office holds 60 cases. PSS depends on what else runs. The aim is",
        "missed: SQLAlchemy with the models takes 26 MB, SQLCipher and the cryptography 12 MB.",
    )
    return Result(name, "Memory", [head, *rows], "at most 2 times the bare window", notes)


def _megabytes(kilobytes: float) -> str:
    return f"{kilobytes / 1024:.0f} MB"
