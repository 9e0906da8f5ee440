"""First release."""

import sqlalchemy as sa
from alembic import op

# ruff: noqa: PLR0915 - a migration is a list of steps

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema up; there is no way back but the copy made before."""
    op.create_table(
        "building",
        sa.Column("street", sa.String(), nullable=True),
        sa.Column("house_number", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("town", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("building_type", sa.String(), nullable=True),
        sa.Column("building_age", sa.String(), nullable=True),
        sa.Column("floors", sa.Integer(), nullable=True),
        sa.Column("has_lift", sa.Boolean(), nullable=True),
        sa.Column("steps_to_entrance", sa.Integer(), nullable=True),
        sa.Column("is_listed", sa.Boolean(), nullable=True),
        sa.Column("is_condominium", sa.Boolean(), nullable=True),
        sa.Column("escape_route_note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_building")),
    )
    op.create_table(
        "deed",
        sa.Column("first_entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.CHAR(length=32), nullable=True),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("case_id", sa.CHAR(length=32), nullable=True),
        sa.Column("undoes", sa.CHAR(length=32), nullable=True),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("first_entry", name=op.f("pk_deed")),
    )
    op.create_table(
        "journal",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.CHAR(length=32), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.CHAR(length=32), nullable=False),
        sa.Column("column_name", sa.String(), nullable=True),
        sa.Column("old_value", sa.String(), nullable=True),
        sa.Column("new_value", sa.String(), nullable=True),
        sa.Column("parent", sa.CHAR(length=32), nullable=True),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_journal")),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index("ix_journal_row", ["row_id", "column_name"], unique=False)

    op.create_table(
        "office",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("street", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("town", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("lock_after_minutes", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "person",
        sa.Column("salutation", sa.String(), nullable=True),
        sa.Column("given_name", sa.String(), nullable=True),
        sa.Column("family_name", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("phone_other", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("contact_preference", sa.String(), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("gender", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("communication", sa.JSON(), nullable=True),
        sa.Column("migration", sa.String(), nullable=True),
        sa.Column("household_form", sa.String(), nullable=True),
        sa.Column("household_size", sa.Integer(), nullable=True),
        sa.Column("household_in_care", sa.Integer(), nullable=True),
        sa.Column("care_grade", sa.String(), nullable=True),
        sa.Column("care_grade_since", sa.Date(), nullable=True),
        sa.Column("disability_degree", sa.Integer(), nullable=True),
        sa.Column("disability_marks", sa.JSON(), nullable=True),
        sa.Column("impairments", sa.JSON(), nullable=True),
        sa.Column("aids", sa.JSON(), nullable=True),
        sa.Column("aid_width_cm", sa.Integer(), nullable=True),
        sa.Column("falls", sa.String(), nullable=True),
        sa.Column("diagnoses", sa.String(), nullable=True),
        sa.Column("insurance", sa.String(), nullable=True),
        sa.Column("insurance_number", sa.String(), nullable=True),
        sa.Column("insurance_type", sa.String(), nullable=True),
        sa.Column("income", sa.String(), nullable=True),
        sa.Column("guardianship", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "search_entry",
        sa.Column("rowid", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.CHAR(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("names", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("numbers", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("subject_id", name=op.f("uq_search_entry_subject_id")),
    )
    op.create_table(
        "search_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("sound", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_search_word")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("search_word", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_search_word_since"), ["since"], unique=False)

    op.create_table(
        "staff",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_table(
        "dwelling",
        sa.Column("building_id", sa.CHAR(length=32), nullable=False),
        sa.Column("location", sa.String(), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("steps_to_dwelling", sa.Integer(), nullable=True),
        sa.Column("tenure", sa.String(), nullable=True),
        sa.Column("landlord", sa.String(), nullable=True),
        sa.Column("landlord_name", sa.String(), nullable=True),
        sa.Column("living_space", sa.BigInteger(), nullable=True),
        sa.Column("room_count", sa.BigInteger(), nullable=True),
        sa.Column("lived_since", sa.Integer(), nullable=True),
        sa.Column("is_rent_bound", sa.Boolean(), nullable=True),
        sa.Column("has_plans", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["building_id"], ["building.id"], name=op.f("fk_dwelling_building_id_building")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dwelling")),
    )
    with op.batch_alter_table("dwelling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dwelling_building_id"), ["building_id"], unique=False)

    op.create_table(
        "case_file",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("person_id", sa.CHAR(length=32), nullable=False),
        sa.Column("dwelling_id", sa.CHAR(length=32), nullable=False),
        sa.Column("advisor_id", sa.CHAR(length=32), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("enquirer", sa.String(), nullable=True),
        sa.Column("access_path", sa.String(), nullable=True),
        sa.Column("main_occasion", sa.String(), nullable=True),
        sa.Column("occasions", sa.JSON(), nullable=True),
        sa.Column("concern", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("urgency", sa.String(), nullable=True),
        sa.Column("discharge_on", sa.Date(), nullable=True),
        sa.Column("counselling_type", sa.String(), nullable=True),
        sa.Column("legal_basis", sa.String(), nullable=True),
        sa.Column("privacy_given_on", sa.Date(), nullable=True),
        sa.Column("privacy_version", sa.String(), nullable=True),
        sa.Column("privacy_form", sa.String(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("personal_note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["advisor_id"], ["staff.id"], name=op.f("fk_case_file_advisor_id_staff")),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_case_file_dwelling_id_dwelling")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_file_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("number", name=op.f("uq_case_file_number")),
    )
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_file_advisor_id"), ["advisor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_dwelling_id"), ["dwelling_id"], unique=False)
        batch_op.create_index(
            "ix_case_file_listed",
            ["removed_at", "opened_at", "id", "status", "number", "person_id", "dwelling_id", "advisor_id"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_case_file_person_id"), ["person_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_consent_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_case_id"), ["case_id"], unique=False)

    op.create_table(
        "contact",
        sa.Column("case_id", sa.CHAR(length=32), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("direction", sa.String(), nullable=True),
        sa.Column("participants", sa.JSON(), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("caller_given_name", sa.String(), nullable=True),
        sa.Column("caller_family_name", sa.String(), nullable=True),
        sa.Column("caller_phone", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("enquirer", sa.String(), nullable=True),
        sa.Column("enquirer_name", sa.String(), nullable=True),
        sa.Column("occasion", sa.String(), nullable=True),
        sa.Column("counselling_type", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_contact_case_id_case_file")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_contact_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_contact_listed", ["removed_at", "happened_at", "id", "case_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_contact_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "related_person",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("relation", sa.String(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("has_authority", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_related_person_case_id_case_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_related_person")),
    )
    with op.batch_alter_table("related_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_related_person_case_id"), ["case_id"], unique=False)

    op.create_table(
        "visit",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("visited_on", sa.Date(), nullable=True),
        sa.Column("begins_at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("participants", sa.JSON(), nullable=True),
        sa.Column("participants_note", sa.String(), nullable=True),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("requirements_edition", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_visit_case_id_case_file")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_visit_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_visited_on"), ["visited_on"], unique=False)

    op.create_table(
        "room",
        sa.Column("visit_id", sa.CHAR(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_room_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("case_id", sa.CHAR(length=32), nullable=True),
        sa.Column("contact_id", sa.CHAR(length=32), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_task_case_id_case_file")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_task_contact_id_contact")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_task_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "finding",
        sa.Column("visit_id", sa.CHAR(length=32), nullable=False),
        sa.Column("room_id", sa.CHAR(length=32), nullable=True),
        sa.Column("criterion", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("hazard", sa.String(), nullable=True),
        sa.Column("activities", sa.JSON(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_finding_room_id_room")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_finding_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_finding_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "measure",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("visit_id", sa.CHAR(length=32), nullable=True),
        sa.Column("room_id", sa.CHAR(length=32), nullable=True),
        sa.Column("catalogue_number", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("cost_low", sa.Integer(), nullable=True),
        sa.Column("cost_high", sa.Integer(), nullable=True),
        sa.Column("cost_actual", sa.Integer(), nullable=True),
        sa.Column("payer_note", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("needs_consent", sa.Boolean(), nullable=True),
        sa.Column("trade", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("not_done_reason", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_measure_case_id_case_file")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_measure_room_id_room")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_measure_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measure_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_measure_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_measure_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "measurement",
        sa.Column("room_id", sa.CHAR(length=32), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("second_value", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.Boolean(), nullable=True),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("is_applicable", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_measurement_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
    )
    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measurement_room_id"), ["room_id"], unique=False)

    op.create_table(
        "photo",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("visit_id", sa.CHAR(length=32), nullable=True),
        sa.Column("room_id", sa.CHAR(length=32), nullable=True),
        sa.Column("caption", sa.String(), nullable=True),
        sa.Column("alternative", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_photo_case_id_case_file")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_photo_room_id_room")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_photo_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
    )
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photo_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_visit_id"), ["visit_id"], unique=False)
