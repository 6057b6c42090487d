"""Exchange formats: Turtle, N-Triples, N-Quads."""
