"""what a reading found the book to be called, apart from what the user says

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("book", sa.Column("found_title", sa.String(255), nullable=True))
    op.add_column("book", sa.Column("found_author", sa.String(255), nullable=True))


def downgrade():
    op.drop_column("book", "found_author")
    op.drop_column("book", "found_title")
