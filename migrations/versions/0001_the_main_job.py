"""The main job"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
        "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$",
        "CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()",
        "CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()",
    ),
}


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "profession",
            sa.Enum(
                "nurse",
                "occupational_therapist",
                "psychologist",
                "psychiatrist",
                "social_worker",
                "recovery_worker",
                "peer_support_worker",
                "link_worker",
                "vcse_worker",
                "team_lead",
                "administrator",
                "other",
                name="profession",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("is_account_administrator", sa.Boolean(), nullable=False),
        sa.Column("deactivated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_read", sa.Boolean(), nullable=False),
        sa.Column("verb", sa.String(length=60), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_label", sa.String(length=60), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index("ix_audit_entry_person_id_at", ["person_id", "at"], unique=False)

    op.create_table(
        "demo_mark",
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demo_mark")),
    )
    op.create_table(
        "person",
        sa.Column("preferred_name", sa.String(length=200), nullable=False),
        sa.Column("given_name", sa.String(length=200), nullable=False),
        sa.Column("family_name", sa.String(length=200), nullable=False),
        sa.Column("pronouns", sa.String(length=200), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("nhs_number", sa.String(length=10), nullable=True),
        sa.Column("nhs_number_to_check", sa.String(length=500), nullable=False),
        sa.Column("mobile", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("postcode", sa.String(length=20), nullable=False),
        sa.Column("gp_practice", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("interpreter", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("nhs_number IS NULL OR length(nhs_number) = 10", name=op.f("ck_person_nhs_number_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_born_on", ["born_on"], unique=False)
        batch_op.create_index("ix_person_nhs_number", ["nhs_number"], unique=False)

    op.create_table(
        "sign_in_attempt",
        sa.Column("email_hash", sa.String(length=64), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_attempt_address_hash_at", ["address_hash", "at"], unique=False)
        batch_op.create_index("ix_sign_in_attempt_email_hash_at", ["email_hash", "at"], unique=False)

    op.create_table(
        "team",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
    )
    op.create_table(
        "agenda_request",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agenda_request_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_agenda_request_team_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_agenda_request_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_request")),
    )
    with op.batch_alter_table("agenda_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_request_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_agenda_request_team_id_met_at", ["team_id", "met_at"], unique=False)

    op.create_table(
        "care_plan",
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("reviewer_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_care_plan_person_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["account.id"], name=op.f("fk_care_plan_reviewer_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_care_plan_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_plan")),
    )
    with op.batch_alter_table("care_plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_care_plan_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_care_plan_review_on", ["review_on"], unique=False)
        batch_op.create_index(
            "uq_care_plan_current",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )

    op.create_table(
        "copied_to_record",
        sa.Column(
            "what",
            sa.Enum("plan", "discussion", name="copiedwhat", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_copied_to_record_person_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_copied_to_record_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copied_to_record")),
    )
    with op.batch_alter_table("copied_to_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_copied_to_record_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_copied_to_record_subject_id_created_at", ["subject_id", "created_at"], unique=False)

    op.create_table(
        "draft",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("form_key", sa.String(length=60), nullable=False),
        sa.Column("subject_key", sa.String(length=160), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("page", sa.String(length=36), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_draft_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index("uq_draft_account_form_subject", ["account_id", "form_key", "subject_key"], unique=True)

    op.create_table(
        "episode",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("referred_by", sa.String(length=200), nullable=False),
        sa.Column("referral_reason", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("turned_away_on", sa.Date(), nullable=True),
        sa.Column("helped_instead_by", sa.String(length=500), nullable=False),
        sa.Column("told_by", sa.String(length=500), nullable=False),
        sa.Column("way_back", sa.String(length=500), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "accepted_on IS NULL OR accepted_on >= referred_on", name=op.f("ck_episode_accepted_after_referred")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_episode_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_episode_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_episode")),
    )
    with op.batch_alter_table("episode", schema=None) as batch_op:
        batch_op.create_index("ix_episode_ended", ["team_id", "ended_on", "referred_on", "id"], unique=False)
        batch_op.create_index(
            "ix_episode_open",
            ["team_id", "referred_on", "id"],
            unique=False,
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )
        batch_op.create_index("ix_episode_person_id_team_id", ["person_id", "team_id"], unique=False)
        batch_op.create_index(
            "ix_episode_waiting",
            ["team_id", "started_on", "referred_on", "id"],
            unique=False,
            sqlite_where=sa.text("ended_on IS NULL AND started_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL AND started_on IS NULL"),
        )

    op.create_table(
        "import_batch",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("imported_by_id", sa.Uuid(), nullable=True),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("encoding", sa.String(length=20), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("columns_not_used", sa.JSON(), nullable=False),
        sa.Column("first_rows", sa.JSON(), nullable=False),
        sa.Column("rows_total", sa.Integer(), nullable=False),
        sa.Column("rows_checked", sa.Integer(), nullable=False),
        sa.Column("would_come_in", sa.Integer(), nullable=False),
        sa.Column("would_be_here_already", sa.Integer(), nullable=False),
        sa.Column("would_be_held", sa.Integer(), nullable=False),
        sa.Column("would_be_refused", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rows_done", sa.Integer(), nullable=False),
        sa.Column("rows_in", sa.Integer(), nullable=False),
        sa.Column("rows_here_already", sa.Integer(), nullable=False),
        sa.Column("rows_held", sa.Integer(), nullable=False),
        sa.Column("rows_refused", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["imported_by_id"], ["account.id"], name=op.f("fk_import_batch_imported_by_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_import_batch_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_batch_team_id"), ["team_id"], unique=False)

    op.create_table(
        "imported_note",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["confirmed_by_id"], ["account.id"], name=op.f("fk_imported_note_confirmed_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_imported_note_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_note")),
    )
    with op.batch_alter_table("imported_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_note_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "ix_imported_note_unconfirmed",
            ["person_id"],
            unique=False,
            sqlite_where=sa.text("confirmed_at IS NULL"),
            postgresql_where=sa.text("confirmed_at IS NULL"),
        )

    op.create_table(
        "known_elsewhere",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("asking_team_id", sa.Uuid(), nullable=False),
        sa.Column("knowing_team_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("referred_by", sa.String(length=200), nullable=False),
        sa.Column("referral_reason", sa.Text(), nullable=False),
        sa.Column("given_details", sa.JSON(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("is_same_person", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["answered_by_id"], ["account.id"], name=op.f("fk_known_elsewhere_answered_by_id")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name=op.f("fk_known_elsewhere_asked_by_id")),
        sa.ForeignKeyConstraint(["asking_team_id"], ["team.id"], name=op.f("fk_known_elsewhere_asking_team_id")),
        sa.ForeignKeyConstraint(["knowing_team_id"], ["team.id"], name=op.f("fk_known_elsewhere_knowing_team_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_known_elsewhere_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_elsewhere")),
    )
    with op.batch_alter_table("known_elsewhere", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_known_elsewhere_asking_team_id"), ["asking_team_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_known_elsewhere_knowing_team_id"), ["knowing_team_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_known_elsewhere_person_id"), ["person_id"], unique=False)

    op.create_table(
        "login_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("browser", sa.String(length=300), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_login_session_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_login_session_token_hash")),
    )
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_session_account_id"), ["account_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("chair_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_meeting_ends_after_start")),
        sa.ForeignKeyConstraint(["chair_id"], ["account.id"], name=op.f("fk_meeting_chair_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_meeting_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index("ix_meeting_team_id_starts_at", ["team_id", "starts_at"], unique=False)

    op.create_table(
        "membership",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column(
            "right",
            sa.Enum("member", "team_lead", name="right", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("is_marked_lived_experience", sa.Boolean(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_membership_account_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_membership_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_team_id"), ["team_id"], unique=False)
        batch_op.create_index(
            "uq_membership_current",
            ["account_id", "team_id"],
            unique=True,
            sqlite_where=sa.text("left_on IS NULL"),
            postgresql_where=sa.text("left_on IS NULL"),
        )

    op.create_table(
        "name_part",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "folded", sa.String(length=200, collation="C").with_variant(sa.String(length=200), "sqlite"), nullable=False
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_name_part_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_part")),
    )
    with op.batch_alter_table("name_part", schema=None) as batch_op:
        batch_op.create_index("ix_name_part_folded_person_id", ["folded", "person_id"], unique=False)
        batch_op.create_index("ix_name_part_person_id_folded", ["person_id", "folded"], unique=False)

    op.create_table(
        "named_member",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_named_member_account_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_named_member_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_named_member")),
    )
    with op.batch_alter_table("named_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_named_member_account_id"), ["account_id"], unique=False)
        batch_op.create_index("uq_named_member_person_account", ["person_id", "account_id"], unique=True)

    op.create_table(
        "one_time_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "invitation", "new_password", name="linkpurpose", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_one_time_link_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_one_time_link_token_hash")),
    )
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_link_account_id"), ["account_id"], unique=False)

    op.create_table(
        "own_record",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_own_record_account_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_own_record_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_record")),
    )
    with op.batch_alter_table("own_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_record_account_id"), ["account_id"], unique=False)
        batch_op.create_index("uq_own_record_person_account", ["person_id", "account_id"], unique=True)

    op.create_table(
        "record_limit",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("limited_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["limited_by_id"], ["account.id"], name=op.f("fk_record_limit_limited_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_record_limit_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_limit")),
        sa.UniqueConstraint("person_id", name=op.f("uq_record_limit_person_id")),
    )
    op.create_table(
        "safety_plan",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("triggers", sa.String(length=4000), nullable=False),
        sa.Column("early_signs", sa.String(length=4000), nullable=False),
        sa.Column("what_helps", sa.String(length=4000), nullable=False),
        sa.Column("what_should_happen", sa.String(length=4000), nullable=False),
        sa.Column("who_to_contact", sa.String(length=4000), nullable=False),
        sa.Column("advance_wishes", sa.String(length=4000), nullable=False),
        sa.Column("agreed_with", sa.String(length=200), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(triggers) > 0", name=op.f("ck_safety_plan_has_triggers")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_safety_plan_person_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_safety_plan_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_plan")),
    )
    with op.batch_alter_table("safety_plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_plan_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_safety_plan_person_id_number", ["person_id", "number"], unique=True)

    op.create_table(
        "struck",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("struck_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_struck_person_id")),
        sa.ForeignKeyConstraint(["struck_by_id"], ["account.id"], name=op.f("fk_struck_struck_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_struck")),
    )
    with op.batch_alter_table("struck", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_struck_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_struck_row", ["table_name", "row_id"], unique=True)

    op.create_table(
        "submission",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_submission_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_submission_at"), ["at"], unique=False)
        batch_op.create_index("uq_submission_account_digest", ["account_id", "digest"], unique=True)

    op.create_table(
        "allocation",
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("key_worker", "peer", name="allocationrole", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_allocation_account_id")),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name=op.f("fk_allocation_episode_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_allocation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation")),
    )
    with op.batch_alter_table("allocation", schema=None) as batch_op:
        batch_op.create_index("ix_allocation_account_id_until_on", ["account_id", "until_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_allocation_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_allocation_current",
            ["episode_id", "role"],
            unique=True,
            sqlite_where=sa.text("until_on IS NULL"),
            postgresql_where=sa.text("until_on IS NULL"),
        )

    op.create_table(
        "case_discussion",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "new",
                "review",
                "stuck",
                "worry",
                "turn_away",
                "other",
                name="reason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason_words", sa.String(length=500), nullable=False),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("brought_by_id", sa.Uuid(), nullable=False),
        sa.Column("is_person_told", sa.Boolean(), nullable=False),
        sa.Column("carried_from_id", sa.Uuid(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes BETWEEN 1 AND 120", name=op.f("ck_case_discussion_minutes_possible")),
        sa.ForeignKeyConstraint(["brought_by_id"], ["account.id"], name=op.f("fk_case_discussion_brought_by_id")),
        sa.ForeignKeyConstraint(
            ["carried_from_id"], ["case_discussion.id"], name=op.f("fk_case_discussion_carried_from_id")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_case_discussion_meeting_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_discussion_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_discussion")),
    )
    with op.batch_alter_table("case_discussion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_discussion_carried_from_id"), ["carried_from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_discussion_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index("ix_case_discussion_person_id_created_at", ["person_id", "created_at"], unique=False)
        batch_op.create_index(
            "uq_case_discussion_on_agenda",
            ["meeting_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("taken_off_at IS NULL"),
            postgresql_where=sa.text("taken_off_at IS NULL"),
        )

    op.create_table(
        "check_in",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column(
            "attendee",
            sa.Enum(
                "member",
                "guest",
                "person",
                "carer",
                name="attendee",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("brings_lived_experience", sa.Boolean(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_in_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_check_in_account_id")),
        sa.ForeignKeyConstraint(["checked_in_by_id"], ["account.id"], name=op.f("fk_check_in_checked_in_by_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_check_in_meeting_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_check_in_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
    )
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.create_index("ix_check_in_meeting_id", ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_check_in_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_check_in_member_there",
            ["meeting_id", "account_id"],
            unique=True,
            sqlite_where=sa.text("left_at IS NULL AND account_id IS NOT NULL"),
            postgresql_where=sa.text("left_at IS NULL AND account_id IS NOT NULL"),
        )

    op.create_table(
        "expected_member",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_expected_member_account_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_expected_member_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expected_member")),
    )
    with op.batch_alter_table("expected_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_expected_member_account_id"), ["account_id"], unique=False)
        batch_op.create_index("uq_expected_member_meeting_account", ["meeting_id", "account_id"], unique=True)

    op.create_table(
        "held_row",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("row", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column(
            "decision",
            sa.Enum(
                "same_person",
                "somebody_else",
                name="helddecision",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_held_row_batch_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_held_row_decided_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_held_row_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_held_row_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_row")),
    )
    with op.batch_alter_table("held_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_held_row_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_held_row_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_held_row_team_id_decided_at", ["team_id", "decided_at"], unique=False)
        batch_op.create_index("ix_held_row_team_id_fingerprint", ["team_id", "fingerprint"], unique=False)

    op.create_table(
        "import_fingerprint",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_import_fingerprint_batch_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_import_fingerprint_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_import_fingerprint_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_fingerprint")),
    )
    with op.batch_alter_table("import_fingerprint", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_fingerprint_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_import_fingerprint_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_import_fingerprint_team", ["team_id", "fingerprint"], unique=True)

    op.create_table(
        "import_piece",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("arrivals", sa.JSON(), nullable=False),
        sa.Column("refusals", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_import_piece_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_piece")),
    )
    with op.batch_alter_table("import_piece", schema=None) as batch_op:
        batch_op.create_index("uq_import_piece_position", ["batch_id", "position"], unique=True)

    op.create_table(
        "plan_change",
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("is_progress", sa.Boolean(), nullable=False),
        sa.Column("idea_of", sa.String(length=200), nullable=False),
        sa.Column("answer", sa.String(length=4000), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column(
            "answered_how",
            sa.Enum(
                "in person",
                "on this screen",
                "by text",
                "by e-mail",
                "by letter",
                "by video call",
                "by phone",
                "through someone they trust",
                name="howsaid",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_plan_change_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_plan_change_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_plan_change_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change")),
    )
    with op.batch_alter_table("plan_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_change_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_change_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index("ix_plan_change_plan_id_created_at", ["plan_id", "created_at"], unique=False)

    op.create_table(
        "plan_version",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "why",
            sa.Enum("asked", "discussion", name="versionreason", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_plan_version_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_plan_version_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_plan_version_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
    )
    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_version_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_version_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index("uq_plan_version_plan_id_number", ["plan_id", "number"], unique=True)

    op.create_table(
        "refused_row",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column(
            "refusal",
            sa.Enum(
                "unreadable",
                "no_surname",
                "nhs_number",
                "born_on",
                "email",
                "number_used_higher",
                "other",
                name="refusal",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_refused_row_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refused_row")),
    )
    with op.batch_alter_table("refused_row", schema=None) as batch_op:
        batch_op.create_index("ix_refused_row_batch_id_line", ["batch_id", "line"], unique=False)

    op.create_table(
        "row_here_already",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("differences", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_row_here_already_batch_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_row_here_already_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_here_already")),
    )
    with op.batch_alter_table("row_here_already", schema=None) as batch_op:
        batch_op.create_index("ix_row_here_already_batch_id_line", ["batch_id", "line"], unique=False)
        batch_op.create_index(batch_op.f("ix_row_here_already_person_id"), ["person_id"], unique=False)

    op.create_table(
        "statement",
        sa.Column(
            "kind",
            sa.Enum(
                "matters",
                "good_at",
                "need",
                "where_next",
                name="statementkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column(
            "whose_words",
            sa.Enum(
                "person",
                "together",
                "suggested",
                name="whosewords",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("suggested_by", sa.String(length=200), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_statement_has_words")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_statement_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_statement_plan_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["statement.id"], name=op.f("fk_statement_replaces_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_statement_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_statement_person_id_kind_ended_at", ["person_id", "kind", "ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_statement_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "suggestion",
        sa.Column(
            "kind",
            sa.Enum(
                "addition",
                "rewording",
                "more accessible",
                name="suggestionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "target_kind",
            sa.Enum(
                "plan",
                "statement",
                "goal",
                "step",
                "consequence",
                name="targetkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("target_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(target_kind = 'plan') = (target_id IS NULL)", name=op.f("ck_suggestion_target_is_a_line")),
        sa.CheckConstraint(
            "kind <> 'addition' OR target_kind IN ('plan', 'goal')", name=op.f("ck_suggestion_addition_has_a_place")
        ),
        sa.CheckConstraint(
            "kind = 'addition' OR target_kind <> 'plan'", name=op.f("ck_suggestion_rewording_has_a_line")
        ),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_suggestion_has_words")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_suggestion_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_suggestion_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_suggestion_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    with op.batch_alter_table("suggestion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suggestion_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_suggestion_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("yes", "no", "could not ask", name="answer", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column(
            "how",
            sa.Enum(
                "in person",
                "on this screen",
                "by text",
                "by e-mail",
                "by letter",
                "by video call",
                "by phone",
                "through someone they trust",
                name="howsaid",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("not_right", sa.String(length=4000), nullable=False),
        sa.Column("why_not_asked", sa.String(length=500), nullable=False),
        sa.Column("ask_by", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "answer <> 'could not ask' OR (length(why_not_asked) > 0 AND ask_by IS NOT NULL)",
            name=op.f("ck_agreement_not_asked_says_when"),
        ),
        sa.CheckConstraint("answer <> 'no' OR length(not_right) > 0", name=op.f("ck_agreement_no_says_what")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agreement_person_id")),
        sa.ForeignKeyConstraint(["version_id"], ["plan_version.id"], name=op.f("fk_agreement_version_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_agreement_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_agreement_version_id_number", ["version_id", "number"], unique=True)

    op.create_table(
        "answered_suggestion",
        sa.Column("suggestion_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "accepted",
                "declined",
                "taken to the meeting",
                name="suggestionanswer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_answered_suggestion_person_id")),
        sa.ForeignKeyConstraint(
            ["suggestion_id"], ["suggestion.id"], name=op.f("fk_answered_suggestion_suggestion_id")
        ),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_answered_suggestion_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered_suggestion")),
    )
    with op.batch_alter_table("answered_suggestion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answered_suggestion_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_answered_suggestion_suggestion_id_number", ["suggestion_id", "number"], unique=True)

    op.create_table(
        "closing",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("closed_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["closed_by_id"], ["account.id"], name=op.f("fk_closing_closed_by_id")),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_closing_discussion_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_closing_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
        sa.UniqueConstraint("discussion_id", name=op.f("uq_closing_discussion_id")),
    )
    op.create_table(
        "contribution",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "perspective",
            sa.Enum(
                "own_words",
                "lived_experience",
                "carer",
                "profession",
                "guest",
                name="perspective",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "profession",
            sa.Enum(
                "nurse",
                "occupational_therapist",
                "psychologist",
                "psychiatrist",
                "social_worker",
                "recovery_worker",
                "peer_support_worker",
                "link_worker",
                "vcse_worker",
                "team_lead",
                "administrator",
                "other",
                name="profession",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("said_by_id", sa.Uuid(), nullable=True),
        sa.Column("said_by_name", sa.String(length=200), nullable=False),
        sa.Column("how", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "said_by_id IS NOT NULL OR said_by_name <> ''", name=op.f("ck_contribution_said_by_somebody")
        ),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_contribution_discussion_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contribution_person_id")),
        sa.ForeignKeyConstraint(["said_by_id"], ["account.id"], name=op.f("fk_contribution_said_by_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_contribution_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
    )
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.create_index("ix_contribution_discussion_id_created_at", ["discussion_id", "created_at"], unique=False)

    op.create_table(
        "discussion_stamp",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["discussion_id"], ["case_discussion.id"], name=op.f("fk_discussion_stamp_discussion_id")
        ),
        sa.PrimaryKeyConstraint("discussion_id", name=op.f("pk_discussion_stamp")),
    )
    op.create_table(
        "goal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("why_it_matters", sa.String(length=1000), nullable=False),
        sa.Column(
            "life_area",
            sa.Enum(
                "home",
                "body, sleep and health",
                "mind and feelings",
                "people in my life",
                "work and learning",
                "money",
                "getting out and about",
                "day to day",
                "things I enjoy",
                "something else",
                name="lifearea",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("importance", sa.Integer(), nullable=True),
        sa.Column("rated_place", sa.Integer(), nullable=True),
        sa.Column("need_id", sa.Uuid(), nullable=True),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column(
            "whose_words",
            sa.Enum(
                "person",
                "together",
                "suggested",
                name="whosewords",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("suggested_by", sa.String(length=200), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.CheckConstraint("importance BETWEEN 1 AND 10", name=op.f("ck_goal_importance_range")),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_goal_has_words")),
        sa.CheckConstraint("rated_place BETWEEN 1 AND 3", name=op.f("ck_goal_rated_place_range")),
        sa.ForeignKeyConstraint(["need_id"], ["statement.id"], name=op.f("fk_goal_need_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_goal_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_goal_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_goal_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index("uq_goal_plan_id_number", ["plan_id", "number"], unique=True)
        batch_op.create_index("uq_goal_plan_id_rated_place", ["plan_id", "rated_place"], unique=True)

    op.create_table(
        "lived_experience_absence",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["discussion_id"], ["case_discussion.id"], name=op.f("fk_lived_experience_absence_discussion_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_lived_experience_absence_person_id")),
        sa.ForeignKeyConstraint(["said_by_id"], ["account.id"], name=op.f("fk_lived_experience_absence_said_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lived_experience_absence")),
        sa.UniqueConstraint("discussion_id", name=op.f("uq_lived_experience_absence_discussion_id")),
    )
    op.create_table(
        "no_change",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_no_change_discussion_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_no_change_person_id")),
        sa.ForeignKeyConstraint(["said_by_id"], ["account.id"], name=op.f("fk_no_change_said_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_no_change")),
        sa.UniqueConstraint("discussion_id", name=op.f("uq_no_change_discussion_id")),
    )
    op.create_table(
        "person_line",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("talk_about", sa.Text(), nullable=False),
        sa.Column("please_dont", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("how", sa.String(length=200), nullable=False),
        sa.Column("not_asked_because", sa.Text(), nullable=False),
        sa.Column("brought_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "not_asked_because = '' OR (talk_about = '' AND please_dont = '' AND words = '')",
            name=op.f("ck_person_line_asked_or_not"),
        ),
        sa.CheckConstraint(
            "talk_about <> '' OR please_dont <> '' OR words <> '' OR not_asked_because <> ''",
            name=op.f("ck_person_line_says_something"),
        ),
        sa.ForeignKeyConstraint(["brought_by_id"], ["account.id"], name=op.f("fk_person_line_brought_by_id")),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_person_line_discussion_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_line_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_line")),
    )
    with op.batch_alter_table("person_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_line_discussion_id"), ["discussion_id"], unique=False)

    op.create_table(
        "presence",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("writing", sa.String(length=40), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_presence_account_id")),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_presence_discussion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence")),
    )
    with op.batch_alter_table("presence", schema=None) as batch_op:
        batch_op.create_index("uq_presence_discussion_account", ["discussion_id", "account_id"], unique=True)

    op.create_table(
        "sign_off",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_off_person_id")),
        sa.ForeignKeyConstraint(["version_id"], ["plan_version.id"], name=op.f("fk_sign_off_version_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_sign_off_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_off_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_sign_off_version_id_written_by_id", ["version_id", "written_by_id"], unique=True)

    op.create_table(
        "telling",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("teller_id", sa.Uuid(), nullable=False),
        sa.Column("how", sa.String(length=200), nullable=False),
        sa.Column("by_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_telling_discussion_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_telling_person_id")),
        sa.ForeignKeyConstraint(["teller_id"], ["account.id"], name=op.f("fk_telling_teller_id")),
        sa.ForeignKeyConstraint(["told_by_id"], ["account.id"], name=op.f("fk_telling_told_by_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_telling_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
        sa.UniqueConstraint("discussion_id", name=op.f("uq_telling_discussion_id")),
    )
    with op.batch_alter_table("telling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_telling_teller_id"), ["teller_id"], unique=False)

    op.create_table(
        "challenge",
        sa.Column("contribution_id", sa.Uuid(), nullable=False),
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.Column("closing_words", sa.String(length=500), nullable=False),
        sa.Column("taken_on_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_on_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["closed_by_id"], ["account.id"], name=op.f("fk_challenge_closed_by_id")),
        sa.ForeignKeyConstraint(["contribution_id"], ["contribution.id"], name=op.f("fk_challenge_contribution_id")),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_challenge_discussion_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_challenge_person_id")),
        sa.ForeignKeyConstraint(["taken_on_by_id"], ["account.id"], name=op.f("fk_challenge_taken_on_by_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_challenge_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
        sa.UniqueConstraint("contribution_id", name=op.f("uq_challenge_contribution_id")),
    )
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_challenge_discussion_id"), ["discussion_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_challenge_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_challenge_team_id_closed_at", ["team_id", "closed_at"], unique=False)

    op.create_table(
        "consequence",
        sa.Column(
            "area",
            sa.Enum(
                "insurance",
                "travel",
                "driving",
                "benefits",
                "work",
                "family",
                "something else",
                name="consequencearea",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(length=4000), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=True),
        sa.Column("talked_through_on", sa.Date(), nullable=True),
        sa.Column("talked_through_by", sa.String(length=200), nullable=False),
        sa.Column("decided", sa.String(length=4000), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "decided = '' OR talked_through_on IS NOT NULL", name=op.f("ck_consequence_decided_once_talked_through")
        ),
        sa.CheckConstraint("length(what) > 0", name=op.f("ck_consequence_has_what")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_consequence_goal_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consequence_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_consequence_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_consequence_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consequence")),
    )
    with op.batch_alter_table("consequence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consequence_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consequence_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "goal_status",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "suggested",
                "agreed",
                "in progress",
                "reached",
                "changed",
                "not now",
                "let go",
                name="goalstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_status_goal_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_goal_status_person_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_goal_status_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_status")),
    )
    with op.batch_alter_table("goal_status", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_status_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_goal_status_goal_id_number", ["goal_id", "number"], unique=True)

    op.create_table(
        "rating",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("value BETWEEN 0 AND 10", name=op.f("ck_rating_value_range")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_rating_goal_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_rating_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_rating_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_rating_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.create_index("ix_rating_goal_id_rated_on", ["goal_id", "rated_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "step",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "person",
                "member",
                "carer",
                "other",
                name="actorkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.Column("done_by", sa.String(length=200), nullable=False),
        sa.Column("with_whom", sa.String(length=200), nullable=False),
        sa.Column("by_on", sa.Date(), nullable=True),
        sa.Column("by_words", sa.String(length=200), nullable=False),
        sa.Column("in_the_way", sa.String(length=500), nullable=False),
        sa.Column("then_we", sa.String(length=500), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "actor_kind <> 'member' OR done_by_id IS NOT NULL", name=op.f("ck_step_member_is_an_account")
        ),
        sa.CheckConstraint("actor_kind = 'person' OR length(done_by) > 0", name=op.f("ck_step_somebody_does_it")),
        sa.CheckConstraint("confidence BETWEEN 1 AND 10", name=op.f("ck_step_confidence_range")),
        sa.CheckConstraint("length(what) > 0", name=op.f("ck_step_has_what")),
        sa.ForeignKeyConstraint(["done_by_id"], ["account.id"], name=op.f("fk_step_done_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_step_goal_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_step_person_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["care_plan.id"], name=op.f("fk_step_plan_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_step_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
    )
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.create_index("ix_step_done_by_id_by_on", ["done_by_id", "by_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_step_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_step_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index("uq_step_goal_id_number", ["goal_id", "number"], unique=True)

    op.create_table(
        "challenge_answer",
        sa.Column("challenge_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["answered_by_id"], ["account.id"], name=op.f("fk_challenge_answer_answered_by_id")),
        sa.ForeignKeyConstraint(["challenge_id"], ["challenge.id"], name=op.f("fk_challenge_answer_challenge_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_challenge_answer_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge_answer")),
    )
    with op.batch_alter_table("challenge_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_challenge_answer_challenge_id"), ["challenge_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("discussion_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column(
            "doer",
            sa.Enum("member", "person", "other", name="doer", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("doer_name", sa.String(length=200), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("by_on", sa.Date(), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=True),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("is_over_open_challenge", sa.Boolean(), nullable=False),
        sa.Column("turns_away", sa.Boolean(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("doer <> 'other' OR doer_name <> ''", name=op.f("ck_decision_doer_named")),
        sa.ForeignKeyConstraint(["discussion_id"], ["case_discussion.id"], name=op.f("fk_decision_discussion_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_decision_goal_id")),
        sa.ForeignKeyConstraint(["member_id"], ["account.id"], name=op.f("fk_decision_member_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_person_id")),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"], name=op.f("fk_decision_step_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_decision_team_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_decision_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_discussion_id"), ["discussion_id"], unique=False)
        batch_op.create_index("ix_decision_member_id_settled_at", ["member_id", "settled_at"], unique=False)
        batch_op.create_index("ix_decision_person_id_settled_at", ["person_id", "settled_at"], unique=False)
        batch_op.create_index("ix_decision_team_id_settled_at_by_on", ["team_id", "settled_at", "by_on"], unique=False)

    op.create_table(
        "step_status",
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "to do",
                "going on",
                "done",
                "not done",
                "not needed now",
                name="stepstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_step_status_person_id")),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"], name=op.f("fk_step_status_step_id")),
        sa.ForeignKeyConstraint(["written_by_id"], ["account.id"], name=op.f("fk_step_status_written_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_status")),
    )
    with op.batch_alter_table("step_status", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_status_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_step_status_step_id_number", ["step_id", "number"], unique=True)

    op.create_table(
        "follow_through",
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "done",
                "partly",
                "not_done",
                "changed",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["answered_by_id"], ["account.id"], name=op.f("fk_follow_through_answered_by_id")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_follow_through_decision_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_through_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_through")),
    )
    with op.batch_alter_table("follow_through", schema=None) as batch_op:
        batch_op.create_index("ix_follow_through_decision_id_created_at", ["decision_id", "created_at"], unique=False)

    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("the first tables hold the record: they are not taken down")
