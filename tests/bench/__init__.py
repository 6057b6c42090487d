"""Whole alliances, made up from a seed, and the table of what the project and its peers need for them."""
