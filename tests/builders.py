"""What tests build in one line: an office that opens quickly, a case, a visit, a whole demonstration."""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import UUID

from tests.casework import visiting
from tests.store import offices
from zwk_barrier.casework.demonstration import build_demonstration, create_demonstration
from zwk_barrier.model import Building, CaseFile, Dwelling, Person
from zwk_barrier.store.office import OfficeStore

TODAY: Final = date(2026, 11, 23)
"""The Monday on which every demonstration of the tests plays."""


def noon(day: date) -> datetime:
    """Twelve o'clock of that day, here."""
    return datetime.combine(day, time(12)).astimezone()


def an_office(folder: Path) -> OfficeStore:
    """A new, empty office, open."""
    return offices.copy_of_new(folder)


def a_demonstration(folder: Path, cases: int = 60, seed: int = 1, today: date = TODAY) -> OfficeStore:
    """An office with invented cases, open, by the password of the tests; the same one is built once."""
    return offices.unpack(_built(cases, seed, today), folder)


@cache
def _built(cases: int, seed: int, today: date) -> dict[Path, bytes]:
    with TemporaryDirectory() as own, an_office(Path(own)) as store:
        build_demonstration(store, cases, seed, today)
        store.close()
        return offices.pack(Path(own))


def a_demonstration_folder(folder: Path, cases: int) -> Path:
    """A closed office with invented cases of today; like that of the command line, but quicker to open."""
    create_demonstration(folder, cases=cases, seed=7, cost=offices.CHEAP)
    return folder


def a_case(
    store: OfficeStore, number: str, opened: date, *, area: str | None = None, **values: object
) -> UUID:
    """A case opened at noon of that day, its person with these values."""
    of_case = {name: values.pop(name) for name in list(values) if name in CaseFile.__table__.c}
    with store.deed("case_opened") as deed:
        person, building = Person(**values), Building(area=area)
        deed.session.add_all([person, building])
        deed.session.flush()
        dwelling = Dwelling(building_id=building.id)
        deed.session.add(dwelling)
        deed.session.flush()
        case = CaseFile(
            number=number,
            person_id=person.id,
            dwelling_id=dwelling.id,
            opened_at=noon(opened),
            **of_case,
        )
        deed.session.add(case)
        deed.session.flush()
    return case.id


def a_visit(store: OfficeStore, on: date) -> UUID:
    """A visit with the usual rooms, in a case of its own."""
    return visiting.plan(store, on)[1]
