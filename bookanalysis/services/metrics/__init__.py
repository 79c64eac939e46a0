"""Figures for Prometheus: each application has a registry of its own."""

from bookanalysis.services.metrics.registry import Metrics, current_metrics, open_metrics

__all__ = ["Metrics", "current_metrics", "open_metrics"]
