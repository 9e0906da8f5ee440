"""What the person finds hard: 24 functions asked one by one, and what can be suggested from what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import get
from zwk_barrier.model import Limitation, Person
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit_tables import load_fit_model
from zwk_barrier.rules.fit import suggested
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

DEGREES: tuple[int, ...] = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class SuggestedDegree:
    """A degree that follows from what is known of the person, and from what, as one sentence."""

    function: str
    degree: int
    reason: str


@dataclass(frozen=True, slots=True)
class FunctionalProfile:
    """What was asked about of the person with this id, and what may be suggested for the rest."""

    id: UUID
    degrees: Mapping[str, int]
    suggestions: tuple[SuggestedDegree, ...]


def keep_limitation(store: OfficeStore, person_id: UUID, function: str, degree: int | None) -> Changed:
    """Keeps one answer: 0 no, 1 at times, 2 clearly, None for not asked; raises InputProblem or NotFound."""
    with store.deed("limitation_kept") as deed:
        get(deed.session, Person, person_id)
        _keep(deed.session, person_id, function, degree)
    return deed.changed


def keep_suggestions(store: OfficeStore, person_id: UUID) -> Changed:
    """Takes over what is suggested now, in one deed; what was asked about already stays as it is."""
    with store.deed("limitations_suggested") as deed:
        for one in functional_profile(deed.session, person_id).suggestions:
            _keep(deed.session, person_id, one.function, one.degree)
    return deed.changed


def degrees_of(session: Session, person_id: UUID) -> dict[str, int]:
    """Function to degree in the order of the code list; a missing function was not asked about."""
    found = {row.function: row.degree for row in _rows(session, person_id) if row.degree is not None}
    return {one.code: found[one.code] for one in load_code_list("function") if one.code in found}


def functional_profile(session: Session, person_id: UUID) -> FunctionalProfile:
    """What was asked about, and the suggestions for what was not; raises NotFound."""
    person, degrees = get(session, Person, person_id), degrees_of(session, person_id)
    return FunctionalProfile(person_id, degrees, suggestions(person, degrees))


def suggestions(
    person: Person, degrees: Mapping[str, int], day: date | None = None
) -> tuple[SuggestedDegree, ...]:
    """What aids, impairments and falls let us propose for functions nobody was asked about; of each the most."""
    known = {"aids": person.aids or (), "impairments": person.impairments or (), "falls": (person.falls,)}
    found = suggested(known, load_fit_model(day))
    return tuple(
        SuggestedDegree(code.code, found[code.code].degree, found[code.code].reason())
        for code in load_code_list("function")
        if code.code in found and code.code not in degrees
    )


def _keep(session: Session, person_id: UUID, function: str, degree: int | None) -> None:
    if function not in load_code_list("function") or degree not in (None, *DEGREES):
        raise InputProblem(function, _("Möglich sind 0, 1, 2 und „nicht gefragt“."))
    row = next((one for one in _rows(session, person_id) if one.function == function), None)
    if row is not None:
        row.degree = degree
    elif degree is not None:
        session.add(Limitation(person_id=person_id, function=function, degree=degree))
        session.flush()


def _rows(session: Session, person_id: UUID) -> Sequence[Limitation]:
    return session.scalars(
        select(Limitation)
        .where(Limitation.person_id == person_id, Limitation.removed_at.is_(None))
        .order_by(Limitation.id)
    ).all()
