"""docs/operation.md names what there is, as it is."""

import re
from dataclasses import fields

import pytest

from bookanalysis.ai.readers.errors import ReaderMisconfigured
from bookanalysis.config import Config
from bookanalysis.doctor import ASKING, CHECKS, PRODUCTION, SETTINGS
from bookanalysis.doctor.errors import Ailment
from bookanalysis.logs.security import EXPECTED, SecurityEvent
from bookanalysis.services.metrics import current_metrics
from tests.documents import plain, read, rows, section
from tests.errors_named import error_codes

DOCUMENT = read("docs/operation.md")
METRIC = re.compile(r"\bbookanalysis_[a-z_]+")
HEAD = {"event", "level", "logger", "timestamp", "message"}
"""How each record begins; the last is of pytest's own listening."""
EXAMPLE = re.compile(r"^\d{4}-\d\d-\d\d .*? {2}(.*)$", re.MULTILINE)


def test_each_metric_is_told_with_its_sentence(context):
    told = {plain(row[0]): row[2] for row in rows(section(DOCUMENT, "## Metrics"))}

    assert told == current_metrics().sentences


def test_the_labels_of_each_metric_are_told(context):
    told = {
        plain(row[0]): tuple(filter(None, row[1].split(", ")))
        for row in rows(section(DOCUMENT, "## Metrics"))
    }

    assert told == {
        name: labels for collector in current_metrics().own for name, labels in labels_of(collector).items()
    }


def labels_of(collector):
    """prometheus_client tells labels with values only, and its own collectors keep them."""
    if hasattr(collector, "_labelnames"):
        name = collector.describe()[0].name
        return {f"{name}_total" if collector._type == "counter" else name: collector._labelnames}
    return {family.name: family._labelnames for family in collector.describe()}


def test_alerts_ask_for_metrics_that_there_are(context):
    asked = {name.removesuffix("_bucket") for name in METRIC.findall(DOCUMENT)}

    assert asked == set(current_metrics().sentences)


def test_each_check_of_the_doctor_is_told_in_its_order():
    told = [row[0] for row in rows(section(DOCUMENT, "## Is it well?")) if not row[0].startswith("`/")]

    assert told == [subject.en for subject in (SETTINGS, PRODUCTION, *(one for one, _ in CHECKS + ASKING))]


def test_each_finding_of_the_doctor_is_told():
    told = set(re.findall(r"`([A-Z_]+)`", section(DOCUMENT, "## Is it well?")))

    assert error_codes(Ailment) | error_codes(ReaderMisconfigured) <= told


def test_each_security_event_is_told_with_its_level():
    told = {plain(row[0]): row[1] for row in rows(section(DOCUMENT, "### The security log"))}

    assert told == {event.value: "INFO" if event in EXPECTED else "WARNING" for event in SecurityEvent}


@pytest.mark.parametrize("kind", ["log_", "smtp_", "rate_"])
def test_all_settings_of_a_kind_are_told_where_they_matter(kind):
    named = {each.name.upper() for each in fields(Config) if each.name.startswith(kind)}
    left_to_configuration = {"SMTP_TIMEOUT"}

    assert named - left_to_configuration <= set(re.findall(r"`([A-Z_]+)`", DOCUMENT))


@pytest.fixture
def heard(stranger, logged):
    """The records of a failed login."""
    stranger.post("/api/auth/login/", json={"email": "amina@example.org", "password": "not this one"})
    return logged


def test_the_fields_of_the_access_record_are_told(heard):
    told = re.findall(r"`(\w+)`", " ".join(row[0] for row in rows(section(DOCUMENT, "### Requests"))))
    of_a_login = {"account", "account_hash"}
    (record,) = heard.access

    assert set(record) - of_a_login - HEAD == set(told)


def test_the_security_record_is_as_its_example(heard):
    (example,) = EXAMPLE.findall(section(DOCUMENT, "### The security log"))
    (record,) = heard.security

    told = [field.partition("=")[0] for field in example.split(" ")]
    assert told == [name for name in record if name not in HEAD]
