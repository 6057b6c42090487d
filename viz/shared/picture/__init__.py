"""The picture of a network: the places of its nodes, and the look of its nodes and lines."""
