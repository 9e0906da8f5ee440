"""Consultation hours in the quarters: where they are held, and one key that records today's."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.network.activities import OUTREACH
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Activity, OutreachPlace
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.folding import fold
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place with what happened there: hours held and people advised this year, and the last time.

    ``today`` is what was recorded for the day asked about, if anything.
    """

    place: OutreachPlace
    held: int
    advised: int
    last_on: date | None
    today: Activity | None

    def is_open(self, day: date) -> bool:
        """Whether hours are held there on that day."""
        begins, ends = self.place.begins_on, self.place.ends_on
        return (begins is None or begins <= day) and (ends is None or day <= ends)


def add_place(store: OfficeStore, day: date, **values: Any) -> tuple[Changed, UUID]:
    """Adds a place, open since ``day`` unless said otherwise."""
    with store.deed("outreach_place_added") as deed:
        place = OutreachPlace(**{"begins_on": day, **clean(OutreachPlace, values)})
        deed.session.add(place)
        deed.session.flush()
    return deed.changed, place.id


def record_hour(store: OfficeStore, place_id: UUID, day: date, advised: int | None) -> tuple[Changed, UUID]:
    """Keeps that consultation hours were held there on that day, and how many were advised.

    Recorded again for the same day the number is put right, so that pressing twice does not count twice.
    Raises InputProblem for a number that cannot be true.
    """
    with store.deed("consultation_hour_kept") as deed:
        place = get(deed.session, OutreachPlace, place_id)
        if place.begins_on is not None and day < place.begins_on:
            raise InputProblem("held_on", _("An diesem Tag gab es die Sprechstunde dort noch nicht."))
        hour = _hour_of(deed.session, place_id, day)
        if hour is None:
            hour = Activity(
                kind=OUTREACH,
                title=place.name,
                outreach_place_id=place.id,
                held_on=day,
                place=place.address or place.name,
                area=place.area,
                staff_id=store.staff_id,
            )
            deed.session.add(hour)
        hour.advised = clean(Activity, {"advised": advised})["advised"]
        deed.session.flush()
    return deed.changed, hour.id


def load_places(session: Session, day: date) -> tuple[PlaceView, ...]:
    """Every place, those still open on ``day`` first, by name; counts are of the year of ``day``."""
    places = session.scalars(select(OutreachPlace).where(OutreachPlace.removed_at.is_(None))).all()
    held = _held_since(session, date(day.year, 1, 1), day)
    last = dict(
        session.execute(
            select(Activity.outreach_place_id, func.max(Activity.held_on))
            .where(Activity.removed_at.is_(None), Activity.held_on <= day)
            .group_by(Activity.outreach_place_id)
        ).all()
    )
    views = [
        PlaceView(place, *held.get(place.id, (0, 0)), last.get(place.id), _hour_of(session, place.id, day))
        for place in places
    ]
    return tuple(sorted(views, key=lambda view: (not view.is_open(day), fold(view.place.name or ""))))


def _held_since(session: Session, first: date, last: date) -> dict[UUID, tuple[int, int]]:
    query = (
        select(Activity.outreach_place_id, func.count(), func.coalesce(func.sum(Activity.advised), 0))
        .where(
            Activity.removed_at.is_(None),
            Activity.outreach_place_id.is_not(None),
            Activity.held_on.between(first, last),
        )
        .group_by(Activity.outreach_place_id)
    )
    return {
        place_id: (count, advised or 0) for place_id, count, advised in session.execute(query) if place_id
    }


def _hour_of(session: Session, place_id: UUID, day: date) -> Activity | None:
    return session.scalars(
        select(Activity)
        .where(Activity.outreach_place_id == place_id, Activity.held_on == day, Activity.removed_at.is_(None))
        .order_by(Activity.created_at)
    ).first()
