"""The page of the served endpoint."""
