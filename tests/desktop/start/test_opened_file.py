"""A file that somebody opened from the desktop leads to the right way in."""

from pathlib import Path

import pytest

from tests.desktop.running import Running
from zwk_barrier.arguments import parse
from zwk_barrier.cli import to_open
from zwk_barrier.desktop.widgets.path_field import PathField


def test_a_backup_is_offered_to_be_laid_into_a_folder(running: Running, tmp_path: Path) -> None:
    backup = tmp_path / "Sicherung.zwkbackup"
    running.program.begin(None, "", "", backup=backup)
    running.settle()
    assert running.title() == "Sicherung zurückholen"
    assert running.one(PathField, "archive").path() == backup


@pytest.mark.parametrize(
    ("named", "office", "backup"),
    [
        ("/daten/office.key.json", Path("/daten"), None),
        ("/daten/S.zwkbackup", None, Path("/daten/S.zwkbackup")),
    ],
)
def test_a_file_is_known_by_its_name(named: str, office: Path | None, backup: Path | None) -> None:
    assert to_open(parse(["--open", named])) == (office, backup)


def test_the_menu_without_a_file_opens_the_usual_office() -> None:
    assert to_open(parse(["--open"])) == (None, None)
