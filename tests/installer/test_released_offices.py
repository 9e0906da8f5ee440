"""What a released version left behind opens in what is built now, with every row, value and photo."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
import pytest

from tests.installer.conftest import Typed
from tests.migrations.build_released import RELEASED, content
from tests.store import offices

pytestmark = pytest.mark.installer
CASE = "2026-0147"
VERSIONS = sorted(path.name for path in RELEASED.iterdir())


class Opened(NamedTuple):
    """The office of a released version after the bundle has opened it, and what has to be in it."""

    office: Path
    expected: dict[str, Any]


@pytest.fixture(scope="module", params=VERSIONS)
def opened(request: pytest.FixtureRequest, typed: Typed, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Upgraded by the bundle, which also finds database, journal, search and photos sound."""
    version = RELEASED / request.param
    office = Path(shutil.copytree(version / "office", tmp_path_factory.mktemp("released") / "office"))
    told = typed("check", office, password=offices.PASSWORD)
    assert told.returncode == 0, told.stderr
    return Opened(office, json.loads((version / "expected.json").read_text("utf-8")))


def test_every_row_and_value_is_still_there(opened: Opened) -> None:
    with offices.reopen(opened.office) as store:
        found = content(store)
    counted = {name for name, value in opened.expected.items() if isinstance(value, int)}
    assert {name: found[name] for name in counted} == {name: opened.expected[name] for name in counted}
    for table in opened.expected.keys() - counted:
        for before, now in zip(opened.expected[table], found[table], strict=True):  # type: ignore[call-overload]
            assert before.items() <= now.items(), table


def test_its_photos_can_be_read(opened: Opened) -> None:
    with offices.reopen(opened.office) as store:
        photos = store.photos.stored()
        assert len(photos) == opened.expected["photos"] > 0
        assert all(store.photos.is_sound(photo) for photo in photos)


def test_the_bundle_lists_its_cases(opened: Opened, typed: Typed) -> None:
    listed = json.loads(typed("cases", opened.office, "--json", password=offices.PASSWORD).stdout)
    names = {case["number"]: case["name"] for case in listed}
    assert names == {CASE: "Jürgen Müller-Weiß", "2026-0148": "Olga Petrova"}


def test_the_bundle_prints_its_visit(opened: Opened, typed: Typed, tmp_path: Path) -> None:
    own = shutil.copytree(opened.office, tmp_path / "office")  # printing is noted in its journal
    printed = tmp_path / "report.pdf"
    told = typed("report", own, CASE, "--out", printed, password=offices.PASSWORD)
    assert told.returncode == 0, told.stderr
    assert CASE in "".join(page.extract_text() for page in pypdf.PdfReader(printed).pages)
