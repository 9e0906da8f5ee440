"""The command line on a real encrypted office, each command in a process of its own."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from tests.builders import a_demonstration_folder
from zwk_barrier.casework import cases, visits
from zwk_barrier.casework.printed_documents import find_printed, printed_of
from zwk_barrier.casework.staff import add_staff
from zwk_barrier.store.keys import Cost
from zwk_barrier.store.office import create_office, open_office

THIS_YEAR = str(datetime.now().astimezone().year)
LAST_YEAR = str(datetime.now().astimezone().year - 1)


def typed(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a person sees who types this, with the password of the demonstration unless told otherwise."""
    return subprocess.run(
        [sys.executable, "-m", "zwk_barrier", *map(str, words)],
        env={**os.environ, "ZWK_PASSWORD": "demo", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        timeout=120,
        check=False,
    )


def said_in_one_sentence(told: subprocess.CompletedProcess[str]) -> str:
    """What stands on stderr: one line, no traceback, nothing on stdout."""
    assert told.stdout == ""
    [sentence] = told.stderr.splitlines()
    assert "Traceback" not in sentence
    return sentence


def text_of(pdf: Path) -> str:
    """The words of a PDF, without line breaks."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with fifteen invented cases."""
    return a_demonstration_folder(tmp_path_factory.mktemp("demo") / "office", cases=15)


@pytest.fixture
def copy(demo: Path, tmp_path: Path) -> Path:
    """The same office, to be harmed."""
    return shutil.copytree(demo, tmp_path / "office")


def test_a_demonstration_is_made_and_says_how_to_get_in(tmp_path: Path) -> None:
    told = typed("demo", tmp_path / "office", "--cases", 2, "--seed", 3)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Maria Albers" in told.stdout
    assert "demo" in told.stdout.split()
    assert len(json.loads(typed("cases", tmp_path / "office", "--json").stdout)) == 2


def test_the_cases_come_as_data_for_programs(demo: Path) -> None:
    cases = json.loads(typed("cases", demo, "--json").stdout)
    assert len(cases) == 15
    petrova = next(case for case in cases if case["name"] == "Olga Petrova")
    assert petrova["street"] == "Goethestraße 41"
    assert petrova["advisor"] == "Maria Albers"


def test_the_cases_come_in_columns_for_people(demo: Path) -> None:
    heading, *lines = typed("cases", demo).stdout.splitlines()
    assert len(lines) == 15
    place = heading.index("Stadtteil")
    assert all(line[place - 2 : place] == "  " and line[place] != " " for line in lines if len(line) > place)


def test_the_programmes_come_with_their_stand_and_need_no_office() -> None:
    told = typed("programmes")
    assert (told.returncode, told.stderr) == (0, "")
    line = next(line for line in told.stdout.splitlines() if "Wohnumfeldverbessernde" in line)
    assert line.split()[:3] == ["!", "2026-04-29", "offen"]
    assert "4.180\N{NO-BREAK SPACE}€ je Person" in line


def test_the_programmes_come_as_a_table_of_all_values() -> None:
    rows = list(csv.DictReader(typed("programmes", "--csv").stdout.splitlines(), delimiter=";"))
    amounts = {
        (row["Gilt ab"], row["Gilt bis"]): row["Wert"].replace("\N{NO-BREAK SPACE}", " ")
        for row in rows
        if row["Programm"].startswith("Wohnumfeldverbessernde") and row["Angabe"] == "Höchstbetrag je Person"
    }
    assert amounts == {
        ("2002-01-01", "2014-12-31"): "2.557 €",
        ("2015-01-01", "2024-12-31"): "4.000 €",
        ("2025-01-01", ""): "4.180 €",
    }


def test_the_report_tells_the_person_and_what_was_measured(demo: Path, tmp_path: Path) -> None:
    number = next(
        case["number"]
        for case in json.loads(typed("cases", demo, "--json").stdout)
        if case["name"] == "Olga Petrova"
    )
    year, count = number.split("-")
    pdf = tmp_path / "Bericht.pdf"
    told = typed("report", demo, f"{year[2:]}/{int(count)}", "--out", pdf)  # as people write it
    assert told.returncode == 0, told.stderr
    assert str(pdf) in told.stdout
    text = text_of(pdf)
    for words in ("Olga Petrova", "Goethestraße 41", "63 cm", "mindestens 80 cm", "110 × 135 cm", "58 cm"):
        assert words in text


def test_the_sheet_of_a_planned_visit_can_do_without_the_name(tmp_path: Path) -> None:
    store, _key = create_office(
        tmp_path / "office",
        "Testhafen",
        "Marie Albers",
        "sehr geheim 1",
        cost=Cost(passes=1, memory_kib=64, lanes=1),
    )
    with store:
        _changed, case_id = cases.open_case(store, given_name="Olga", family_name="Petrova")
        visits.plan_visit(store, case_id, date(2026, 12, 1))
        with store.reading() as session:
            number = cases.load_case(session, case_id).case.number
    named, nameless = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for words in ((number, "--out", named), (number, "--no-name", "--out", nameless)):
        told = typed("sheet", tmp_path / "office", *words, ZWK_PASSWORD="sehr geheim 1")
        assert told.returncode == 0, told.stderr
    assert ("Petrova" in text_of(named), "Petrova" in text_of(nameless)) == (True, False)
    assert f"Fall {number}" in text_of(nameless)
    with (
        open_office(tmp_path / "office", "Marie Albers", "sehr geheim 1") as store,
        store.reading() as session,
    ):
        [row] = find_printed(session, nameless)
        assert (row.title, row.case_number, row.staff) == ("Besuchsbogen", number, "Marie Albers")
        assert len(printed_of(session, case_id)) == 2


def test_a_case_without_a_planned_visit_has_no_sheet(demo: Path, tmp_path: Path) -> None:
    told = typed("sheet", demo, "1999-0001", "--out", tmp_path / "never.pdf")
    assert told.returncode == 8
    assert "1999-0001" in said_in_one_sentence(told)


def test_the_calendar_of_a_person_names_nobody(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "Kalender.ics"
    told = typed("calendar", demo, out, "--user", "Maria Albers")
    assert told.returncode == 0, told.stderr
    assert "nicht verschlüsselt" in told.stdout
    file = out.read_bytes().replace(b"\r\n ", b"").decode()
    assert file.count("BEGIN:VEVENT") > 3
    people = [case["name"].split()[-1] for case in json.loads(typed("cases", demo, "--json").stdout)]
    assert [name for name in people if name in file] == []


def test_a_calendar_that_cannot_be_written_is_one_sentence(demo: Path, tmp_path: Path) -> None:
    told = typed("calendar", demo, tmp_path / "fort" / "Kalender.ics")
    assert told.returncode == 1
    assert "Den Ordner" in said_in_one_sentence(told)


def test_the_yearly_report_is_written_for_those_who_may_read_it(copy: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "Jahresbericht.pdf"
    told = typed("yearly-report", copy, LAST_YEAR, pdf, "--freeze", "--template", "land")
    assert told.returncode == 0, told.stderr
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    assert f"Jahresbericht {LAST_YEAR}" in text_of(pdf)


def test_a_period_that_is_not_closed_has_no_protected_report(demo: Path, tmp_path: Path) -> None:
    for year, why in ((THIS_YEAR, "noch nicht zu Ende"), (LAST_YEAR, "noch nicht abgeschlossen")):
        told = typed("yearly-report", demo, year, tmp_path / "never.pdf")
        assert why in said_in_one_sentence(told)
    told = typed("yearly-report", demo, "1999", tmp_path / "never.pdf", "--freeze")
    assert "noch keinen Fall" in said_in_one_sentence(told)
    assert list(tmp_path.iterdir()) == []


def test_the_statistics_of_a_year_show_no_small_number_and_say_the_same_again(
    copy: Path, tmp_path: Path
) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    told = typed("statistics", copy, "--year", LAST_YEAR, "--out", first, "--freeze")
    assert told.returncode == 0, told.stderr
    for path in sorted(first.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                if not row["Einheit"].startswith(("activities", "hours")):
                    assert row["Anzahl"] in {"", "0"} or int(row["Anzahl"]) >= 5
    assert typed("statistics", copy, "--year", LAST_YEAR, "--out", again).returncode == 0
    assert all(path.read_bytes() == (again / path.name).read_bytes() for path in first.glob("*.csv"))


def test_a_backup_is_made_and_can_be_opened(demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "Sicherung.zwk"
    told = typed("backup", demo, target)
    assert told.returncode == 0, told.stderr
    assert "geprüft" in told.stdout
    assert "office.db" in zipfile.ZipFile(target).namelist()


def test_a_sound_office_is_said_to_be_sound(demo: Path) -> None:
    told = typed("check", demo)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("In Ordnung")


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


def test_the_password_may_lie_in_a_file(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "word").write_text("demo\nfor the demonstration\n", encoding="utf-8")
    told = typed("check", demo, "--password-file", tmp_path / "word", ZWK_PASSWORD="not this one")
    assert told.returncode == 0, told.stderr
    missing = typed("check", demo, "--password-file", tmp_path / "nowhere")
    assert missing.returncode == 2
    assert "nowhere" in said_in_one_sentence(missing)


def test_a_colleague_opens_it_by_their_own_name(demo: Path) -> None:
    assert typed("cases", demo, "--user", "Jens Petersen").returncode == 0
    assert typed("cases", demo, ZWK_USER="Nobody Here").returncode == 4


def test_who_only_counts_sees_no_person_by_the_command_line_either(copy: Path, tmp_path: Path) -> None:
    with open_office(copy, "Maria Albers", "demo") as store:
        add_staff(store, "Carla Zahl", "zahlen zaehlen 1", "statistik")
    number = json.loads(typed("cases", copy, "--json").stdout)[0]["number"]
    out = tmp_path / "never"
    for words in (
        ["cases", copy, "--json"],
        ["report", copy, number, "--out", out],
        ["sheet", copy, number, "--out", out],
        ["calendar", copy, out],
    ):
        told = typed(*words, "--user", "Carla Zahl", ZWK_PASSWORD="zahlen zaehlen 1")
        assert "sieht die Rolle „Statistik“ nicht" in said_in_one_sentence(told)
    assert not out.exists()


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


def test_a_console_of_an_older_kind_gets_all_of_the_list(demo: Path) -> None:
    told = typed("cases", demo, PYTHONIOENCODING="cp1252")
    assert told.returncode == 0, told.stderr
    assert len(told.stdout.splitlines()) == 16
    cases = json.loads(typed("cases", demo, "--json", PYTHONIOENCODING="cp1252").stdout)
    assert "Ahmet Yılmaz" in {case["name"] for case in cases}


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


def test_the_window_is_not_loaded_for_a_list(demo: Path) -> None:
    script = """
import sys
from zwk_barrier import cli
code = cli.run(["cases", sys.argv[1]])
sys.exit(f"{code} {sorted({'PySide6', 'reportlab'} & set(sys.modules))}")
"""
    told = subprocess.run(
        [sys.executable, "-c", script, str(demo)],
        env={**os.environ, "ZWK_PASSWORD": "demo"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.stderr.strip() == "0 []"
