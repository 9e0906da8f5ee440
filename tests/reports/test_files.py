"""A document reaches the disk whole or not at all, and a problem is one sentence."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports import office_documents, records
from zwk_barrier.problems import DocumentProblem
from zwk_barrier.reports.files import craft_plan_file_name, file_name, safe_name, write_document


def test_the_file_name_speaks() -> None:
    assert file_name(records.ordinary()) == "Besuchsbericht_2026-0147_2026-11-09.pdf"
    assert file_name(records.empty()) == "Besuchsbericht_2026-11-09.pdf"
    assert file_name(records.ordinary(is_dated=False)) == "Besuchsbericht_2026-0147.pdf"


def test_the_day_of_a_plan_is_told_however_long_the_street_is_and_no_trade_that_is_none() -> None:
    craft = office_documents.craft(1)
    unknown = replace(craft.trades[0], name="Noch keinem Gewerk zugeordnet", is_known=False)
    plan = replace(craft, address=("Donau" * 40, "27576 Bremerhaven"), trades=(unknown,))
    name = craft_plan_file_name(plan)
    assert name.startswith("Maßnahmenplan_Donau")
    assert name.endswith("_2026-11-22.pdf")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("../../etc/passwd", "Besuchsbericht_etc-passwd.pdf"),
        ("CON: <a|b>?*", "Besuchsbericht_CON-a-b.pdf"),
        ("2026/0147\r\n", "Besuchsbericht_2026-0147.pdf"),
        ("Müller, 2. Stock.", "Besuchsbericht_Müller,-2.-Stock.pdf"),
    ],
)
def test_no_case_number_makes_a_bad_file_name(number: str, expected: str) -> None:
    assert safe_name("Besuchsbericht", number) == expected


def test_a_file_name_never_grows_too_long() -> None:
    assert len(safe_name("x" * 500)) < 130


def test_a_written_document_replaces_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    write_document(path, b"first")
    write_document(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """A disk that takes ``size`` bytes a file and no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_a_sentence_and_leaves_the_earlier_version(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    write_document(path, b"first")
    with room_for(1000), pytest.raises(DocumentProblem, match="kein Platz für „Bericht"):
        write_document(path, b"x" * 5000)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentProblem, match="gibt es nicht mehr"):
        write_document(tmp_path / "fort" / "Bericht.pdf", b"x")


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "Bericht.pdf").mkdir()
    with pytest.raises(DocumentProblem, match="lässt sich hier nicht speichern"):
        write_document(tmp_path / "Bericht.pdf", b"x")
    assert [kept.name for kept in tmp_path.iterdir()] == ["Bericht.pdf"]


def test_a_file_another_program_holds_open_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Bericht.pdf"
    write_document(path, b"first")

    def held(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")  # what Windows says; Linux knows no such lock

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(DocumentProblem, match="in einem anderen Programm geöffnet"):
        write_document(path, b"second")
    assert path.read_bytes() == b"first"
