"""The two commands: what can be shown without a bare machine."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.tooling.checkout import ROOT
from zwk_barrier.problems import NotFound


def typed(*words: str, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """What a person sees who types this."""
    return subprocess.run(
        [python, "dev.py", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def no_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where nothing lies on the path."""
    monkeypatch.setenv("PATH", "")


def test_without_a_command_it_says_what_there_is() -> None:
    told = typed()
    assert told.returncode == 2
    assert "demonstration office" in told.stdout


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A checkout that lacks everything and may install nothing; gives what its set-up installs and says."""
    deeds: list[str] = []

    def ask(missing: list[str], _command: str) -> list[str]:
        deeds.append("ask")
        return missing

    replaced = {
        "STAMP": tmp_path / "set-up.json",
        "PYTHON": Path(sys.executable),
        "missing_system_packages": lambda command: ["xvfb"] if command == "test" else [],
        "provide_system_packages": ask,
        "install_locked_packages": lambda lock, keep: deeds.append(f"{lock.name} {keep}"),
        "stop_unless_qt_imports": lambda: None,
    }
    for name, value in replaced.items():
        monkeypatch.setattr(dev, name, value)
    return deeds


def test_a_checkout_that_is_set_up_is_left_alone(checkout: list[str]) -> None:
    dev.set_up("run")
    dev.set_up("run")
    assert checkout == ["requirements.lock False"]


def test_the_packages_for_tests_are_added_to_those_for_running(checkout: list[str]) -> None:
    dev.set_up("run")
    dev.set_up("test")
    assert checkout == ["requirements.lock False", "ask", "requirements-dev.lock True"]


def test_what_the_system_lacks_is_asked_for_again_and_nothing_else(checkout: list[str]) -> None:
    dev.set_up("test")
    dev.set_up("run")
    dev.set_up("test")
    assert checkout == ["ask", "requirements-dev.lock False", "ask"]


@pytest.mark.parametrize("left", ["", "[]", "{}", '{"fingerprint": "of another lock", "ready": {}}'])
def test_a_stamp_that_does_not_fit_means_set_up_again(checkout: list[str], left: str) -> None:
    dev.STAMP.write_text(left, encoding="utf-8")
    dev.set_up("run")
    assert checkout == ["requirements.lock False"]


def test_a_changed_lock_changes_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev.fingerprint()
    changed = tmp_path / "requirements.lock"
    changed.write_text("six==1.0", encoding="utf-8")
    monkeypatch.setitem(dev.LOCKS, "run", changed)
    assert dev.fingerprint() != before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these to the person")
def test_a_missing_library_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library != "libxcb-cursor.so.0")
    assert dev.missing_system_packages("run") == ["libxcb-cursor0"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these to the person")
@pytest.mark.usefixtures("no_uv")
def test_what_only_tests_need_is_asked_for_only_by_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda _library: True)
    monkeypatch.setattr(dev, "has_program", lambda name: name != "Xvfb")
    assert dev.missing_system_packages("run") == []
    assert dev.missing_system_packages("test") == ["xvfb"]


@pytest.mark.skipif(sys.platform != "linux", reason="apt lives on Linux")
@pytest.mark.usefixtures("no_uv")
def test_a_system_without_apt_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.provide_system_packages(["xvfb", "xauth"], "test") == ["xvfb", "xauth"]
    assert (
        capsys.readouterr().out == "dev.py: please install, under your system's names for them: xvfb xauth\n"
    )


@pytest.mark.parametrize(
    ("variable", "expected"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("TERM", False)]
)
def test_a_screen_is_known_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, ":0")
    assert dev.has_screen() is expected


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[int, str]]:
    """The program's answers about two cases, of which only the second had a visit; by the word after the office."""
    answers = {"--json": (0, '[{"number": "2026-0001"}, {"number": "2026-0002"}]')}
    answers |= {"2026-0001": (8, "kein Hausbesuch"), "2026-0002": (0, "")}

    def told(*words: str) -> subprocess.CompletedProcess[str]:
        code, said = answers[words[2]]
        return subprocess.CompletedProcess(words, code, said, said)

    monkeypatch.setattr(dev, "told", told)
    return answers


def test_the_report_is_of_the_first_case_that_had_a_visit(office: dict[str, tuple[int, str]]) -> None:
    assert len(office) == 3
    assert dev.print_a_visit_report().name == "Hausbesuch-2026-0002.pdf"


@pytest.mark.parametrize(
    ("word", "answer"), [("--json", (4, "falsch")), ("2026-0001", (1, "voll")), ("2026-0002", (8, "keiner"))]
)
def test_without_a_report_there_is_one_sentence(
    office: dict[str, tuple[int, str]], word: str, answer: tuple[int, str]
) -> None:
    office[word] = answer
    with pytest.raises(dev.Stop, match=r"office|report"):
        dev.print_a_visit_report()


def test_not_found_is_the_programs_own_exit_code() -> None:
    assert NotFound.exit_code == dev.NOT_FOUND


def test_ci_types_what_a_person_types() -> None:
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "exec python3 dev.py test"


def test_the_whole_run_divides_the_tests_and_tries_what_is_installed() -> None:
    jobs = dev.whole_run("taken")
    assert [name for name in jobs if name in dev.SHARES] == [next(iter(jobs)), list(jobs)[-1]]
    assert all("--share=taken" in jobs[name] for name in dev.SHARES)
    assert ("bundle" in jobs) == sys.platform.startswith("linux")


def test_a_share_that_fell_over_does_not_pass_by_remembering_nothing(tmp_path: Path) -> None:
    command = next(iter(dev.second_tries().values()))
    there = [str(ROOT / "tests" / "tooling" / "test_sharing.py"), "-o", f"cache_dir={tmp_path}"]
    assert subprocess.run(
        [sys.executable, *command[1:], *there], cwd=ROOT, check=False, capture_output=True
    ).returncode
