"""how a book's characters stood at a chunk: joins that are told later, and the confidence by then

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "character_join",
        sa.Column("dropped_id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("chunk_id", sa.Uuid(), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sightings", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chunk_id"], ["chunk.chunk_id"], name=op.f("fk_character_join_chunk_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("dropped_id", name=op.f("pk_character_join")),
    )
    op.create_index(op.f("ix_character_join_chunk_id"), "character_join", ["chunk_id"], unique=False)

    op.add_column("chunk_character", sa.Column("confidence", sa.Double(), nullable=False, server_default="1"))
    # Of books that were read before, only the last is known.
    op.execute(
        'UPDATE chunk_character SET confidence = (SELECT whole.confidence FROM "character" AS whole'
        " WHERE whole.character_id = chunk_character.character_id)"
    )


def downgrade():
    op.drop_column("chunk_character", "confidence")
    op.drop_index(op.f("ix_character_join_chunk_id"), "character_join")
    op.drop_table("character_join")
