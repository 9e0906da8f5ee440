"""One life of the Windows program under wine: set up, at work, upgraded, removed; what was seen on the way."""

import json
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from installer import windows_bundle, windows_wine
from installer.windows_wine import Wine, named
from tests.migrations.build_released import RELEASED
from tests.store import offices

KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\zwk-barriere"
BACKUPS = r"Software\Classes\ZWKBarriere.Backup"


@dataclass(frozen=True)
class Place:
    """What Windows knows of the program at one moment."""

    listed: str
    opens_backups: str
    shortcuts: tuple[str, ...]
    files: frozenset[str]
    launcher: bytes

    @classmethod
    def of(cls, windows: Wine) -> "Place":
        """Looks at the registry, the start menu and the folder of the program."""
        folder = windows.installed()
        launcher = folder / windows_bundle.WINDOW
        return cls(
            listed=windows.registry(KEY),
            opens_backups=windows.registry(BACKUPS),
            shortcuts=tuple(path.name for path in windows.home.rglob("*.lnk")),
            files=frozenset(
                path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
            ),
            launcher=launcher.read_bytes() if launcher.exists() else b"",
        )


@dataclass(frozen=True)
class Life:
    """Everything the tests look at; ``tried`` is what `selftest` left in the person's documents."""

    set_up: Place
    version: str
    selftest: subprocess.CompletedProcess[str]
    tried: Path
    names_of_first_release: set[str]
    setup_while_open: int
    set_up_while_open: Place
    upgraded: Place
    check_after_upgrade: subprocess.CompletedProcess[str]
    removed: Place
    log: Path


def lead(windows: Wine, setup: Path) -> Life:
    """Leads it from the first setup to the removal."""
    folder = windows_wine.set_up(windows, setup)
    set_up = Place.of(windows)
    tried = windows.home / "Documents" / "Selbsttest"
    selftest = _typed(windows, "selftest", "--out", named(tried))
    log = windows.home / "AppData/Local/zwk-barriere/zwk-barriere.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.touch()
    # In this order, as each keyword is worked out in turn.
    return Life(
        set_up=set_up,
        version=_typed(windows, "--version").stdout.strip(),
        selftest=selftest,
        tried=tried,
        names_of_first_release=_names_in(windows, RELEASED / "0.1.0" / "office"),
        setup_while_open=_set_up_while_open(windows, setup, tried / "office"),
        set_up_while_open=Place.of(windows),
        upgraded=_upgrade(windows, setup, folder),
        check_after_upgrade=_typed(windows, "check", named(tried / "office")),
        removed=_remove(windows, folder),
        log=log,
    )


def _upgrade(windows: Wine, setup: Path, folder: Path) -> Place:
    """Sets it up over something older."""
    (folder / "_internal" / "of_an_older_version.py").touch()
    (folder / windows_bundle.WINDOW).write_bytes(b"of an older version")
    windows_wine.set_up(windows, setup)
    return Place.of(windows)


def _remove(windows: Wine, folder: Path) -> Place:
    windows.run(named(folder / "uninstall.exe"), "/S", f"_?={named(folder)}")
    return Place.of(windows)


def _typed(windows: Wine, *words: object, key: str = "demo") -> subprocess.CompletedProcess[str]:
    program = named(windows.installed() / windows_bundle.CONSOLE)
    return windows.run(program, *words, more={"ZWK_PASSWORD": key}, seconds=1200)


def _names_in(windows: Wine, released: Path) -> set[str]:
    office = Path(shutil.copytree(released, windows.home / "Documents" / "Beratungsstelle"))
    listed = _typed(windows, "cases", named(office), "--json", key=offices.PASSWORD)
    return {case["name"] for case in json.loads(listed.stdout)}


def _set_up_while_open(windows: Wine, setup: Path, office: Path) -> int:
    """The exit code of a setup that finds the window open."""
    program = windows.installed() / windows_bundle.WINDOW
    opened = windows.start(named(program), "--office", named(office))
    try:
        _wait_for_window(windows, "ZWK Barriere")
        return windows.run(named(setup), "/S").returncode
    finally:
        windows.end()
        opened.wait(60)


def _wait_for_window(windows: Wine, title: str, seconds: float = 180) -> None:
    end = time.monotonic() + seconds
    command = ["xwininfo", "-root", "-tree", "-display", windows.display]
    while time.monotonic() < end:
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        if re.search(rf'"[^"]*{title}[^"]*"', told):
            return
        time.sleep(1)
    raise TimeoutError(title)
