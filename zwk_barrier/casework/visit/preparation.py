"""Preparing a visit: which rooms, against which requirements, and what is still missing to do it well.

Everything here is a proposal with its reason; the advisor decides.  See docs/decisions/0016.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.visit.asking import functions_of, is_asked, mattering_to, uses_wheelchair
from zwk_barrier.casework.visit.basis import PersonThen, person_now, requirements_now
from zwk_barrier.casework.visit.visits import last_done
from zwk_barrier.model import Building, Dwelling, Finding, Measurement, Person, Photo, Room, Visit
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirements import RequirementSet
from zwk_barrier.rules.ages import age_on
from zwk_barrier.rules.individual import individualised
from zwk_barrier.wording import _

WALK: Final = (
    *("aussen", "stellplatz", "hauseingang", "treppenhaus", "aufzug", "wohnungseingang", "flur"),
    *("wohnzimmer", "kueche", "bad", "wc", "schlafzimmer", "kinderzimmer", "balkon", "gesamt"),
)
"""From the kerb to the bed."""

_OWN_HOUSES: Final = frozenset({"efh", "dhh", "rh"})
_WALKING: Final = ("F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F24")
_WITH_AN_AID: Final = ("F06", "F07", "F08", "F09")
_SIGHT: Final = ("F14", "F15")
_ON_WHEELS: Final = frozenset({"rollator", "rollstuhl_hand", "rollstuhl_elektro"})
_OF_AGE: Final = 18


@dataclass(frozen=True, slots=True)
class RoomProposal:
    """One kind of room, whether to go there, and why so; without a reason it is as most visits go."""

    kind: str
    is_proposed: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a visit is proposed to be.

    ``profiles`` are code and short name of all there are; ``points`` how many points each asks in a room of a kind;
    ``missing`` the columns of the person, and ``has_lift`` of the building, that are worth asking for before.
    """

    case_id: UUID
    person: Person
    building: Building
    rooms: tuple[RoomProposal, ...]
    profile: str
    reason: str
    profiles: tuple[tuple[str, str], ...]
    points: Mapping[tuple[str, str], int] = field(hash=False)
    missing: tuple[str, ...] = ()
    is_individual: bool = False
    is_profile_empty: bool = False

    def points_of(self, profile: str, kinds: tuple[str, ...]) -> int:
        """How many points a visit to these rooms asks at first."""
        return sum(self.points.get((profile, kind), 0) for kind in kinds)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rules below look at."""

    then: PersonThen
    building: Building
    dwelling: Dwelling
    is_child: bool
    functions: Mapping[str, int]

    def has(self, *functions: str) -> bool:
        return any(self.functions.get(one) for one in functions)

    @property
    def is_own_house(self) -> bool:
        return self.building.building_type in _OWN_HOUSES

    @property
    def is_without_stairs(self) -> bool:
        """Known to be all on the ground floor."""
        is_low = self.building.floors == 1 or self.dwelling.floor == 0
        return self.is_own_house and is_low and not self.dwelling.steps_to_dwelling


def prepare(session: Session, case_id: UUID, today: date) -> Preparation:
    """The proposal for the next visit of a case; raises NotFound."""
    view, then = load_case(session, case_id), person_now(session, case_id)
    requirements = individualised(requirements_now(session), then.dimensions)
    profile, reason = _profile(view, then, requirements, today)
    return Preparation(
        case_id,
        view.person,
        view.building,
        proposed_rooms(view, then, today),
        profile,
        reason,
        tuple((code, one.word()) for code, one in requirements.profiles.items()),
        _points(requirements, then),
        _missing(view, then),
        is_individual=bool(then.dimensions),
        is_profile_empty=not (functions_of(then) or then.aids or then.impairments),
    )


def proposed_rooms(view: CaseView, then: PersonThen, today: date) -> tuple[RoomProposal, ...]:
    """Every kind of room in the order one walks, each with whether it matters for this person and dwelling."""
    age = age_on(today, view.person.born_on, view.person.birth_year)
    is_child = "kind" in then.impairments or (age is not None and age < _OF_AGE)
    known = _Known(then, view.building, view.dwelling, is_child, functions_of(then))
    return tuple(_room(kind, known) for kind in WALK)


def _room(kind: str, known: _Known) -> RoomProposal:
    rule = _RULES.get(kind)
    if rule is None:
        return RoomProposal(kind, is_proposed=True)
    is_proposed, reason = rule(known)
    return RoomProposal(kind, is_proposed, reason)


def _outdoors(known: _Known) -> tuple[bool, str]:
    if known.building.steps_to_entrance:
        return True, _("Stufen bis zur Haustür")
    if known.has(*_WITH_AN_AID, *_SIGHT):
        return True, _("der Weg zählt: Hilfsmittel oder Sehen")
    return False, ""


def _parking(known: _Known) -> tuple[bool, str]:
    return _because("scooter" in known.then.aids, _("Scooter im Profil"))


def _stairwell(known: _Known) -> tuple[bool, str]:
    return (False, _("eigenes Haus ohne Treppe")) if known.is_without_stairs else (True, "")


def _lift(known: _Known) -> tuple[bool, str]:
    if known.building.has_lift:
        return True, _("Aufzug vorhanden")
    return False, "" if known.building.has_lift is None else _("kein Aufzug im Haus")


def _living_room(known: _Known) -> tuple[bool, str]:
    return _because(known.has(*_WALKING), _("Wege in der Wohnung zählen"))


def _toilet(known: _Known) -> tuple[bool, str]:
    if known.has("F22"):
        return True, _("die Toilette muss schnell erreichbar sein")
    return _because(known.is_own_house, _("im eigenen Haus meist vorhanden"))


def _child(known: _Known) -> tuple[bool, str]:
    return _because(known.is_child, _("ein Kind wird beraten"))


def _balcony(known: _Known) -> tuple[bool, str]:
    return _because(known.has("F07", "F08", "F09"), _("Schwelle für Räder"))


def _whole(known: _Known) -> tuple[bool, str]:
    return _because(uses_wheelchair(known.functions), _("Platz für den Rollstuhl"))


def _because(is_proposed: bool, reason: str) -> tuple[bool, str]:
    return is_proposed, reason if is_proposed else ""


_RULES: Final[Mapping[str, Callable[[_Known], tuple[bool, str]]]] = {
    "aussen": _outdoors,
    "stellplatz": _parking,
    "treppenhaus": _stairwell,
    "aufzug": _lift,
    "wohnzimmer": _living_room,
    "wc": _toilet,
    "kinderzimmer": _child,
    "balkon": _balcony,
    "gesamt": _whole,
}
"""Rooms without a rule belong to every visit."""


def _profile(view: CaseView, then: PersonThen, requirements: RequirementSet, today: date) -> tuple[str, str]:
    if uses_wheelchair(functions_of(then)):
        return "R", _("Rollstuhl im Profil: Maßstab R")
    before = last_done(view.visits, today)
    if before is not None and before.profile in requirements.profiles:
        word = requirements.profile(before.profile).word()
        return before.profile, _("wie beim letzten Besuch: {profile}").format(profile=word)
    return "B", _("Kein Rollstuhl im Profil: Maßstab B")


def _points(requirements: RequirementSet, then: PersonThen) -> dict[tuple[str, str], int]:
    mattering = mattering_to(requirements, then)
    return {
        (code, kind): sum(1 for one in requirements.measured_in(kind) if is_asked(one, profile, mattering))
        for code, profile in requirements.profiles.items()
        for kind in WALK
    }


def _missing(view: CaseView, then: PersonThen) -> tuple[str, ...]:
    wheels, own = bool(_ON_WHEELS & set(then.aids)) or uses_wheelchair(functions_of(then)), then.dimensions
    wanted = (
        ("aid_width_cm", wheels and own.aid_width is None),
        ("turning_circle_cm", uses_wheelchair(functions_of(then)) and own.turning_circle is None),
        ("has_lift", view.building.has_lift is None and bool(view.dwelling.floor)),
    )
    return tuple(column for column, is_missing in wanted if is_missing)


def begun_visits(session: Session, case_id: UUID) -> frozenset[UUID]:
    """The visits of a case that have something to report: a value, a finding, a photo, or that are finished."""
    of_case = select(Visit.id).where(Visit.case_id == case_id)
    rooms = select(Measurement.room_id).where(Measurement.removed_at.is_(None))
    told = (
        of_case.where(Visit.finished_on.is_not(None)),
        of_case.join(Room, Room.visit_id == Visit.id).where(Room.id.in_(rooms)),
        of_case.where(Visit.id.in_(select(Finding.visit_id).where(Finding.removed_at.is_(None)))),
        of_case.where(Visit.id.in_(select(Photo.visit_id).where(Photo.removed_at.is_(None)))),
    )
    return frozenset(visit_id for query in told for visit_id in session.scalars(query))


def room_label(kind: str) -> str:
    """What a kind of room is called."""
    return load_code_list("room").label(kind)
