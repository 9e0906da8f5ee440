"""The installer for Windows: for one user, without administrator, over an older one, leaving data alone."""

import shutil
from pathlib import Path

import dev
from installer.environment import DIST, version

WHY_NOT_HERE = "is built on Windows by the same command, which needs NSIS 3 there (makensis); never tried yet"
SCRIPT = Path(__file__).resolve().parent / "zwk-barriere.nsi"


def build(folder: Path) -> Path:
    """Packs the bundle by NSIS; gives ``dist/zwk-barriere-VERSION-setup.exe``."""
    makensis = shutil.which("makensis")
    if makensis is None:
        raise dev.Stop("To build the installer, please install NSIS 3 and put makensis on the path.")
    target = DIST / f"zwk-barriere-{version()}-setup.exe"
    defined = (f"/DVERSION={version()}", f"/DFOLDER={folder}", f"/DTARGET={target}")
    dev.order(makensis, "/V2", "/INPUTCHARSET", "UTF8", *defined, str(SCRIPT))
    return target
