"""The embedded reader: rules and statistics over the whole book, without key or network."""
