"""Verbs that cross rows, files or the queue: plain functions."""
