"""Figures for Prometheus: each application has a registry of its own."""

from bookanalysis.services.metrics.registry import Metrics, metrics, open_metrics

__all__ = ["Metrics", "metrics", "open_metrics"]
