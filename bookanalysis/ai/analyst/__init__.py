"""Who is in the book: passages are read several at a time, chunks are committed in the book's order."""
