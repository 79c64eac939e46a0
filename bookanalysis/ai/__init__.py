"""The workflow that reads a book. Imports no Flask, no SQLAlchemy and no RQ."""
