"""Claims files: their syntax, their meaning, and how much of a report they cover."""
