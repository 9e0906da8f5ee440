"""Runs the measures of this folder and prints what they found.

    python -m benchmarks.run                  all of them
    python -m benchmarks.run keep search      some
    python -m benchmarks.run keep --write     also into docs/benchmarks.md

Each measure compares with its physical limit in the same run, in turns: a slow machine slows both.
"""

import importlib
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from benchmarks.result import Result

MEASURES: Final = {
    "keep": "benchmarks.store.keep",
    "search": "benchmarks.store.search",
    "recall": "benchmarks.store.recall",
    "open": "benchmarks.store.opening",
    "kill": "benchmarks.store.killing",
    "start": "benchmarks.window.start",
    "memory": "benchmarks.window.memory",
    "password": "benchmarks.window.first_page",
    "scroll": "benchmarks.window.scrolling",
    "typing": "benchmarks.window.typing",
    "today": "benchmarks.window.today",
    "dwelling": "benchmarks.window.dwelling",
    "plan": "benchmarks.rules.planning",
    "documents": "benchmarks.documents.compare",
    "financing": "benchmarks.rules.financing",
    "statistics": "benchmarks.statistics",
    "recount": "benchmarks.recount",
    "installed": "benchmarks.installed",
    "kill-window": "benchmarks.window.killing",
    "rounding": "benchmarks.disclosure",
    "dots": "benchmarks.disclosure",
    "sums": "benchmarks.disclosure",
    "microdata": "benchmarks.microdata",
    "attack": "benchmarks.attack",
    "releases": "benchmarks.attack",
}


def main(words: list[str]) -> int:
    """Runs the measures named, or all; 2 for a name there is none of."""
    names = [word for word in words if not word.startswith("-")] or list(MEASURES)
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        print(f"no such measure: {', '.join(unknown)}; there are: {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    for name in names:
        result: Result = importlib.import_module(MEASURES[name]).measure(name)
        print(f"\n{result.as_text()}", flush=True)
        if "--write" in words:
            result.write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
