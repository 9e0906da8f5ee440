"""The one-folder bundle: the program with its own Python and its own Qt, for a machine that has neither."""

import os
import subprocess
import sys
from pathlib import Path

import dev
from installer import environment, icons, legal

NAME = "zwk-barriere"
ICONS = {"win32": ".ico", "darwin": ".icns"}  # elsewhere the package brings it
LIBRARIES = ("*.so", "*.so.*")


def build(python: Path) -> Path:
    """Builds ``dist/zwk-barriere`` (on macOS also the app beside it); gives the folder."""
    version, epoch = environment.version(), environment.epoch()
    packages = environment.shipped_packages()
    settings = {
        "ZWK_LOCKED_PACKAGES": " ".join(packages),
        "ZWK_VERSION": version,
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONHASHSEED": "1",  # else sets in compiled modules lie differently each time
    }
    if suffix := ICONS.get(sys.platform):
        settings["ZWK_ICON"] = str(icons.drawn(python, suffix))
    log = environment.BUILD / "pyinstaller.log"
    spec = environment.ROOT / "installer" / "zwk_barriere.spec"
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--distpath", str(environment.DIST), "--workpath", str(environment.BUILD / "work"), str(spec)]
    with log.open("w", encoding="utf-8") as out:
        code = subprocess.call(
            command, cwd=environment.ROOT, env={**os.environ, **settings}, stdout=out, stderr=out
        )
    if code:
        raise dev.Stop(f"PyInstaller failed; what it said stands in {log}")
    folder = environment.DIST / NAME
    if sys.platform.startswith("linux"):
        take_out_debugging(folder)
    legal.write_all(folder, python, packages, version, epoch)
    date_files(folder, epoch)
    return folder


def take_out_debugging(folder: Path) -> None:
    """Takes 58 MB of symbols that no program needs out of the libraries.

    Those in ``*.libs`` had their names changed after they were linked; strip would break them.
    """
    for pattern in LIBRARIES:
        for path in folder.rglob(pattern):
            if path.is_file() and not path.is_symlink() and not path.parent.name.endswith(".libs"):
                subprocess.run(["strip", "--strip-unneeded", path], capture_output=True, check=False)


def date_files(folder: Path, epoch: int) -> None:
    """Dates every file alike, so that the same source gives the same package."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def size(path: Path) -> int:
    """Bytes of a file, or of everything in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(one.lstat().st_size for one in path.rglob("*") if one.is_file() and not one.is_symlink())
