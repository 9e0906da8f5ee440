"""Begins lives of a program that is killed: ``python -m tests.store.lives PROGRAM FOLDER``; see tests/store/kill.py.

For each seed it is told it begins one life of the program, which speaks and listens in its place, says the number of
the process first, and once the life has ended a line with ``DEAD`` in it: what stands before it there was cut off.
"""

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

DEAD: Final = "\0"
KILL: Final = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL


def begin(program: str, folder: str, seed: str) -> None:
    """Lives once: as a copy of this process, which has imported all, or where there are none as a new one."""
    if sys.platform == "win32":
        again = "import sys; from tests.store.lives import live; live(*sys.argv[1:])"
        subprocess.run([sys.executable, "-c", again, program, folder, seed], check=False)
    elif child := os.fork():
        os.waitpid(child, 0)
    else:
        live(program, folder, seed)


def live(program: str, folder: str, seed: str) -> None:
    """The life itself; what it is a copy of does not go on after it."""
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    import_module(program).main(Path(folder), int(seed))
    sys.exit("the program ended by itself")


if __name__ == "__main__":
    import_module(sys.argv[1])
    for line in iter(sys.stdin.readline, ""):
        begin(sys.argv[1], sys.argv[2], line.strip())
        sys.stdout.write(f"{DEAD}\n")
        sys.stdout.flush()
