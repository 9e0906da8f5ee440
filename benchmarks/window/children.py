"""Starts fresh processes that measure themselves, in turns, so that whatever slows the machine slows all alike."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.window.offices import NAME
from benchmarks.window.reporting import BEGAN

ROOT: Final = Path(__file__).resolve().parents[2]
_SCREEN: Final = ROOT / "tests" / "screen.json"
_PATIENCE: Final = 600  # seconds

Told = dict[str, float]


def in_turns(commands: Mapping[str, Sequence[str]], times: int, office: Path) -> dict[str, list[Told]]:
    """What each of several modules tells in so many fresh processes; one more, which warms the disk, is forgotten."""
    told: dict[str, list[Told]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            answer = run(command, office)
            if turn:
                told[name].append(answer)
    return told


def run(command: Sequence[str], office: Path) -> Told:
    """What ``python -m module …`` tells, run offscreen where this office was open last."""
    with tempfile.TemporaryDirectory(prefix="zwk-benchmark-home-") as home:
        settings = Path(home) / "ZWK Barriere" / "zwk-barriere.ini"
        settings.parent.mkdir()
        settings.write_text(f"[office]\nfolder={office}\nname={NAME}\n", "utf-8")
        words = {
            **os.environ,
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home,
            "QT_QPA_PLATFORM": f"offscreen:configfile={os.path.relpath(_SCREEN, ROOT)}",
            BEGAN: str(time.monotonic()),
        }
        child = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=words,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    assert child.returncode == 0, f"{' '.join(command)}:\n{child.stdout}\n{child.stderr}"
    figures: Told = json.loads(child.stdout.splitlines()[-1])
    return figures


def middle(told: Sequence[Told], what: str) -> float:
    """The median of one figure."""
    return median(figures[what] for figures in told)


def figures(told: Sequence[Told], what: str) -> list[float]:
    """One figure of each process."""
    return [each[what] for each in told]
