"""Why a file cannot be used is said in the program's own words, whatever language the system speaks."""

import errno
import re
from pathlib import Path

import pytest

import zwk_barrier
from zwk_barrier.problems import StorageFull
from zwk_barrier.store.files import disk_problem
from zwk_barrier.store.system_errors import said_by_system


class OfWindows(OSError):
    """An error with the number that only Windows gives; Python makes "not allowed" of most of them."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "The process cannot access the file")
        self.winerror = number


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Der Datenträger ist voll."),
        (PermissionError(errno.EACCES, "Permission denied"), "Der Zugriff ist nicht erlaubt."),
        (OSError(errno.EROFS, "Read-only file system"), "Der Datenträger ist schreibgeschützt."),
        (TimeoutError(errno.ETIMEDOUT, "timed out"), "Das Netzlaufwerk ist nicht zu erreichen."),
        (OfWindows(32), "Ein anderes Programm benutzt die Datei gerade."),
        (OfWindows(53), "Das Netzlaufwerk ist nicht zu erreichen."),
        (OfWindows(5), "Der Zugriff ist nicht erlaubt."),
        (OSError(4711, "Something odd"), "Fehler 4711 des Betriebssystems."),
        (OSError("no number at all"), "Das Betriebssystem nennt keinen Grund."),
    ],
)
def test_the_reason_is_a_german_sentence(error: OSError, words: str) -> None:
    assert said_by_system(error) == words


def test_a_file_another_program_holds_is_no_folder_without_rights(tmp_path: Path) -> None:
    held = disk_problem(OfWindows(33), tmp_path)
    assert not isinstance(held, StorageFull)
    assert "Ein anderes Programm benutzt die Datei gerade." in held.sentence


def test_nobody_reads_the_systems_own_words() -> None:
    sources = sorted(Path(zwk_barrier.__file__).parent.rglob("*.py"))
    assert len(sources) > 100
    assert [str(one) for one in sources if re.search(r"\bstrerror\b", one.read_text("utf-8"))] == []
