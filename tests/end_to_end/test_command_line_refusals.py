"""What the command line says when something is wrong: one sentence, a code, and nothing half done."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from tests.end_to_end.typed_commands import said_in_one_sentence, typed

THIS_YEAR = str(datetime.now().astimezone().year)
LAST_YEAR = str(datetime.now().astimezone().year - 1)


def test_a_calendar_that_cannot_be_written_is_one_sentence(demo: Path, tmp_path: Path) -> None:
    told = typed("calendar", demo, tmp_path / "fort" / "Kalender.ics")
    assert told.returncode == 1
    assert "Den Ordner" in said_in_one_sentence(told)


def test_a_period_that_is_not_closed_has_no_protected_report(demo: Path, tmp_path: Path) -> None:
    for year, why in ((THIS_YEAR, "noch nicht zu Ende"), (LAST_YEAR, "noch nicht abgeschlossen")):
        told = typed("yearly-report", demo, year, tmp_path / "never.pdf")
        assert why in said_in_one_sentence(told)
    told = typed("yearly-report", demo, "1999", tmp_path / "never.pdf", "--freeze")
    assert "noch keinen Fall" in said_in_one_sentence(told)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_photo_is_found_by_the_check(copy: Path) -> None:
    next((copy / "photos").iterdir()).unlink()
    told = typed("check", copy)
    assert told.returncode == 6
    assert "1 Foto fehlt" in said_in_one_sentence(told)


def test_a_truncated_database_is_said_to_be_damaged(copy: Path) -> None:
    database = copy / "office.db"
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2)
    told = typed("cases", copy)
    assert told.returncode == 6, told.stderr
    assert "beschädigt" in said_in_one_sentence(told)


def test_a_foreign_file_instead_of_the_database_is_said_so(copy: Path) -> None:
    (copy / "office.db").write_bytes(b"SQLite format 3\0" + b"\0" * 4096)
    told = typed("cases", copy)
    assert told.returncode == 6
    assert "beschädigt" in said_in_one_sentence(told)


def test_a_wrong_password_is_a_clear_sentence_and_nothing_else(demo: Path) -> None:
    told = typed("cases", demo, ZWK_PASSWORD="not this one")
    assert told.returncode == 4
    assert said_in_one_sentence(told) == "Name oder Passwort stimmt nicht."


def test_without_a_password_the_way_to_give_one_is_told(demo: Path) -> None:
    told = typed("cases", demo, ZWK_PASSWORD="")
    assert told.returncode == 2
    assert "--password-file" in said_in_one_sentence(told)


def test_a_folder_without_an_office_is_said_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        told = typed("cases", folder)
        assert told.returncode == 3
        assert str(folder) in said_in_one_sentence(told)


def test_a_case_that_is_not_there_writes_nothing(demo: Path, tmp_path: Path) -> None:
    told = typed("report", demo, "1999-0001", "--out", tmp_path / "never.pdf")
    assert told.returncode == 8
    assert "1999-0001" in said_in_one_sentence(told)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_so(demo: Path, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for words in (
        ("backup", demo, tmp_path / "file" / "backup.zwk"),
        ("statistics", copy, "--year", LAST_YEAR, "--out", tmp_path / "file", "--freeze"),
    ):
        told = typed(*words)
        assert told.returncode == 3, told.stderr
        said_in_one_sentence(told)


def test_a_demonstration_does_not_overwrite_anything(demo: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in demo.iterdir())
    assert typed("demo", demo).returncode == 3
    assert sorted(path.name for path in demo.iterdir()) == before
    (tmp_path / "letter.txt").write_text("mine")
    assert "nicht leer" in said_in_one_sentence(typed("demo", tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT for one process")
def test_a_demonstration_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    # A shell that starts the tests in the background lets them, and all they start, ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    making = subprocess.Popen(
        [sys.executable, "-m", "zwk_barrier", "demo", str(tmp_path / "office"), "--cases", "5000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with making:
        until = time.monotonic() + 60
        while not any(tmp_path.iterdir()) and time.monotonic() < until:
            time.sleep(0.05)
        making.send_signal(signal.SIGINT)
        said = making.stderr.read() if making.stderr else ""
    assert making.returncode == 130
    assert said == "Abgebrochen.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is another thing there")
def test_a_listener_who_goes_away_is_not_told_about_it(demo: Path) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "zwk_barrier", "cases", str(demo)],
        env={**os.environ, "ZWK_PASSWORD": "demo"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        assert listing.stderr.read() == ""
    assert listing.returncode == 0


def test_a_mistake_of_the_program_is_one_sentence_and_its_words_stay_out_of_the_log(tmp_path: Path) -> None:
    script = """
import sys
from zwk_barrier import bootstrap, cli
def broken(*words): raise RuntimeError("Olga Petrova")
bootstrap.open_store = broken
sys.exit(cli.run(["cases", "here"]))
"""
    told = subprocess.run(
        [sys.executable, "-c", script],
        env={
            **os.environ,
            "ZWK_PASSWORD": "demo",
            "XDG_DATA_HOME": str(tmp_path),
            "LOCALAPPDATA": str(tmp_path),
            "HOME": str(tmp_path),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 70
    sentence = said_in_one_sentence(told)
    [log] = tmp_path.rglob("*.log")
    assert str(log) in sentence
    assert "broken" in log.read_text(encoding="utf-8")
    assert "Petrova" not in log.read_text(encoding="utf-8")
