"""An attacker reads every redacted report of a whole office and looks for its people."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from tests.builders import TODAY, a_demonstration
from zwk_barrier.casework.printing.case_report import gather_case_report
from zwk_barrier.model import (
    Application,
    Building,
    CaseFile,
    Contact,
    Person,
    Quote,
    RelatedPerson,
    Staff,
)
from zwk_barrier.model.case_report import ReportChoice
from zwk_barrier.reports.documents.case_report import build_case_report
from zwk_barrier.rules.folding import words
from zwk_barrier.rules.redaction import name_parts
from zwk_barrier.store.keys import derived_key
from zwk_barrier.store.office import OfficeStore

CASES = 16
REDACTED = (
    ReportChoice(is_redacted=True, with_photos=True, with_diagnoses=True),
    ReportChoice(is_redacted=True, with_texts=True, with_photos=True, with_diagnoses=True),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """An invented office with people whose names, streets and numbers stand in many places."""
    with a_demonstration(tmp_path_factory.mktemp("redacted") / "office", cases=CASES) as store:
        yield store


def everything_in(pdf: bytes) -> str:
    """All a reader, a search engine or a forensic tool finds: text, information, XMP, bookmarks, alternatives."""
    with pypdfium2.PdfDocument(pdf) as document:
        shown = " ".join(page.get_textpage().get_text_range() for page in document)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        info = " ".join(str(value) for value in opened.docinfo.values())
        xmp = opened.Root.Metadata.read_bytes().decode()
        objects = " ".join(_strings(opened.Root.StructTreeRoot, 0))
        with opened.open_outline() as outline:
            titles = " ".join(_titles(outline.root))
    return re.sub(r"[\ufffe\u00ad\u0002]\s*", "", f"{shown} {info} {xmp} {objects} {titles}")


def _strings(value: Any, depth: int) -> Iterator[str]:
    for kid in value.get("/K", []) if depth < 40 and isinstance(value, pikepdf.Dictionary) else []:
        if isinstance(kid, pikepdf.Dictionary):
            yield from (str(kid[key]) for key in ("/Alt", "/ActualText") if key in kid)
            if "/S" in kid:
                yield from _strings(kid, depth + 1)


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def spoken(text: str) -> str:
    """The folded words of a text, with a blank around each."""
    return f" {' '.join(words(text))} "


def names_of(office: OfficeStore) -> set[str]:
    """Every name that stands anywhere: people, relatives, callers, colleagues, firms."""
    with office.reading() as session:
        people = [
            f"{p.given_name or ''} {p.family_name or ''}".strip() for p in session.scalars(select(Person))
        ]
        related = session.scalars(select(RelatedPerson.name)).all()
        callers = [c.caller_name for c in session.scalars(select(Contact))]
        staff = session.scalars(select(Staff.name)).all()
        firms = session.scalars(select(Quote.company).distinct()).all()
    return {name for name in (*people, *related, *callers, *staff, *firms) if name and " " in name}


def of_case(office: OfficeStore, case_id: UUID) -> set[str]:
    """Each part of each name of one case and of all colleagues."""
    with office.reading() as session:
        case = session.get_one(CaseFile, case_id)
        person = session.get_one(Person, case.person_id)
        related = session.scalars(select(RelatedPerson.name).where(RelatedPerson.case_id == case_id)).all()
        staff = session.scalars(select(Staff.name)).all()
    return set(name_parts(person.given_name, person.family_name, *related, *staff))


def numbers_of(office: OfficeStore) -> set[str]:
    """Every phone, insurance, reference and case number, by its digits."""
    with office.reading() as session:
        people = session.execute(select(Person.phone, Person.phone_other, Person.insurance_number)).all()
        others = session.scalars(select(RelatedPerson.phone)).all()
        callers = session.scalars(select(Contact.caller_phone)).all()
        references = session.scalars(select(Application.reference)).all()
        cases = session.scalars(select(CaseFile.number)).all()
    found = [number for row in people for number in row] + [*others, *callers, *references, *cases]
    return {digits for number in found if number and len(digits := re.sub(r"\D", "", number)) >= 7}


def streets_of(office: OfficeStore) -> set[str]:
    with office.reading() as session:
        return {street for street in session.scalars(select(Building.street)) if street}


def reports_of(office: OfficeStore, *choices: ReportChoice) -> Iterator[tuple[UUID, str]]:
    key = derived_key(office.data_key, "test")
    with office.reading() as session:
        leads = session.scalars(select(Staff.id).where(Staff.role == "leitung")).first() or office.staff_id
        cases = session.scalars(select(CaseFile.id).order_by(CaseFile.number)).all()
        for case_id in cases:
            for choice in choices:
                record = gather_case_report(
                    session, office.photos, case_id, choice, staff_id=leads, key=key, day=TODAY
                )
                yield case_id, everything_in(build_case_report(record))


@dataclass(frozen=True)
class Attack:
    """What an attacker who has the whole office looks for."""

    office: OfficeStore
    names: set[str]
    streets: set[str]
    numbers: set[str]

    def finds(self, case_id: UUID, text: str) -> set[str]:
        """Every name, street and number of the office that stands in a text."""
        said = spoken(text)
        digits = re.sub(r"(?<=\d)[\s()/.-]+(?=\d)", "", text)
        hidden = self.names | of_case(self.office, case_id) | self.streets
        return {name for name in hidden if spoken(name) in said} | {
            one for one in self.numbers if one in digits
        }


@pytest.fixture(scope="module")
def attack(office: OfficeStore) -> Attack:
    made = Attack(office, names_of(office), streets_of(office), numbers_of(office))
    assert min(len(made.names), len(made.numbers)) > 40
    assert len(made.streets) > 12
    return made


def test_no_redacted_report_of_an_office_names_anybody(office: OfficeStore, attack: Attack) -> None:
    found = [attack.finds(case_id, text) for case_id, text in reports_of(office, *REDACTED)]
    assert len(found) >= 2 * CASES
    assert [one for one in found if one] == []


def test_the_same_attack_finds_everybody_in_the_reports_as_they_are(
    office: OfficeStore, attack: Attack
) -> None:
    found = [attack.finds(case_id, text) for case_id, text in reports_of(office, ReportChoice())]
    assert min(map(len, found)) >= 3
    everything = set().union(*found)
    assert everything & attack.numbers
    assert everything & attack.streets
