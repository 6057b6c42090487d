"""The words of the graph: classes, properties, concept schemes, goals, shapes, examples, typed names."""
