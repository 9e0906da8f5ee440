"""Where the bundle starts; the program itself knows nothing of how it was packed."""

import os
import sys
from pathlib import Path

from zwk_barrier.__main__ import main


def forget_the_loader() -> None:
    """Takes out of the environment what would make programs started from here load libraries of the bundle.

    A file manager or a camera has its own.  Here it changes nothing: the linker read LD_LIBRARY_PATH when the
    process began.  QT_PLUGIN_PATH of somebody else names plugins of another Qt.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH"):
        os.environ.pop(name, None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    if sys.stdout is None:  # a program with a window has no console on Windows
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.platform == "darwin" and len(sys.argv) == 2 and Path(sys.argv[1]).is_file():  # noqa: PLR2004
        sys.argv.insert(1, "--open")  # the Finder names only the file
    forget_the_loader()
    sys.exit(main())
