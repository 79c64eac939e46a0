"""Reads novels, Arabic first, and shows who is in them, with the place in the text for every claim."""
