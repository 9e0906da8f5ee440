"""The command line on a real encrypted office, each command in a process of its own."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

from tests.end_to_end.typed_commands import said_in_one_sentence, text_of, typed
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.office.staff import add_staff
from zwk_barrier.casework.printing.printed_documents import find_printed, printed_of
from zwk_barrier.casework.visit import visits
from zwk_barrier.statistics.releases import registered
from zwk_barrier.store.keys import Cost
from zwk_barrier.store.office import create_office, open_office

THIS_YEAR = str(datetime.now().astimezone().year)
LAST_YEAR = str(datetime.now().astimezone().year - 1)


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


def test_the_yearly_report_is_written_for_those_who_may_read_it(copy: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "Jahresbericht.pdf"
    told = typed("yearly-report", copy, LAST_YEAR, pdf, "--freeze", "--template", "land")
    assert told.returncode == 0, told.stderr
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    assert f"Jahresbericht {LAST_YEAR}" in text_of(pdf)


def test_the_statistics_of_a_year_show_no_small_number_and_say_the_same_again(
    copy: Path, tmp_path: Path
) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    whom = ("--recipient", "Magistrat", "--purpose", "Haushalt")
    told = typed("statistics", copy, "--year", LAST_YEAR, "--out", first, "--freeze", *whom)
    assert told.returncode == 0, told.stderr
    with open_office(copy, "Maria Albers", "demo") as store, store.reading() as session:
        [release] = registered(session)
        assert (release.recipient, release.purpose) == ("Magistrat", "Haushalt")
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


def test_a_console_of_an_older_kind_gets_all_of_the_list(demo: Path) -> None:
    told = typed("cases", demo, PYTHONIOENCODING="cp1252")
    assert told.returncode == 0, told.stderr
    assert len(told.stdout.splitlines()) == 16
    cases = json.loads(typed("cases", demo, "--json", PYTHONIOENCODING="cp1252").stdout)
    assert "Ahmet Yılmaz" in {case["name"] for case in cases}


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
