"""Gauges of what others keep: told anew at each scrape, never counted here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prometheus_client.core import GaugeMetricFamily


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted, in the words of Prometheus: a name, a sentence, and what tells its values apart."""

    name: str
    about: str
    labels: tuple[str, ...] = ()

    def family(self, values: Mapping[tuple[str, ...], float] | None = None) -> GaugeMetricFamily:
        family = GaugeMetricFamily(self.name, self.about, labels=self.labels)
        for labels, value in (values or {}).items():
            family.add_metric(labels, value)
        return family

    def of(self, value: float) -> GaugeMetricFamily:
        return self.family({(): value})


def described(*figures: Figure) -> Iterator[GaugeMetricFamily]:
    """The same without values."""
    return (figure.family() for figure in figures)
