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
        batch_op.create_index("ix_episode_person_id_team_id", ["person_id", "team_id"], unique=False)
        batch_op.create_index(
            "ix_episode_team_id_ended_on_referred_on", ["team_id", "ended_on", "referred_on"], unique=False
        )

    op.create_table(
        "import_batch",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("imported_by_id", sa.Uuid(), nullable=True),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("rows_total", sa.Integer(), nullable=False),
        sa.Column("rows_done", sa.Integer(), nullable=False),
        sa.Column("rows_in", sa.Integer(), nullable=False),
        sa.Column("rows_refused", sa.Integer(), nullable=False),
        sa.Column("rows_here_already", sa.Integer(), nullable=False),
        sa.Column("rows_held", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
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

    op.create_table(
        "known_elsewhere",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("asking_team_id", sa.Uuid(), nullable=False),
        sa.Column("knowing_team_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("referred_by", sa.String(length=200), nullable=False),
        sa.Column("referral_reason", sa.Text(), nullable=False),
        sa.Column("given_details", sa.Text(), nullable=False),
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
        batch_op.create_index(batch_op.f("ix_name_part_person_id"), ["person_id"], unique=False)

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
        "held_row",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "may_be_known", "here_already", name="heldreason", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("row", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("differences", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decision", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_held_row_batch_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_held_row_decided_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_held_row_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_held_row_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_row")),
    )
    with op.batch_alter_table("held_row", schema=None) as batch_op:
        batch_op.create_index("ix_held_row_batch_id_line", ["batch_id", "line"], unique=False)
        batch_op.create_index(batch_op.f("ix_held_row_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_held_row_team_id"), ["team_id"], unique=False)

    op.create_table(
        "refused_row",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("row", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_refused_row_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refused_row")),
    )
    with op.batch_alter_table("refused_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refused_row_batch_id"), ["batch_id"], unique=False)

    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("the first tables hold the record: they are not taken down")
