"""Pictures of the main pages come into being without a screen."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.desktop.running import NAME, PASSWORD
from zwk_barrier.casework.case import cases, contacts
from zwk_barrier.casework.visit import visits
from zwk_barrier.store.office import OfficeStore

PLACES = ("anmelden", "heute", "faelle", "team", "fall", "hausbesuch", "bericht", "kontakt", "verwaltung")


def take_pictures(office: Path, out: Path, password: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    """In a process of its own: the pictures change the look of the whole application."""
    return subprocess.run(
        [sys.executable, "-m", "zwk_barrier", "pictures", str(office), "--user", NAME, "--out", str(out)],
        env={**os.environ, "ZWK_PASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def visited_office(office: OfficeStore) -> Path:
    _changed, case_id = cases.open_case(office, given_name="Hilde", family_name="Brandt")
    visits.plan_visit(office, case_id, date(2026, 11, 9))
    contacts.begin_contact(office, case_id=case_id, note="Anruf")
    office.close()
    return office.folder


def test_every_page_is_taken_light_dark_and_large(visited_office: Path, tmp_path: Path) -> None:
    told = take_pictures(visited_office, tmp_path / "bilder")
    assert told.returncode == 0, told.stderr
    wanted = {f"{place}{look}.png" for place in PLACES for look in ("", "-dunkel", "-200")}
    assert {path.name for path in (tmp_path / "bilder").iterdir()} == wanted
    for path in (tmp_path / "bilder").iterdir():
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1280, 800)


def test_a_wrong_password_takes_none(visited_office: Path, tmp_path: Path) -> None:
    told = take_pictures(visited_office, tmp_path / "bilder", "falsch geraten")
    assert (told.returncode, told.stderr.strip()) == (4, "Name oder Passwort stimmt nicht.")
    assert list((tmp_path / "bilder").iterdir()) == []
