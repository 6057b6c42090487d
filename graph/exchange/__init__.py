"""The graph as files that others read and hand over: Turtle, N-Triples, N-Quads."""
