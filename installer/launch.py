"""Where the bundle starts; the program itself knows nothing of how it was packed."""

import os
import sys
from pathlib import Path

from zwk_barrier.__main__ import main

if sys.stdout is None:  # a program with a window has no console on Windows
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
sys.exit(main())
