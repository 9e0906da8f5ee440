"""Killed at any moment, the program has lost nothing it had acknowledged."""

import json
from pathlib import Path

import pytest

from tests.store.kill import Acknowledged, faults_after, kill_often
from tests.store.offices import add_person
from zwk_barrier.store.office import OfficeStore


@pytest.mark.slow
def test_fifty_kills_while_fields_are_kept_lose_nothing(tmp_path: Path) -> None:
    known = kill_often(tmp_path / "office", times=50)

    assert known.count > 200, "the program must have kept something to lose"


def test_a_lost_value_would_be_noticed(office: OfficeStore) -> None:
    person = add_person(office, note="nicht das Letzte")
    office.close()
    said = {"table": "person", "row": person.hex, "column": "note", "value": "das Letzte"}
    known = Acknowledged()
    under_way = known.hear([f"will {json.dumps(said)}\n", "did\n"])

    faults = faults_after(office.folder, known, under_way)

    assert len(faults) == 1
    assert "'nicht das Letzte' stands there" in faults[0]


def test_what_was_under_way_may_be_there_or_not(office: OfficeStore) -> None:
    person = add_person(office, note="vorher")
    office.close()
    will = json.dumps({"table": "person", "row": person.hex, "column": "note", "value": "nachher"})
    known = Acknowledged()
    known.kept["person", person.hex, "note"] = "vorher"

    assert faults_after(office.folder, known, known.hear([f"will {will}\n"])) == []


def test_what_was_found_counts_as_kept(office: OfficeStore) -> None:
    person = add_person(office, note="schon da")
    office.close()
    there = {"table": "person", "row": person.hex, "column": "note"}
    lines = [f"found {json.dumps({**there, 'value': 'schon da'})}\n"]
    lines += [f"will {json.dumps({**there, 'value': 'das Nächste'})}\n"]
    known = Acknowledged()

    assert faults_after(office.folder, known, known.hear(lines)) == []
    assert known.count == 0
