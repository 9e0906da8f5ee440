"""From typing the command until the window stands on X11, from the bundle and from the checkout, in turns.

Needs the bundle (``python3 build_installer.py --bundle``), Xvfb and xdotool.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.result import Result, milliseconds

_ROOT: Final = Path(__file__).resolve().parents[1]
_BUNDLE: Final = _ROOT / "dist" / "zwk-barriere" / "zwk-barriere"
_TIMES: Final = 15
_TITLE: Final = "ZWK Barriere"


def measure(name: str) -> Result:
    """Medians, least, and the seconds of computing, which other work on the machine does not lengthen."""
    ways = {"checkout": [sys.executable, "-m", "zwk_barrier"], "bundle": [str(_BUNDLE)]}
    with _screen() as environment:
        windows = _in_turns(ways, lambda command: _until_window(command, environment))
        versions = _in_turns(ways, lambda command: _until_end([*command, "--version"], environment))
    rows = [
        _row(what, told, told["checkout"])
        for what, told in (("the window stands", windows), ("`--version` has answered", versions))
    ]
    head = ("until", "checkout: median, least, computing", "bundle", "ratio of the computing")
    notes = (f"{_TIMES} fresh processes each, in turns, files in the cache.",)
    return Result(name, "Start of what is installed", [head, *rows], "", notes)


_Took = tuple[float, float]
"""Seconds that went by, and seconds of computing."""


def _in_turns(ways: dict[str, list[str]], once: Callable[[list[str]], _Took]) -> dict[str, list[_Took]]:
    for command in ways.values():
        once(command)
    told: dict[str, list[_Took]] = {way: [] for way in ways}
    for _time in range(_TIMES):
        for way, command in ways.items():
            told[way].append(once(command))
    return told


def _row(what: str, told: dict[str, list[_Took]], limit: list[_Took]) -> tuple[str, ...]:
    def computing(took: list[_Took]) -> float:
        return statistics.median(seconds for _wall, seconds in took)

    cells = [
        ", ".join(
            milliseconds(seconds)
            for seconds in (
                statistics.median(wall for wall, _ in took),
                min(wall for wall, _ in took),
                computing(took),
            )
        )
        for took in told.values()
    ]
    return (what, *cells, f"{computing(told['bundle']) / computing(limit):.2f}")


def _until_end(command: list[str], environment: dict[str, str]) -> _Took:
    before, began = _computed(), time.monotonic()
    subprocess.run(command, env=environment, cwd=_ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - began, _computed() - before


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _until_window(command: list[str], environment: dict[str, str]) -> _Took:
    began = time.monotonic()
    with subprocess.Popen(command, env=environment, cwd=_ROOT, stderr=subprocess.DEVNULL) as process:
        search = ["xdotool", "search", "--onlyvisible", "--name", _TITLE]
        while subprocess.run(search, env=environment, capture_output=True, check=False).returncode:
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} ended before its window stood")
            time.sleep(0.005)
        took = time.monotonic() - began
        fields = Path(f"/proc/{process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        process.kill()
    return took, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1366x850x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server,
    ):
        os.close(writer)
        with os.fdopen(reader) as told:
            display = told.readline().strip()
        try:
            yield {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8", "DISPLAY": f":{display}"}
        finally:
            server.terminate()
