"""Home visit in full."""

import sqlalchemy as sa
from alembic import op

# ruff: noqa: PLR0915 - a migration is a list of steps

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema up; there is no way back but the copy made before."""
    op.create_table(
        "kept_requirements",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_requirements")),
        sa.UniqueConstraint("digest", name=op.f("uq_kept_requirements_digest")),
    )
    op.create_table(
        "own_table",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_table")),
    )
    with op.batch_alter_table("own_table", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_table_name"), ["name"], unique=False)

    op.create_table(
        "limitation",
        sa.Column("person_id", sa.CHAR(length=32), nullable=False),
        sa.Column("function", sa.String(), nullable=False),
        sa.Column("degree", sa.Integer(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_limitation_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_limitation")),
    )
    with op.batch_alter_table("limitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_limitation_person_id"), ["person_id"], unique=False)

    op.create_table(
        "outcome_survey",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("visit_id", sa.CHAR(length=32), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("asked_when", sa.String(), nullable=True),
        sa.Column("safety", sa.Integer(), nullable=True),
        sa.Column("independence", sa.Integer(), nullable=True),
        sa.Column("relief", sa.Integer(), nullable=True),
        sa.Column("staying", sa.Integer(), nullable=True),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("falls", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_outcome_survey_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_outcome_survey_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_survey")),
    )
    with op.batch_alter_table("outcome_survey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_survey_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_survey_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "room_part",
        sa.Column("room_id", sa.CHAR(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_part_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_part")),
    )
    with op.batch_alter_table("room_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_part_room_id"), ["room_id"], unique=False)

    op.create_table(
        "quote",
        sa.Column("measure_id", sa.CHAR(length=32), nullable=False),
        sa.Column("company", sa.String(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("quoted_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("is_chosen", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_quote_measure_id_measure")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
    )
    with op.batch_alter_table("quote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quote_measure_id"), ["measure_id"], unique=False)

    op.create_table(
        "visit_note",
        sa.Column("visit_id", sa.CHAR(length=32), nullable=False),
        sa.Column("room_id", sa.CHAR(length=32), nullable=True),
        sa.Column("measure_id", sa.CHAR(length=32), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_visit_note_measure_id_measure")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_visit_note_room_id_room")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_note_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_note")),
    )
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_note_measure_id"), ["measure_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_note_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_note_visit_id"), ["visit_id"], unique=False)

    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_wanted", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("frequency", sa.String(), nullable=True))

    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cost_quoted", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("barriers", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("payers", sa.JSON(), nullable=True))

    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part_id", sa.CHAR(length=32), nullable=True))
        batch_op.add_column(sa.Column("is_wanted", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("frequency", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_measurement_part_id"), ["part_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_measurement_part_id_room_part"), "room_part", ["part_id"], ["id"]
        )

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("aid_length_cm", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("turning_circle_cm", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reach_low_cm", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reach_high_cm", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("seat_height_cm", sa.Integer(), nullable=True))

    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part_id", sa.CHAR(length=32), nullable=True))
        batch_op.add_column(sa.Column("criterion", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("before_id", sa.CHAR(length=32), nullable=True))
        batch_op.add_column(sa.Column("marks", sa.JSON(), nullable=True))
        batch_op.create_index(batch_op.f("ix_photo_before_id"), ["before_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_part_id"), ["part_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_photo_before_id_photo"), "photo", ["before_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_photo_part_id_room_part"), "room_part", ["part_id"], ["id"]
        )

    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sketch", sa.JSON(), nullable=True))

    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("purpose", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("compared_with_id", sa.CHAR(length=32), nullable=True))
        batch_op.add_column(sa.Column("requirements_digest", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("person_then", sa.JSON(), nullable=True))
        batch_op.create_index(batch_op.f("ix_visit_compared_with_id"), ["compared_with_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_visit_compared_with_id_visit"), "visit", ["compared_with_id"], ["id"]
        )
