"""The page of an answer: its rows as a network and as a table."""
