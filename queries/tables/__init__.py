"""The graph as tables, for spreadsheets and for people who do not ask in SPARQL: one dataclass a row."""
