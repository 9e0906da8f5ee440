"""Nothing released is forgotten: the office of every released version opens and keeps its rows."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.migrations.build_released import RELEASED, rows_of
from tests.store import offices
from zwk_barrier.casework.visit.basis import basis_of
from zwk_barrier.model import Visit
from zwk_barrier.store.check import check_office
from zwk_barrier.store.search import find

VERSIONS = sorted(path.name for path in RELEASED.iterdir()) if RELEASED.exists() else []


@pytest.fixture(params=VERSIONS)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the office that a released version made."""
    return Path(shutil.copytree(RELEASED / request.param, tmp_path / "released"))


def test_there_is_an_office_of_the_first_release() -> None:
    assert "0.1.0" in VERSIONS


def test_it_opens_with_its_password_and_is_sound(released: Path) -> None:
    with offices.reopen(released / "office") as office:
        assert check_office(office) == []


def test_every_row_and_value_is_still_there(released: Path) -> None:
    expected: dict[str, Any] = json.loads((released / "expected.json").read_text("utf-8"))

    with offices.reopen(released / "office") as office, office.reading() as session:
        for table in expected.keys() - {"photos", "journal", "kept_visits"}:
            found = rows_of(session, table)
            assert len(found) == len(expected[table]), table
            for before, now in zip(expected[table], found, strict=True):
                assert before.items() <= now.items(), table


def test_its_people_are_found_and_work_in_it_goes_on(released: Path) -> None:
    with offices.reopen(released / "office") as office:
        for typed in ("mueller weiss", "goethestr 41", "26-147", "yilmaz"):
            with office.reading() as session:
                assert find(session, typed)[0].title == "Jürgen Müller-Weiß"
        offices.add_case(office, "Rita Neumann", "2026-0500")
        assert office.undo()


def test_its_photos_are_still_readable(released: Path) -> None:
    expected = json.loads((released / "expected.json").read_text("utf-8"))

    with offices.reopen(released / "office") as office:
        photos = office.photos.stored()
        assert len(photos) == expected["photos"] > 0
        assert all(office.photos.is_sound(photo) for photo in photos)


def test_what_a_finished_visit_was_judged_by_can_still_be_read(released: Path) -> None:
    with offices.reopen(released / "office") as office, office.reading() as session:
        visits = list(session.scalars(select(Visit).where(Visit.requirements_digest.is_not(None))))
        for visit in visits:
            basis = basis_of(session, visit)
            door = basis.requirements.get("W04")
            assert basis.is_frozen
            assert door is not None
            asked = {level: str(one.value) for level, one in door.required.items()}
            assert asked == {"B": "80", "R": "90", "KfW": "80", "individuell": "67"}
    assert len(visits) == json.loads((released / "expected.json").read_text("utf-8")).get("kept_visits", 0)
