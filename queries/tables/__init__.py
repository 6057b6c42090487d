"""The graph as tables, for spreadsheets and for people who do not use SPARQL: one dataclass for each table."""
