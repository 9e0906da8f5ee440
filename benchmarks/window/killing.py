"""100 kills of the window at random moments while somebody types into it: nothing acknowledged may be lost."""

import os
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.result import Result
from tests.store.kill import kill_often

_TIMES: Final = 100


def measure(name: str) -> Result:
    """Stops at the first fault; so a table means there was none."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        known = kill_often(office, _TIMES, seed=23, longest=1.0, program="tests.desktop.kill")
    head = ("kills", "fields acknowledged", "lost", "faults of cipher, database, references, index, journal")
    row = (str(_TIMES), f"{known.count:,}", "0", "0")
    notes = (
        f"It took {time.monotonic() - began:.0f} s. A field counts as acknowledged when the window was told so;",
        "one kill in five may come while the office is being opened.",
    )
    return Result(name, "Killed while somebody types", [head, row], "nothing lost", notes)
