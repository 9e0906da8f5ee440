"""Kills a program that keeps fields, at a random moment, and looks what became of what it had acknowledged.

The program says on its standard output ``ready``, waits for a line, opens the office, says ``typing``, and then
``will`` before each deed and ``did`` after it:

    will {"table": "person", "row": "01a2…", "column": "note", "value": "Satz 12"}
    did

Any program that speaks so can be tested: hand its lines to ``Acknowledged`` and the folder to ``faults_after``.
``python -m tests.store.kill FOLDER SEED`` is one that keeps fields through the store as fast as it can;
``tests.desktop.kill`` is the window.
"""

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, column, select, table

from tests.store import offices
from zwk_barrier.model import CaseFile, Person, RelatedPerson
from zwk_barrier.model.ids import new_id
from zwk_barrier.store.check import check_office
from zwk_barrier.store.office import OfficeStore

_PATIENCE: Final = 60.0  # seconds
_OFTEN: Final = 0.8  # the other times it may be killed while it opens the office

ROOT: Final = Path(__file__).resolve().parents[2]


class Acknowledged:
    """What a killed program had said about each field: the last value it kept, and one it was about to."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, str], Any] = {}
        self.count = 0

    def hear(self, lines: Iterable[str]) -> dict[tuple[str, str, str], Any]:
        """Takes in the lines of one life of the program; gives what was still under way at its end."""
        under_way: dict[tuple[str, str, str], Any] = {}
        for line in lines:
            word, _blank, rest = line.partition(" ")
            if word == "will":
                said = json.loads(rest)
                under_way = {(said["table"], said["row"], said["column"]): said["value"]}
            elif word.strip() == "did":
                self.kept |= under_way
                self.count += len(under_way)
                under_way = {}
        return under_way


def faults_after(folder: Path, known: Acknowledged, under_way: dict[tuple[str, str, str], Any]) -> list[str]:
    """Opens the office again and says what is lost or damaged; what was under way may be there or not.

    What stands in the fields now counts as kept from here on.
    """
    with offices.reopen(folder) as office:
        faults = check_office(office)
        for field, value in {**dict.fromkeys(under_way), **known.kept}.items():
            now = _stands(office, *field)
            allowed = [value, *([under_way[field]] if field in under_way else [])]
            if now not in allowed:
                faults.append(f"{field}: {now!r} stands there, acknowledged was {value!r}")
            known.kept[field] = now
    return faults


def _stands(office: OfficeStore, table_name: str, row: str, column_name: str) -> Any:
    wanted: Select[Any] = select(column(column_name)).select_from(table(table_name))
    with office.reading() as session:
        return session.scalar(wanted.where(column("id") == UUID(row).hex))


class Typist:
    """A process that keeps fields until it is killed; started ahead, because importing takes longest."""

    def __init__(self, folder: Path, seed: int, program: str) -> None:
        command = [sys.executable, "-m", program, str(folder), str(seed)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._lines: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def type_until_killed(self, seconds: float, *, opens: bool = True) -> list[str]:
        """Lets it begin, kills it without any warning and gives all it said.

        The time runs from its first typing; or, without ``opens``, from when it begins to open the office.
        """
        assert self._process.stdin is not None
        self._wait_for("ready\n")
        self._process.stdin.write("begin\n")
        self._process.stdin.flush()
        if opens:
            self._wait_for("typing\n")
        time.sleep(seconds)
        self._must_live()
        return self.kill()

    def _wait_for(self, line: str) -> None:
        until = time.monotonic() + _PATIENCE
        while line not in self._lines:
            self._must_live()
            assert time.monotonic() < until, f"the program did not say {line!r}: {self._lines}"
            time.sleep(0.005)

    def _must_live(self) -> None:
        assert self._process.poll() is None, "the program ended by itself"

    def kill(self) -> list[str]:
        """Kills it; gives all it said, but for a line it could not end."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        return [line for line in self._lines if line.endswith("\n")]

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)


def kill_often(
    folder: Path, times: int, seed: int = 1, longest: float = 0.25, program: str = "tests.store.kill"
) -> Acknowledged:
    """Makes an office, kills its program ``times`` times, and raises AssertionError at the first fault."""
    store, _recovery_key = offices.make(folder)
    with store:
        for count in range(3):
            offices.add_case(store, f"Olga Petrova{count}", f"2026-{count:04d}")
    known, dice = Acknowledged(), random.Random(seed)  # noqa: S311 - when to kill
    spare = Typist(folder, seed, program)
    try:
        for count in range(1, times + 1):
            typist, spare = spare, Typist(folder, seed + count, program)
            opens = dice.random() < _OFTEN
            under_way = known.hear(typist.type_until_killed(dice.uniform(0, longest), opens=opens))
            faults = faults_after(folder, known, under_way)
            assert faults == [], f"after kill {count}: {faults}"
    finally:
        spare.kill()
    return known


def keep_fields(folder: Path, seed: int) -> None:
    """Keeps random fields for ever, saying so; what the killed process does."""
    dice = random.Random(seed)  # noqa: S311 - what to type
    say("ready")
    sys.stdin.readline()
    office = offices.reopen(folder)
    with office.reading() as session:
        cases = session.execute(select(CaseFile.id, CaseFile.person_id)).all()
    say("typing")
    while True:
        case_id, person_id = dice.choice(cases)
        words = f"Satz {dice.randrange(10**6)} " + "ö" * dice.randrange(300)
        if dice.random() < 0.15:
            related = new_id()
            will("related_person", related, "name", words)
            with office.deed("related_person_added") as deed:
                deed.session.add(RelatedPerson(id=related, case_id=case_id, name=words))
        else:
            field = dice.choice(["note", "family_name", "phone"])
            will("person", person_id, field, words)
            with office.deed("person_kept") as deed:
                deed.keep(Person, person_id, **{field: words})
        say("did")


def will(table_name: str, row: UUID, column_name: str, value: object) -> None:
    """Says which field is about to be kept."""
    say("will " + json.dumps({"table": table_name, "row": row.hex, "column": column_name, "value": value}))


def say(line: str) -> None:
    """One line that the watching process has before the next step."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    keep_fields(Path(sys.argv[1]), int(sys.argv[2]))
