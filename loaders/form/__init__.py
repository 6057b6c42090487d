"""Forms: templates, goals, members, and a document read as sections."""
