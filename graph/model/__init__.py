"""What loaders hand over, and what things of the graph are called."""
