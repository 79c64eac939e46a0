"""What Prometheus reads of an application."""

from prometheus_client.parser import text_string_to_metric_families


def scrape(client, **options):
    """Each sample of a scrape: its name and labels, and its value."""
    answer = client.get("/metrics", **options)
    assert answer.status_code == 200, answer.text
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def sample(name, **labels):
    return name, frozenset(labels.items())
