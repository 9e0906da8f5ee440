"""What the README says holds: its commands run, its numbers stand in the benchmarks, its files are there."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

import dev
from tests.tooling.checkout import ROOT
from zwk_barrier import cli

README = (ROOT / "README.md").read_text("utf-8")
BENCHMARKS = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
PROGRAM = "python -m zwk_barrier "
COMMANDS = [line.split("#")[0].strip() for line in README.splitlines() if line.startswith(PROGRAM)]
PROMISED = README.partition("## What is promised")[2]
PROMISES = [line.strip("|").split("|") for line in PROMISED.splitlines() if re.match(r"\|.*`.*\|$", line)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder somebody works in; the password is that of the README."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("desk")
        patch.setenv("ZWK_PASSWORD", "demo")
        patch.delenv("ZWK_USER", raising=False)
        patch.chdir(folder)
        yield folder


@pytest.mark.slow
def test_every_command_runs_one_after_another_as_it_stands(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(COMMANDS) == 11
    for command in COMMANDS:
        words = shlex.split(command.removeprefix(PROGRAM))
        code = cli.run(words)
        told = capsys.readouterr()
        assert code == 0, f"{command}: {told.err}"
        if words[0] == "cases":
            assert len(json.loads(told.out)) == 60
    made = {path.name for path in desk.iterdir()}
    assert made >= {
        "report.pdf",
        "sheet.pdf",
        "year.pdf",
        "own.ics",
        "all.zwkbackup",
        "handbook.pdf",
        "FIGURES",
    }


def test_the_two_commands_are_there_and_so_is_the_installer() -> None:
    for command in re.findall(r"python3 (\S+\.py)(?: (\w+))?", README):
        script, word = command
        assert (ROOT / script).is_file()
        assert not word or callable(getattr(dev, word))


def test_the_demonstration_office_opens_with_what_is_said() -> None:
    assert "*Maria Albers*, password `demo`" in README
    assert dev.program_environment()["ZWK_USER"] == "Maria Albers"


def test_what_is_linked_is_there_and_every_picture_can_be_seen() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(links) > 15
    for link in links:
        path = ROOT / link
        assert path.exists(), link
        if path.suffix == ".png":
            with Image.open(path) as picture:
                assert picture.width >= 1000


@pytest.mark.parametrize("promise", PROMISES, ids=lambda cells: cells[0].strip())
def test_a_promise_names_its_check_and_its_numbers_are_those_of_the_last_run(promise: list[str]) -> None:
    _what, measured, check = promise
    for path in re.findall(r"`(tests/[\w/.]+)`", check):
        assert (ROOT / path).exists(), path
    numbers = re.findall(r"\d[\d,.]*%?", measured.replace(" ms", ""))
    measure = re.search(r"benchmarks\.run (\w+)", check)
    assert bool(numbers) == bool(measure), "a number says where it comes from"
    if measure:
        section = section_of(measure[1])
        assert [number for number in numbers if number.strip(",.") not in section] == []


def test_a_number_that_nobody_measured_would_be_found() -> None:
    assert "3,408" in section_of("kill")
    assert "3,409" not in section_of("kill")


def section_of(name: str) -> set[str]:
    """The numbers a command has written into the benchmarks."""
    found = re.search(rf"<!-- {name} -->(.*?)<!-- end of {name} -->", BENCHMARKS, re.DOTALL)
    assert found, f"docs/benchmarks.md has no section {name}"
    return set(re.findall(r"\d[\d,.]*%?", found[1]))
