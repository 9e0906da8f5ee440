"""The dwelling and the building it is in; a dwelling outlives the person who lives there."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class Building(Record):
    """A house with its address. Codes: building_type, building_age; ``area`` is a key of the region's areas."""

    __tablename__ = "building"

    street: Mapped[str | None]
    house_number: Mapped[str | None]
    postcode: Mapped[str | None]
    town: Mapped[str | None]
    area: Mapped[str | None]
    building_type: Mapped[str | None]
    building_age: Mapped[str | None]
    floors: Mapped[int | None]
    has_lift: Mapped[bool | None]
    steps_to_entrance: Mapped[int | None]
    is_listed: Mapped[bool | None]
    is_condominium: Mapped[bool | None]
    escape_route_note: Mapped[str | None]


class Dwelling(Record):
    """A home in a building. Codes: tenure, landlord, consent_state; ``living_space`` in square metres.

    ``consent_state`` is the landlord's consent (§ 554 BGB), ``resolution_state`` that of the owners (§ 20 WEG).
    """

    __tablename__ = "dwelling"

    building_id: Mapped[UUID] = mapped_column(ForeignKey("building.id"), index=True)
    location: Mapped[str | None]
    floor: Mapped[int | None]
    steps_to_dwelling: Mapped[int | None]
    tenure: Mapped[str | None]
    landlord: Mapped[str | None]
    landlord_name: Mapped[str | None]
    landlord_address: Mapped[str | None]
    consent_state: Mapped[str | None]
    consent_on: Mapped[date | None]
    resolution_state: Mapped[str | None]
    resolution_on: Mapped[date | None]
    living_space: Mapped[Decimal | None]
    room_count: Mapped[Decimal | None]
    lived_since: Mapped[int | None]
    is_rent_bound: Mapped[bool | None]
    has_plans: Mapped[bool | None]
    note: Mapped[str | None]
