"""Everybody and everything a case knows by name, and what stands for them in a redacted document."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.payers.funding_facts import household
from zwk_barrier.model import (
    Application,
    Building,
    CaseFile,
    Disclosure,
    Letter,
    Office,
    Person,
    Quote,
    Staff,
)
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.folding import words as folding_words
from zwk_barrier.rules.redaction import Kind, Known, Redactor, Signs, known_names, pseudonym
from zwk_barrier.wording import _

_PRIVATE: Final = "privat"  # of the code list landlord
_MOST_WORDS: Final = 900  # as many as one question to SQLite takes, with room to spare


@dataclass(slots=True)
class Identities:
    """Who is who by the office's ``key``: the same name has the same pseudonym in every case."""

    key: bytes
    known: list[Known] = field(default_factory=list)
    _named: dict[tuple[Kind, str], str] = field(default_factory=dict)

    def of(self, kind: Kind, identity: str) -> str:
        """What stands for somebody: ``Person A7K4M2``."""
        words = {
            "person": _("Person {code}"),
            "staff": _("Fachkraft {code}"),
            "organisation": _("Stelle {code}"),
            "case": _("Fall {code}"),
        }
        return words[kind].format(code=pseudonym(self.key, kind, identity))

    def named(self, kind: Kind, name: str | None) -> str:
        """The same for a name as it was typed; empty for none."""
        typed = " ".join((name or "").split())
        if not typed or (kind == "organisation" and _is_anybody(typed)):
            return typed
        return self._named.get((kind, fold(typed))) or self.of(kind, fold(typed))

    def add(self, kind: Kind, identity: str, *names: str | None) -> str:
        """Makes somebody known by these names, whole and in parts; what stands for them."""
        instead = self.of(kind, identity)
        self._named.setdefault((kind, fold(" ".join(part for part in names if part))), instead)
        self.known += known_names(names, instead)
        return instead

    def add_named(self, kind: Kind, name: str | None) -> None:
        """Makes a name known that was only typed; of a firm or an authority only the whole name.

        Half of those are made of words anybody uses: „Pflegekasse“, „Städtische“.
        """
        if name and name.strip() and not (kind == "organisation" and _is_anybody(name)):
            instead = self.named(kind, name)
            whole = [Known(" ".join(name.split()), instead)]
            self.known += whole if kind == "organisation" else known_names([name], instead)

    def add_number(self, *numbers: str | None) -> None:
        """Phone numbers, references, numbers of insured people."""
        self.known += [Known(number, signs().number, "number") for number in numbers if number]

    def redactor(self) -> Redactor:
        """What takes all of them out of a text."""
        return Redactor(tuple(dict.fromkeys(self.known)), signs())


def signs() -> Signs:
    """What stands for what only looks like a name, a number or an address."""
    return Signs(_("[Name]"), _("[Nummer]"), _("[Anschrift]"), _("[E-Mail]"))


def identities_of(session: Session, view: CaseView, office: Office, key: bytes) -> Identities:
    """Everybody of one case: the person, those around them, staff, firms and offices, places and numbers."""
    found = Identities(key)
    person, dwelling = view.person, view.dwelling
    found.add("person", person.id.hex, person.given_name, person.family_name)
    found.add_number(person.phone, person.phone_other, person.insurance_number, view.case.number)
    for member in household(session, person.id):
        found.add_named("person", member.name)
    for other in view.related:
        found.add_named("person", other.name)
        found.add_named("organisation", other.organisation)
        found.add_number(other.phone)
    for contact in view.contacts:
        found.add_named("person", contact.caller_name)
        found.add_named("person", contact.enquirer_name)
        found.add_number(contact.caller_phone)
    found.add_named("organisation", dwelling.landlord_name)
    if dwelling.landlord == _PRIVATE:
        found.known += known_names(
            [dwelling.landlord_name], found.named("organisation", dwelling.landlord_name)
        )
    _add_address(found, dwelling.landlord_address)
    _add_place(found, view.building, office)
    _add_staff(session, found)
    _add_papers(session, found, view.case)
    return found


def add_others(session: Session, found: Identities, texts: Iterable[str]) -> None:
    """Makes known whom else of the office these texts may name: everybody whose name is one of their words."""
    words = sorted(
        {word.strip(".,;:!?()„“\"'’") for text in texts for word in text.replace("-", " ").split()}
    )
    capital = [word for word in words if word[:1].isupper() and len(word) > 2]  # noqa: PLR2004 - no name is shorter
    for at in range(0, len(capital), _MOST_WORDS):
        part = capital[at : at + _MOST_WORDS]
        people = select(Person.id, Person.given_name, Person.family_name).where(Person.family_name.in_(part))
        for person_id, _given, family in session.execute(people.order_by(Person.id)):
            found.known += known_names([family], found.of("person", person_id.hex))
        streets = select(Building.street).where(Building.street.in_(part)).distinct()
        found.known += [
            Known(street, signs().address, "street") for street in session.scalars(streets) if street
        ]


def _add_staff(session: Session, found: Identities) -> None:
    for person in session.scalars(select(Staff).order_by(Staff.id)):
        found.add("staff", person.id.hex, person.name)
        found.add_number(person.phone)


def _add_place(found: Identities, building: Building, office: Office) -> None:
    district = district_of(building, office)
    if building.street:
        found.known.append(Known(building.street, district or signs().address, "street"))
    if office.street:
        street = office.street.rstrip("0123456789 abcdefgh")
        found.known.append(Known(street, signs().address, "street"))
    found.add_number(office.phone)


def _add_address(found: Identities, lines: str | None) -> None:
    for line in (lines or "").splitlines():
        street = line.rstrip("0123456789 abcdefgh").strip()
        if street and street != line.strip():
            found.known.append(Known(street, signs().address, "street"))
        else:
            found.add_named("organisation", line)


def _add_papers(session: Session, found: Identities, case: CaseFile) -> None:
    for application in session.scalars(select(Application).where(Application.case_id == case.id)):
        found.add_named("organisation", application.recipient)
        found.add_number(application.reference)
        _add_address(found, application.recipient_address)
    recipients = select(Disclosure.recipient).where(Disclosure.case_id == case.id)
    for name in session.scalars(recipients):
        found.add_named("organisation", name)
    # Firms are told of before there is an offer, and in other cases: all that the office knows.
    for name in session.scalars(select(Quote.company).distinct().order_by(Quote.company)):
        found.add_named("organisation", name)
    for lines in session.scalars(select(Letter.recipient).where(Letter.case_id == case.id)):
        first, *others = (lines or "").splitlines() or [""]
        found.add_named("organisation", first)
        _add_address(found, "\n".join(others))


def _is_anybody(name: str) -> bool:
    """Whether a recipient is only called what it is: „Pflegekasse“ leads nowhere."""
    words = load_code_list("payer")
    return any(fold(name.strip()) in folding_words(words.label(one.code)) for one in words)


def district_of(building: Building, office: Office) -> str:
    """``Stadtteil Lehe``; empty when nobody knows where."""
    district = load_areas(office.region).district(building.area)
    return "" if district is None else _("Stadtteil {name}").format(name=district.name())
