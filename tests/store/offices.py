"""What the tests of the store share: an office that opens quickly, and a case in one line."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import UUID

from sqlalchemy import select

from zwk_barrier.model import Building, CaseFile, Dwelling, Person, RelatedPerson
from zwk_barrier.store.keys import Cost
from zwk_barrier.store.office import OfficeStore, create_office, open_office

NAME: Final = "Marie Albers"
PASSWORD: Final = "sehr geheim 1"
CHEAP: Final = Cost(passes=1, memory_kib=8, lanes=1)


def make(folder: Path) -> tuple[OfficeStore, str]:
    """A new office, open, and its recovery key."""
    return create_office(folder, "Beratungsstelle Testhafen", NAME, PASSWORD, cost=CHEAP)


def copy_of_new(folder: Path) -> OfficeStore:
    """A new, empty office, open: a copy of one made before, in a tenth of the time; the copies share their keys."""
    return unpack(_new(), folder)


@cache
def _new() -> dict[Path, bytes]:
    with TemporaryDirectory() as own:
        make(Path(own))[0].close()
        return pack(Path(own))


def pack(folder: Path) -> dict[Path, bytes]:
    """The files of a closed office, each by where it lies in the folder."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unpack(files: dict[Path, bytes], folder: Path) -> OfficeStore:
    """The office these files are, open in another folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return reopen(folder)


def reopen(folder: Path) -> OfficeStore:
    """The office in a folder, opened by the person who made it."""
    return open_office(folder, NAME, PASSWORD)


def add_person(office: OfficeStore, **values: object) -> UUID:
    """A person of whom these values are known."""
    with office.deed("person_added") as deed:
        person = Person(**values)
        deed.session.add(person)
        deed.session.flush()
    return person.id


def add_case(
    office: OfficeStore,
    name: str,
    number: str = "2026-0001",
    *,
    street: str | None = None,
    house_number: str | None = None,
    phone: str | None = None,
    related: str | None = None,
) -> UUID:
    """A case of the person with this name."""
    given, _blank, family = name.rpartition(" ")
    person = Person(given_name=given or None, family_name=family, phone=phone)
    building = Building(street=street, house_number=house_number)
    with office.deed("case_opened") as deed:
        deed.session.add_all([person, building])
        deed.session.flush()
        dwelling = Dwelling(building_id=building.id)
        deed.session.add(dwelling)
        deed.session.flush()
        case = CaseFile(
            number=number, person_id=person.id, dwelling_id=dwelling.id, opened_at=person.created_at
        )
        deed.session.add(case)
        deed.session.flush()
        if related:
            deed.session.add(RelatedPerson(case_id=case.id, name=related))
    return case.id


def note_of(office: OfficeStore, person_id: UUID) -> str | None:
    """What stands in a person's note now."""
    with office.reading() as session:
        return session.scalar(select(Person.note).where(Person.id == person_id))
