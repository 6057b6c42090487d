"""The explorer: the whole graph as one HTML file."""
