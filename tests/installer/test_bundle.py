"""What is built works where there is no Python, and holds what it has to hold and nothing else."""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from installer import contents
from tests.installer import day_of_work
from tests.installer.conftest import Typed
from tests.tooling.checkout import ROOT
from zwk_barrier import __version__

pytestmark = pytest.mark.installer
# GPL-only, or of no use to a window of widgets without a network.
UNWANTED = re.compile(
    r"qml|quick|virtualkeyboard|lottie|webengine|qt6?pdf|qt6?charts|qt6?network|qt6?sql|libcrypto|libssl",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def tried(typed: Typed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the bundle's own trial of itself has left."""
    folder = tmp_path_factory.mktemp("tried")
    told = typed("selftest", "--out", folder)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[-1] == "Diese Installation arbeitet."
    return folder


def test_it_says_the_one_version_there_is(typed: Typed) -> None:
    assert typed("--version").stdout.strip() == f"ZWK Barriere {__version__}"


def test_the_contact_typed_into_its_window_is_kept(tried: Path) -> None:
    assert day_of_work.contacts_noted(tried) == 1


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_its_visit_report_passes_both_standards(tried: Path, profile: str) -> None:
    assert day_of_work.failures_of_report(tried, profile) == []


def test_its_statistics_open_in_every_format(tried: Path) -> None:
    sheets, tables, plain = day_of_work.sizes_of_statistics(tried)
    assert (sheets > 5, tables > 5, plain > 20) == (True, True, True)


def test_nothing_is_shipped_that_is_not_used(bundle: Path) -> None:
    names = [str(path.relative_to(bundle)) for path in bundle.rglob("*") if path.is_file()]
    assert [name for name in names if UNWANTED.search(name) and "dist-info" not in name] == []
    assert any(name.endswith("translations/qtbase_de.qm") for name in names)


def test_nothing_names_the_machine_that_built_it(bundle: Path) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file()]
    assert [path for path in files if path.name in contents.OF_INSTALLING] == []
    assert [path for path in files if str(ROOT).encode() in path.read_bytes()] == []


def test_no_library_of_this_machine_is_taken_along(bundle: Path) -> None:
    names = {path.name for path in bundle.rglob("*.so*")}
    assert {
        name for name in names if name.startswith(("libX", "libxcb-c", "libglib", "libGL", "libc.so"))
    } == {
        name
        for name in names
        if name.startswith("libXau-")  # brought by Pillow
    }


def test_the_program_starts_with_another_build_of_qt(bundle: Path, tried: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(bundle, tmp_path / "other", symlinks=True))
    exchanged = list((other / "_internal/PySide6/Qt/lib").glob("libQt6*.so.6"))
    assert len(exchanged) > 5
    for library in exchanged:
        library.write_bytes(library.read_bytes() + b"another build")

    with window_of(other / "zwk-barriere", tried / "office", tmp_path) as loaded:
        shown = {path for path in loaded if path.name.startswith("libQt6")}

    assert {"libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6"} <= {path.name for path in shown}
    assert shown <= set(exchanged)


@contextmanager
def window_of(program: Path, office: Path, home: Path) -> Iterator[set[Path]]:
    """Opens the window on an office and gives the libraries it has loaded once it has a screen and draws icons."""
    environment = {"HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([program, "--office", office], env=environment, cwd=home) as process:
        try:
            ends, loaded = time.monotonic() + 60, set[Path]()
            while not {"libqoffscreen.so", "libQt6Svg.so.6"} <= {path.name for path in loaded}:
                assert process.poll() is None
                assert time.monotonic() < ends
                lines = Path(f"/proc/{process.pid}/maps").read_text("utf-8").splitlines()
                loaded = {Path(line.split(maxsplit=5)[5]) for line in lines if "/" in line}
            yield loaded
        finally:
            process.kill()


def test_everything_locked_is_listed_with_its_licence(bundle: Path) -> None:
    locked = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    bill = json.loads((bundle / "sbom.cdx.json").read_text("utf-8"))
    listed = {one["name"].lower().replace("_", "-"): one.get("version") for one in bill["components"]}
    assert dict(locked).items() <= listed.items()
    assert all(one["licenses"][0]["license"]["name"] for one in bill["components"])


def test_the_licences_stand_in_full(bundle: Path) -> None:
    text = (bundle / "THIRD_PARTY_LICENSES").read_text("utf-8")
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "SIL OPEN FONT LICENSE",
        "ZETETIC LLC",
        "PYTHON SOFTWARE",
    ):
        assert words in text.upper() or words in text
    assert "libQt6" in (bundle / "README-Qt.txt").read_text("utf-8")
