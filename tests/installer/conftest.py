"""The built bundle: ``python3 build_installer.py --bundle``, then ``pytest -m installer tests/installer``."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tooling.checkout import ROOT

BUNDLE = ROOT / "dist" / "zwk-barriere"
DEMO = "demo"
OF_THE_SOURCE = ("test_launch.py", "test_packing.py")
Typed = Callable[..., subprocess.CompletedProcess[str]]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves out of every run that does not ask for them the tests that need what takes minutes to build."""
    asked = "installer" in config.option.markexpr or collection_path.name in OF_THE_SOURCE
    return None if asked or collection_path.is_dir() else True


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The folder that was built."""
    assert (BUNDLE / "zwk-barriere").is_file(), "python3 build_installer.py --bundle"
    return BUNDLE


@pytest.fixture(scope="session")
def typed(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """Runs a command of the bundle as on a machine without Python: nothing on the path, nothing inherited."""
    home = tmp_path_factory.mktemp("home")
    (home / "empty").mkdir()

    def run(
        *words: object, password: str = DEMO, program: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        bare = {"PATH": str(home / "empty"), "HOME": str(home), "LANG": "C.UTF-8", "ZWK_PASSWORD": password}
        return subprocess.run(
            [program or bundle / "zwk-barriere", *map(str, words)],
            env=bare,
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run
