"""Who is in the book, chunk by chunk, a window of chunks at a time."""
