"""One defect in a finished report never goes unseen, and it is known who sees it; a sound one draws no complaint."""

import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

import page
import pikepdf
import pytest

from tests.reports.mutants import of_file, of_links, of_marks, of_tags
from tests.reports.mutants.surgery import changed, linked, rewrite, sound
from zwk_barrier.reports.checking import document as checking
from zwk_barrier.reports.checking.document import check

Expecting = Callable[[str], AbstractContextManager[None]]
MUTANTS = {**of_file.MUTANTS, **of_tags.MUTANTS, **of_marks.MUTANTS, **of_links.MUTANTS}

_SHOWN_ELSEWHERE: Final = frozenset({"unreadable", "encrypted"})  # not by one change of the open report


def kinds(content: bytes) -> set[str]:
    """What our own check says."""
    return {finding.kind for finding in check(content)}


def validated(content: bytes) -> list[str]:
    """What the independent validator says."""
    return [
        failure.rule_id
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


def test_there_are_defects_enough_and_no_name_is_given_twice() -> None:
    parts = (of_file, of_tags, of_marks, of_links)
    assert sum(len(part.MUTANTS) for part in parts) == len(MUTANTS) >= 80


def test_the_sound_report_draws_no_complaint() -> None:
    assert (kinds(sound()), validated(sound())) == (set(), [])


def test_neither_does_a_sound_link_nor_having_been_cut_open() -> None:
    for change in (lambda _pdf: None, linked()):
        assert (kinds(changed(change)), validated(changed(change))) == (set(), [])


@pytest.mark.parametrize("name", MUTANTS)
def test_each_defect_is_seen_by(name: str) -> None:
    mutant = MUTANTS[name]
    content = changed(mutant.change)
    assert mutant.own or mutant.validator
    assert mutant.own in kinds(content) if mutant.own else not kinds(content)
    assert bool(validated(content)) is mutant.validator


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no PDF at all", sound()[:-2000], sound()[2000:]])
def test_a_file_cut_short_is_told_in_a_sentence(content: bytes, expect_log: Expecting) -> None:
    with expect_log("pypdf|cannot be read back"):
        found = check(content)
    assert found
    assert all(str(finding).endswith(".") for finding in found)


@pytest.mark.parametrize("foreign", [b"BT (Berg) Tj ET", b"BI /W 1 /H 1 ID x EI"])
def test_operators_of_another_program_are_not_passed_over(foreign: bytes, expect_log: Expecting) -> None:
    with expect_log("cannot be read back"):
        assert kinds(changed(rewrite(b"EMC", b"EMC " + foreign))) == {"unreadable"}


def test_an_encrypted_file_is_told() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert "encrypted" in kinds(out.getvalue())


def test_each_fault_our_own_check_knows_has_its_defect() -> None:
    """Else a part of the check could be taken out and nobody would notice."""
    sources = Path(checking.__file__).parent.glob("*.py")
    known = {
        kind for path in sources for kind in re.findall(r'Finding\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }
    assert len(known) >= 50
    assert known - {mutant.own for mutant in MUTANTS.values()} == _SHOWN_ELSEWHERE
