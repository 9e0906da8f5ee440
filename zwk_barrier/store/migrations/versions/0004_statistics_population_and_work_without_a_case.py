"""Statistics, population and work without a case."""

import sqlalchemy as sa
from alembic import op

# ruff: noqa: PLR0915 - a migration is a list of steps

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema up; there is no way back but the copy made before."""
    op.create_table(
        "local_offer",
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("contact_person", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("hours", sa.String(), nullable=True),
        sa.Column("costs", sa.String(), nullable=True),
        sa.Column("is_step_free", sa.Boolean(), nullable=True),
        sa.Column("languages", sa.JSON(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_offer")),
    )
    op.create_table(
        "outreach_place",
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("hours", sa.String(), nullable=True),
        sa.Column("is_step_free", sa.Boolean(), nullable=True),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach_place")),
    )
    op.create_table(
        "population_table",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("is_rounded", sa.Boolean(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_population_table")),
    )
    op.create_table(
        "report_comment",
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_comment")),
    )
    with op.batch_alter_table("report_comment", schema=None) as batch_op:
        batch_op.create_index(
            "ix_report_comment_of_report", ["begins_on", "ends_on", "template", "removed_at"], unique=False
        )

    op.create_table(
        "activity",
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("outreach_place_id", sa.CHAR(length=32), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("begins_at", sa.Time(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("partner", sa.String(), nullable=True),
        sa.Column("audiences", sa.JSON(), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("advised", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["outreach_place_id"],
            ["outreach_place.id"],
            name=op.f("fk_activity_outreach_place_id_outreach_place"),
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_activity_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index("ix_activity_listed", ["removed_at", "held_on", "id", "kind"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_activity_outreach_place_id"), ["outreach_place_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_activity_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "frozen_period",
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.CHAR(length=32), nullable=True),
        sa.Column("frozen_at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("areas_edition", sa.String(), nullable=False),
        sa.Column("definitions_edition", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["frozen_period.id"], name=op.f("fk_frozen_period_replaces_id_frozen_period")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_frozen_period_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frozen_period")),
    )
    with op.batch_alter_table("frozen_period", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_frozen_period_begins_on"), ["begins_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_frozen_period_replaces_id"), ["replaces_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_frozen_period_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "population_count",
        sa.Column("table_id", sa.CHAR(length=32), nullable=False),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("age_from", sa.Integer(), nullable=True),
        sa.Column("age_to", sa.Integer(), nullable=True),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["table_id"], ["population_table.id"], name=op.f("fk_population_count_table_id_population_table")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_population_count")),
    )
    with op.batch_alter_table("population_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_population_count_table_id"), ["table_id"], unique=False)

    op.create_table(
        "quality_note",
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("record_id", sa.CHAR(length=32), nullable=False),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_quality_note_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_note")),
    )
    with op.batch_alter_table("quality_note", schema=None) as batch_op:
        batch_op.create_index("ix_quality_note_of_record", ["record_id", "rule", "removed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_quality_note_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "staff_month",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("direct_minutes", sa.Integer(), nullable=True),
        sa.Column("indirect_minutes", sa.Integer(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_month_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_month")),
    )
    with op.batch_alter_table("staff_month", schema=None) as batch_op:
        batch_op.create_index("ix_staff_month_listed", ["removed_at", "month", "staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_month_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "text_review",
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=True),
        sa.Column("reviewer", sa.String(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_text_review_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_review")),
    )
    with op.batch_alter_table("text_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_text_review_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "statistics_release",
        sa.Column("released_at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("template", sa.String(), nullable=True),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("frozen_period_id", sa.CHAR(length=32), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("content", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["frozen_period_id"],
            ["frozen_period.id"],
            name=op.f("fk_statistics_release_frozen_period_id_frozen_period"),
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_statistics_release_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistics_release")),
    )
    with op.batch_alter_table("statistics_release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statistics_release_begins_on"), ["begins_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_statistics_release_frozen_period_id"), ["frozen_period_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_statistics_release_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("offer_id", sa.CHAR(length=32), nullable=False),
        sa.Column("case_id", sa.CHAR(length=32), nullable=True),
        sa.Column("contact_id", sa.CHAR(length=32), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("referred_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_referral_case_id_case_file")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_referral_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["local_offer.id"], name=op.f("fk_referral_offer_id_local_offer")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_referral_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_offer_id"), ["offer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_staff_id"), ["staff_id"], unique=False)

    with op.batch_alter_table("outcome_survey", schema=None) as batch_op:
        batch_op.add_column(sa.Column("whereabouts", sa.String(), nullable=True))

    with op.batch_alter_table("printed_document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_faulty", sa.Boolean(), server_default="0", nullable=False))

    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("suitability", sa.String(), nullable=True))
