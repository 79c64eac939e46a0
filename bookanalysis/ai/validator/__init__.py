"""Is this a book for us: its language, its quality, its kind."""
