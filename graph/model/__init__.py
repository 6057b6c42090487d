"""The data model that loaders produce, and the names of things in the graph."""
