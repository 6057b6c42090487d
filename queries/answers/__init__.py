"""Answers: rows, their types, and each form in which they are written."""
