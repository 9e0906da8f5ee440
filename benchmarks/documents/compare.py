"""The report of a visit with twelve photos by this program and by others, in turns.

The others are no dependency. WeasyPrint and Typst are found in an environment of their own, LibreOffice on the path:

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install weasyprint==70.0 typst==0.15.2
    sudo apt install --no-install-recommends libreoffice-writer-nogui
    ZWK_PEERS=/tmp/peers/bin/python python -m benchmarks.run documents

What is not there is named in the table.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

import page
import pypdfium2

from benchmarks.documents.content import write
from benchmarks.result import Result, milliseconds

_ROUNDS: Final = 3
_TURNS: Final = 8
_MOST_COST: Final = 1.3
_WHY: Final = (
    "That it can be less than one: the lines and tables of this program are its own, and measuring each word once",
    "and writing few operators spares more than tagging costs. Most of either time is making the photos small.",
)
_ENGINE: Final = Path(__file__).with_name("engine.py")
_ROOT: Final = Path(__file__).resolve().parents[2]
_OWN: Final = {
    "ours": "this program, tagged, photos small and clean",
    "reportlab-small": "bare ReportLab, photos small and clean",
    "reportlab": "bare ReportLab, photos as the camera left them",
}
_PEERS: Final = {"typst": "Typst", "weasyprint": "WeasyPrint"}
_OFFICE: Final = "LibreOffice, a start each time"


@dataclass
class _Times:
    first: list[float] = field(default_factory=list)
    further: list[float] = field(default_factory=list)

    @property
    def usual(self) -> float:
        return median(self.further or self.first)


def measure(name: str) -> Result:
    """Each engine in a process of its own, several times each, in turns."""
    engines = {**dict.fromkeys(_OWN, sys.executable), **_peers(os.environ.get("ZWK_PEERS", ""))}
    office = shutil.which("soffice")
    if office is None:
        _say_missing(_OFFICE)
    times: dict[str, _Times] = {engine: _Times() for engine in (*_OWN, *_PEERS, "office")}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder)
        for _round in range(_ROUNDS):
            for engine, interpreter in engines.items():
                took = _run(interpreter, engine, folder)
                times[engine].first += took[:1]
                times[engine].further += took[1:]
            if office:
                times["office"].first.append(_convert(office, folder))
        rows = [_row(engine, words, times, folder) for engine, words in _words().items()]
    head = ("", "first", "further", "this program is", "pages", "PDF/UA-1", "PDF/A-2a")
    notes = (
        "“First” is with loading but without the start of Python. Bare ReportLab embeds a JPEG in its quickest way and",
        "writes no tags, no language and no bookmarks. This program reads every photo each time, makes it small and",
        "takes out what the camera noted; so does the second row. The markup engines set photos as they are.",
        *_aims(times),
        "How to install the others, none of which the program needs: `benchmarks/documents/compare.py`.",
    )
    aim = (
        "at most 1.3 times bare ReportLab with the same photos, 5 times as fast as WeasyPrint, "
        "20 times as fast as LibreOffice"
    )
    return Result(name, "A report with twelve photos", [head, *rows], aim, notes)


def _peers(python: str) -> dict[str, str]:
    """The interpreter of each engine that is there; one that is not is named aloud, never left out in silence."""
    found = {}
    for engine, words in _PEERS.items():
        if python and _has(python, engine):
            found[engine] = python
        else:
            _say_missing(words)
    return found


def _has(python: str, engine: str) -> bool:
    done = subprocess.run([python, "-c", f"import {engine}"], check=False, capture_output=True)
    return done.returncode == 0


def _say_missing(words: str) -> None:
    print(f"NOT MEASURED: {words} is not installed here, see {__file__}", file=sys.stderr, flush=True)


def _aims(times: dict[str, _Times]) -> list[str]:
    """What was aimed for, what was measured, and whether that is met; nothing of an engine that is not there."""
    ours, told = times["ours"].usual, []
    bare = times["reportlab-small"]
    if bare.first:
        cost = ours / bare.usual
        is_met = _met(cost <= _MOST_COST)
        told.append(
            f"Tags and all cost {cost:.2f} times bare ReportLab with the same photos (at most 1.3): {is_met}."
        )
        told += _WHY
    for engine, words, least in (("weasyprint", "WeasyPrint", 5), ("office", "LibreOffice", 20)):
        if times[engine].first:
            faster = times[engine].usual / ours
            told.append(f"{faster:.1f} times as fast as {words} (at least {least}): {_met(faster >= least)}.")
    if times["typst"].first:
        told.append(
            "Typst is faster: compiled, with pictures as they are. It has its own language and 81 MB; no aim."
        )
    return told


def _met(is_met: bool) -> str:
    return "met" if is_met else "NOT met"


def _words() -> dict[str, str]:
    return {**_OWN, **_PEERS, "office": _OFFICE}


def _run(python: str, engine: str, folder: Path) -> list[float]:
    told = subprocess.run(
        [python, str(_ENGINE), engine, str(folder), str(_TURNS)],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )  # fmt: skip
    took: list[float] = json.loads(told.stdout.splitlines()[-1])
    return took


def _convert(office: str, folder: Path) -> float:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    began = time.perf_counter()
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export",
         "--outdir", str(folder / "office"), str(folder / "report.html")],
        capture_output=True, check=True,
    )  # fmt: skip
    took = time.perf_counter() - began
    (folder / "office" / "report.pdf").rename(folder / "office.pdf")
    return took


def _row(engine: str, words: str, times: dict[str, _Times], folder: Path) -> tuple[str, ...]:
    own = times[engine]
    if not own.first:
        return (words, "not there", "", "", "", "", "")
    ratio = own.usual / times["ours"].usual
    told = (
        "" if engine == "ours" else f"{ratio:.1f} × as fast" if ratio >= 1 else f"{1 / ratio:.2f} × as slow"
    )
    content = (folder / f"{engine}.pdf").read_bytes()
    with pypdfium2.PdfDocument(content) as document:
        pages = str(len(document))
    further = milliseconds(median(own.further)) if own.further else ""
    return (
        words, milliseconds(median(own.first)), further, told, pages, _kept(content, "ua1"), _kept(content, "2a")
    )  # fmt: skip


def _kept(content: bytes, profile: str) -> str:
    rules = {failure.rule_id for failure in page.validate_pdf_bytes(content, profile=profile).failures}
    return "kept" if not rules else f"{len(rules)} rules broken"
