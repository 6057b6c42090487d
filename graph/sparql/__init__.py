"""Queries as texts: what is kept out of them, and what is wrong with them."""
