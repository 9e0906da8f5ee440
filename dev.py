#!/usr/bin/env python3
"""The two commands of this repository: ``python3 dev.py run`` and ``python3 dev.py test``.

Standard library only, the same on Linux, Windows and macOS.  Both set up what is missing, then work:

run [ARGS]     opens the program on a demonstration office; with ARGS it hands them to the program instead.
               Where there is no screen (or with --no-screen) it builds the office, prints a visit report
               and takes pictures of the main pages.  --fresh builds the demonstration office anew.
test [ARGS]    everything that is checked before a change is taken, on Linux also the built bundle; with ARGS only
               those tests, e.g. tests/store -k journal.
check          the quick part of it, for before each commit: style, format, imports.
bundle         builds the bundle that is installed and tries it where no Python is found (Linux).
pictures       takes every picture of the handbook and the README anew, from an office of invented people.
texts          takes new texts from the code into the English catalogue, compiles it and names what lacks English.
lock           writes the lock files anew after a change of dependencies in pyproject.toml (needs uv).

Set up, in this order: the system's libraries, the environment .venv, the locked packages in it.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up.json"
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}
BUILD_LOCK = ROOT / "requirements-build.lock"  # for build_installer.py
DEMO = ROOT / ".zwk" / "demo"
OUT = ROOT / ".zwk" / "out"
PICTURES = ROOT / "resources" / "handbook" / "pictures"
PICTURED_CASES = "240"  # enough for figures that are not all protected
LOCALE = ROOT / "resources" / "locale"
TEXTS = ROOT / ".zwk" / "texts.pot"
OLDEST_PYTHON = (3, 11)
SHARES = ("tests 1", "tests 2")  # of the whole run; they go at the same time
ROOM_BYTES = 3_000_000_000  # several times what the tests leave lying while they run
NOT_FOUND = 8  # the program's exit code (zwk_barrier/problems.py)

# What PySide6's wheel expects from a Linux system: each shared library and the Debian package that brings it.
# Debian 13 and Ubuntu 24.04 renamed some packages (...t64); the new ones answer to the old names.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# The screen-reader tests need a real X session, the PDF tests a second reader: each program and its package.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "dbus-run-session": "dbus",
    "at-spi-bus-launcher": "at-spi2-core",
    "pdftotext": "poppler-utils",
}


class Stop(Exception):
    """The work cannot go on; the text is the one sentence that says what to do."""


def main(words: list[str]) -> int:
    """Runs one command and gives its exit code."""
    commands = {"run": run, "test": test, "check": check, "bundle": bundle}
    commands |= {"pictures": pictures, "texts": texts, "lock": lock}
    if not words or words[0] not in commands:
        print(__doc__)
        return 0 if words[:1] in (["-h"], ["--help"]) else 2
    if sys.version_info < OLDEST_PYTHON:
        raise Stop(f"Python 3.11 or newer is needed and this is {sys.version.split()[0]}.")
    return commands[words[0]](words[1:])


# --- run ----------------------------------------------------------------------------------------------------


def run(words: list[str]) -> int:
    """Opens the program, or does its work without a screen."""
    set_up("run")
    ours = {"--fresh", "--no-screen"}
    theirs = [word for word in words if word not in ours]
    if theirs:
        return program(*theirs)
    build_demonstration(fresh="--fresh" in words)
    if has_screen() and "--no-screen" not in words:
        say("the demonstration office opens; its password is: demo")
        return program("--office", str(DEMO))
    return work_without_screen()


def has_screen() -> bool:
    """Windows and macOS always have one; Linux says so in its environment."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def build_demonstration(*, fresh: bool) -> None:
    """Makes the demonstration office once; it appears only when it is whole."""
    if fresh:
        shutil.rmtree(DEMO, ignore_errors=True)
    if DEMO.exists():
        return
    say("building the demonstration office ...")
    if program("demo", str(DEMO)):
        raise Stop("The demonstration office could not be built.")


def work_without_screen() -> int:
    """One visit report and pictures of the main pages, made by the same use cases as on a screen."""
    say("there is no screen here: the same work is done without one")
    OUT.mkdir(parents=True, exist_ok=True)
    report = print_a_visit_report()
    pictures = OUT / "pictures"
    if program("pictures", str(DEMO), "--out", str(pictures)):
        raise Stop("The pages could not be drawn.")
    say(f"office (password: demo): {DEMO}")
    say(f"visit report: {report}")
    say(f"pictures of the main pages: {pictures}")
    return 0


def print_a_visit_report() -> Path:
    """The report of the first case that had a visit; the program answers "not found" for the others."""
    listed = told("cases", str(DEMO), "--json")
    if listed.returncode:
        raise Stop(f"The demonstration office cannot be read; try --fresh. {listed.stderr.strip()}")
    for case in json.loads(listed.stdout):
        report = OUT / f"Hausbesuch-{case['number']}.pdf"
        answer = told("report", str(DEMO), case["number"], "--out", str(report))
        if answer.returncode == 0:
            return report
        if answer.returncode != NOT_FOUND:
            raise Stop(f"The visit report could not be made: {answer.stderr.strip()}")
    raise Stop("The demonstration office has no case with a visit.")


def told(*words: str) -> subprocess.CompletedProcess[str]:
    """What the program answers."""
    return subprocess.run(
        [str(PYTHON), "-m", "zwk_barrier", *words],
        cwd=ROOT,
        env={**program_environment(), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def program(*words: str) -> int:
    """Runs the program itself and gives its exit code."""
    return subprocess.call([PYTHON, "-m", "zwk_barrier", *words], cwd=ROOT, env=program_environment())


def program_environment() -> dict[str, str]:
    """The environment with the demonstration's password, unless another one was given."""
    environment = {"ZWK_USER": "Maria Albers", "ZWK_PASSWORD": "demo", **os.environ}
    if not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


# --- test ---------------------------------------------------------------------------------------------------


def test(words: list[str]) -> int:
    """Runs every check, the quick ones first; with words only those tests, without the rest."""
    set_up("test")
    if words:
        return subprocess.call([*pytest(), *words], cwd=ROOT)
    # What a killed program has left open must not make a failure of a run that passed.
    place = tempfile.TemporaryDirectory(prefix="zwk-", dir=room_in_memory(), ignore_cleanup_errors=True)
    with place as own:
        os.environ["TMPDIR"] = own  # for all that begins from here
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else hundreds of programs compile all anew
        return run_checks(quick_checks(), whole_run(own), second_tries())


def whole_run(taken: str) -> dict[str, list[str]]:
    """What goes side by side, in the order in which it begins; the shares of the tests meet in the folder.

    The last share begins when the jobs before it are done, and takes what is left: so all end together.
    """
    shares = {name: [*pytest(name), "--cache-clear", f"--share={taken}"] for name in SHARES}
    jobs = {"types": [str(PYTHON), "-m", "mypy"]}
    if sys.platform.startswith("linux"):
        jobs["bundle"] = [sys.executable, "dev.py", "bundle"]
    return {SHARES[0]: shares[SHARES[0]], **jobs, **shares}


def second_tries() -> dict[str, list[str]]:
    """What failed in each share, once more; a share that fell over remembers nothing, and that is a failure."""
    return {name: [*pytest(name), "--last-failed", "--last-failed-no-failures=none"] for name in SHARES}


def pytest(share: str | None = None) -> list[str]:
    """The command; shares run at the same time, so each remembers its own failures."""
    own_cache = ["-o", f"cache_dir=.pytest_cache/{share}"] if share else []
    return [str(PYTHON), "-m", "pytest", *own_cache]


def room_in_memory() -> str | None:
    """Where files are never waited for, if there is such a place; else None, for the usual place."""
    memory = Path("/dev/shm")  # noqa: S108 - what lies there is in a folder of its own
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > ROOM_BYTES else None


def bundle(_words: list[str]) -> int:
    """Builds what people install and tries it without this Python; only on Linux, where all of it has been tried."""
    if not sys.platform.startswith("linux"):
        raise Stop("The bundle is tried on Linux only; build_installer.py builds it elsewhere, too.")
    set_up("test")
    built = run_checks({"bundle built": [sys.executable, "build_installer.py", "--bundle"]})
    return built or run_checks({"bundle tried": [*pytest("bundle"), "-m", "installer", "tests/installer"]})


def check(_words: list[str]) -> int:
    """Runs the checks that take a second."""
    set_up("test")
    return run_checks(quick_checks())


def quick_checks() -> dict[str, list[str]]:
    """What needs only the source: each check's name and its command."""
    ruff = [str(PYTHON), "-m", "ruff"]
    return {
        "style": [*ruff, "check", "--output-format=concise", "."],
        "format": [*ruff, "format", "--check", "--output-format=concise", "."],
        "imports": [str(SCRIPTS / "lint-imports"), "--no-logo"],
    }


def run_checks(
    checks: dict[str, list[str]],
    together: dict[str, list[str]] | None = None,
    again: dict[str, list[str]] | None = None,
) -> int:
    """Runs all, those in ``together`` side by side, also after one failed, so that one run tells everything.

    A window that is driven by keys can lose its focus on a machine that does ten other things: what failed in
    company gets one second try by the command in ``again``, and is named, so that nobody calls it sound.
    """
    failed = [name for name, command in checks.items() if not passes(name, command)]
    failed += side_by_side(together or {})
    for name in [name for name in failed if again and name in again]:
        if again and passes(f"{name}, what failed once more", again[name]):
            say(f"UNSTEADY: some {name} failed in company and passed alone; they are named above")
            failed.remove(name)
    if failed:
        say(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


def side_by_side(checks: dict[str, list[str]]) -> list[str]:
    """Runs checks, some at the same time, and shows what each said when it is done; the names of those that failed."""
    failed = []
    with ThreadPoolExecutor(len(SHARES)) as pool:
        begun = {pool.submit(told_by, command): name for name, command in checks.items()}
        for done in as_completed(begun):
            name, (code, seconds, told) = begun[done], done.result()
            print(f"\n--- {name} ---\n{told}", flush=True)
            say(f"{name}: {'failed' if code else 'passed'} in {seconds:.0f} s")
            failed += [name] if code else []
    return failed


def told_by(command: list[str]) -> tuple[int, float, str]:
    """The exit code of a command, how many seconds it took, and all it said."""
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, time.monotonic() - began, done.stdout.decode("utf-8", "replace")


def passes(name: str, command: list[str]) -> bool:
    """Runs one check under a heading and says how long it took."""
    print(f"\n--- {name} ---", flush=True)
    began = time.monotonic()
    code = subprocess.call(command, cwd=ROOT)
    say(f"{name}: {'failed' if code else 'passed'} in {time.monotonic() - began:.0f} s")
    return code == 0


# --- pictures -----------------------------------------------------------------------------------------------


def pictures(_words: list[str]) -> int:
    """Builds an office with a closed year and takes the pictures from it; fails when one could not be taken."""
    set_up("run")
    with tempfile.TemporaryDirectory() as own:
        office = str(Path(own) / "Beratungsstelle")
        if program("demo", office, "--cases", PICTURED_CASES):
            raise Stop("The demonstration office could not be built.")
        year = ["--year", "2025", "--freeze", "--out", str(Path(own) / "2025")]
        if program("statistics", office, *year) or program(
            "pictures", office, "--handbook", "--out", str(PICTURES)
        ):
            raise Stop("The pictures could not be taken.")
    say(f"pictures: {PICTURES}")
    return 0


# --- texts --------------------------------------------------------------------------------------------------


def texts(_words: list[str]) -> int:
    """Brings the English catalogue up to date with the code; fails while a text has no English."""
    set_up("test")
    babel = [str(PYTHON), "-m", "babel.messages.frontend", "-q"]
    catalogue = ["-D", "zwk_barrier", "-l", "en", "-d", str(LOCALE)]
    TEXTS.parent.mkdir(exist_ok=True)
    marks = ["--no-default-keywords", "-k", "_", "-k", "N_", "-k", "ngettext:1,2"]
    # Without places and dates, and never guessing, a change shows only what somebody wrote.
    plain = ["--omit-header", "--no-location", "--sort-output", "-w", "110"]
    exact = ["--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date", "-w", "110"]
    order(*babel, "extract", *marks, *plain, "-o", str(TEXTS), "zwk_barrier")
    order(*babel, "update", *catalogue, *exact, "-i", str(TEXTS))
    order(*babel, "compile", *catalogue)
    wordless = subprocess.call(
        [str(PYTHON), "-m", "pytest", "-q", "tests/references/test_wording.py"], cwd=ROOT
    )
    say(f"English texts: {LOCALE / 'en' / 'LC_MESSAGES' / 'zwk_barrier.po'}")
    return wordless


# --- lock ---------------------------------------------------------------------------------------------------


def lock(_words: list[str]) -> int:
    """Resolves the dependencies for every supported system; the files name hashes and no index."""
    uv = shutil.which("uv")
    if uv is None:
        raise Stop("Only uv can write the lock files; install it first.")
    common = [uv, "pip", "compile", "-q", "pyproject.toml", "--universal", "--python-version", "3.11"]
    common += ["--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    common += ["--custom-compile-command", "python3 dev.py lock"]
    for name, path in {**LOCKS, "build": BUILD_LOCK}.items():
        # The others hold what runs in the same versions.
        groups = {"run": [], "test": ["--group", "dev"], "build": ["--group", "build"]}[name]
        groups += [] if name == "run" else ["-c", LOCKS["run"].name]
        if subprocess.call([*common, *groups, "-o", path.name], cwd=ROOT):
            return 1
    return 0


# --- set-up -------------------------------------------------------------------------------------------------


def set_up(command: str) -> None:
    """Makes this checkout ready for ``command``; returns at once when it already is."""
    stamp = read_stamp()
    if command in stamp.get("complete_for", []):
        return
    began = time.monotonic()
    missing = missing_system_packages(command)
    if missing:
        missing = provide_system_packages(missing, command)
    covered = ["run", "test"] if command == "test" else ["run"]
    packages_for, complete_for = stamp.get("packages_for", []), stamp.get("complete_for", [])
    if command not in packages_for:
        install_locked_packages(LOCKS[command], keep=bool(stamp))
        packages_for = covered
        write_stamp(packages_for, [])
        say(f"set up in {time.monotonic() - began:.0f} s")
    stop_unless_qt_imports()
    # What the system lacks still is asked for each time; what is complete is never looked at again.
    write_stamp(packages_for, complete_for if missing else covered)


def fingerprint() -> str:
    """Changes when the locked packages or the Python they are for change."""
    digest = hashlib.sha256(sys.version.encode())
    for path in LOCKS.values():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_stamp() -> dict[str, list[str]]:
    """For which commands the packages, and for which everything, is there; nothing after a lock changed."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
        ready: dict[str, list[str]] = found["ready"]
        fits = found["fingerprint"] == fingerprint()
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return ready if fits and PYTHON.exists() else {}


def write_stamp(packages_for: list[str], complete_for: list[str]) -> None:
    """Remembers what is ready beside the packages, so that it goes when they go."""
    ready = {"packages_for": packages_for, "complete_for": complete_for}
    STAMP.write_text(json.dumps({"fingerprint": fingerprint(), "ready": ready}), encoding="utf-8")


def missing_system_packages(command: str) -> list[str]:
    """The Debian names of what this Linux lacks; empty on other systems, which lack nothing."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if command == "test":
        missing += [package for name, package in TEST_PROGRAMS.items() if not has_program(name)]
    if not PYTHON.exists() and not shutil.which("uv") and not importlib.util.find_spec("ensurepip"):
        missing.append("python3-venv")
    return missing


def loads(library: str) -> bool:
    """Whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_program(name: str) -> bool:
    """Whether a program is installed, also where programs for programs lie."""
    places = (os.environ.get("PATH", ""), "/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")
    return shutil.which(name, path=os.pathsep.join(places)) is not None


def provide_system_packages(missing: list[str], command: str) -> list[str]:
    """Installs what may be installed here, else says the one command to type; gives what is missing still."""
    if shutil.which("apt-get") is None:
        say(f"please install, under your system's names for them: {' '.join(missing)}")
        return missing
    if os.geteuid() == 0:
        say(f"installing {len(missing)} system packages ...")
        if apt_install(missing):
            return missing_system_packages(command)
    say(f"please type: sudo apt install --no-install-recommends {' '.join(missing)}")
    return missing


def apt_install(packages: list[str]) -> bool:
    """Whether apt could install all; a machine that never asked for the package lists does so first."""
    install = ("install", "-y", "--no-install-recommends", *packages)
    return apt(*install, errors=False) or (apt("update") and apt(*install))


def apt(*words: str, errors: bool = True) -> bool:
    """Whether apt-get did as told, without asking anything."""
    code = subprocess.call(
        ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *words],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if errors else subprocess.DEVNULL,
    )
    return code == 0


def install_locked_packages(lock: Path, *, keep: bool) -> None:
    """Fills .venv with exactly the locked packages, by uv where it can be had, else by pip."""
    uv = shutil.which("uv")
    base = getattr(sys, "_base_executable", sys.executable)  # not the .venv this may be running in
    say("installing the locked Python packages ...")
    if uv:
        if not venv_fits():
            order(uv, "venv", "-q", "--clear", "--python", base, str(VENV))
        order(uv, "pip", "sync", "-q", "--python", str(PYTHON), "--require-hashes", str(lock))
        return
    if not importlib.util.find_spec("ensurepip"):
        raise Stop("This Python cannot make an environment; install what is named above, or uv.")
    if not keep:
        order(base, "-m", "venv", "--clear", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "-q", "--disable-pip-version-check")
    order(*pip, "install", "--require-hashes", "-r", str(lock))


def venv_fits() -> bool:
    """Whether .venv is there and made by this version of Python."""
    if not PYTHON.exists():
        return False
    ask = "import sys; print(sys.version)"
    told = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    return told.stdout.strip() == sys.version


def stop_unless_qt_imports() -> None:
    """Asks Qt itself, because pytest would only die of it later."""
    ask = "from PySide6 import QtWidgets, QtPrintSupport, QtSvg, QtDBus, QtNetwork"
    told = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    if told.returncode:
        raise Stop(f"Qt cannot be loaded here: {told.stderr.strip().splitlines()[-1]}")


def order(*command: str) -> None:
    """Runs a command of the set-up, which has to succeed."""
    if subprocess.call(command, cwd=ROOT):
        raise Stop(f"This failed: {' '.join(command)}")


def say(text: str) -> None:
    """Speaks to the person at the terminal."""
    print(f"dev.py: {text}", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"dev.py: {stop}")
    except KeyboardInterrupt:
        sys.exit(130)
