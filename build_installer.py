#!/usr/bin/env python3
"""Builds what people install, for the system it runs on: ``python3 build_installer.py``.

Linux    dist/zwk-barriere (a folder that runs anywhere) and dist/zwk-barriere_VERSION_ARCH.deb
Windows  dist/zwk-barriere and dist/zwk-barriere-VERSION-setup.exe, for one user, without administrator
macOS    dist/ZWK Barriere.app and dist/zwk-barriere-VERSION.dmg

--windows    on another system than Windows: assembles Windows' folder (dist/windows) and its setup instead
--bundle     only the folder
--try        starts what was built and lets it do a day's work (its own command `selftest`)

At the end it says what was built and how large it is, what was not and why.  Standard library only; it makes
an environment of its own under build/ from requirements-build.lock.  To sign, set ZWK_SIGN to a program: it is
called with each finished file (docs/installation.md).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import dev
from installer import bundle, deb, environment, macos, signing, windows, windows_bundle, windows_wine


@dataclass
class Report:
    """What was built, with the seconds it took, and what was not, with the reason."""

    built: list[tuple[Path, float]] = field(default_factory=list)
    not_built: list[tuple[str, str]] = field(default_factory=list)

    def make(self, maker: Callable[[], Path]) -> Path:
        """Builds one thing and notes it."""
        began = time.monotonic()
        path = maker()
        self.built.append((path, time.monotonic() - began))
        print(f"build_installer.py: {path.name} after {time.monotonic() - began:.0f} s", flush=True)
        return path

    def show(self) -> None:
        """Says it all."""
        print("\nBuilt:")
        for path, seconds in self.built:
            print(f"  {path}  {bundle.size(path) / 1e6:.0f} MB, {seconds:.0f} s")
        print("Not built here:")
        for what, why in self.not_built:
            print(f"  {what}: {why}")


def main(words: list[str]) -> int:
    """Builds, signs where a signer is named, and says what there is."""
    asked = _parser().parse_args(words)
    if sys.version_info < dev.OLDEST_PYTHON:
        raise dev.Stop(f"Python 3.11 or newer is needed and this is {sys.version.split()[0]}.")
    report = Report()
    python = environment.prepare()
    (_build_for_windows if asked.windows else _build_for_this)(python, asked, report)
    report.show()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--windows", action="store_true")
    parser.add_argument("--bundle", action="store_true")
    parser.add_argument("--try", action="store_true", dest="is_tried")
    return parser


def _build_for_this(python: Path, asked: argparse.Namespace, report: Report) -> None:
    folder = report.make(lambda: bundle.build(python))
    if not asked.bundle:
        _pack(folder, python, report)
    if asked.is_tried:
        try_out(folder)
    _finish(report)


def _pack(folder: Path, python: Path, report: Report) -> None:
    if sys.platform.startswith("linux"):
        report.make(lambda: deb.build(folder, python))
        report.not_built += [
            ("Windows installer", windows.WHY_NOT_HERE),
            ("macOS disk image", macos.WHY_NOT_HERE),
        ]
    elif sys.platform == "darwin":
        report.make(lambda: macos.build(environment.DIST))
        report.not_built += [
            ("Windows installer", windows.WHY_NOT_HERE),
            ("Debian package", "is built on Linux"),
        ]
    else:
        signing.sign([folder / windows_bundle.WINDOW, folder / windows_bundle.CONSOLE])
        report.make(lambda: windows.build(folder, python))
        report.not_built += [
            ("macOS disk image", macos.WHY_NOT_HERE),
            ("Debian package", "is built on Linux"),
        ]


def try_out(folder: Path) -> None:
    """Lets the built program do a day's work, without anything of this machine's Python."""
    program = folder / ("zwk-barriere-console.exe" if os.name == "nt" else "zwk-barriere")
    with tempfile.TemporaryDirectory() as empty:
        kept = {
            name: os.environ[name] for name in ("SYSTEMROOT", "DISPLAY", "XAUTHORITY") if name in os.environ
        }
        bare = {"PATH": empty, "HOME": empty, "TEMP": empty, "LANG": "C.UTF-8"}
        if subprocess.call([program, "selftest"], env=kept | bare, cwd=empty):
            raise dev.Stop("What was built does not work; the last line above says where it ended.")


def _build_for_windows(python: Path, asked: argparse.Namespace, report: Report) -> None:
    if os.name == "nt":
        raise dev.Stop("On Windows leave --windows out: there its setup is built anyway.")
    if lacking := [*windows_bundle.missing(), *(windows_wine.missing() if asked.is_tried else ())]:
        _provide(sorted({*lacking}))
    folder = report.make(lambda: windows_bundle.build(python))
    if not asked.bundle:
        setup = report.make(lambda: windows.build(folder, python))
        _finish(report)
        if asked.is_tried:
            with tempfile.TemporaryDirectory() as own:
                windows_wine.try_out(setup, Path(own))
    elif asked.is_tried:
        report.not_built.append(("trial", "under wine the setup is tried: leave --bundle out"))
    report.not_built.append(("everything for this system", "is built without --windows"))


def _finish(report: Report) -> None:
    signing.sign([path for path, _seconds in report.built if path.is_file()])
    signing.write_checksums()
    if not signing.signer() and not os.environ.get(macos.SIGN_AS):
        report.not_built.append(("signatures", "ZWK_SIGN names no program (docs/installation.md)"))


def _provide(packages: list[str]) -> None:
    """Installs packages as root on Debian; elsewhere raises dev.Stop with their names."""
    if not shutil.which("apt-get") or os.geteuid() or not dev.apt_install(packages):
        raise dev.Stop(f"To build for Windows here, please install: {' '.join(packages)}")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except dev.Stop as stop:
        sys.exit(f"build_installer.py: {stop}")
