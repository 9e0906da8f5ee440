"""What must go with the program: the licences of everything in it, the list of its parts, how to exchange Qt."""

import json
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from installer.environment import ROOT, VENV

LICENCES = Path(__file__).resolve().parent / "licences"
_LICENCE_TEXT = 100  # letters: what is longer is the text itself, not its name
_WORDS = ("licen", "copying", "notice", "authors")
_SPACE = uuid.UUID("5f0d6a52-5f3e-4ce2-9a6a-6f0d9a5b1c11")
_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
# Parts that no package's metadata names, with where their licence stands.
_OTHERS = (
    ("SQLCipher", "BSD-3-Clause", LICENCES / "SQLCipher.txt"),
    ("Atkinson Hyperlegible Next", "OFL-1.1", ROOT / "resources/fonts/AtkinsonHyperlegibleNext-OFL.txt"),
    ("Noto Sans", "OFL-1.1", ROOT / "resources/fonts/NotoSans-OFL.txt"),
    ("Vazirmatn", "OFL-1.1", ROOT / "resources/fonts/Vazirmatn-OFL.txt"),
    ("DejaVu Sans", "Bitstream-Vera", ROOT / "resources/fonts/DejaVuSans-LICENSE.txt"),
    ("Lucide", "ISC", ROOT / "resources/icons/LICENSE-lucide.txt"),
)
_QT_README = """Qt (under the LGPL, version 3) is used as shared libraries and can be exchanged.

Replace the files libQt6*.so.6 (Windows: Qt6*.dll, macOS: Qt*) in the folder _internal/PySide6 and below by
those of another build of Qt {version} or a later one of the same major version, and start the program as
before: nothing checks which ones they are. PySide6 and Shiboken (same licence) lie in _internal/PySide6 and
_internal/shiboken6 as well. Their source is that of PySide6 {version}, and Qt's that of Qt {version}, unchanged, as
published by The Qt Company (download.qt.io/official_releases). The program's own source, with which all of this
can be built anew by one command (build_installer.py), is under the MIT licence.
You may change Qt for your own use and look into the program to find faults of such changes.
"""


@dataclass(frozen=True)
class Part:
    """One thing of others that is in the bundle; ``texts`` are its licences in full."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    purl: str = ""


def write_all(folder: Path, python: Path, packages: list[str], version: str, epoch: int) -> None:
    """Writes what must go with a bundle made of the build's own environment."""
    told = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]
    own = Part("CPython", told, "PSF-2.0", (_read(LICENCES / "Python.txt"),), f"pkg:generic/cpython@{told}")
    places = [*VENV.glob("lib/python3*/site-packages"), VENV / "Lib/site-packages"]
    write(folder, parts(own, places, packages), version, epoch)


def write(folder: Path, everything: list[Part], version: str, epoch: int) -> None:
    """Writes LICENSE, THIRD_PARTY_LICENSES, README-Qt.txt and sbom.cdx.json into a bundle of these parts."""
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    (folder / "THIRD_PARTY_LICENSES").write_text(licences_text(everything), "utf-8")
    bill = bill_of_materials(everything, version, epoch)
    (folder / "sbom.cdx.json").write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")
    qt = next(part.version for part in everything if part.name.lower() == "pyside6_essentials")
    (folder / "README-Qt.txt").write_text(_QT_README.format(version=qt), "utf-8")


def parts(python: Part, places: list[Path], packages: list[str]) -> list[Part]:
    """Python, every shipped package as it is installed in ``places``, and what they do not name themselves."""
    wanted = {name.replace("-", "_").lower() for name in packages}
    found = [
        _part(one)
        for one in metadata.distributions(path=[str(place) for place in places])
        if one.name.replace("-", "_").lower() in wanted
    ]
    others = [Part(name, "", licence, (_read(path),)) for name, licence, path in _OTHERS]
    return [python, *sorted(found, key=lambda part: part.name.lower()), *others]


def licences_text(everything: list[Part]) -> str:
    """All licences in full, one after the other, under a list of who has which."""
    lines = ["ZWK Barriere contains the following works of others, each under its own licence.", ""]
    lines += [f"{part.name} {part.version}".strip() + f": {part.licence}" for part in everything]
    for part in everything:
        lines += ["", "=" * 100, f"{part.name} {part.version}".strip(), "=" * 100]
        for text in part.texts:
            lines += ["", text.strip()]
    return "\n".join(lines) + "\n"


def bill_of_materials(everything: list[Part], version: str, epoch: int) -> dict[str, object]:
    """The parts as CycloneDX 1.6; the same parts give the same text."""
    moment = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    components = [_component(part) for part in everything]
    own = {"type": "application", "bom-ref": "zwk-barriere", "name": "zwk-barriere", "version": version}
    named = json.dumps([own, components, sys.platform], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, named)}",
        "version": 1,
        "metadata": {"timestamp": moment, "component": own | {"licenses": [{"license": {"id": "MIT"}}]}},
        "components": components,
        "dependencies": [{"ref": "zwk-barriere", "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _component(part: Part) -> dict[str, object]:
    known = {"type": "library", "bom-ref": part.purl or part.name, "name": part.name}
    if part.version:
        known |= {"version": part.version}
    if part.purl:
        known |= {"purl": part.purl}
    return known | {"licenses": [{"license": {"name": part.licence}}]}


def _part(one: metadata.Distribution) -> Part:
    texts = tuple(
        _read(Path(str(one.locate_file(file))))
        for file in sorted(one.files or [], key=str)
        if ".dist-info" in str(file) and _is_licence(str(file))
    )
    name = one.name.lower().replace("_", "-")
    if name in ("pyside6-essentials", "shiboken6"):
        texts += tuple(_read(LICENCES / file) for file in _QT)
    if not texts:
        raise ValueError(f"{one.name} brings no licence text")
    return Part(one.name, one.version, _licence_of(one), texts, f"pkg:pypi/{name}@{one.version}")


def _is_licence(file: str) -> bool:
    name = file.rsplit(".dist-info/", maxsplit=1)[-1].lower()
    return name.startswith("licenses/") or any(word in name.rsplit("/", maxsplit=1)[-1] for word in _WORDS)


def _licence_of(one: metadata.Distribution) -> str:
    """As the package says it: by expression, else by classifier, else in its own words."""
    expression, words, classifiers = (
        one.metadata.get_all(field) or [] for field in ("License-Expression", "License", "Classifier")
    )
    by_classifier = [text.rsplit(" :: ", 1)[-1] for text in classifiers if text.startswith("License ::")]
    in_words = [text.strip() for text in words if 0 < len(text.strip()) < _LICENCE_TEXT]
    return ", ".join(expression or in_words or by_classifier) or "see text"


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
