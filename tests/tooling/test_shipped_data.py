"""resources/ is found alike from a checkout, an installed wheel and a frozen bundle."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tooling.checkout import ROOT

ASK = "from zwk_barrier.resources import resource_root; print(resource_root())"
ASK_BUNDLE = f"import sys; sys._MEIPASS = sys.argv[1]; {ASK}"


def told(question: str, *words: str, cwd: Path) -> Path:
    """What the program in ``cwd`` answers, in a process that sees no other copy of it."""
    asked = [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {question}", *words]
    run = subprocess.run(asked, cwd=cwd, capture_output=True, encoding="utf-8", check=True)
    return Path(run.stdout.strip()).resolve()


def files_below(folder: Path) -> set[Path]:
    """Every file in ``folder``, by its path in it."""
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    return next(out.glob("*.whl"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """The wheel unpacked as an installer lays it down."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    return tmp_path


def test_found_from_the_checkout() -> None:
    assert told(ASK, cwd=ROOT) == ROOT / "resources"


def test_found_from_an_installed_wheel(installed: Path) -> None:
    assert told(ASK, cwd=installed) == installed / "zwk_barrier" / "resources"


def test_found_from_a_frozen_bundle(tmp_path: Path) -> None:
    bundle, code = tmp_path / "bundle", tmp_path / "code" / "zwk_barrier"
    (bundle / "resources" / "fonts").mkdir(parents=True)
    code.mkdir(parents=True)
    for name in ("__init__.py", "resources.py"):
        (code / name).write_bytes((ROOT / "zwk_barrier" / name).read_bytes())
    assert told(ASK_BUNDLE, str(bundle), cwd=code.parent) == bundle / "resources"


def test_the_wheel_holds_every_shipped_file(installed: Path) -> None:
    shipped = files_below(ROOT / "resources")
    assert shipped
    assert shipped <= files_below(installed / "zwk_barrier" / "resources")


def test_the_wheel_names_the_program_and_its_version(installed: Path) -> None:
    folder = next(installed.glob("zwk_barrier-*.dist-info"))
    assert "zwk-barriere = zwk_barrier.__main__:main" in (folder / "entry_points.txt").read_text()
    version = told("import zwk_barrier; print(zwk_barrier.__version__)", cwd=ROOT).name
    assert f"Version: {version}\n" in (folder / "METADATA").read_text(encoding="utf-8")
