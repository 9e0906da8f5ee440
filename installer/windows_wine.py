"""Trying the Windows program under wine, as far as wine carries; docs/decisions/0031 says what that cannot show."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import dev
from installer import windows_bundle

CRUTCHES = windows_bundle.PLACE / "wine"
COMPLEX = (
    "ccos",
    "ccosh",
    "cexp",
    "csin",
    "csinh",
    "ctan",
    "ctanh",
    "cabs",
    "carg",
    "cimag",
    "creal",
    "cpow",
)
PROGRAMS = {"wine": "wine64", "Xvfb": "xvfb", **windows_bundle.PROGRAMS}
WHERE = PureWindowsPath("AppData/Local/Programs/ZWK Barriere")
_MARK = b"Wine builtin DLL"
_NAMED = re.compile(r"^\s*\[\s*\d+\](?: \+base\[\s*\d+\]\s+\w+)? (\S+)$", re.MULTILINE)


def missing() -> list[str]:
    """The Debian packages without which nothing can be tried here."""
    return sorted({package for name, package in PROGRAMS.items() if shutil.which(name) is None})


@dataclass(frozen=True)
class Wine:
    """A Windows of its own in the folder ``prefix``, shown on an X display."""

    prefix: Path
    display: str

    def run(
        self, *words: object, more: Mapping[str, str] | None = None, seconds: float = 600
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program of Windows with nothing of this machine's environment; raises TimeoutExpired."""
        return subprocess.run(
            ["wine", *map(str, words)],
            env=self._environment(more or {}),
            cwd=self.prefix,
            stdin=subprocess.DEVNULL,
            capture_output=True,  # into a file it cannot write: wine 8 and Python 3.13 disagree about those
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
        )

    def start(self, *words: object, more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Starts a program of Windows and does not wait for it."""
        null = subprocess.DEVNULL
        command = ["wine", *map(str, words)]
        return subprocess.Popen(
            command, env=self._environment(more or {}), stdin=null, stdout=null, stderr=null
        )

    @property
    def home(self) -> Path:
        """The folder of the one user there is, as Linux names it."""
        [home] = (path for path in (self.prefix / "drive_c/users").iterdir() if path.name != "Public")
        return home

    def installed(self) -> Path:
        """Where the program is set up, as Linux names it."""
        return self.home / WHERE.as_posix()

    def registry(self, key: str) -> str:
        """What stands under a key of the person's registry; nothing when it is not there."""
        told = self.run("reg", "query", f"HKCU\\{key}", "/s")
        return "" if told.returncode else told.stdout

    def end(self) -> None:
        """Ends every program of this Windows, and only of this one."""
        subprocess.run(["wineserver", "-k"], env=self._environment({}), check=False)

    def _environment(self, more: Mapping[str, str]) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.prefix),
            "LANG": "de_DE.UTF-8",
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe,winedbg.exe=d;ucrtbase=n",
            "DISPLAY": self.display,
            **more,
        }


def named(path: Path) -> PureWindowsPath:
    """A file of this machine as Windows names it."""
    return PureWindowsPath("Z:" + str(path.resolve()).replace("/", "\\"))


@contextmanager
def wine(prefix: Path, display: str) -> Iterator[Wine]:
    """A new Windows below ``prefix``; its programs are ended at the end."""
    prefix.mkdir(parents=True)
    made = Wine(prefix, display)
    plain = {"WINEDLLOVERRIDES": "mscoree,mshtml="}
    if made.run("wineboot", "--init", more=plain, seconds=300).returncode:
        raise dev.Stop("wine could not be set up.")
    subprocess.run(["wineserver", "-w"], env={**os.environ, "WINEPREFIX": str(prefix)}, check=False)
    try:
        lend_crutches(prefix / "drive_c/windows/system32")
        yield made
    finally:
        made.end()


@contextmanager
def screen(size: str = "1400x900x24") -> Iterator[str]:
    """A screen nobody sees; gives its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def lend_crutches(system: Path) -> None:
    """Puts in what Windows 10 has and wine 8 lacks; the program's own files stay as they are shipped."""
    _compile("icuuc.c", system / "icuuc.dll")
    _compile("bcryptprimitives.c", system / "bcryptprimitives.dll", "-ladvapi32")
    own = system / "ucrtbase.dll"
    content = own.read_bytes()
    # Under another name wine loads its own library only when it does not know it for its own.
    (system / "ucrtwine.dll").write_bytes(content.replace(_MARK, bytes(len(_MARK)), 1))
    told = subprocess.run([windows_bundle.DUMP, "-p", own], capture_output=True, text=True, check=True).stdout
    theirs = _NAMED.findall(told[told.index("Name Pointer] Table") :])
    ours = [name + kind for name in COMPLEX for kind in ("", "l", "f")]
    lines = [f" {name}=own_{name}" for name in ours]
    lines += [f' "{name}"=ucrtwine."{name}"' for name in theirs if name not in ours]
    exported = system / "ucrtbase.def"
    exported.write_text("\n".join(["LIBRARY ucrtbase", "EXPORTS", *lines, ""]), "ascii")
    own.unlink()
    _compile("ucrtbase.c", own, str(exported))


def _compile(source: str, target: Path, *more: str) -> None:
    options = ("-shared", "-static", "-s", "-Os", "-w", "-o", str(target))
    dev.order(windows_bundle.COMPILER, str(CRUTCHES / source), *more, *options)


def set_up(windows: Wine, setup: Path) -> Path:
    """Runs a setup silently; gives the folder of what it set up, or raises dev.Stop."""
    done = windows.run(named(setup), "/S")
    program = windows.installed() / windows_bundle.WINDOW
    if done.returncode or not program.is_file():
        raise dev.Stop(f"The setup ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return program.parent


def try_out(setup: Path, folder: Path) -> None:
    """Sets the program up in a Windows of its own below ``folder``, lets it do a day's work, and removes it again."""
    with screen() as display, wine(folder / "wine", display) as windows:
        place = set_up(windows, setup)
        done = windows.run(named(place / windows_bundle.CONSOLE), "selftest", seconds=1200)
        print(done.stdout, flush=True)
        if done.returncode:
            raise dev.Stop(f"What was built does not work under wine: {done.stderr.strip()[-500:]}")
        windows.run(named(place / "uninstall.exe"), "/S", f"_?={named(place)}")
        if (place / windows_bundle.WINDOW).exists():
            raise dev.Stop("The program could not be removed.")
