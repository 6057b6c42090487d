"""Comparing texts: folding, codes, numbers, suggestions."""
