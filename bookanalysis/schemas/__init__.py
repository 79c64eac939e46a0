"""What bodies look like: one noun a file, beside its blueprint."""
