"""when a book was deleted, and what an e-mail job is about

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("book", sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_book_deleted_at"), "book", ["deleted_at"], unique=False)
    op.execute("UPDATE book SET deleted_at = updated_at WHERE is_deleted")
    op.add_column("job", sa.Column("parameters", sa.JSON(none_as_null=True), nullable=True))


def downgrade():
    op.drop_column("job", "parameters")
    op.drop_index(op.f("ix_book_deleted_at"), "book")
    op.drop_column("book", "deleted_at")
