"""The lock files, the pins and the licences agree, and the one Qt that aborts is refused."""

import re
import sys
import tomllib
from importlib import metadata

import pytest
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject

from tests.tooling.checkout import ROOT

REQUIREMENT = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """The pinned version of each package named in ``text``."""
    return {name.lower().replace("_", "-"): version for name, version in REQUIREMENT.findall(text)}


def project() -> dict[str, list[str]]:
    """What pyproject.toml asks for to run and to develop."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {"run": read["project"]["dependencies"], "dev": read["dependency-groups"]["dev"]}


LOCKED = pins((ROOT / "requirements.lock").read_text(encoding="utf-8"))
LOCKED_DEV = pins((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))


def test_the_locks_hold_what_the_project_asks_for() -> None:
    asked = {kind: pins("\n".join(wanted)) for kind, wanted in project().items()}
    assert asked["run"].items() <= LOCKED.items(), "python3 dev.py lock"
    assert asked["dev"].items() <= LOCKED_DEV.items(), "python3 dev.py lock"
    assert LOCKED.items() <= LOCKED_DEV.items(), "python3 dev.py lock"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", text)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "index" not in text.lower()


@pytest.mark.parametrize("name", sorted(LOCKED))
def test_no_dependency_is_gpl_or_agpl_only(name: str) -> None:
    told = metadata.metadata(name)
    fields = ("License-Expression", "License", "Classifier")
    licences = [text for field in fields for text in told.get_all(field) or []]
    named = " ".join(text.splitlines()[0] for text in licences if text and "Topic ::" not in text)
    assert "AGPL" not in named
    assert "GPL" not in named.replace("LGPL", "") or "LGPL" in named


@pytest.mark.parametrize("name", [re.split("==", asked)[0] for asked in project()["run"]])
def test_every_dependency_is_justified_on_the_architecture_page(name: str) -> None:
    assert f"| `{name}` |" in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_qt_that_aborts_is_refused() -> None:
    assert sys.version_info >= (3, 12) or not pyside_version.startswith("6.12.0")


def test_calls_into_qt_do_not_use_up_none() -> None:
    """PySide6 6.12.0 loses a reference to None with each call, until Python below 3.12 aborts."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.parent()
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500
