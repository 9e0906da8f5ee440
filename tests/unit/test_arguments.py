"""The words of the command line: explained in German, and a mistake told with the way to help."""

from collections.abc import Iterator

import pytest

from zwk_barrier import __version__, arguments, cli
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.wording import use_language

COMMANDS = ("demo", "cases", "report", "sheet", "statistics", "calendar", "backup", "check", "pictures")


@pytest.fixture(autouse=True)
def german_again() -> Iterator[None]:
    """The language is one for the whole process."""
    yield
    use_language("de")


def help_of(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What ``--help`` prints."""
    with pytest.raises(SystemExit) as ended:
        cli.run([*words, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("report",), "FOLDER"),
        (("sheet", "here", "1"), "--out"),
        (("repord",), "repord"),
        (("cases", "here", "--jason"), "--jason"),
        (("statistics", "here", "--out", "there"), "--year"),
        (("statistics", "here", "--year", "soon", "--out", "there"), "ein Jahr, Halbjahr oder Quartal"),
        (("demo", "here", "--cases", "0"), "100.000"),
        (("demo", "here", "--cases", "100001"), "100.000"),
        (("report", "here", "1", "--out"), "--out"),
        (("cases", "here", "--password", "secret"), "--password"),
    ],
)
def test_a_mistake_is_told_in_one_german_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: str
) -> None:
    assert cli.run(words) == InputProblem.exit_code
    said = capsys.readouterr()
    assert said.out == ""
    [sentence] = said.err.splitlines()
    assert expected in sentence
    assert sentence.endswith("--help")
    assert "argument" not in sentence.replace("arguments", "")


def test_the_help_names_every_command_and_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    told = help_of(capsys)
    for command in COMMANDS:
        assert f"\n    {command} " in told
    for code, meaning in arguments.exit_codes().items():
        assert f"{code:4}  {meaning}" in told


def test_every_kind_of_problem_has_its_exit_code_explained() -> None:
    codes = {kind.exit_code for kind in kinds_of(Problem)} | {0, arguments.BUG, arguments.INTERRUPTED}
    assert codes == set(arguments.exit_codes())


def kinds_of(kind: type[Problem]) -> Iterator[type[Problem]]:
    """A kind of problem and all below it."""
    yield kind
    for further in kind.__subclasses__():
        yield from kinds_of(further)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_german(capsys: pytest.CaptureFixture[str], command: str) -> None:
    told = help_of(capsys, command)
    assert f"Aufruf: python -m zwk_barrier {command}" in told
    for english in ("usage", "positional", "options", "show this help"):
        assert english not in told


def test_english_is_spoken_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZWK_LANGUAGE", "en")
    told = help_of(capsys)
    assert "Usage: python -m zwk_barrier" in told
    assert "Befehle" not in told


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.run(["--version"])
    assert capsys.readouterr().out == f"ZWK Barriere {__version__}\n"


def test_no_command_takes_a_password_on_the_line() -> None:
    for command in COMMANDS[1:]:
        with pytest.raises(InputProblem):
            arguments.parse([command, "here", "--password", "secret"])
