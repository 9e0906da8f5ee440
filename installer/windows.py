"""The installer for Windows: for one user, without administrator, over an older one, leaving data alone."""

import re
import shutil
import sys
from pathlib import Path

import dev
from installer import bundle, icons, signing
from installer.environment import DIST, version

WHY_NOT_HERE = "`--windows` assembles it here; it is tried under wine only"
SCRIPT = Path(__file__).resolve().parent / "zwk-barriere.nsi"


def build(folder: Path, python: Path) -> Path:
    """Packs a bundle by NSIS; gives ``dist/zwk-barriere-VERSION-setup.exe``.  ZWK_SIGN signs the uninstaller in it."""
    makensis = shutil.which("makensis")
    if makensis is None:
        raise dev.Stop("To build the installer, please install NSIS 3 and put makensis on the path.")
    target = DIST / f"zwk-barriere-{version()}-setup.exe"
    defined = {
        "VERSION": version(),
        "NUMBERS": numbers("."),
        "FOLDER": str(folder),
        "TARGET": str(target),
        "ICON": str(icons.drawn(python, ".ico")),
        "PANEL": str(icons.drawn(python, ".bmp")),
        "SIZE": str(bundle.size(folder) // 1024),
    }
    if signer := signing.signer():
        defined["SIGNER"] = signer
    if sys.platform != "win32":
        defined["AMD64"] = ""
    words = [f"-D{name}={value}" if value else f"-D{name}" for name, value in defined.items()]
    dev.order(makensis, "-V2", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT))
    return target


def numbers(between: str) -> str:
    """The version as the four numbers that Windows knows."""
    return between.join([*re.findall(r"\d+", version()), "0", "0", "0"][:4])
