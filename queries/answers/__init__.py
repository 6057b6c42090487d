"""Answers: their rows, types and formats."""
