"""What every record has in common, and the column types SQLite lacks."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from zwk_barrier.model.ids import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored as naive UTC; a naive one is refused, for nobody could tell its zone later."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The moment as it stands in the column; raises ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The moment as the program has it, aware."""
        return None if value is None else value.replace(tzinfo=UTC)


class Thousandths(TypeDecorator[Decimal]):
    """An exact decimal with three places, stored as a whole number, so that 62.5 stays 62.5."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> int | None:
        """The whole number of thousandths."""
        return None if value is None else int((Decimal(value) * 1000).to_integral_value())

    def process_result_value(self, value: int | None, _dialect: Dialect) -> Decimal | None:
        """The decimal, without needless zeros."""
        return None if value is None else (Decimal(value) / 1000).normalize()


Codes = list[str]
"""Several codes of one code list, kept as one JSON array: one field, one journal entry, one form row."""

Drawing = dict[str, Any]
"""Something drawn or frozen, kept as one JSON object: it changes, and is taken back, as a whole."""


class Base(DeclarativeBase):
    """The metadata all tables share."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(native_uuid=False),
        datetime: UtcDateTime(),
        Decimal: Thousandths(),
        Codes: JSON(none_as_null=True),
        Drawing: JSON(none_as_null=True),
        int: Integer(),
    }


class Record(Base):
    """A journaled row: its changes are kept by triggers, and it is taken away by a date, never deleted."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    removed_at: Mapped[datetime | None]


class Permanent(Record):
    """A record that a register only ever adds: the database itself refuses to change or delete it."""

    __abstract__ = True


def journaled_tables() -> list[type[Record]]:
    """Every record class whose changes the journal keeps, in the order of their tables' dependencies."""
    records = {
        mapper.class_.__table__: mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Record)
    }
    return [records[table] for table in Base.metadata.sorted_tables if table in records]
