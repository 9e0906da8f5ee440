"""The folder for Windows, assembled on another system: the same program, a signed Python, the packages for Windows."""

import re
import shutil
import subprocess
from pathlib import Path

import dev
from installer import bundle, icons, legal, signing, windows, windows_parts, windows_runtime
from installer.environment import BUILD, DIST, ROOT, epoch, version

PLACE = windows_runtime.PLACE
WINDOW, CONSOLE = "zwk-barriere.exe", "zwk-barriere-console.exe"
COMPILER, RESOURCES, DUMP = (f"x86_64-w64-mingw32-{name}" for name in ("gcc", "windres", "objdump"))
# What is needed beside Python, and the Debian package that brings it.
PROGRAMS = {
    COMPILER: "gcc-mingw-w64-x86-64",
    RESOURCES: "binutils-mingw-w64-x86-64",
    "makensis": "nsis",
}
# Where Python looks for modules, and nowhere else: no registry, no environment, no folder of the person's own.
SEARCHED = "Lib\nDLLs\n.\n"
# Libraries that Windows 10 (1903) and later bring, of those that are asked for; icuuc.dll is why not an older one.
OF_WINDOWS = re.compile(
    r"(api-ms-win-.*|ext-ms-win-.*|advapi32|authz|bcrypt|bcryptprimitives|comdlg32|crypt32|d3d11|d3d12|d3d9|dwmapi|dwrite"
    r"|dxgi|gdi32|icuuc|imm32|iphlpapi|kernel32|mpr|msvcrt|netapi32|ntdll|ole32|oleaut32|psapi|rpcrt4|setupapi|shell32"
    r"|shlwapi|uiautomationcore|user32|userenv|uxtheme|version|winmm|winspool|ws2_32|wtsapi32)\.(dll|drv)"
)


def missing() -> list[str]:
    """The Debian packages that have to be installed before a Windows bundle can be assembled here."""
    return sorted({package for name, package in PROGRAMS.items() if shutil.which(name) is None})


def build(python: Path) -> Path:
    """Assembles ``dist/windows/zwk-barriere``; says how the runtime was verified, and gives the folder."""
    work, folder = BUILD / "windows", DIST / "windows" / bundle.NAME
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    inside = folder / "_internal"
    inside.mkdir(parents=True)
    tools = windows_parts.tools(work)
    source = windows_runtime.fetch(tools, work)
    print(f"build_installer.py: Windows runtime: {windows_runtime.place(source, inside)}", flush=True)
    runtime, packages = windows_runtime.pinned(), work / "packages"
    windows_parts.install(tools, runtime.python, packages)
    legal.write(folder, parts(inside, packages, runtime.python), version(), epoch())
    windows_parts.take_runtime_of_c(packages, inside)
    windows_parts.slim(packages)
    shutil.copytree(packages, inside, dirs_exist_ok=True)
    place_program(inside, runtime.python)
    build_launchers(python, work, folder, runtime.python)
    signing.sign([folder / WINDOW, folder / CONSOLE])
    stop_at_unknown_libraries(folder)
    bundle.date_files(folder, epoch())
    return folder


def place_program(inside: Path, python_version: str) -> None:
    """Puts the program and its resources in, as they lie in the source."""
    ignored = shutil.ignore_patterns("__pycache__", "*.po", "*.pot")
    shutil.copytree(ROOT / "zwk_barrier", inside / "zwk_barrier", ignore=ignored)
    shutil.copytree(ROOT / "resources", inside / "resources", ignore=ignored)
    shutil.copyfile(ROOT / "installer" / "launch.py", inside / "launch.py")
    path_file = Path(library(python_version)).with_suffix("._pth")
    (inside / path_file).write_text(SEARCHED, "utf-8")


def library(python_version: str) -> str:
    """The file name of Python itself, e.g. ``python313.dll``."""
    major, minor = python_version.split(".")[:2]
    return f"python{major}{minor}.dll"


def build_launchers(python: Path, work: Path, folder: Path, python_version: str) -> None:
    """Compiles what people start: one with a window, one for a console."""
    searched = ("-I", str(icons.drawn(python, ".ico").parent), "-I", str(PLACE))
    defined = (f"-DVERSION_NUMBERS={windows.numbers(',')}", f'-DVERSION_TEXT=\\"{version()}\\"')
    described = work / "launcher.o"
    dev.order(RESOURCES, *defined, *searched, str(PLACE / "launcher.rc"), "-O", "coff", "-o", str(described))
    for name, kind in ((WINDOW, ("-mwindows",)), (CONSOLE, ("-DCONSOLE",))):
        options = (
            "-Os",
            "-s",
            "-Wall",
            "-Werror",
            "-municode",
            f'-DPYTHON_LIBRARY=L"{library(python_version)}"',
        )
        hardened = ("-Wl,--dynamicbase,--nxcompat,--high-entropy-va,--no-insert-timestamp",)
        sources = (str(PLACE / "launcher.c"), str(described))
        dev.order(COMPILER, *options, *kind, *hardened, *sources, "-o", str(folder / name))


def parts(inside: Path, packages: Path, python_version: str) -> list[legal.Part]:
    """What is in this bundle of others: other files than in that of Linux, so its own list."""
    text = (inside / "LICENSE-Python.txt").read_text("utf-8")
    own = legal.Part("CPython", python_version, "PSF-2.0", (text,), f"pkg:generic/cpython@{python_version}")
    runtime = _version_in(packages / "PySide6" / "vcruntime140.dll")
    of_microsoft = legal.Part(
        "Microsoft Visual C++ Runtime", runtime, "Microsoft Distributable Code", (text,)
    )
    return [*legal.parts(own, [packages], windows_parts.packages()), of_microsoft]


def _version_in(path: Path) -> str:
    """The version that stands in a library, as Windows shows it."""
    content = path.read_bytes()
    found = re.search(re.escape("FileVersion\0".encode("utf-16-le")) + rb"(?:\0\0)*((?:[\d.]\0)+)", content)
    if found is None:
        raise dev.Stop(f"{path.name} names no version.")
    return found[1].decode("utf-16-le")


def stop_at_unknown_libraries(folder: Path) -> None:
    """Raises dev.Stop for a library that a file of the bundle asks for and that is neither in it nor Windows' own."""
    files = [path for path in folder.rglob("*") if path.suffix in {".exe", ".dll", ".pyd"}]
    told = subprocess.run([DUMP, "-p", *files], capture_output=True, text=True, check=True).stdout
    asked = {name.lower() for name in re.findall(r"DLL Name: (\S+)", told)}
    own = {path.name.lower() for path in files}
    if unknown := {name for name in asked - own if not OF_WINDOWS.fullmatch(name)}:
        raise dev.Stop(f"Nobody brings {', '.join(sorted(unknown))} (installer/windows_bundle.py).")
