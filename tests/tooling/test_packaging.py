"""What the packages promise to the desktop agrees with the program."""

import configparser
import re
import tomllib
import xml.etree.ElementTree as ET

import pytest

from installer import deb, environment
from tests.tooling.checkout import ROOT
from tests.tooling.test_dependencies import LOCKED, pins
from zwk_barrier import __version__
from zwk_barrier.arguments import parse
from zwk_barrier.store.keys import KEY_FILE
from zwk_barrier.store.layout import BACKUP_SUFFIX
from zwk_barrier.store.photos import SUFFIX

LINUX = ROOT / "installer" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def desktop_entry() -> configparser.SectionProxy:
    """The menu entry."""
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / "zwk-barriere.desktop", "utf-8")
    return entry["Desktop Entry"]


def file_types() -> dict[str, str]:
    """The pattern of each file type."""
    types = ET.parse(LINUX / "zwk-barriere.xml").getroot()  # noqa: S314 - our own
    globs = {one.attrib["type"]: one.find(f"{MIME}glob") for one in types}
    return {name: "" if pattern is None else pattern.attrib["pattern"] for name, pattern in globs.items()}


def test_the_menu_opens_only_files_that_are_described() -> None:
    opened = set(desktop_entry()["MimeType"].strip(";").split(";"))
    assert opened <= file_types().keys()


def test_the_file_types_are_those_the_program_writes() -> None:
    assert set(file_types().values()) == {f"*{BACKUP_SUFFIX}", KEY_FILE, f"*{SUFFIX}"}


@pytest.mark.parametrize("files", [[], ["Sicherung.zwkbackup"]])
def test_the_menu_entry_is_understood_by_the_program(files: list[str]) -> None:
    program, *words = desktop_entry()["Exec"].split()
    asked = parse([word for word in words if word != "%f"] + files)
    assert (program, asked.command) == ("zwk-barriere", None)
    assert str(asked.open) == (files[0] if files else "None")


def test_the_version_is_told_from_one_place() -> None:
    assert environment.version() == __version__
    files = [path for path in LINUX.iterdir() if path.suffix in {"", ".desktop"}]
    told = [path for path in files if __version__ in path.read_text("utf-8")]
    assert told == []


def test_every_library_that_qt_needs_here_has_a_package() -> None:
    assert all(
        re.fullmatch(r"[a-z0-9.+-]+( \(>= [\d.]+\))?( \| [a-z0-9.-]+)?", name) for name in deb.NEEDED.values()
    )


def test_the_build_lock_ships_what_is_tested() -> None:
    text = (ROOT / "requirements-build.lock").read_text("utf-8")
    group = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]["build"]
    assert LOCKED.items() | pins("\n".join(group)).items() <= pins(text).items()
    assert "://" not in text
