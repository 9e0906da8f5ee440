"""What the values of a visit are judged by: requirements and person, as they are now or as they were kept.

As long as a visit is open, the requirements of its day and the person's present dimensions count.  When
it is finished, both are kept with it, so that its report never changes afterwards.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.asking import NOTHING, Mattering, frozen, mattering_to, thawed
from zwk_barrier.model import CaseFile, KeptRequirements, Limitation, OwnTable, Person, Visit
from zwk_barrier.reference.editions import Edition, with_own
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Profile, RequirementSet
from zwk_barrier.rules.individual import Dimensions, individualised


@dataclass(frozen=True, slots=True)
class PersonThen:
    """What the verdicts and the fit take from the person.

    ``degrees`` maps a function (code list function) to 0, 1 or 2; one that is missing was not asked about.
    """

    dimensions: Dimensions = field(default_factory=Dimensions)
    degrees: Mapping[str, int] = field(default_factory=dict, hash=False)
    aids: tuple[str, ...] = ()
    impairments: tuple[str, ...] = ()
    falls: str | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The profile, every requirement of the day with the person's own, and the person.

    ``mattering`` is what matters to the person, and so is asked first.
    """

    profile: Profile
    requirements: RequirementSet = field(hash=False, compare=False)
    person: PersonThen
    edition: Edition
    is_frozen: bool = False
    mattering: Mattering = NOTHING


def basis_of(session: Session, visit: Visit) -> Basis:
    """What this visit is judged by; a finished one by what was kept with it."""
    kept = _kept(session, visit)
    person = person_now(session, visit.case_id) if visit.person_then is None else _thawed(visit.person_then)
    edition = kept or current_edition(session)
    requirements = _for_person(edition, _day_of(session, visit), person.dimensions)
    mattering = (
        mattering_to(requirements, person, visit.visited_on)
        if visit.person_then is None
        else thawed(visit.person_then.get("mattering", {}))
    )
    profile = requirements.profile(visit.profile)
    is_frozen = kept is not None and visit.person_then is not None
    return Basis(profile, requirements, person, edition, is_frozen, mattering)


def freeze(session: Session, visit: Visit) -> None:
    """Keeps with a visit what it is judged by; a visit that has it already keeps the first."""
    keep_requirements(session, visit)
    if visit.person_then is None:
        basis = basis_of(session, visit)
        visit.person_then = {**_frozen(basis.person), "mattering": frozen(basis.mattering)}


def keep_requirements(session: Session, visit: Visit) -> None:
    """Keeps only the requirements, because another visit is going to be measured by the same (docs/decisions/0017)."""
    if visit.requirements_digest is not None:
        return
    basis = basis_of(session, visit)
    digest = basis.edition.digest
    if session.scalar(select(KeptRequirements.id).where(KeptRequirements.digest == digest)) is None:
        session.add(KeptRequirements(digest=digest, content=dict(basis.edition.files)))
    visit.requirements_digest = digest
    visit.requirements_edition = basis.profile.edition


def current_edition(session: Session) -> Edition:
    """The shipped tables and the office's own."""
    own = session.execute(select(OwnTable.name, OwnTable.content).where(OwnTable.removed_at.is_(None)))
    return with_own({f"own/{name}.csv": content for name, content in own})


def requirements_now(session: Session) -> RequirementSet:
    """Every requirement as it holds today, without those of a person."""
    return load_requirements(current_edition(session))


def person_now(session: Session, case_id: UUID) -> PersonThen:
    """What is known of the person of a case today."""
    person = session.scalars(select(Person).join(CaseFile).where(CaseFile.id == case_id)).one()
    limitations = session.execute(
        select(Limitation.function, Limitation.degree).where(
            Limitation.person_id == person.id, Limitation.removed_at.is_(None), Limitation.degree.is_not(None)
        )
    )
    return PersonThen(
        Dimensions(
            person.aid_width_cm,
            person.aid_length_cm,
            person.turning_circle_cm,
            person.reach_low_cm,
            person.reach_high_cm,
            person.seat_height_cm,
        ),
        {function: degree for function, degree in limitations if degree is not None},
        tuple(person.aids or ()),
        tuple(person.impairments or ()),
        person.falls,
    )


def _day_of(session: Session, visit: Visit) -> date | None:
    """The day whose requirements hold: of a visit that measures again, that of the one it is compared with."""
    earlier = None if visit.compared_with_id is None else session.get(Visit, visit.compared_with_id)
    return visit.visited_on if earlier is None else _day_of(session, earlier)


def _kept(session: Session, visit: Visit) -> Edition | None:
    if visit.requirements_digest is None:
        return None
    content = session.scalar(
        select(KeptRequirements.content).where(KeptRequirements.digest == visit.requirements_digest)
    )
    return None if content is None else Edition(visit.requirements_digest, content)


@lru_cache(maxsize=16)
def _for_person(edition: Edition, day: date | None, person: Dimensions) -> RequirementSet:
    requirements = load_requirements(edition, day)
    return individualised(requirements, person) if person else requirements


def _frozen(person: PersonThen) -> dict[str, Any]:
    return {
        "dimensions": {name: value for name, value in asdict(person.dimensions).items() if value is not None},
        "degrees": dict(person.degrees),
        "aids": list(person.aids),
        "impairments": list(person.impairments),
        "falls": person.falls,
    }


def _thawed(kept: Mapping[str, Any]) -> PersonThen:
    known = {one.name for one in fields(Dimensions)}
    return PersonThen(
        Dimensions(**{name: value for name, value in kept.get("dimensions", {}).items() if name in known}),
        dict(kept.get("degrees", {})),
        tuple(kept.get("aids", ())),
        tuple(kept.get("impairments", ())),
        kept.get("falls"),
    )
