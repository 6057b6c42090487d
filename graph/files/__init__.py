"""Files that people hand over and files that we write: texts, YAML, locks, whole or not at all."""
