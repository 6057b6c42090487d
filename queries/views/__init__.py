"""What a graph says, read once: a query a file (`*.rq`), rows of a type for each, on any engine."""
