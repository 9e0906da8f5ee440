"""The Debian package: the bundle under /usr/lib, with menu entry, icons, file types and the store's description."""

import gzip
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import dev
from installer import bundle
from installer.environment import BUILD, DIST, ROOT, epoch, version

TEMPLATES = Path(__file__).resolve().parent / "linux"
PROGRAM = f"usr/lib/{bundle.NAME}/{bundle.NAME}"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Libraries the bundle leaves to the system, which mends them, and who brings them.  Debian 13 and Ubuntu 24.04 gave
# some packages new names.
NEEDED = dev.QT_LIBRARIES | {
    "libX11.so.6": "libx11-6",
    "libc.so.6": "libc6 (>= 2.34)",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++.so.6": "libstdc++6 (>= 11)",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb.so.1": "libxcb1",
    "libzstd.so.1": "libzstd1",
}
_OF_LIBC = {
    "ld-linux-x86-64.so.2",
    "ld-linux-aarch64.so.1",
    "libdl.so.2",
    "libm.so.6",
    "libpthread.so.0",
    "librt.so.1",
}
# Without these the window comes by X11 and printing goes to PDF only.
USEFUL = {
    "libcups.so.2": "libcups2t64 | libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_ALSO_USEFUL = ("at-spi2-core", "xdg-desktop-portal")


def build(folder: Path, python: Path) -> Path:
    """Packs the bundle in ``folder``; gives ``dist/zwk-barriere_VERSION_ARCH.deb``."""
    stage = BUILD / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(folder, stage / "usr/lib/zwk-barriere", symlinks=True)
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin/zwk-barriere").symlink_to("../lib/zwk-barriere/zwk-barriere")
    place_desktop_files(stage)
    draw_icons(stage, python)
    place_documents(stage)
    write_control(stage, libraries(folder))
    return pack(stage, DIST / f"zwk-barriere_{version()}_{architecture()}.deb")


def pack(stage: Path, target: Path) -> Path:
    """Packs ``stage`` into ``target``; the same content gives the same bytes."""
    for path in [stage, *stage.rglob("*")]:
        if not path.is_symlink():
            runs = path.parent.name == "bin" or path == stage / PROGRAM
            path.chmod(0o755 if runs or path.is_dir() else 0o644)
    bundle.date_files(stage, epoch())
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", str(stage), str(target)]
    if subprocess.call(command, env=environment, stdout=subprocess.DEVNULL):
        raise dev.Stop("dpkg-deb could not build the package.")
    return target


def architecture() -> str:
    """Debian's name of this machine."""
    told = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def libraries(folder: Path) -> set[str]:
    """What the files of the bundle ask the system for; raises dev.Stop for one that no package is known for."""
    files = [
        path
        for path in folder.rglob("*")
        if path.is_file() and (".so" in path.name or path.name == bundle.NAME)
    ]
    told = subprocess.run(["objdump", "-p", *files], capture_output=True, text=True, check=False).stdout
    asked = set(re.findall(r"NEEDED\s+(\S+)", told))
    missing = asked - {path.name for path in files} - _OF_LIBC
    if unknown := missing - NEEDED.keys() - USEFUL.keys():
        raise dev.Stop(f"No package is known for {', '.join(sorted(unknown))} (installer/deb.py).")
    return missing


def place_desktop_files(stage: Path) -> None:
    """The menu entry, the file types and the description for software centres."""
    for source, target in (
        ("zwk-barriere.desktop", "usr/share/applications/zwk-barriere.desktop"),
        ("zwk-barriere.xml", "usr/share/mime/packages/zwk-barriere.xml"),
        ("zwk-barriere.metainfo.xml", "usr/share/metainfo/zwk-barriere.metainfo.xml"),
        ("lintian-overrides", "usr/share/lintian/overrides/zwk-barriere"),
    ):
        path = stage / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(filled(source), "utf-8")


def filled(template: str) -> str:
    """A file of installer/linux with version and day of what is built."""
    moment = datetime.fromtimestamp(epoch(), UTC)
    text = (TEMPLATES / template).read_text("utf-8").replace("@VERSION@", version())
    return text.replace("@DAY@", f"{moment:%Y-%m-%d}").replace("@MOMENT@", format_datetime(moment))


def draw_icons(stage: Path, python: Path) -> None:
    """The icon in every size a desktop asks for, drawn from the one drawing there is."""
    icons = stage / "usr/share/icons/hicolor"
    drawing = ROOT / "resources" / "program" / "zwk-barriere.svg"
    scalable = icons / "scalable/apps/zwk-barriere.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(drawing, scalable)
    targets = [icons / f"{size}x{size}/apps/zwk-barriere.png" for size in SIZES]
    dev.order(str(python), "-m", "installer.icons", str(drawing), *map(str, targets))


def place_documents(stage: Path) -> None:
    """Copyright, both changelogs and the manual page where Debian looks for them."""
    documents, manual = stage / "usr/share/doc/zwk-barriere", stage / "usr/share/man/man1"
    documents.mkdir(parents=True)
    manual.mkdir(parents=True)
    shutil.copyfile(TEMPLATES / "copyright", documents / "copyright")
    news = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for path, text in (
        (documents / "changelog.gz", filled("changelog")),
        (documents / "CHANGELOG.md.gz", news),
        (manual / "zwk-barriere.1.gz", filled("zwk-barriere.1")),
    ):
        # Without name and moment inside, the same text is the same file.
        with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
            packed.write(text.encode())


def write_control(stage: Path, needed: set[str]) -> None:
    """What the package is called, needs and weighs."""
    depends = sorted({NEEDED[name] for name in needed & NEEDED.keys()} - {"libglib2.0-0"})
    recommends = sorted({*_ALSO_USEFUL, *(USEFUL[name] for name in needed & USEFUL.keys())})
    text = filled("control")
    values = {
        "ARCHITECTURE": architecture(),
        "SIZE": str(bundle.size(stage) // 1024),
        "DEPENDS": ", ".join(depends),
        "RECOMMENDS": ", ".join(recommends),
    }
    for word, value in values.items():
        text = text.replace(f"@{word}@", value)
    control = stage / "DEBIAN" / "control"
    control.parent.mkdir(exist_ok=True)
    control.write_text(text, "utf-8")
