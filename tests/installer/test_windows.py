"""The Windows program under wine: ``build_installer.py --windows``, then ``pytest -m installer tests/installer``.

What wine cannot show stands in docs/decisions/0031.
"""

import faulthandler
import json
import re
import shutil
from pathlib import Path

import pytest

from installer import contents, environment, windows_bundle, windows_runtime, windows_wine
from tests.installer import day_of_work, windows_life
from tests.installer.windows_life import Life
from tests.tooling.checkout import ROOT
from zwk_barrier import __version__

pytestmark = pytest.mark.installer
FOLDER = ROOT / "dist" / "windows" / "zwk-barriere"
SETUP = ROOT / "dist" / f"zwk-barriere-{__version__}-setup.exe"
UNWANTED = re.compile(
    r"qml|quick|virtualkeyboard|webengine|qt6?pdf|qt6?network|qt6?sql|libcrypto|libssl|opengl32sw"
)


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder that was assembled."""
    if not FOLDER.is_dir():
        pytest.skip("NOT TRIED: there is no Windows bundle; python3 build_installer.py --windows")
    return FOLDER


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A life of the program in a Windows of its own."""
    missing = windows_wine.missing() + ([] if shutil.which("xwininfo") else ["x11-utils"])
    if missing:
        pytest.skip(f"NOT TRIED under wine: please install {' '.join(missing)}")
    if not SETUP.is_file():
        pytest.skip(f"NOT TRIED under wine: there is no {SETUP.name}; python3 build_installer.py --windows")
    faulthandler.cancel_dump_traceback_later()  # a life is longer than a test may be; each of its steps has a limit
    prefix = tmp_path_factory.mktemp("windows") / "wine"
    with windows_wine.screen() as display, windows_wine.wine(prefix, display) as windows:
        return windows_life.lead(windows, SETUP)


def test_nothing_is_assembled_that_is_not_used(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix().lower() for path in folder.rglob("*") if path.is_file()]
    assert [name for name in names if UNWANTED.search(name) and ".dist-info" not in name] == []
    assert any(name.endswith("translations/qtbase_de.qm") for name in names)


def test_nothing_names_the_machine_that_assembled_it(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in files if path.name in contents.OF_INSTALLING] == []
    assert [path for path in files if str(ROOT).encode() in path.read_bytes()] == []


def test_every_library_is_in_it_or_windows_own(folder: Path) -> None:
    if windows_bundle.missing():
        pytest.skip("NOT TRIED: nothing here reads programs of Windows")
    windows_bundle.stop_at_unknown_libraries(folder)


def test_everything_locked_is_listed_with_the_python_of_windows(folder: Path) -> None:
    locked = re.findall(r"^([\w.-]+)==(\S+)", environment.SHIPPED.read_text("utf-8"), re.MULTILINE)
    bill = json.loads((folder / "sbom.cdx.json").read_text("utf-8"))
    listed = {one["name"].lower().replace("_", "-"): one.get("version") for one in bill["components"]}
    assert dict(locked).items() <= listed.items()
    assert listed["cpython"] == windows_runtime.pinned().python
    assert listed["microsoft visual c++ runtime"].startswith("14.")


def test_the_licences_stand_in_full(folder: Path) -> None:
    text = (folder / "THIRD_PARTY_LICENSES").read_text("utf-8")
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "ZETETIC LLC", "Microsoft Distributable Code"):
        assert words in text


def test_it_says_the_one_version_there_is(life: Life) -> None:
    assert life.version == f"ZWK Barriere {__version__}"


def test_windows_lists_it_and_opens_backups_by_it(life: Life) -> None:
    assert re.search(rf"DisplayVersion\s+REG_SZ\s+{re.escape(__version__)}", life.set_up.listed)
    assert 'zwk-barriere.exe" --open "%1"' in life.set_up.opens_backups
    assert life.set_up.shortcuts == ("ZWK Barriere.lnk",)


def test_its_modules_are_compiled_when_it_is_set_up(life: Life) -> None:
    assert "_internal/zwk_barrier/desktop/__pycache__/app.cpython-313.pyc" in life.set_up.files


def test_it_does_a_day_of_work(life: Life) -> None:
    assert life.selftest.returncode == 0, life.selftest.stdout + life.selftest.stderr
    assert life.selftest.stdout.splitlines()[-1] == "Diese Installation arbeitet."


def test_the_contact_typed_into_its_window_is_kept_after_it_was_removed(life: Life) -> None:
    assert day_of_work.contacts_noted(life.tried) == 1


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_its_visit_report_passes_both_standards(life: Life, profile: str) -> None:
    assert day_of_work.failures_of_report(life.tried, profile) == []


def test_its_statistics_open_in_every_format(life: Life) -> None:
    sheets, tables, plain = day_of_work.sizes_of_statistics(life.tried)
    assert (sheets > 5, tables > 5, plain > 20) == (True, True, True)


def test_the_office_of_the_first_release_opens_in_it(life: Life) -> None:
    assert life.names_of_first_release == {"Jürgen Müller-Weiß", "Olga Petrova"}


def test_a_setup_changes_nothing_while_the_program_is_open(life: Life) -> None:
    assert life.setup_while_open == 2
    assert life.set_up_while_open.launcher == life.set_up.launcher
    assert life.set_up_while_open.files >= life.set_up.files


def test_an_upgrade_in_place_replaces_the_program_and_keeps_the_office(life: Life) -> None:
    assert life.upgraded.launcher == life.set_up.launcher
    assert "_internal/of_an_older_version.py" not in life.upgraded.files
    assert life.check_after_upgrade.returncode == 0, life.check_after_upgrade.stderr


def test_removing_it_leaves_nothing_of_it_but_the_log_and_the_offices(life: Life) -> None:
    # Told where it lies (else it would go on beside this test), the remover cannot delete itself.
    assert life.removed.files <= {"uninstall.exe"}
    assert (life.removed.listed, life.removed.opens_backups, life.removed.shortcuts) == ("", "", ())
    assert life.log.exists()
