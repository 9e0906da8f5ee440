"""What the statistics keep: frozen periods, the register of releases, comments, and the population they refer to."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Drawing, Permanent, Record


class FrozenPeriod(Permanent):
    """The counts of ended quarters as they stood at ``frozen_at``; never changed, only followed by a revision.

    ``begins_on`` and ``ends_on`` are the first and last day, whole quarters.  ``method`` is ``rounding`` or
    ``dots``; ``threshold`` the base of the rounding or the least count shown.  ``content`` holds the joint base
    table of every unit, exact and protected, as JSON in zlib and base64, ``digest`` the SHA-256 of that JSON.
    """

    __tablename__ = "frozen_period"

    begins_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date]
    revision: Mapped[int] = mapped_column(default=0)
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("frozen_period.id"), index=True)
    frozen_at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    method: Mapped[str]
    threshold: Mapped[int]
    seed: Mapped[int]
    areas_edition: Mapped[str]
    definitions_edition: Mapped[str]
    digest: Mapped[str]
    content: Mapped[str]


class Release(Permanent):
    """One handing out of figures, in the register that is only ever added to.

    Code: release_kind.  ``files`` lists name, SHA-256 and size of each file, ``report`` the protection applied
    and its measures of risk and loss, ``content`` the published cells as JSON in zlib and base64, which the next
    release is held against.
    """

    __tablename__ = "statistics_release"

    released_at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    purpose: Mapped[str | None]
    recipient: Mapped[str | None]
    template: Mapped[str | None]
    begins_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date]
    frozen_period_id: Mapped[UUID | None] = mapped_column(ForeignKey("frozen_period.id"), index=True)
    method: Mapped[str]
    threshold: Mapped[int]
    files: Mapped[Drawing]
    report: Mapped[Drawing]
    content: Mapped[str | None]


class ReportComment(Record):
    """What the office writes into a section of a yearly report; quarters as days, ``template`` its code."""

    __tablename__ = "report_comment"
    __table_args__ = (Index("ix_report_comment_of_report", "begins_on", "ends_on", "template", "removed_at"),)

    begins_on: Mapped[date]
    ends_on: Mapped[date]
    template: Mapped[str]
    section: Mapped[str]
    comment: Mapped[str | None]


class PopulationTable(Record):
    """A table of inhabitants by area and age on a day, with its source. Code: population_kind.

    Several may stand side by side for the same day, for registers and extrapolations differ.
    """

    __tablename__ = "population_table"

    kind: Mapped[str]
    title: Mapped[str | None]
    source: Mapped[str | None]
    counted_on: Mapped[date]
    is_rounded: Mapped[bool | None]
    digest: Mapped[str | None]
    note: Mapped[str | None]


class PopulationCount(Record):
    """Inhabitants (or places, or a forecast) of one area between two ages.

    ``area`` is a key of the region's areas, empty for the whole region; ``age_to`` is the last age counted, empty
    for an open group; both empty mean all ages.  ``sex`` is a code of gender, empty for all.
    """

    __tablename__ = "population_count"

    table_id: Mapped[UUID] = mapped_column(ForeignKey("population_table.id"), index=True)
    area: Mapped[str | None]
    sex: Mapped[str | None]
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    persons: Mapped[int]


class QualityNote(Record):
    """That somebody looked at a doubtful record and found it right. ``rule`` names the check."""

    __tablename__ = "quality_note"
    __table_args__ = (Index("ix_quality_note_of_record", "record_id", "rule", "removed_at"),)

    rule: Mapped[str]
    record_id: Mapped[UUID]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    note: Mapped[str | None]
