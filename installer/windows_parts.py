"""The packages of the Windows bundle, put together elsewhere: exactly the locked ones, and of them what is used."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import dev
from installer import contents, environment

TOOLS_LOCK = Path(__file__).resolve().parent / "windows" / "tools.lock"
# Of PySide6 only the modules the program imports, and of its folders only these.
QT_BINDINGS = {"QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets"}
QT_FOLDERS = {"plugins", "translations"}
# The compiler's runtime: each package brings what it needs; Python gets the newest, as the first one loaded serves all.
RUNTIME_OF_C = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")
_NEVER = {"tests", "test", "testing", "__pycache__", "include"}
_SUFFIXES = {".exe", ".lib", ".pdb", ".pxi", ".pyx", ".c", ".cpp", ".po", ".pot", ".a"}
_PACKAGE = re.compile(r"^([\w.-]+)==", re.MULTILINE)


def tools(folder: Path) -> Path:
    """An environment with the pip that is written down, which can fetch for another system; gives its Python."""
    target = folder / "tools"
    python = environment.fill(target, TOOLS_LOCK)
    pip(python, "--version")
    return python


def pip(python: Path, *words: str) -> None:
    """Runs pip, quietly; raises dev.Stop when it fails."""
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        [python, "-m", "pip", *words], env=quiet, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise dev.Stop(f"pip failed: {done.stderr.strip()[-1000:]}")


def install(tools_python: Path, python_version: str, target: Path) -> None:
    """Puts the locked packages, as they are published for Windows, into ``target``, each checked by its hash."""
    lock = environment.SHIPPED
    if "sys_platform" in lock.read_text("utf-8"):
        # pip would judge such a line by the machine it runs on.
        raise dev.Stop(
            "requirements.lock names a package of one system only; windows_parts.py has to learn it."
        )
    shutil.rmtree(target, ignore_errors=True)
    minor = ".".join(python_version.split(".")[:2])
    system = ("--platform", "win_amd64", "--python-version", minor, "--implementation", "cp")
    options = ("--only-binary", ":all:", "--no-deps", "--no-compile", "--require-hashes")
    pip(tools_python, "install", *system, *options, "--target", str(target), "-r", str(lock))
    shutil.rmtree(target / "bin", ignore_errors=True)


def packages() -> list[str]:
    """The names of the locked packages; all of them are for every system."""
    return _PACKAGE.findall(environment.SHIPPED.read_text("utf-8"))


def slim(folder: Path) -> None:
    """Takes out of the installed packages what the program never loads."""
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if not is_wanted(path.relative_to(folder).as_posix()):
            path.unlink()
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def is_wanted(name: str) -> bool:
    """Whether a file of the installed packages is shipped; ``name`` is its path below them."""
    path = Path(name)
    if not contents.is_wanted(name) or contents.belongs_to(name, contents.WITHOUT):
        return False
    if path.parts[0].endswith(".dist-info"):
        return True  # its licence, and its version for the program to say
    if path.suffix in _SUFFIXES or _NEVER & set(path.parts):
        return False
    if path.parts[0] == "PySide6":
        return _is_of_qt(path)
    if path.parts[0] == "shiboken6":
        return path.suffix in {".pyd", ".py"} or ".abi3" in path.name or path.name in RUNTIME_OF_C
    return path.suffix != ".mo" or path.parts[0] != "holidays" or path.name == "DE.mo"


def _is_of_qt(path: Path) -> bool:
    if len(path.parts) > 2:  # noqa: PLR2004 - deeper than PySide6/FILE
        return path.parts[1] in QT_FOLDERS
    if path.suffix == ".pyd":
        return path.stem in QT_BINDINGS
    return (
        path.suffix == ".py"
        or path.name.startswith("Qt6")
        or path.name in {"pyside6.abi3.dll", *RUNTIME_OF_C}
    )


def take_runtime_of_c(packages_folder: Path, target: Path) -> None:
    """Copies the compiler's runtime to where Python finds it."""
    for name in RUNTIME_OF_C:
        if name.startswith("vcruntime"):
            shutil.copyfile(packages_folder / "PySide6" / name, target / name)
