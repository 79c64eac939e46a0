"""Short novels of our own, for those who want to see what the program does. A leaf."""
