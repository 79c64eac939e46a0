"""the first tables

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "reader_answer",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("model", sa.String(length=100), nullable=False),
        sa.Column("form", sa.String(length=100), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("usage", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_reader_answer")),
    )
    op.create_index(op.f("ix_reader_answer_created_at"), "reader_answer", ["created_at"], unique=False)

    op.create_table(
        "user",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("password", sa.String(length=128), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_staff", sa.Boolean(), nullable=False),
        sa.Column("is_superuser", sa.Boolean(), nullable=False),
        sa.Column("last_login", sa.DateTime(timezone=True), nullable=True),
        sa.Column("date_joined", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email", name=op.f("uq_user_email")),
    )
    op.create_table(
        "book",
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=True),
        sa.Column("author", sa.String(length=255), nullable=True),
        sa.Column("search_key", sa.String(length=511), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("detected_language", sa.String(length=10), nullable=True),
        sa.Column("language_confidence", sa.Double(), nullable=True),
        sa.Column("quality_score", sa.Double(), nullable=True),
        sa.Column("text_classification", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("file", sa.String(length=255), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("txt_file", sa.String(length=255), nullable=True),
        sa.Column("reader", sa.String(length=100), nullable=True),
        sa.Column(
            "processing_status",
            sa.Enum(
                "pending",
                "processing",
                "completed",
                "failed",
                name="bookstatus",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("processing_error", sa.JSON(), nullable=True),
        sa.Column("error_code", sa.String(length=50), nullable=True),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_book_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("book_id", name=op.f("pk_book")),
    )
    op.create_index("ix_book_user_id_created_at", "book", ["user_id", "created_at"], unique=False)
    op.create_index(
        "uq_book_user_id_file_sha256_undeleted",
        "book",
        ["user_id", "file_sha256"],
        unique=True,
        sqlite_where=sa.text("NOT is_deleted"),
        postgresql_where=sa.text("NOT is_deleted"),
    )

    op.create_table(
        "login_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("current_jti", sa.String(length=36), nullable=False),
        sa.Column("previous_jti", sa.String(length=36), nullable=True),
        sa.Column("rotated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_login_session_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_session")),
    )
    op.create_index(op.f("ix_login_session_expires_at"), "login_session", ["expires_at"], unique=False)
    op.create_index(op.f("ix_login_session_user_id"), "login_session", ["user_id"], unique=False)

    op.create_table(
        "password_reset_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("is_used", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_password_reset_code_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_reset_code")),
    )
    op.create_index(
        op.f("ix_password_reset_code_expires_at"), "password_reset_code", ["expires_at"], unique=False
    )
    op.create_index(op.f("ix_password_reset_code_user_id"), "password_reset_code", ["user_id"], unique=False)

    op.create_table(
        "character",
        sa.Column("character_id", sa.Uuid(), nullable=False),
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("name_key", sa.String(length=255), nullable=False),
        sa.Column("gender", sa.String(length=20), nullable=True),
        sa.Column(
            "role",
            sa.Enum("main", "secondary", "minor", name="role", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("character_data", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"], ["book.book_id"], name=op.f("fk_character_book_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("character_id", name=op.f("pk_character")),
    )
    op.create_index(
        "ix_character_book_id_mention_count", "character", ["book_id", "mention_count"], unique=False
    )

    op.create_table(
        "chunk",
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("chunk_number", sa.Integer(), nullable=False),
        sa.Column("chapter_number", sa.Integer(), nullable=False),
        sa.Column("chapter_title", sa.String(length=255), nullable=False),
        sa.Column("start_position", sa.Integer(), nullable=False),
        sa.Column("end_position", sa.Integer(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gap", sa.Text(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("chunk_text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"], ["book.book_id"], name=op.f("fk_chunk_book_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chunk_id", name=op.f("pk_chunk")),
        sa.UniqueConstraint("book_id", "chunk_number", name=op.f("uq_chunk_book_id_chunk_number")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("book_id", sa.Uuid(), nullable=True),
        sa.Column(
            "job_type",
            sa.Enum("process_book", "email", name="jobtype", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "pending",
                "running",
                "completed",
                "failed",
                "cancelled",
                name="jobstatus",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("stage", sa.String(length=50), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("chunk_num", sa.Integer(), nullable=False),
        sa.Column("num_of_chunks", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(length=100), nullable=True),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("usage", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("error", sa.JSON(), nullable=True),
        sa.Column("error_code", sa.String(length=50), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_token", sa.Uuid(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("running_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"], ["book.book_id"], name=op.f("fk_job_book_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_job_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index(op.f("ix_job_book_id"), "job", ["book_id"], unique=False)
    op.create_index("ix_job_status_created_at", "job", ["status", "created_at"], unique=False)
    op.create_index("ix_job_user_id_created_at", "job", ["user_id", "created_at"], unique=False)
    op.create_index(
        "uq_job_book_id_active",
        "job",
        ["book_id"],
        unique=True,
        sqlite_where=sa.text("job_type = 'process_book' AND status IN ('pending', 'running')"),
        postgresql_where=sa.text("job_type = 'process_book' AND status IN ('pending', 'running')"),
    )

    op.create_table(
        "character_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("character_id", sa.Uuid(), nullable=False),
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "name",
                "alias",
                "gender",
                "age",
                "occupation",
                "physical",
                "trait",
                "strength",
                "weakness",
                "event",
                "relationship",
                name="factkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("other_character_id", sa.Uuid(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["character_id"],
            ["character.character_id"],
            name=op.f("fk_character_fact_character_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chunk_id"], ["chunk.chunk_id"], name=op.f("fk_character_fact_chunk_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_character_id"],
            ["character.character_id"],
            name=op.f("fk_character_fact_other_character_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_character_fact")),
        sa.UniqueConstraint(
            "character_id",
            "chunk_id",
            "kind",
            "start",
            "end",
            "digest",
            name=op.f("uq_character_fact_character_id_chunk_id_kind_start_end_digest"),
        ),
    )
    op.create_index(op.f("ix_character_fact_chunk_id"), "character_fact", ["chunk_id"], unique=False)
    op.create_index(
        op.f("ix_character_fact_other_character_id"), "character_fact", ["other_character_id"], unique=False
    )

    op.create_table(
        "character_relationship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("character_id_1", sa.Uuid(), nullable=False),
        sa.Column("character_id_2", sa.Uuid(), nullable=False),
        sa.Column(
            "relationship_type",
            sa.Enum(
                "family",
                "friend",
                "enemy",
                "romantic",
                "colleague",
                "mentor",
                "student",
                "ally",
                "rival",
                "other",
                name="relationshiptype",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "character_id_1 < character_id_2", name=op.f("ck_character_relationship_ordered_pair")
        ),
        sa.ForeignKeyConstraint(
            ["book_id"], ["book.book_id"], name=op.f("fk_character_relationship_book_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["character_id_1"],
            ["character.character_id"],
            name=op.f("fk_character_relationship_character_id_1"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["character_id_2"],
            ["character.character_id"],
            name=op.f("fk_character_relationship_character_id_2"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_character_relationship")),
        sa.UniqueConstraint(
            "character_id_1",
            "character_id_2",
            "book_id",
            name=op.f("uq_character_relationship_character_id_1_character_id_2_book_id"),
        ),
    )
    op.create_index(
        op.f("ix_character_relationship_book_id"), "character_relationship", ["book_id"], unique=False
    )
    op.create_index(
        op.f("ix_character_relationship_character_id_2"),
        "character_relationship",
        ["character_id_2"],
        unique=False,
    )

    op.create_table(
        "chunk_character",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.Column("character_id", sa.Uuid(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("position_info", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["character_id"],
            ["character.character_id"],
            name=op.f("fk_chunk_character_character_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chunk_id"], ["chunk.chunk_id"], name=op.f("fk_chunk_character_chunk_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chunk_character")),
        sa.UniqueConstraint(
            "chunk_id", "character_id", name=op.f("uq_chunk_character_chunk_id_character_id")
        ),
    )
    op.create_index(
        op.f("ix_chunk_character_character_id"), "chunk_character", ["character_id"], unique=False
    )


def downgrade():
    op.drop_index(op.f("ix_chunk_character_character_id"), "chunk_character")

    op.drop_table("chunk_character")
    op.drop_index(op.f("ix_character_relationship_character_id_2"), "character_relationship")
    op.drop_index(op.f("ix_character_relationship_book_id"), "character_relationship")

    op.drop_table("character_relationship")
    op.drop_index(op.f("ix_character_fact_other_character_id"), "character_fact")
    op.drop_index(op.f("ix_character_fact_chunk_id"), "character_fact")

    op.drop_table("character_fact")
    op.drop_index("uq_job_book_id_active", "job")
    op.drop_index("ix_job_user_id_created_at", "job")
    op.drop_index("ix_job_status_created_at", "job")
    op.drop_index(op.f("ix_job_book_id"), "job")

    op.drop_table("job")
    op.drop_table("chunk")
    op.drop_index("ix_character_book_id_mention_count", "character")

    op.drop_table("character")
    op.drop_index(op.f("ix_password_reset_code_user_id"), "password_reset_code")
    op.drop_index(op.f("ix_password_reset_code_expires_at"), "password_reset_code")

    op.drop_table("password_reset_code")
    op.drop_index(op.f("ix_login_session_user_id"), "login_session")
    op.drop_index(op.f("ix_login_session_expires_at"), "login_session")

    op.drop_table("login_session")
    op.drop_index("uq_book_user_id_file_sha256_undeleted", "book")
    op.drop_index("ix_book_user_id_created_at", "book")

    op.drop_table("book")
    op.drop_table("user")
    op.drop_index(op.f("ix_reader_answer_created_at"), "reader_answer")

    op.drop_table("reader_answer")
