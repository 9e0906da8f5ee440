"""Kills a program that keeps fields, at a random moment, and looks what became of what it had acknowledged.

The program says on its standard output ``ready``, waits for a line, opens the office, says ``typing``, and then
``will`` before each deed and ``did`` after it:

    found {"table": "person", "row": "01a2…", "column": "note", "value": null}
    will {"table": "person", "row": "01a2…", "column": "note", "value": "Satz 12"}
    did

What it found in a field nobody knows of, said before ``typing``, counts as kept.

Any program that speaks so can be tested: hand its lines to ``Acknowledged`` and the folder to ``faults_after``.
This module is one that keeps fields through the store as fast as it can (``main``); ``tests.desktop.kill`` is the
window.  Each life begins as a copy of a process that has imported everything, for importing takes longest.
"""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, column, select, table

from tests.store import lives, offices
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
                under_way = _field(rest)
            elif word == "found":
                self.kept = _field(rest) | self.kept  # what is known already is not believed anew
            elif word.strip() == "did":
                self.kept |= under_way
                self.count += len(under_way)
                under_way = {}
        return under_way


def _field(said: str) -> dict[tuple[str, str, str], Any]:
    told = json.loads(said)
    return {(told["table"], told["row"], told["column"]): told["value"]}


def faults_after(folder: Path, known: Acknowledged, under_way: dict[tuple[str, str, str], Any]) -> list[str]:
    """Opens the office again and says what is lost or damaged; what was under way may be there or not.

    What stands in the fields now counts as kept from here on.
    """
    with offices.reopen(folder) as office:
        faults = check_office(office)
        for field, value in {**dict.fromkeys(under_way), **known.kept}.items():
            now = _in_field(office, *field)
            allowed = [value, *([under_way[field]] if field in under_way else [])]
            if now not in allowed:
                faults.append(f"{field}: {now!r} stands there, acknowledged was {value!r}")
            known.kept[field] = now
    return faults


def _in_field(office: OfficeStore, table_name: str, row: str, column_name: str) -> Any:
    wanted: Select[Any] = select(column(column_name)).select_from(table(table_name))
    with office.reading() as session:
        return session.scalar(wanted.where(column("id") == UUID(row).hex))


class Typist:
    """A process that keeps fields until it is killed, again and again; ``tests.store.lives`` begins each life."""

    def __init__(self, folder: Path, program: str) -> None:
        command = [sys.executable, "-m", "tests.store.lives", program, str(folder)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._lines: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def type_until_killed(self, seed: int, seconds: float, *, deeds: int | None) -> list[str]:
        """Lets it begin, kills it without any warning and gives all it said, but for a line it could not end.

        The time runs from when it has done so many deeds, also where it is slow; with None from when it begins to
        open the office.
        """
        self._lines.clear()
        self._tell(str(seed))
        self._wait_for("ready\n")
        self._tell("begin")
        if deeds is not None:
            self._wait_for("typing\n")
            self._wait_for("did\n", deeds)
        time.sleep(seconds)
        assert not self._has_died(), "the program ended by itself"
        os.kill(int(self._lines[0]), lives.KILL)
        self._wait_until(self._has_died, "the program did not die")
        return self._lines[1:-1]

    def end(self) -> None:
        """Begins no other life; a life that is left is killed."""
        if self._lines and not self._has_died():
            os.kill(int(self._lines[0]), lives.KILL)
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._listener.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _wait_for(self, line: str, times: int = 1) -> None:
        self._wait_until(lambda: self._lines.count(line) >= times, f"the program did not say {line!r}")

    def _wait_until(self, question: Callable[[], bool], otherwise: str) -> None:
        until = time.monotonic() + _PATIENCE
        while not question():
            assert self._process.poll() is None, "the program never began"
            assert time.monotonic() < until, f"{otherwise}: {self._lines}"
            time.sleep(0.005)

    def _has_died(self) -> bool:
        return bool(self._lines) and lives.DEAD in self._lines[-1]

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)


def kill_often(
    folder: Path,
    times: int,
    seed: int = 1,
    longest: float = 0.25,
    program: str = "tests.store.kill",
    deeds: int = 12,
) -> Acknowledged:
    """Makes an office, kills its program ``times`` times, and raises AssertionError at the first fault.

    Each time it is killed up to ``longest`` seconds after one of its first ``deeds``.
    """
    store, _recovery_key = offices.make(folder)
    with store:
        for count in range(3):
            offices.add_case(store, f"Olga Petrova{count}", f"2026-{count:04d}")
    known, dice = Acknowledged(), random.Random(seed)  # noqa: S311 - when to kill
    typist = Typist(folder, program)
    try:
        for count in range(1, times + 1):
            done = dice.randrange(deeds + 1) if dice.random() < _OFTEN else None
            said = typist.type_until_killed(seed + count, dice.uniform(0, longest), deeds=done)
            faults = faults_after(folder, known, known.hear(said))
            assert faults == [], f"after kill {count}: {faults}"
    finally:
        typist.end()
    return known


def main(folder: Path, seed: int) -> None:
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


def found(office: OfficeStore, table_name: str, row: UUID, column_name: str) -> None:
    """Says what stands in a field before anything is typed into it."""
    _say_of_field("found", table_name, row, column_name, _in_field(office, table_name, row.hex, column_name))


def will(table_name: str, row: UUID, column_name: str, value: object) -> None:
    """Says which field is about to be kept."""
    _say_of_field("will", table_name, row, column_name, value)


def _say_of_field(word: str, table_name: str, row: UUID, column_name: str, value: object) -> None:
    say(f"{word} " + json.dumps({"table": table_name, "row": row.hex, "column": column_name, "value": value}))


def say(line: str) -> None:
    """One line that the watching process has before the next step."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
