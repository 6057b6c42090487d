"""Claims files: their syntax, what they mean, and what of a report they account for."""
