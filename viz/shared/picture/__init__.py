"""The picture of a network: where its nodes stand, and how its nodes and lines look."""
