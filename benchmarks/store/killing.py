"""200 kills at random moments while fields are kept: nothing acknowledged may be lost."""

import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.result import Result
from tests.store.kill import kill_often

_TIMES: Final = 200


def measure(name: str) -> Result:
    """Stops at the first fault; so a table means there was none."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        known = kill_often(Path(folder) / "office", _TIMES, seed=11)
    head = ("kills", "fields acknowledged", "lost", "faults of cipher, database, references, index, journal")
    row = (str(_TIMES), f"{known.count:,}", "0", "0")
    notes = (
        f"It took {time.monotonic() - began:.0f} s. After each kill the office is opened and checked whole.",
        "A kill is no power cut: for that `synchronous=FULL` waits for the disk at every deed.",
    )
    return Result(name, "Killed while fields are kept", [head, row], "nothing lost", notes)
