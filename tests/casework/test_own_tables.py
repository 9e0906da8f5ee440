"""The office's own requirements stand beside the shipped ones: loaded from Excel, checked, never instead of them."""

from pathlib import Path

import pytest

from tests.casework.visiting import DAY, measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.printing.visit_report import gather
from zwk_barrier.casework.record_words import words_of
from zwk_barrier.casework.visit import own_tables
from zwk_barrier.casework.visit.basis import requirements_now
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.measuring import points_in, verdict_on, verdicts_on
from zwk_barrier.casework.visit.own_tables import (
    check_table,
    export_table,
    keep_table,
    kept_tables,
    remove_table,
    template,
)
from zwk_barrier.casework.visit.preparation import prepare
from zwk_barrier.model import Person, Visit
from zwk_barrier.model.visit_report import VisitReport
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.own_tables import TableName
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.store.office import OfficeStore, open_office

HEAD = "id;room;element;element_en;criterion_de;criterion_en;haus;unit;comparison;rooms;confidence;source;checked_on"
ROW = "X01;bad;Regal;Shelf;Höhe des Regals;Height of the shelf;140;cm;<=;bad;M;eigene Festlegung;2026-11-22"

GRADE = ROW.replace(";140;cm;<=;", ";R10;Klasse;>=;")


@pytest.fixture
def profiles(office: OfficeStore) -> None:
    """The profiles of the template: Haus and Pflege."""
    keep_table(office, "profiles", "Profile.csv", template("profiles"))


def both(office: OfficeStore) -> None:
    keep_table(office, "profiles", "Profile.csv", template("profiles"))
    keep_table(office, "criteria", "Anforderungen.csv", template("criteria"))


def refused(office: OfficeStore, content: str | bytes, name: TableName = "criteria") -> str:
    """The sentence about a table that is not kept."""
    raw = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(InputProblem) as told:
        keep_table(office, name, "Meine.csv", raw)
    return told.value.sentence


def test_the_templates_pass_their_own_check_and_speak_of_the_office(office: OfficeStore) -> None:
    both(office)
    with office.reading() as session:
        kept = kept_tables(session)
        requirements = requirements_now(session)
    assert {name: (one.file_name, one.rows) for name, one in kept.items()} == {
        "profiles": ("Profile.csv", 2),
        "criteria": ("Anforderungen.csv", 2),
    }
    assert requirements.profile("Haus").label("de") == "Vorgaben unseres Hauses, sonst B"


def test_an_own_profile_is_measured_through_a_visit_beside_the_shipped_levels(office: OfficeStore) -> None:
    both(office)
    _case_id, visit_id = plan(office)
    records.keep(office, Visit, visit_id, profile="Haus")
    measure(office, view_of(office, visit_id), room_of(view_of(office, visit_id), "bad"), "W04", 82)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    door = next(point for point in points_in(view, bath) if point.key == "W04")
    verdicts = verdicts_on(door.criterion, view.basis, bath.measurements["W04"], visit_method=None)

    assert {level: one.verdict for level, one in verdicts.items() if level in ("B", "R", "Haus")} == {
        "B": "met", "R": "partly", "Haus": "partly",
    }  # fmt: skip
    own = verdict_on(door.criterion, view.basis, bath.measurements["W04"], visit_method=None)
    assert own.required_text == "mindestens 85\N{NO-BREAK SPACE}cm"
    assert "X01" in [point.key for point in points_in(view, bath)]  # a criterion of the office's own
    assert "D03" in [point.key for point in points_in(view, bath)]  # and B where the own profile asks nothing


def test_what_is_shipped_keeps_its_values(office: OfficeStore) -> None:
    both(office)
    with office.reading() as session:
        own = requirements_now(session)
    for shipped in load_requirements():
        criterion = own.get(shipped.id)
        assert criterion is not None
        assert {level: criterion.required[level] for level in shipped.required} == dict(shipped.required)


@pytest.mark.usefixtures("profiles")
def test_a_value_of_a_shipped_level_is_refused_for_a_shipped_criterion(office: OfficeStore) -> None:
    told = refused(
        office,
        f"{HEAD};b\nW04{ROW[3:].replace('<=', '>=')};70\n".replace(";bad;Regal", ";innentuer;Innentür"),
    )
    assert told == "„Meine.csv“, Zeile 2: W04 ist mitgeliefert; der Wert für B bleibt, wie er ist."


@pytest.mark.usefixtures("profiles")
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (HEAD.replace("unit;", "") + "\n", "Zeile 1: Es fehlt die Spalte unit."),
        (f"{HEAD}\n{ROW.replace(';140;', ';hoch;')}", "Zeile 2: „hoch“ ist keine Zahl."),
        (f"{HEAD}\n{ROW}\n{ROW}", "Zeile 3: X01 kommt zweimal vor."),
        (f"{HEAD}\n{ROW.replace('<=', '<')}", "Zeile 2: Einheit oder Vergleich ist unbekannt."),
        (f"{HEAD}\n{ROW.replace(';bad;M;', ';Bad;M;')}", "Zeile 2: Einen Raum „Bad“ gibt es nicht."),
        (f"{HEAD}\n{ROW.replace(';M;', ';sicher;')}",
         "Zeile 2: Die Spalte confidence kennt H, M und L, nicht „sicher“."),
        (f"{HEAD}\n{ROW.replace('2026-11-22', 'heute')}", "Zeile 2: In der Spalte checked_on steht kein Tag."),
        (f"{HEAD}\n{ROW};5", "Zeile 2: Die Zeile hat 14 Spalten, die Kopfzeile 13."),
        (f"{HEAD}\n{ROW.replace(';140;', ';;')}", "Zeile 2: Die Zeile verlangt für kein Profil etwas."),
        (f"{HEAD}\n{ROW.replace('eigene Festlegung', '')}", "Zeile 2: Die Spalte source ist leer."),
        (f"{HEAD};heim\n{ROW};1", "Zeile 1: Ein Profil „heim“ gibt es nicht. Laden Sie zuerst die Profile."),
        (f"{HEAD}\n{ROW.replace('X01', 'D03').replace('<=', '>=')}",
         "Zeile 2: D03 ist mit einer anderen Einheit oder Art von Wert mitgeliefert."),
        (f"{HEAD}\n{GRADE.replace('X01', 'D09')}",
         "Zeile 2: D09 ist mit einer anderen Einheit oder Art von Wert mitgeliefert."),
        (f"{HEAD};b\n{GRADE};A", "Zeile 2: In der Spalte B steht keine bekannte Klasse."),
        (f'{HEAD}\n"X01;bad', "Zeile 2: Ein Anführungszeichen ist nicht geschlossen."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_reason_and_nothing_is_kept(
    office: OfficeStore, content: str, why: str
) -> None:
    assert refused(office, content) == f"„Meine.csv“, {why}"
    with office.reading() as session:
        assert "criteria" not in kept_tables(session)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("B", "B kommt zweimal vor."),
        ("kfw", "kfw kommt zweimal vor."),
        ("unit", "„unit“ geht nicht als Kürzel eines Profils."),
        ("zu viel", "„zu viel“ geht nicht als Kürzel eines Profils."),
    ],
)
def test_a_profile_needs_a_code_of_its_own(office: OfficeStore, code: str, why: str) -> None:
    content = template("profiles").decode("utf-8-sig").replace("Haus;Vor", f"{code};Vor")
    assert refused(office, content, "profiles") == f"„Meine.csv“, Zeile 2: {why}"


@pytest.mark.usefixtures("profiles")
def test_commas_between_the_columns_are_told_before_anything_else(office: OfficeStore) -> None:
    told = refused(office, HEAD.replace(";", ",") + "\n")
    assert told == "In „Meine.csv“ trennen Kommas die Spalten, gebraucht werden Semikolons."


@pytest.mark.usefixtures("profiles")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_excel_writes_is_understood(office: OfficeStore, encoding: str) -> None:
    german = ROW.replace(";140;", ";140,5;").replace("2026-11-22", "22.11.2026")
    content = f"{HEAD}\r\n{german}\r\n;;;;;;;;;;;;\r\n\r\n".encode(encoding)
    keep_table(office, "criteria", "Excel.csv", content)
    with office.reading() as session:
        shelf = requirements_now(session).get("X01")
    assert shelf is not None
    assert (str(shelf.required["Haus"].value), shelf.text("de")) == ("140.5", "Höhe des Regals")
    assert shelf.required["Haus"].checked_on.isoformat() == "2026-11-22"


def test_a_file_that_is_gone_or_huge_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="lässt sich nicht lesen"):
        own_tables.read_own_file(tmp_path / "fort.csv")
    (tmp_path / "gross.csv").write_bytes(b"x" * 2_000_001)
    with pytest.raises(InputProblem, match="zu groß"):
        own_tables.read_own_file(tmp_path / "gross.csv")


def test_a_new_table_takes_the_place_of_the_old_one_and_undo_brings_it_back(office: OfficeStore) -> None:
    both(office)
    keep_table(office, "criteria", "Neu.csv", f"{HEAD}\n{ROW}".encode())
    with office.reading() as session:
        assert kept_tables(session)["criteria"].rows == 1
    office.undo()
    with office.reading() as session:
        assert kept_tables(session)["criteria"].file_name == "Anforderungen.csv"
        assert check_table(session, "criteria", "x", export_table(session, "criteria"))


def test_profiles_that_are_still_asked_for_stay(office: OfficeStore) -> None:
    both(office)
    with pytest.raises(InputProblem, match="brauchen diese Profile noch"):
        remove_table(office, "profiles")
    remove_table(office, "criteria")
    remove_table(office, "profiles")
    with office.reading() as session:
        assert kept_tables(session) == {}
        assert "Haus" not in requirements_now(session).profiles


def test_an_own_profile_is_offered_when_a_visit_is_prepared(office: OfficeStore) -> None:
    both(office)
    case_id, _visit_id = plan(office)
    with office.reading() as session:
        assert ("Haus", "Haus") in prepare(session, case_id, DAY).profiles


def test_a_finished_visit_says_the_same_whatever_changes_afterwards(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        case = load_case(session, case_id)
    records.keep(
        office, Person, case.person.id, aids=["rollstuhl_hand"], aid_width_cm=68, turning_circle_cm=140
    )
    records.keep(office, Visit, visit_id, profile="individuell")
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 69)
    measure(office, view, room_of(view, "flur"), "W07", 3)
    finish_visit(office, visit_id, DAY)

    def told(store: OfficeStore) -> VisitReport:
        with store.reading() as session:
            return gather(session, store.photos, visit_id, DAY)

    before = told(office)
    assert before.coverage.startswith("2 von ")
    assert ("Hilfsmittel", "Rollstuhl, handbetrieben (Breite 68\N{NO-BREAK SPACE}cm)") in before.person_facts
    records.keep(
        office,
        Person,
        case.person.id,
        aid_width_cm=80,
        turning_circle_cm=150,
        impairments=["blind"],
        falls="2plus",
    )
    both(office)
    assert told(office) == before
    office.close()
    with open_office(office.folder, "Marie Albers", "sehr geheim 1") as again:
        assert told(again) == before
        remove_table(again, "criteria")
        remove_table(again, "profiles")
        assert told(again) == before


def test_a_history_calls_an_own_profile_by_its_name_and_by_its_code_once_it_is_taken_back(
    office: OfficeStore,
) -> None:
    both(office)

    def told() -> str:
        with office.reading() as session:
            return words_of(session, "visit", "profile", "Haus")

    assert told() == "Vorgaben unseres Hauses, sonst B"
    remove_table(office, "criteria")
    remove_table(office, "profiles")
    assert told() == "Haus"
