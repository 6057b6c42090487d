"""Asking a graph: questions with parameter values, and hints for empty answers."""
