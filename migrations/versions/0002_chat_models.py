"""chat models: stored answers, calls, and failures apart from attempts

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    # Nothing has been stored in it: no chat model could be asked before.
    op.drop_index(op.f("ix_reader_answer_created_at"), "reader_answer")
    op.drop_table("reader_answer")

    op.create_table(
        "stored_answer",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_stored_answer")),
    )
    op.create_index(op.f("ix_stored_answer_created_at"), "stored_answer", ["created_at"], unique=False)

    op.create_table(
        "model_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.String(length=100), nullable=False),
        sa.Column("question", sa.String(length=50), nullable=False),
        sa.Column("outcome", sa.String(length=50), nullable=False),
        sa.Column("input_tokens", sa.Integer(), nullable=False),
        sa.Column("output_tokens", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job.id"], name=op.f("fk_model_call_job_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_call")),
    )
    op.create_index(op.f("ix_model_call_job_id"), "model_call", ["job_id"], unique=False)

    op.add_column("job", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    # Until now each run but the first had a failure before it.
    op.execute("UPDATE job SET failures = attempts WHERE status = 'pending'")
    op.execute("UPDATE job SET failures = attempts - 1 WHERE status = 'running'")
    # Its shape has changed, and what it told can be counted anew by reading the book again.
    op.execute("UPDATE job SET result = NULL")


def downgrade():
    op.drop_column("job", "failures")

    op.drop_index(op.f("ix_model_call_job_id"), "model_call")
    op.drop_table("model_call")
    op.drop_index(op.f("ix_stored_answer_created_at"), "stored_answer")
    op.drop_table("stored_answer")

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
