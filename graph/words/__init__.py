"""Texts compared and counted: folding, codes, numbers, what somebody may have meant."""
