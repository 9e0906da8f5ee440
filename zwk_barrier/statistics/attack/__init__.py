"""An attacker who lives in the program: no file is handed out before he finds nothing.

He reads the files themselves and shares no line with what protects them (``statistics/disclosure``).
It loads HiGHS: import it where a release is made, not where a page is built.
"""

from zwk_barrier.statistics.attack.attacker import attack
from zwk_barrier.statistics.attack.findings import AttackReport, Finding, Kind
from zwk_barrier.statistics.attack.microdata import RowFile, laid_over
from zwk_barrier.statistics.attack.published import Release
from zwk_barrier.statistics.attack.reading import read_release

__all__ = ["AttackReport", "Finding", "Kind", "Release", "RowFile", "attack", "laid_over", "read_release"]
