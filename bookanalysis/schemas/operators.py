"""What an operator gets."""

from marshmallow import fields

from bookanalysis.schemas.lean import Schema


class DashboardSchema(Schema):
    url = fields.String(dump_only=True, metadata={"description": "Where the dashboard is on this host"})
    expires_in = fields.Integer(dump_only=True, metadata={"description": "Seconds until it closes"})
