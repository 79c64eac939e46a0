"""what all requests to each chat model come to, so that a scrape of the metrics need not add them up

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "model_total",
        sa.Column("model", sa.String(100), nullable=False),
        sa.Column("outcome", sa.String(50), nullable=False),
        sa.Column("calls", sa.BigInteger(), nullable=False),
        sa.Column("input_tokens", sa.BigInteger(), nullable=False),
        sa.Column("output_tokens", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("model", "outcome", name=op.f("pk_model_total")),
    )
    # Calls that went with their jobs are not known any more.
    op.execute(
        "INSERT INTO model_total (model, outcome, calls, input_tokens, output_tokens)"
        " SELECT model, outcome, count(*), sum(input_tokens), sum(output_tokens)"
        " FROM model_call GROUP BY model, outcome"
    )


def downgrade():
    op.drop_table("model_total")
