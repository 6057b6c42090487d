"""Readers of each format: what a file prints, in the order of reading."""
