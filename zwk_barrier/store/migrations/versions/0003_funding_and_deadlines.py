"""Funding and deadlines."""

import sqlalchemy as sa
from alembic import op

# ruff: noqa: PLR0915 - a migration is a list of steps

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema up; there is no way back but the copy made before."""
    op.create_table(
        "letter_template",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
    )
    with op.batch_alter_table("letter_template", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_template_code"), ["code"], unique=False)

    op.create_table(
        "absence",
        sa.Column("staff_id", sa.CHAR(length=32), nullable=False),
        sa.Column("deputy_id", sa.CHAR(length=32), nullable=True),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["deputy_id"], ["staff.id"], name=op.f("fk_absence_deputy_id_staff")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_absence_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_deputy_id"), ["deputy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_absence_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "household_member",
        sa.Column("person_id", sa.CHAR(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("relation", sa.String(), nullable=True),
        sa.Column("care_grade", sa.String(), nullable=True),
        sa.Column("insurance", sa.String(), nullable=True),
        sa.Column("insurance_type", sa.String(), nullable=True),
        sa.Column("insurance_share", sa.Integer(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_household_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
    )
    with op.batch_alter_table("household_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_household_member_person_id"), ["person_id"], unique=False)

    op.create_table(
        "programme_change",
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("proposed_by_id", sa.CHAR(length=32), nullable=True),
        sa.Column("confirmed_by_id", sa.CHAR(length=32), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("rejected_by_id", sa.CHAR(length=32), nullable=True),
        sa.Column("rejected_at", sa.DateTime(), nullable=True),
        sa.Column("rejected_because", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["staff.id"], name=op.f("fk_programme_change_confirmed_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["staff.id"], name=op.f("fk_programme_change_proposed_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["rejected_by_id"], ["staff.id"], name=op.f("fk_programme_change_rejected_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_change")),
    )
    with op.batch_alter_table("programme_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_programme_change_confirmed_by_id"), ["confirmed_by_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_programme_change_proposed_by_id"), ["proposed_by_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_programme_change_rejected_by_id"), ["rejected_by_id"], unique=False
        )

    op.create_table(
        "application",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("programme", sa.String(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("recipient_address", sa.String(), nullable=True),
        sa.Column("recipient_land", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("measures", sa.JSON(), nullable=True),
        sa.Column("is_new_need", sa.Boolean(), nullable=True),
        sa.Column("is_recommended_aid", sa.Boolean(), nullable=True),
        sa.Column("entitled_on", sa.Date(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("lodged_elsewhere_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("involvement", sa.String(), nullable=True),
        sa.Column("involved_on", sa.Date(), nullable=True),
        sa.Column("report_on", sa.Date(), nullable=True),
        sa.Column("reasons_on", sa.Date(), nullable=True),
        sa.Column("decide_by", sa.Date(), nullable=True),
        sa.Column("notice", sa.String(), nullable=True),
        sa.Column("notice_on", sa.Date(), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("delivery", sa.String(), nullable=True),
        sa.Column("has_instruction", sa.Boolean(), nullable=True),
        sa.Column("amount_requested", sa.Integer(), nullable=True),
        sa.Column("amount_granted", sa.Integer(), nullable=True),
        sa.Column("amount_paid", sa.Integer(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("proof_sent_on", sa.Date(), nullable=True),
        sa.Column("objection_on", sa.Date(), nullable=True),
        sa.Column("objection_outcome", sa.String(), nullable=True),
        sa.Column("objection_decided_on", sa.Date(), nullable=True),
        sa.Column("rule_day", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_application_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_application_waiting",
            [
                "removed_at",
                "notice",
                "received_on",
                "lodged_elsewhere_on",
                "applied_on",
                "objection_on",
                "objection_outcome",
                "case_id",
                "id",
            ],
            unique=False,
        )

    op.create_table(
        "funding_check",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_funding_check_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_funding_check_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_check")),
    )
    with op.batch_alter_table("funding_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_funding_check_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_funding_check_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "handover",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("from_id", sa.CHAR(length=32), nullable=True),
        sa.Column("to_id", sa.CHAR(length=32), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_handover_case_id_case_file")),
        sa.ForeignKeyConstraint(["from_id"], ["staff.id"], name=op.f("fk_handover_from_id_staff")),
        sa.ForeignKeyConstraint(["to_id"], ["staff.id"], name=op.f("fk_handover_to_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_from_id"), ["from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_to_id"), ["to_id"], unique=False)

    op.create_table(
        "plan_approval",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("presented_by_id", sa.CHAR(length=32), nullable=True),
        sa.Column("presented_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by_id", sa.CHAR(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_plan_approval_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["staff.id"], name=op.f("fk_plan_approval_decided_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["presented_by_id"], ["staff.id"], name=op.f("fk_plan_approval_presented_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_approval")),
    )
    with op.batch_alter_table("plan_approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_approval_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_approval_decided_by_id"), ["decided_by_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_plan_approval_presented_by_id"), ["presented_by_id"], unique=False
        )

    op.create_table(
        "deadline",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("application_id", sa.CHAR(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("edition", sa.String(), nullable=True),
        sa.Column("is_ours", sa.Boolean(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_deadline_application_id_application")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_deadline_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline")),
    )
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deadline_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deadline_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_deadline_open",
            ["removed_at", "settled_on", "due_on", "id", "case_id", "application_id", "kind", "is_ours"],
            unique=False,
        )

    op.create_table(
        "document_request",
        sa.Column("application_id", sa.CHAR(length=32), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("what", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_document_request_application_id_application"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_request")),
    )
    with op.batch_alter_table("document_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_document_request_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "evidence",
        sa.Column("application_id", sa.CHAR(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("present_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_evidence_application_id_application")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_application_id"), ["application_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("application_id", sa.CHAR(length=32), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("photos", sa.JSON(), nullable=True),
        sa.Column("written_on", sa.Date(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("printed_at", sa.DateTime(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sending", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_letter_application_id_application")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_letter_case_id_case_file")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_letter_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_letter_sent", ["removed_at", "template", "sent_on", "case_id", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_letter_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "disclosure",
        sa.Column("case_id", sa.CHAR(length=32), nullable=False),
        sa.Column("letter_id", sa.CHAR(length=32), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("consent_id", sa.CHAR(length=32), nullable=True),
        sa.Column("disclosed_on", sa.Date(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("norm", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_disclosure_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_disclosure_consent_id_consent")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_disclosure_letter_id_letter")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_disclosure_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
    )
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disclosure_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_disclosure_consent_id"), ["consent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_disclosure_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_disclosure_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "printed_document",
        sa.Column("case_id", sa.CHAR(length=32), nullable=True),
        sa.Column("letter_id", sa.CHAR(length=32), nullable=True),
        sa.Column("staff_id", sa.CHAR(length=32), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("variant", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.CHAR(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_printed_document_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_printed_document_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_printed_document_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_document")),
    )
    with op.batch_alter_table("printed_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_printed_document_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_printed_document_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_printed_document_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_printed_document_staff_id"), ["staff_id"], unique=False)

    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(
            "ix_case_file_whose",
            ["id", "removed_at", "status", "advisor_id", "opened_at", "counselling_type", "outcome"],
            unique=False,
        )

    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_case_id"))
        batch_op.create_index("ix_contact_of_case", ["case_id", "removed_at", "happened_at"], unique=False)

    with op.batch_alter_table("dwelling", schema=None) as batch_op:
        batch_op.add_column(sa.Column("landlord_address", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("consent_state", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("consent_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("resolution_state", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("resolution_on", sa.Date(), nullable=True))

    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ordered_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("early_start_reason", sa.String(), nullable=True))
        batch_op.create_index("ix_measure_done", ["removed_at", "done_on", "status", "case_id"], unique=False)

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.add_column(sa.Column("land", sa.String(), server_default="HB", nullable=False))
        batch_op.add_column(
            sa.Column("wants_plan_approval", sa.Boolean(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("silence_days", sa.Integer(), server_default="30", nullable=False))
        batch_op.add_column(sa.Column("logo", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("accent", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("bank_line", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("contact_line", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("closing_line", sa.String(), nullable=True))

    # The public holidays that count are those of the region the office was set up for.
    op.execute("UPDATE office SET land = 'NW' WHERE region = 'kreis_dueren'")
    op.execute("UPDATE office SET land = 'MV' WHERE region = 'landkreis_rostock'")

    with op.batch_alter_table("outcome_survey", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_survey_case_id"))
        batch_op.create_index(
            "ix_outcome_survey_of_case", ["case_id", "removed_at", "asked_when"], unique=False
        )

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("insurance_share", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("is_employed", sa.Boolean(), nullable=True))

    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.add_column(sa.Column("job_title", sa.String(), nullable=True))

    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_due_on"))
        batch_op.create_index(
            "ix_task_open",
            ["removed_at", "done_at", "due_on", "id", "case_id", "staff_id", "contact_id"],
            unique=False,
        )

    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_case_id"))
        batch_op.create_index(
            "ix_visit_of_case", ["case_id", "removed_at", "visited_on", "purpose"], unique=False
        )
