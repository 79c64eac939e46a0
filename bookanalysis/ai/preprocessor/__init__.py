"""From chapters as the file has them to numbered chunks of clean text."""
