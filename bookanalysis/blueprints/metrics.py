"""Figures for Prometheus, and who may read them."""

import re
from hmac import compare_digest
from ipaddress import IPv6Address, ip_address

from flask import Response, request
from flask.views import MethodView
from prometheus_client.exposition import choose_encoder

from bookanalysis.blueprints.api import Blueprint
from bookanalysis.config import config
from bookanalysis.errors import MetricsClosed
from bookanalysis.services.metrics import current_metrics

metrics = Blueprint("metrics", __name__, description="Metrics")

OWN_NAME = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
"""A page that a browser of this machine was led to take for ours goes by another name."""


@metrics.route("/metrics")
class Metrics(MethodView):
    @metrics.response(200, {"type": "string"}, content_type="text/plain", description="For Prometheus")
    @metrics.alt_response(403, description="Neither from this machine nor with METRICS_TOKEN")
    @metrics.doc(security=[{}, {"metrics token": []}])
    def get(self):
        """Tell Prometheus how the service does"""
        if not (has_token() or is_from_here()):
            raise MetricsClosed
        encode, content_type = choose_encoder(request.headers.get("Accept", ""))
        return Response(encode(current_metrics().registry), content_type=content_type)


def has_token() -> bool:
    token = config().metrics_token.encode()
    given = request.authorization
    if not token or given is None or given.type != "bearer" or given.token is None:
        return False
    return compare_digest(given.token.encode(), token)


def is_from_here() -> bool:
    """Whether this machine asks by itself: whoever comes through a proxy here seems to, but does not."""
    return (
        not any(_tells_of_a_proxy(name) for name, _ in request.headers)
        and _is_loopback(request.remote_addr)
        and OWN_NAME.fullmatch(request.host) is not None
    )


def _tells_of_a_proxy(header: str) -> bool:
    return header.lower() in ("forwarded", "via", "x-real-ip") or header.lower().startswith("x-forwarded-")


def _is_loopback(peer: str | None) -> bool:
    try:
        address = ip_address(peer or "")
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback
