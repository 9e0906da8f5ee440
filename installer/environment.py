"""The build's own environment: exactly the locked packages, apart from everything else on the machine."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import dev

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build", ROOT / "dist"
LOCK = ROOT / "requirements-build.lock"
SHIPPED = ROOT / "requirements.lock"
VENV = BUILD / "environment"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What PyInstaller and the package need of a Debian system beside Python.
PROGRAMS = {"objdump": "binutils", "strip": "binutils", "dpkg-deb": "dpkg"}


def prepare() -> Path:
    """Fills the environment unless it is filled already; gives its Python, or raises dev.Stop."""
    if sys.platform.startswith("linux"):
        _provide_programs()
    stamp = VENV / "locked.txt"
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        fill(VENV, LOCK)
        stamp.write_text(wanted, "utf-8")
    return PYTHON


def version() -> str:
    """The one version there is: that of the program."""
    text = (ROOT / "zwk_barrier" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise dev.Stop("zwk_barrier/__init__.py names no version.")
    return found[1]


def epoch() -> int:
    """Seconds since 1970 that every file is dated: SOURCE_DATE_EPOCH, else the last commit, else 2026."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given and shutil.which("git"):
        asked = ["git", "log", "-1", "--format=%ct"]
        given = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return int(given) if given.isdecimal() else 1_767_225_600


def shipped_packages() -> list[str]:
    """The packages of requirements.lock that are installed here, i.e. are meant for this system."""
    ask = "from importlib.metadata import distributions as d; print(*(x.name for x in d()))"
    told = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=True).stdout
    here = {_folded(name) for name in told.split()}
    locked = re.findall(r"^([\w.-]+)==", SHIPPED.read_text("utf-8"), re.MULTILINE)
    return [name for name in locked if _folded(name) in here]


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _provide_programs() -> None:
    missing = {package for name, package in PROGRAMS.items() if not shutil.which(name)}
    # Asked of the linker and not of sysconfig: Debian's says that Python is shared and leaves the library out.
    if not dev.loads(f"libpython3.{sys.version_info.minor}.so.1.0"):
        missing.add(f"libpython3.{sys.version_info.minor}")
    if not shutil.which("uv") and not importlib.util.find_spec("ensurepip"):
        missing.add("python3-venv")
    # The icons are drawn by Qt, and PyInstaller loads Qt to find its plugins.
    missing |= {package for name, package in dev.QT_LIBRARIES.items() if not dev.loads(name)}
    if not missing:
        return
    names = sorted(missing)
    if not shutil.which("apt-get") or os.geteuid() or not dev.apt_install(names):
        raise dev.Stop(f"To build, please install: {' '.join(names)}")


def fill(folder: Path, lock: Path) -> Path:
    """Makes an environment in ``folder`` with exactly what is locked; gives its Python."""
    base = getattr(sys, "_base_executable", sys.executable)
    python = folder / PYTHON.relative_to(VENV)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    uv = shutil.which("uv")
    if uv:
        dev.order(uv, "venv", "-q", "--python", base, str(folder))
        dev.order(uv, "pip", "sync", "-q", "--python", str(python), "--require-hashes", str(lock))
        return python
    dev.order(base, "-m", "venv", str(folder))
    pip = (str(python), "-m", "pip", "-q", "--disable-pip-version-check")
    dev.order(*pip, "install", "--require-hashes", "-r", str(lock))
    return python
