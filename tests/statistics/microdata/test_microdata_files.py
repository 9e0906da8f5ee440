"""Microdata as they leave: counted again from the files alone, searched for everything the office knows of anybody."""

import csv
import io
import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
import sqlalchemy as sa
from odfdo import Document

from zwk_barrier.model import Building, CaseFile, Contact, Person
from zwk_barrier.problems import InputProblem, OfficeProblem, UnsafeRelease
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.handing_out import Audience, HandedOut, Watch
from zwk_barrier.statistics.microdata import release
from zwk_barrier.statistics.microdata.cases import read_cases
from zwk_barrier.statistics.microdata.contents import table_text
from zwk_barrier.statistics.microdata.recount import weaknesses
from zwk_barrier.statistics.microdata.release import (
    FOR_EVERYBODY,
    USUAL,
    Plan,
    hand_out_microdata,
    plan_microdata,
)
from zwk_barrier.statistics.releases import registered
from zwk_barrier.store.office import OfficeStore

YEAR = Period.year(2025)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAME, PASSWORD = "Marie Albers", "sehr geheim 1"
SHORT = 4
"""Words of fewer letters are in every file by chance."""


def planned(office: OfficeStore, recipient: str = "Hochschule", period: Period = YEAR) -> Plan:
    with office.reading() as session:
        return plan_microdata(session, period, recipient, USUAL)


def handed(office: OfficeStore, parent: Path, recipient: str = "Hochschule", place: int = 0) -> HandedOut:
    plan = planned(office, recipient)
    node = None if plan.found is None else plan.found.proposals[place]
    audience = Audience(recipient, "Forschung", "Vertrag")
    return hand_out_microdata(office, plan, node, parent, ("csv", "xlsx", "ods"), audience=audience, now=NOW)


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def table(done: HandedOut) -> Path:
    return next(path for path in done.files if path.suffix == ".csv")


def test_every_combination_is_shared_by_five_and_few_people_are_missing(
    office: OfficeStore, tmp_path: Path
) -> None:
    plan = planned(office)
    done = handed(office, tmp_path / "out")
    told = json.loads((done.folder / "metadata.json").read_text("utf-8"))
    columns = told["tableSchema"]["columns"]
    known = [one["name"] for one in columns if one["zwk:role"] == "quasi-identifier"]
    rows = rows_of(table(done))
    assert known
    assert min(Counter(tuple(row[name] for name in known) for row in rows).values()) >= 5
    assert plan.lattice is not None
    assert 0.95 * len(plan.lattice.rows) <= len(rows) < len(plan.lattice.rows)


def test_every_proposal_keeps_the_promises_when_it_is_counted_again(office: OfficeStore) -> None:
    plan = planned(office)
    assert plan.found is not None
    assert len(plan.found.proposals) > 3
    for node in plan.found.proposals[:40]:
        texts, _report = release._texts(plan, node)
        assert weaknesses(texts["einzeldaten_2025.csv"], texts["metadata.json"]) == ()


def _all_words(done: HandedOut) -> str:
    """Everything that stands in any of the files."""
    texts = [
        path.read_bytes().decode("utf-8") for path in done.files if path.suffix in {".csv", ".json", ".txt"}
    ]
    book = openpyxl.load_workbook(next(path for path in done.files if path.suffix == ".xlsx"))
    texts += [str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line]
    document = Document(next(path for path in done.files if path.suffix == ".ods"))
    texts += [str(value) for sheet in document.body.tables for line in sheet.get_values() for value in line]
    return "\n".join(texts)


def test_no_name_street_number_note_id_or_day_of_the_office_is_in_any_file(
    office: OfficeStore, tmp_path: Path
) -> None:
    done = handed(office, tmp_path / "out")
    everything = _all_words(done)
    words = set(re.findall(r"[\w@.+-]+", everything))
    rows = "\n".join(",".join(row.values()) for row in rows_of(table(done)))
    with office.reading() as session:
        records = [
            one for kind in (Person, Contact, Building, CaseFile) for one in session.scalars(sa.select(kind))
        ]
    values = {str(value) for one in records for value in vars(one).values() if isinstance(value, str | UUID)}
    secrets = {
        value for value in values if len(value) >= SHORT and not value.islower()
    }  # codes are lower case
    assert len(secrets) > 2000
    assert [one for one in secrets if (one in words if one.isalpha() else one in everything)] == []
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}", rows)


def test_the_same_office_gives_the_same_file_and_its_order_tells_nothing(office: OfficeStore) -> None:
    first, second = planned(office), planned(office)
    assert first.found is not None
    node = first.found.proposals[0]
    one, other = (release._texts(plan, node)[0] for plan in (first, second))
    assert one == other
    data = first.made(node)
    assert data.known.tolist() != sorted(data.known.tolist())


def test_another_recipient_gets_the_very_same_file_whatever_changed_since(
    office: OfficeStore, tmp_path: Path
) -> None:
    first = handed(office, tmp_path / "a")
    with office.deed("changed") as deed:
        deed.session.query(Person).update({"gender": "d", "care_grade": "5", "impairments": ["sehen"]})
    second = handed(office, tmp_path / "b", "Institut")
    for name in ("einzeldaten_2025.csv", "metadata.json", "LIESMICH.txt"):
        assert (first.folder / name).read_bytes() == (second.folder / name).read_bytes()
    with office.reading() as session:
        assert [entry.recipient for entry in registered(session)] == ["Institut", "Hochschule"]


def test_two_different_coarsenings_would_intersect_to_single_people_so_there_is_never_a_second(
    office: OfficeStore, tmp_path: Path
) -> None:
    plan = planned(office)
    assert plan.found is not None
    assert plan.lattice is not None
    one, other = plan.found.proposals[:2]
    both = tuple(min(levels) for levels in zip(one, other, strict=True))
    alike = Counter(plan.lattice.classes(both).tolist())
    assert min(alike.values()) < 5  # what somebody with both files would have
    handed(office, tmp_path / "a")
    again = planned(office, "Institut")
    assert again.found is None
    with pytest.raises(ValueError, match="made before"):
        again.made(plan.found.proposals[1])


def test_a_plan_from_before_somebody_elses_file_is_refused(office: OfficeStore, tmp_path: Path) -> None:
    plan = planned(office, "Institut")
    assert plan.found is not None
    handed(office, tmp_path / "a")
    with pytest.raises(InputProblem, match="Inzwischen"):
        hand_out_microdata(
            office,
            plan,
            plan.found.proposals[1],
            tmp_path / "b",
            ["csv"],
            audience=Audience("Institut", "Forschung"),
            now=NOW,
        )
    assert not (tmp_path / "b").exists()


def test_nobody_gets_two_files_of_a_year(office: OfficeStore, tmp_path: Path) -> None:
    handed(office, tmp_path / "a", "Hochschule Testhafen")
    with pytest.raises(InputProblem, match="schon Einzeldaten") as caught:
        planned(office, "hochschule  testhafen")
    assert caught.value.field == "recipient"


def test_quarters_of_a_year_that_has_a_file_have_none_of_their_own(
    office: OfficeStore, tmp_path: Path
) -> None:
    handed(office, tmp_path / "a")
    with pytest.raises(InputProblem, match="gibt es schon Einzeldaten"):
        planned(office, "Institut", Period(Quarter(2025, 1), Quarter(2025, 2)))


def test_what_everybody_may_see_needs_ten_alike(office: OfficeStore, tmp_path: Path) -> None:
    with office.reading() as session:
        plan = plan_microdata(session, YEAR, "alle", FOR_EVERYBODY)
    assert plan.found is not None
    texts, _report = release._texts(plan, plan.found.proposals[0])
    assert weaknesses(texts["einzeldaten_2025.csv"], texts["metadata.json"], least=10) == ()
    handed(office, tmp_path / "a")
    with office.reading() as session, pytest.raises(InputProblem, match="für alle"):
        plan_microdata(session, YEAR, "alle", FOR_EVERYBODY)


def test_an_open_period_has_no_microdata(office: OfficeStore) -> None:
    with pytest.raises(InputProblem, match="noch nicht abgeschlossen"):
        planned(office, period=Period.year(2024))


def test_fewer_than_sixty_people_have_no_microdata(office: OfficeStore) -> None:
    first = Period(Quarter(2025, 1), Quarter(2025, 1))
    with office.reading() as session:
        assert 20 < len(read_cases(session, first)) < 60
    with pytest.raises(InputProblem, match="zu wenige Personen"):
        planned(office, period=first)


class StoppedError(Exception):
    """The person stopped."""


def test_stopped_or_on_a_full_disk_nothing_is_left(
    office: OfficeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, out = planned(office), tmp_path / "out"
    assert plan.found is not None
    node, audience = plan.found.proposals[0], Audience("Hochschule", "Forschung")

    def stop() -> None:
        if out.exists() and any(out.glob(".zwk-*/*")):
            raise StoppedError

    with pytest.raises(StoppedError):
        hand_out_microdata(
            office, plan, node, out, ["csv"], audience=audience, now=NOW, watch=Watch(check=stop)
        )

    def full(*_given: object) -> None:
        raise OfficeProblem("voll")

    monkeypatch.setattr(release, "write_whole", full)
    with pytest.raises(OfficeProblem):
        hand_out_microdata(office, plan, node, out, ["csv"], audience=audience, now=NOW)
    assert list(out.iterdir()) == []
    with office.reading() as session:
        assert registered(session) == ()


def test_a_weak_file_is_not_written(
    office: OfficeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the search had left somebody alone."""
    careful = table_text
    monkeypatch.setattr(release, "table_text", lambda data: "\r\n".join(careful(data).split("\r\n")[:4]))
    with pytest.raises(UnsafeRelease):
        handed(office, tmp_path / "out")
    assert not (tmp_path / "out").exists()
