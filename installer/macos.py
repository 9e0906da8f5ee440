"""The disk image for macOS; written for it, and never run there yet."""

from pathlib import Path

import dev
from installer.environment import BUILD, version

WHY_NOT_HERE = "is built on a Mac by the same command; that way is written and was never tried"


def build(folder: Path) -> Path:
    """Packs the app that PyInstaller left in ``folder`` into an image with a way to /Applications beside it."""
    stage = BUILD / "dmg"
    dev.order("rm", "-rf", str(stage))
    stage.mkdir(parents=True)
    dev.order("cp", "-R", str(folder / "ZWK Barriere.app"), str(stage))
    (stage / "Applications").symlink_to("/Applications")
    target = folder / f"zwk-barriere-{version()}.dmg"
    named = ("-volname", f"ZWK Barriere {version()}", "-srcfolder", str(stage))
    dev.order("hdiutil", "create", "-ov", "-format", "UDZO", *named, str(target))
    return target
