"""SPARQL queries as text: what they must not contain, and which mistakes they have."""
