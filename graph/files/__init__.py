"""Reading and writing files: texts, YAML, locks, atomic writes."""
